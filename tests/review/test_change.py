"""Reversible steps, and how the journal holds them."""

import json

import pytest

from reviewer.review.change import PositionShift, RowChange, Step, TextSlide, decoded, encoded

STEPS: tuple[Step, ...] = (
    RowChange("segments", 3, {"final": None}, {"final": "नया।"}),
    RowChange("flags", 1, None, {"type": "", "spans": [["received", [[0, 2]]]]}),
    RowChange("judgements", 1, {"value": 0.0}, None),
    RowChange("meta", "profile", {"value": "a"}, {"value": "b"}),
    PositionShift(1, 4, -1),
    TextSlide(1, "source", 2, 5, 1),
)


@pytest.mark.parametrize("step", STEPS)
def test_inverse_of_the_inverse_is_the_step(step: Step) -> None:
    """Taking back what was taken back does it again."""
    assert step.inverse().inverse() == step
    assert step.inverse() != step


def test_inverse_of_a_shift_begins_where_the_rows_are_now() -> None:
    """Rows that moved up from 4 begin at 3."""
    assert PositionShift(1, 4, -1).inverse() == PositionShift(1, 3, 1)


def test_steps_are_read_back_from_the_journal_as_written() -> None:
    """Through JSON, in order, of every kind."""
    assert decoded(json.loads(json.dumps(encoded(STEPS)))) == STEPS
    assert decoded(None) == ()
