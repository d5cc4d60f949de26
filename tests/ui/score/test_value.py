"""Cells as a table sorts and copies them."""

from datetime import date

import pytest

from reviewer.domain.report import Cell, Estimate
from reviewer.ui.score.value import plain, sortable


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (Estimate(2.5, 1, 3), 2.5),
        (True, 1.0),
        ("Beta", "beta"),
        (date(2026, 11, 2), date(2026, 11, 2).toordinal()),
        (None, None),
        ("", None),
        (float("nan"), None),
    ],
)
def test_cells_sort_by_their_value(cell: Cell, key: object) -> None:
    """An estimate sorts by its value, words without regard to capitals, nothing as nothing."""
    assert sortable(cell) == key


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Estimate(62.125, 60, 64), "62.125"),
        (1200, "1200"),
        (None, ""),
        ("two\nlines\there", "two lines here"),
    ],
)
def test_copied_cells_keep_every_digit(cell: Cell, text: str) -> None:
    """Another program gets the number itself, on one line and in one column."""
    assert plain(cell) == text
