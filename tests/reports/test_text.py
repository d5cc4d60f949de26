"""Figures are written for reading, the same everywhere."""

from datetime import UTC, date, datetime

import pytest

from reviewer.domain.report import Cell, Estimate, Unit
from reviewer.reports.text import cell, clean, number, one_line, point


@pytest.mark.parametrize(
    ("value", "unit", "digits", "expected"),
    [
        (1234.56, Unit.NUMBER, 1, "1,234.6"),
        (-3.25, Unit.NUMBER, 2, "−3.25"),
        (-0.04, Unit.NUMBER, 1, "0.0"),
        (0.418, Unit.PERCENT, 1, "41.8 %"),
        (12345, Unit.COUNT, 1, "12,345"),
        (2.5, Unit.COUNT, 1, "2.5"),
        (0, Unit.SECONDS, 0, "0 s"),
        (59.6, Unit.SECONDS, 0, "1 min 00 s"),
        (94, Unit.SECONDS, 0, "1 min 34 s"),
        (7260, Unit.SECONDS, 0, "2 h 01 min"),
        (float("nan"), Unit.NUMBER, 1, "–"),
    ],
)
def test_numbers(value: float, unit: Unit, digits: int, expected: str) -> None:
    """Thousands apart, a true minus, no minus before zero, durations in words."""
    assert number(value, unit, digits) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "–"),
        (True, "yes"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "2026-01-02 03:04"),
        ("a\x07b", "a�b"),
        (Estimate(84.2, 81.9, 86.4), "84.2 (81.9 to 86.4)"),
        (Estimate(-5.5, -9.1, -1.2), "−5.5 (−9.1 to −1.2)"),
        (Estimate(70.4), "70.4"),
    ],
)
def test_cells(value: Cell, expected: str) -> None:
    """Nothing is a dash; an estimate shows its interval where it has one."""
    assert cell(value) == expected


def test_the_value_alone() -> None:
    """An interval can be written elsewhere."""
    assert point(Estimate(84.2, 81.9, 86.4)) == "84.2"


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\ud800", "\ufffe", "\u202e", "\u2066", "\x85"])
def test_what_no_file_may_hold_is_replaced(bad: str) -> None:
    """The text stays as long as it was, so that marks still fit."""
    assert clean(f"क{bad}ख\n") == "क\ufffdख\n"


def test_joiners_stay() -> None:
    """Hindi needs them."""
    assert clean("र्\u200dक क्\u200cष") == "र्\u200dक क्\u200cष"


def test_one_line_is_one_line() -> None:
    """Line ends and tabs become spaces."""
    assert one_line(" a\r\n b\tc ") == "a� b c"
