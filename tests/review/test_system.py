"""Engines are scored over all their documents."""

from dataclasses import replace

import pytest

from reviewer.domain.flag import Judgement, Scale, Severity
from reviewer.domain.segment import State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.review.scoreboard import score_project
from reviewer.review.system import score_systems
from reviewer.scoring.profile import load
from tests.builders import a_flag, a_review, a_segment


def _document(system: str, number: int, *severities: Severity, esa: float | None = None) -> DocumentReview:
    row = a_segment(id=number, state=State.REVIEWED)
    flags = tuple(
        a_flag(id=10 * number + n, segment_id=number, severity=severity)
        for n, severity in enumerate(severities)
    )
    made = a_review(row, flags=flags)
    judged = Judgement(
        id=number, document_id=number, segment_id=number, judge="editor", scale=Scale.ESA, value=esa or 0
    )
    return replace(
        made,
        document=replace(made.document, id=number, system=system),
        judgements=() if esa is None else (judged,),
    )


def _project() -> ProjectReview:
    return ProjectReview(
        documents=(
            _document("beta", 1, Severity.MAJOR, esa=0),
            _document("alpha", 2, Severity.MINOR),
            _document("beta", 3, esa=100),
        )
    )


def test_each_engine_has_the_mean_of_its_segments() -> None:
    """Over all its documents, in order of names."""
    profile = load("wmt")
    found = score_systems(_project(), score_project(_project(), profile), profile)
    assert [(each.system, each.documents, each.received.per_segment) for each in found] == [
        ("alpha", 1, 1),
        ("beta", 2, 2.5),
    ]


def test_judgements_are_averaged_over_an_engines_segments() -> None:
    """0 and 100 are 50; an engine nobody judged has no number."""
    profile = load("wmt")
    found = {
        each.system: each for each in score_systems(_project(), score_project(_project(), profile), profile)
    }
    assert found["beta"].human.value == pytest.approx(50)
    assert found["alpha"].human.value is None
