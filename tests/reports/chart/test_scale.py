"""Axes have round numbers that enclose the values."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reports.chart.scale import Scale, tick_digits, ticks, whole_ticks

_NUMBERS = st.floats(-1e9, 1e9, allow_nan=False)


@given(_NUMBERS, st.floats(1e-3, 1e9))
def test_ticks_enclose_the_values(low: float, span: float) -> None:
    """No value lies beyond the first or the last mark."""
    marks = ticks(low, low + span)
    assert marks[0] <= low + 1e-6 * max(abs(low), span)
    assert marks[-1] >= low + span - 1e-6 * max(abs(low), span)
    assert 2 <= len(marks) <= 7


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, (0, 25, 50, 75, 100)),
        (0, 0.9, (0, 0.25, 0.5, 0.75, 1.0)),
        (-3, 7, (-5, -2.5, 0, 2.5, 5, 7.5)),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: tuple[float, ...]) -> None:
    """Steps are 1, 2, 2.5 or 5 times a power of ten."""
    assert ticks(low, high) == expected


def test_equal_ends_have_an_axis_too() -> None:
    """One value alone lies between two marks."""
    assert ticks(5, 5)[0] < 5 < ticks(5, 5)[-1]


@given(st.integers(0, 10**9))
def test_counts_have_whole_ticks(high: int) -> None:
    """Nobody reads half an error off an axis."""
    assert all(mark.is_integer() for mark in whole_ticks(high))
    assert whole_ticks(high)[-1] >= high


def test_scale_carries_ends_to_ends() -> None:
    """The least value is at the start, the greatest at the end."""
    scale = Scale(-10, 10, 300, 100)
    assert (scale(-10), scale(0), scale(10)) == (300, 200, 100)


def test_ticks_have_the_decimals_they_need() -> None:
    """A quarter needs two decimals, a hundred none."""
    assert tick_digits((0, 0.25)) == 2
    assert tick_digits((0, 100)) == 0
    assert math.isclose(ticks(0, 1e-5)[1], 2.5e-6)
