"""Comparisons follow edits, and never show a figure of texts that are gone."""

from dataclasses import replace

import pytest

from reviewer.domain.score import MetricScore
from reviewer.domain.segment import Segment
from reviewer.scoring.automatic import MetricId, score
from reviewer.scoring.comparison import Comparison, ComparisonTally, compute
from reviewer.scoring.engine.kernel import SWITCH
from tests.builders import a_segment

_EDITED = a_segment("वह घर गया।", final="वे घर गए।", id=1)
_KEPT = a_segment("यह ठीक है।", id=2)


@pytest.fixture(autouse=True)
def _no_kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where nothing is compiled is anything deferred."""
    monkeypatch.setenv(SWITCH, "1")


def _tally(*segments: Segment) -> ComparisonTally:
    tally = ComparisonTally()
    for segment in segments:
        tally.put(segment)
    return tally


def _named(tally: ComparisonTally) -> dict[tuple[str, str], MetricScore]:
    return {(made.compares, made.metric): made for made in tally.scores()}


def test_without_reference_and_source_only_the_edit_is_measured() -> None:
    """There is nothing else to compare."""
    assert {made.compares for made in _tally(_EDITED).scores()} == {"received against final"}


def test_hter_is_ter_of_received_against_final() -> None:
    """Two of three words changed, one stays, over both segments: 2 of 6 words."""
    hter = _named(_tally(_EDITED, _KEPT))["received against final", "hter"]
    expected = score(MetricId.TER, [(_EDITED.received, _EDITED.final), (_KEPT.received, _KEPT.final)])
    assert expected is not None
    assert hter.value == expected.value
    assert (hter.title, round(hter.value, 1), hter.segments) == ("HTER", 33.3, 2)


def test_a_reference_is_compared_with_both_texts() -> None:
    """Where some segments have a reference, those alone are compared with it."""
    scores = _named(_tally(replace(_EDITED, reference="वे घर गए।"), _KEPT))
    assert scores["final against reference", "chrf++"].value == 100
    assert scores["received against reference", "bleu"].value < 100
    assert scores["received against reference", "ter"].segments == 1


def test_a_back_translation_is_set_against_the_source() -> None:
    """It is a hint, by chrF++ alone."""
    scores = _named(_tally(a_segment(source="He went home.", back_translation="He went home.")))
    assert [metric for compares, metric in scores if compares == Comparison.BACK] == ["chrf++"]


def test_an_edit_defers_ter_and_keeps_the_rest() -> None:
    """After a key press HTER waits; chrF++ and BLEU are there."""
    tally = _tally(_EDITED, _KEPT)
    tally.put(replace(_KEPT, final="यह सही है।"), is_deferring=True)
    assert [made.metric for made in tally.scores()] == ["chrf++", "bleu"]
    assert [task.segment_id for task in tally.pending] == [2]


def test_settling_gives_the_figures_of_a_fresh_count() -> None:
    """Deferred or not, the scores are the same."""
    edited = replace(_KEPT, final="यह सही है।")
    tally = _tally(_EDITED, _KEPT)
    tally.put(edited, is_deferring=True)
    tally.settle([compute(task) for task in tally.pending])
    assert tally.scores() == _tally(_EDITED, edited).scores()
    assert tally.pending == ()


def test_results_for_texts_that_are_gone_are_dropped() -> None:
    """What was computed for an earlier wording does not enter the score."""
    tally = _tally(_KEPT)
    tally.put(replace(_KEPT, final="यह सही है।"), is_deferring=True)
    stale = [compute(task) for task in tally.pending]
    tally.put(_KEPT, is_deferring=True)
    tally.settle(stale)
    assert tally.scores() == _tally(_KEPT).scores()


def test_a_dropped_segment_takes_its_pending_work_along() -> None:
    """Nothing is left of a segment that was merged away."""
    tally = _tally(_KEPT)
    tally.put(_EDITED, is_deferring=True)
    tally.drop(_EDITED.id)
    assert tally.pending == ()
    assert tally.scores() == _tally(_KEPT).scores()


def test_documents_add_up() -> None:
    """The project's scores are those of all segments together."""
    first = _tally(_EDITED)
    first.include(_tally(_KEPT))
    assert first.scores() == _tally(_EDITED, _KEPT).scores()


def test_what_was_foreseen_changes_no_score() -> None:
    """Counting all segments at once is the same as counting each."""
    segments = [replace(_EDITED, reference="वे घर गए।"), _KEPT]
    tally = ComparisonTally()
    tally.foresee(segments)
    for segment in segments:
        tally.put(segment)
    tally.forget()
    assert tally.scores() == _tally(*segments).scores()


def test_ter_is_not_foreseen_where_it_is_deferred() -> None:
    """It is left pending, for a job of its own."""
    tally = ComparisonTally()
    tally.foresee([_EDITED], is_deferring=True)
    tally.put(_EDITED, is_deferring=True)
    assert [task.metric for task in tally.pending] == [MetricId.TER]
