"""Human numbers are averaged over judges; silence is not a zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.flag import Judgement, Scale
from reviewer.scoring.esa import JudgementTally, score


def _judged(
    value: float,
    segment_id: int | None = 1,
    judge: str = "asha",
    *,
    scale: Scale = Scale.ESA,
    created: str = "2026-01-01T10:00:00+00:00",
) -> Judgement:
    return Judgement(
        id=1,
        document_id=1,
        segment_id=segment_id,
        judge=judge,
        scale=scale,
        value=value,
        created=created,
    )


def test_nobody_judged_is_no_score() -> None:
    """Without judgements there is no value, not a zero."""
    assert score([], 4).value is None
    assert score([], 4).judged == 0


def test_zero_is_a_score() -> None:
    """A judge who gave 0 has judged."""
    result = score([_judged(0)], 4)
    assert (result.value, result.judged) == (0, 1)


def test_two_judges_giving_100_and_0_are_50() -> None:
    """The mean over judges counts, never the last judge's value."""
    result = score([_judged(100), _judged(0, judge="ravi")], 1)
    assert (result.value, result.judges, result.judged) == (50, 2, 1)


def test_segments_nobody_judged_are_left_out() -> None:
    """The mean runs over the judged segments only."""
    result = score([_judged(80, 1), _judged(60, 3)], 10)
    assert (result.value, result.judged, result.segments) == (70, 2, 10)


def test_a_much_judged_segment_counts_once() -> None:
    """Each segment counts once, however many judges it had."""
    assert score([_judged(100, 1), _judged(100, 1, "ravi"), _judged(40, 2)], 2).value == 70


def test_a_judges_later_word_replaces_the_earlier() -> None:
    """Of one judge's two numbers the later counts."""
    later = _judged(90, created="2026-01-02T10:00:00+00:00")
    assert score([later, _judged(10)], 1).value == 90


def test_a_whole_document_can_be_judged() -> None:
    """A number for the document stands in where no segment has been judged."""
    assert score([_judged(62, None)], 20).value == 62
    assert score([_judged(62, None), _judged(80, 1)], 20).value == 80


def test_scales_do_not_mix() -> None:
    """A DA number is no ESA number."""
    both = [_judged(10, scale=Scale.DA), _judged(90)]
    assert score(both, 1).value == 90
    assert score(both, 1, Scale.DA).value == 10


def test_a_withdrawn_judgement_is_forgotten() -> None:
    """Going back to "not judged" leaves neither value nor judge."""
    tally = JudgementTally()
    tally.put(1, [_judged(70)])
    tally.put(1, [])
    assert tally.score(3) == score([], 3)


@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0, 100)), max_size=20))
def test_running_and_fresh_scores_are_equal(changes: list[tuple[int, float]]) -> None:
    """After any number of changes the running score equals one computed afresh."""
    tally = JudgementTally()
    for segment_id, value in changes:
        tally.put(segment_id, [_judged(value, segment_id)])
    last = {segment_id: _judged(value, segment_id) for segment_id, value in changes}
    assert tally.score(4).value == pytest.approx(score(last.values(), 4).value, abs=0)
