"""The cheapest chain of beads."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reviewer.align.bead import SHAPES, Shape
from reviewer.align.path import Row, Step, cheapest

_TEN = st.integers(0, 10)


class LengthCosts:
    """A bead costs the difference of its lengths, and 1 for every sentence beyond one a side."""

    def __init__(self, left: list[int], right: list[int]) -> None:
        self.left = left
        self.right = right

    def one(self, shape: Shape, left: int, right: int) -> float:
        """The cost of one bead."""
        of_left = sum(self.left[left : left + shape.left])
        of_right = sum(self.right[right : right + shape.right])
        return abs(of_left - of_right) + abs(shape.left - 1) + abs(shape.right - 1)

    def __call__(self, shape: Shape, start: int, first: int, stop: int) -> Row:
        """The costs of a row of beads."""
        return np.array([self.one(shape, start, column) for column in range(first, stop)], dtype=np.float64)


def total(steps: tuple[Step, ...], costs: LengthCosts) -> float:
    """What a chain costs."""
    return sum(costs.one(step.shape, step.left, step.right) for step in steps)


def least(costs: LengthCosts, left: int, right: int, without: Step | None = None) -> float:
    """The least cost from a place to the end, by trying everything."""
    if (left, right) == (len(costs.left), len(costs.right)):
        return 0.0
    found = [
        costs.one(shape, left, right) + least(costs, left + shape.left, right + shape.right, without)
        for shape in SHAPES
        if left + shape.left <= len(costs.left)
        and right + shape.right <= len(costs.right)
        and (without is None or (left, right, shape) != (without.left, without.right, without.shape))
    ]
    return min(found, default=float("inf"))


@given(st.lists(_TEN, max_size=4), st.lists(_TEN, max_size=4))
def test_no_chain_is_cheaper(left: list[int], right: list[int]) -> None:
    """The chain found costs what the best of all chains costs."""
    costs = LengthCosts(left, right)
    assert total(cheapest(len(left), len(right), SHAPES, costs), costs) == least(costs, 0, 0)


@given(st.lists(_TEN, min_size=1, max_size=3), st.lists(_TEN, min_size=1, max_size=3))
def test_the_margin_is_what_the_best_other_chain_costs_more(left: list[int], right: list[int]) -> None:
    """Margins equal those found by trying every chain without the bead."""
    costs = LengthCosts(left, right)
    best = least(costs, 0, 0)
    for step in cheapest(len(left), len(right), SHAPES, costs):
        assert abs(step.margin - (least(costs, 0, 0, without=step) - best)) < 1e-3


@given(st.lists(_TEN, max_size=9), st.lists(_TEN, max_size=9))
def test_every_sentence_is_used_once(left: list[int], right: list[int]) -> None:
    """The chain is gapless on both sides."""
    at = (0, 0)
    for step in cheapest(len(left), len(right), SHAPES, LengthCosts(left, right)):
        assert (step.left, step.right) == at
        at = (at[0] + step.shape.left, at[1] + step.shape.right)
    assert at == (len(left), len(right))


def test_a_chain_far_off_the_diagonal_is_found() -> None:
    """The band is widened until the chain runs inside of it."""
    common = [1000 + (n * 37) % 101 for n in range(60)]
    left = [1] * 200 + common
    right = common + [1] * 200
    steps = cheapest(len(left), len(right), SHAPES, LengthCosts(left, right))
    assert sum((step.left - 200, step.shape) == (step.right, SHAPES[0]) for step in steps) >= len(common) - 2


def test_nothing_against_nothing_is_an_empty_chain() -> None:
    """Two empty texts need no bead."""
    assert cheapest(0, 0, SHAPES, LengthCosts([], [])) == ()
