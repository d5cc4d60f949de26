"""Human numbers are averaged over judges; silence is not a zero."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.flag import Judgement, Scale
from reviewer.scoring.esa import HumanTally, JudgementTally, score, standardised
from tests.builders import a_review


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


def test_that_someone_marked_errors_is_no_number() -> None:
    """A judgement on the scale MQM says who looked, not how good the text is."""
    result = score([_judged(100, scale=Scale.MQM), _judged(40, judge="ravi")], 1)
    assert (result.value, result.judges) == (40, 1)
    assert score([_judged(100, scale=Scale.MQM)], 1).value is None


def test_strictness_is_taken_out_of_each_judge() -> None:
    """A judge of 0 and 100 and one of 60 and 80 say the same of the two segments."""
    judged = [_judged(0, 1), _judged(100, 2), _judged(60, 1, "ravi"), _judged(80, 2, "ravi")]
    review = replace(a_review(), judgements=tuple(replace(each, scale=Scale.DA) for each in judged))
    found = standardised([review])
    assert found.segments["", (1, 1)] == pytest.approx(-(0.5**0.5))
    assert found.segments["", (1, 2)] == pytest.approx(0.5**0.5)
    assert found.systems[""] == pytest.approx(0)


def test_a_judges_earlier_number_is_not_in_the_spread() -> None:
    """Only the latest of one judge's numbers for a segment counts."""
    later = _judged(80, 1, created="2026-01-02T10:00:00+00:00")
    review = replace(a_review(), judgements=(later, _judged(0, 1), _judged(60, 2)))
    scale = standardised([review], Scale.ESA).raters["asha"]
    assert (scale.count, scale.mean) == (2, 70)


def test_direct_assessment_shows_where_there_is_no_esa() -> None:
    """A project judged by DA alone has a score, under its own name."""
    tally = HumanTally()
    tally.put(1, [_judged(30, scale=Scale.DA)])
    assert (tally.score(1).scale, tally.score(1).value) == ("DA", 30)
    tally.put(1, [_judged(30, scale=Scale.DA), _judged(80)])
    assert (tally.score(1).scale, tally.score(1).value) == ("ESA", 80)
    assert (HumanTally().score(1).scale, HumanTally().score(1).value) == ("ESA", None)
