"""Cells of a report as a reader sees them."""

from datetime import date
from math import isnan

from reviewer.domain.report import Cell, Estimate, Unit
from reviewer.ui.word import tr

NOTHING = "–"
"""Stands where there is no value: not judged, not measured, too small a sample."""
_MINUS = "−"


def written(cell: Cell, unit: Unit, digits: int) -> str:
    """Write a value alone, without its interval; a dash where there is none."""
    if isinstance(cell, Estimate):
        cell = cell.value
    match cell:
        case None:
            return NOTHING
        case bool():
            return tr("yes") if cell else ""
        case str():
            return cell
        case date():
            return cell.isoformat()
        case float() if isnan(cell):
            return NOTHING
    return _number(cell, unit, digits).replace("-", _MINUS)


def interval(cell: Cell, unit: Unit, digits: int) -> str:
    """Write the interval a value lies in, `60.3 to 63.9`; empty where none is known."""
    if not isinstance(cell, Estimate) or cell.low is None or cell.high is None:
        return ""
    low, high = (written(end, unit, digits) for end in (cell.low, cell.high))
    return tr("{low} to {high}", low=low, high=high)


def in_full(cell: Cell, unit: Unit, digits: int) -> str:
    """Write a value with its interval behind it."""
    span = interval(cell, unit, digits)
    return f"{written(cell, unit, digits)}  ({span})" if span else written(cell, unit, digits)


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


def _number(value: float, unit: Unit, digits: int) -> str:
    if unit is Unit.COUNT:
        return f"{value:,.0f}"
    if unit is Unit.PERCENT:
        return f"{100 * value:,.{digits}f} %"
    if unit is Unit.SECONDS:
        return _duration(value)
    return f"{value:,.{digits}f}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return tr("{hours:,} h {minutes:02} min", hours=hours, minutes=minutes)
    return tr("{minutes} min {rest:02} s", minutes=minutes, rest=rest) if minutes else tr("{s} s", s=rest)
