"""Judges' numbers on one scale."""

import math
import statistics

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.normalise import Normalised, Rating, normalise

HALF = math.sqrt(0.5)
"""What two different numbers of one judge become."""


def normalised(*given: tuple[str, str, int, float | None]) -> Normalised:
    """Ratings by rater, system, segment and value."""
    return normalise(
        [
            Rating(rater=rater, system=system, segment=place, value=value)
            for rater, system, place, value in given
        ]
    )


def test_each_judge_is_measured_by_their_own_mean_and_spread() -> None:
    """Z = (x − μ) / σ, σ over all of the judge's numbers, divided by n − 1."""
    values = [40.0, 70.0, 100.0, 0.0]
    found = normalised(*(("asha", "a", place, value) for place, value in enumerate(values)))
    middle, spread = statistics.fmean(values), statistics.stdev(values)
    assert found.values == pytest.approx([(value - middle) / spread for value in values])


def test_a_strict_and_a_mild_judge_agree_after_it() -> None:
    """What one calls 20 and 40 and the other 60 and 80 is the same."""
    found = normalised(("asha", "a", 1, 20), ("asha", "b", 1, 40), ("ravi", "a", 1, 60), ("ravi", "b", 1, 80))
    assert found.values == pytest.approx((-HALF, HALF, -HALF, HALF))


def test_segments_are_averaged_before_systems() -> None:
    """A segment judged twice counts once in its system."""
    found = normalised(
        ("asha", "a", 1, 0),
        ("asha", "a", 2, 100),
        ("ravi", "a", 1, 0),
        ("ravi", "b", 1, 100),
        ("asha", "b", 1, 50),
    )
    low = (0 - 50) / statistics.stdev([0, 100, 50])
    assert found.segments["a", 1] == pytest.approx((low - HALF) / 2)
    assert found.systems["a"] == pytest.approx(((low - HALF) / 2 - low) / 2)


def test_nought_is_a_score() -> None:
    """A judgement of 0 is normalised like any other."""
    assert normalised(("asha", "a", 1, 0), ("asha", "a", 2, 100)).values[0] == pytest.approx(-HALF)


def test_a_missing_judgement_is_missing() -> None:
    """It is neither normalised nor part of the judge's mean."""
    found = normalised(("asha", "a", 1, None), ("asha", "a", 2, 10), ("asha", "a", 3, 30))
    assert found.values[0] is None
    assert found.values[1:] == pytest.approx((-HALF, HALF))
    assert ("a", 1) not in found.segments


@pytest.mark.parametrize(
    ("values", "reason"), [([70.0], "one segment only"), ([0.1] * 7, "always gave the same number")]
)
def test_a_judge_without_spread_is_left_out(values: list[float], reason: str) -> None:
    """Their numbers say nothing about differences, and the result says so."""
    found = normalised(*(("ravi", "a", place, value) for place, value in enumerate(values)))
    assert set(found.values) == {None}
    assert found.systems == {}
    assert reason in found.raters["ravi"].reason


def test_no_judgements_have_no_scores() -> None:
    """Nothing given, nothing made up."""
    assert normalised().systems == {}


def test_a_judgement_that_is_no_number_is_refused() -> None:
    """The place is named."""
    with pytest.raises(ReviewerError, match="judgement 2"):
        normalised(("asha", "a", 1, 0), ("asha", "a", 2, math.inf))
