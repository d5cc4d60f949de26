"""A review as an Excel workbook: a row for each segment, and a sheet with a row for each error.

For people, not to be read again: every cell is text or a number, never a formula.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.record import as_project
from reviewer.formats.review_row import ERRORS, SEGMENTS, Row, error_rows, fitted, segment_rows
from reviewer.text.atomic import replacing

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a workbook; texts longer than a cell are cut off with an ellipsis."""
    import xlsxwriter  # noqa: PLC0415 - heavy, and only wanted here

    project = as_project(review)
    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        _sheet(book, "Segments", SEGMENTS, segment_rows(project))
        _sheet(book, "Errors", ERRORS, error_rows(project))
    with replacing(path) as file:
        file.write(target.getvalue())


def _sheet(book: "Workbook", name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Row]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (title, width) in enumerate(columns):
        sheet.set_column(column, column, width, body)
        sheet.write_string(0, column, title, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str) and value:
                sheet.write_string(last, column, fitted(value), body)
            elif isinstance(value, int | float):
                sheet.write_number(last, column, value, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
