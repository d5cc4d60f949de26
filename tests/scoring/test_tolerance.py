"""A tolerance that grows ever more slowly goes through its two points."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from reviewer.domain.profile import TolerancePoint
from reviewer.scoring.tolerance import through


def test_the_curve_goes_through_both_points() -> None:
    """Four points on 300 words and ten on 1,000 are agreed, so they are accepted."""
    curve = through(TolerancePoint(300, 4), TolerancePoint(1000, 10))
    assert curve.points(300) == pytest.approx(4, rel=1e-12)
    assert curve.points(1000) == pytest.approx(10, rel=1e-12)
    assert curve.points(0) == 0


def test_short_texts_may_have_more_per_word() -> None:
    """Between and beyond the points the tolerance bends downwards."""
    curve = through(TolerancePoint(300, 4), TolerancePoint(1000, 10))
    assert curve.points(150) / 150 > curve.points(300) / 300 > curve.points(5000) / 5000


def test_the_root_is_scipys() -> None:
    """The same b as Brent's method finds."""
    root = brentq(lambda b: math.log1p(300 * b) / math.log1p(1000 * b) - 0.4, 1e-9, 1.0, xtol=1e-15)
    assert through(TolerancePoint(300, 4), TolerancePoint(1000, 10)).b == pytest.approx(root, rel=1e-9)


@given(st.floats(50, 5000), st.floats(1.1, 50), st.floats(0.02, 0.98), st.floats(0.5, 50))
def test_any_two_concave_points_are_met(words: float, longer: float, share: float, points: float) -> None:
    """Wherever the points lie between proportional and constant, the curve meets both."""
    more = points * (1 + (longer - 1) * share)
    curve = through(TolerancePoint(words, points), TolerancePoint(words * longer, more))
    assert curve.points(words) == pytest.approx(points, rel=1e-6)
    assert curve.points(words * longer) == pytest.approx(more, rel=1e-6)


@pytest.mark.parametrize("points", [13.4, 14.0, 4.0])
def test_points_no_curve_meets_are_refused(points: float) -> None:
    """Growing as fast as the words, faster, or not at all is no tolerance of this kind."""
    with pytest.raises(ValueError, match="no such curve"):
        through(TolerancePoint(300, 4), TolerancePoint(1000, points))
