"""The figures shown first, one line a document, and the methods."""

from dataclasses import replace

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.report import Figure, Figures, Prose, Report
from reviewer.review.report.assembly import build
from reviewer.review.report.option import ReportOptions
from reviewer.review.scoreboard import score_project
from reviewer.scoring.profile import load
from tests.review.report.reviews import (
    PLAIN,
    TEXT,
    a_document,
    a_project,
    an_error,
    the_rows,
    the_section,
    the_table,
)

EDITED = a_document(
    1, TEXT, TEXT, flags=[an_error()], finals=["कुछ और।"], references=[TEXT, TEXT], judged=[0, 100]
)


def figures(report: Report) -> dict[str, Figure]:
    """The figures of the overview by id."""
    blocks = the_section(report, "overview").blocks
    return {figure.id: figure for block in blocks if isinstance(block, Figures) for figure in block.figures}


def test_received_and_final_are_apart() -> None:
    """What the edits settled is no fault of the final text."""
    found = figures(build([a_project(EDITED)], PLAIN))
    assert (found["npt_received"].value, found["npt_final"].value) == (250, 0)
    assert (found["verdict_final"].value, found["verdict_final"].tone) == ("pass", "good")
    assert "20 target words" in found["npt_received"].note


def test_a_short_text_has_no_ratio() -> None:
    """The note says that the sample is not sufficient."""
    found = figures(build([a_project(EDITED)], replace(PLAIN, short_words=150)))
    assert found["npt_received"].value is None
    assert "insufficient sample" in found["npt_received"].note


def test_a_flag_that_needs_the_source_is_provisional() -> None:
    """It is counted and left out of the final text's score."""
    flag = replace(an_error(), needs_source=True)
    found = figures(build([a_project(a_document(1, flags=[flag]))], PLAIN))
    assert "1 provisional" in found["errors"].note
    assert "1 flag left out until the source decides" in found["npt_final"].note


def test_figures_are_those_of_the_scoreboard() -> None:
    """The desk and the report say the same."""
    project = a_project(EDITED)
    found = figures(build([project], PLAIN))
    card = score_project(project, PLAIN).total
    assert found["npt_received"].value == card.received.per_thousand
    assert found["esa"].value == card.human.value == 50
    scores = {(score.metric, score.compares): score.value for score in card.metrics}
    for figure, metric, compared in (
        ("hter", "hter", "received against final"),
        ("chrf++_received", "chrf++", "received against reference"),
        ("bleu_received", "bleu", "received against reference"),
        ("ter_final", "ter", "final against reference"),
    ):
        assert found[figure].value == pytest.approx(scores[metric, compared], abs=1e-12)


def test_a_document_is_a_line() -> None:
    """With who signed it and what its denominator is."""
    review = replace(
        EDITED, document=replace(EDITED.document, desk="sport", signed_by="asha", signed_at="2026-02-01")
    )
    (row,) = the_rows(the_table(build([a_project(review)], PLAIN), "documents"))
    assert (row["editor"], row["desk"], row["is_signed"], row["esa"]) == ("asha", "sport", True, 50)
    assert (row["points"], row["points_left"], row["basis"]) == (5, 0, "20 target words")


def test_the_methods_state_what_reproduces_the_figures() -> None:
    """Profile, weights, signatures, resamples, seed and versions."""
    report = build([a_project(EDITED)], load("newsroom"), options=ReportOptions(resamples=300, seed=7))
    section = the_section(report, "methods")
    text = " ".join(line for block in section.blocks if isinstance(block, Prose) for line in block.paragraphs)
    for told in (
        "Newsroom",
        "critical 25",
        "300 resamples",
        "seed 7",
        "sacrebleu 2.",
        "numpy",
        "scipy",
        "÷ 1.2",
    ):
        assert told in text
    assert report.parameters["seed"] == 7
    signatures = the_rows(the_table(report, "signatures"))
    assert any("tok:intl" in str(row["signature"]) for row in signatures)
    weights = {row["type"]: row for row in the_rows(the_table(report, "weights"))}
    assert weights["accuracy/mistranslation"][Severity.MAJOR.value] == 5


@pytest.mark.parametrize("wrong", [{"resamples": 10}, {"seed": -1}])
def test_wrong_options_are_refused(wrong: dict[str, int]) -> None:
    """In one line."""
    with pytest.raises(ReviewerError):
        ReportOptions(**wrong)
