"""Typed cells, their formats, and the names of sheets."""

import math
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

import regex

from reviewer.domain.report import Cell, Estimate, Unit
from reviewer.reports.text import clean

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST: Final = 32_767
"""Characters a cell holds, in UTF-16 units."""
_SHEET: Final = 31
_BAD: Final = regex.compile(r"[\[\]:*?/\\]")
_STYLES: Final[dict[str, dict[str, object]]] = {
    "title": {"bold": True, "font_size": 18},
    "heading": {"bold": True, "font_size": 13},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "number_head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", "align": "right"},
    "muted": {"font_color": "#5b626c"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "quoted": {"quote_prefix": True},
}
_STARTS: Final = ("=", "+", "-", "@", "\t")


def clipped(text: str, longest: int = _LONGEST) -> str:
    """Return as much of a text as a cell holds; letters beyond the first plane count twice."""
    if len(text) * 2 <= longest:
        return text
    return text.encode("utf-16-le", "replace")[: 2 * longest].decode("utf-16-le", "ignore")


class Book:
    """A workbook with the report's formats and unique names of sheets."""

    def __init__(self, workbook: "Workbook") -> None:
        self.workbook = workbook
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self._names: set[str] = {"history"}

    def sheet(self, wish: str) -> "Worksheet":
        """Add a sheet, named as near to the wish as the format allows."""
        base = _BAD.sub(" ", clean(wish).replace("\ufffd", " "))
        base = " ".join(base.split()).strip("' ")
        base = clipped(base, _SHEET).strip("' ") or "Sheet"
        name, number = base, 1
        while name.casefold() in self._names:
            number += 1
            end = f" {number}"
            name = clipped(base, _SHEET - len(end)).rstrip() + end
        self._names.add(name.casefold())
        return self.workbook.add_worksheet(name)

    def look(self, **properties: object) -> "Format":
        """Return a format, the same one for the same properties."""
        wanted = tuple(sorted(properties.items()))
        if wanted not in self._formats:
            self._formats[wanted] = self.workbook.add_format(properties)
        return self._formats[wanted]

    def text(self, sheet: "Worksheet", row: int, column: int, text: str, style: str = "") -> None:
        """Write text that stays text: what could be taken for a formula is marked as none."""
        shown = clipped(clean(text))
        properties = dict(_STYLES.get(style, {}))
        if shown.startswith(_STARTS):
            properties |= _STYLES["quoted"]
        sheet.write_string(row, column, shown, self.look(**properties) if properties else None)

    def value(
        self,
        sheet: "Worksheet",
        row: int,
        column: int,
        value: Cell,
        *,
        unit: Unit,
        digits: int,
        style: str = "",
    ) -> None:
        """Write a value in its own type; of an estimate, the value alone; nothing where there is none."""
        if isinstance(value, Estimate):
            value = value.value
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, date):
            self._day(sheet, row, column, value)
        elif isinstance(value, str):
            self.text(sheet, row, column, value, style)
        else:
            amount = value / 86_400 if unit is Unit.SECONDS else value
            sheet.write_number(row, column, amount, self.look(num_format=number_format(value, unit, digits)))

    def estimate(
        self,
        sheet: "Worksheet",
        row: int,
        column: int,
        value: Cell,
        *,
        unit: Unit,
        digits: int,
        style: str = "",
    ) -> None:
        """Write a value and, where it is an estimate, its ends into the two cells to the right."""
        self.value(sheet, row, column, value, unit=unit, digits=digits, style=style)
        if isinstance(value, Estimate):
            self.value(sheet, row, column + 1, value.low, unit=unit, digits=digits)
            self.value(sheet, row, column + 2, value.high, unit=unit, digits=digits)

    def _day(self, sheet: "Worksheet", row: int, column: int, value: date) -> None:
        if value.year < 1900:  # before the format's first day
            self.text(sheet, row, column, value.isoformat())
        elif isinstance(value, datetime):
            plain = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
            sheet.write_datetime(row, column, plain, self.look(num_format="yyyy-mm-dd hh:mm"))
        else:
            sheet.write_datetime(
                row,
                column,
                datetime(value.year, value.month, value.day),
                self.look(num_format="yyyy-mm-dd"),
            )


def number_format(value: float, unit: Unit, digits: int) -> str:
    """Return the number format of a value."""
    places = f".{'0' * digits}" if digits > 0 else ""
    if unit is Unit.PERCENT:
        return f"0{places}%"
    if unit is Unit.SECONDS:
        return "[h]:mm:ss"
    if unit is Unit.COUNT and float(value).is_integer():
        return "#,##0"
    return f"#,##0{places}"
