"""Cells of a report as a table sorts and copies them."""

from datetime import date
from math import isnan

from reviewer.domain.report import Cell, Estimate


def sortable(cell: Cell) -> float | str | None:
    """Return what a cell is sorted by; None for one without a value."""
    if isinstance(cell, Estimate):
        cell = cell.value
    if isinstance(cell, date):
        return cell.toordinal()
    if isinstance(cell, str):
        return cell.casefold() or None
    return None if cell is None or isnan(cell) else float(cell)


def plain(cell: Cell) -> str:
    """Write a value for another program: every digit, no thousands separator, no tab or line break."""
    if isinstance(cell, Estimate):
        cell = cell.value
    return "" if cell is None else " ".join(str(cell).split())
