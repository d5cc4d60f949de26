"""Figures and texts as people read them, the same in every kind of report."""

import math
from datetime import date, datetime
from typing import Final

import regex

from reviewer.domain.report import Cell, Estimate, Unit

NONE: Final = "–"
_FORBIDDEN: Final = regex.compile(r"[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}--[\t\n]]", regex.V1)
_OVERRIDE: Final = regex.compile("[\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT: Final = "\ufffd"


def clean(text: str) -> str:
    """Replace what no file may hold: control characters, half characters, turned writing directions.

    As long as before, so that ranges still fit.
    """
    return _OVERRIDE.sub(_REPLACEMENT, _FORBIDDEN.sub(_REPLACEMENT, text))


def one_line(text: str) -> str:
    """Return the text cleaned, on one line, without space around it."""
    return " ".join(clean(text).split())


def cell(value: Cell, unit: Unit = Unit.NUMBER, digits: int = 1) -> str:
    """Write a value as its column has it; an estimate with its interval; `–` where there is none."""
    if isinstance(value, Estimate):
        return (
            f"{point(value, unit, digits)}{f' ({found})' if (found := interval(value, unit, digits)) else ''}"
        )
    return point(value, unit, digits)


def point(value: Cell, unit: Unit = Unit.NUMBER, digits: int = 1) -> str:
    """Write a value; of an estimate, the value alone."""
    if isinstance(value, Estimate):
        value = value.value
    if value is None:
        return NONE
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return clean(value)
    return number(value, unit, digits)


def interval(value: Estimate, unit: Unit = Unit.NUMBER, digits: int = 1) -> str:
    """Write where an estimate lies, `77.0 to 79.2`; empty where the sample is too small to say."""
    if value.low is None or value.high is None:
        return ""
    return f"{number(value.low, unit, digits)} to {number(value.high, unit, digits)}"


def number(value: float, unit: Unit = Unit.NUMBER, digits: int = 1) -> str:
    """Write a number with thousands apart and a true minus sign."""
    if not math.isfinite(value):
        return NONE
    if unit is Unit.PERCENT:
        return f"{_grouped(100 * value, digits)} %"
    if unit is Unit.SECONDS:
        return _duration(value)
    if unit is Unit.COUNT and float(value).is_integer():
        return _grouped(value, 0)
    return _grouped(value, digits)


def _grouped(value: float, digits: int) -> str:
    written = f"{value:,.{max(0, digits)}f}"
    if written.strip("-0.,") == "":  # no minus before a zero
        written = written.lstrip("-")
    return written.replace("-", "−")


def _duration(seconds: float) -> str:
    sign, whole = ("−" if seconds < 0 else ""), round(abs(seconds))
    if whole < 60:
        return f"{sign if whole else ''}{whole} s"
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{sign}{hours:,} h {rest // 60:02d} min"
    return f"{sign}{rest // 60} min {rest % 60:02d} s"
