"""Beads."""

import pytest

from reviewer.align.bead import SHAPES, Bead
from reviewer.domain.span import Range


@pytest.mark.parametrize(
    ("left", "right", "expected"), [(1, 1, True), (1, 2, False), (0, 1, False), (2, 2, False)]
)
def test_one_against_one_is_one_to_one(left: int, right: int, expected: bool) -> None:
    """Any other number is not."""
    assert Bead(Range(3, 3 + left), Range(5, 5 + right), 0.9).is_one_to_one is expected


def test_one_to_one_is_the_likeliest_shape() -> None:
    """Translations mostly keep sentences, and the shapes mirror each other."""
    assert max(SHAPES, key=lambda shape: shape.prior)[:2] == (1, 1)
    assert {(shape.left, shape.right) for shape in SHAPES} == {(shape.right, shape.left) for shape in SHAPES}
