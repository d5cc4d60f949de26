"""The score report as a workbook: a cover, a sheet for each table, charts that can be edited."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reviewer.domain.report import Chart, Excerpts, Figures, Prose, Report
from reviewer.reports.text import one_line
from reviewer.reports.wording import about, parameters
from reviewer.reports.workbook.chart import ChartSheets
from reviewer.reports.workbook.grid import Book, clipped
from reviewer.reports.workbook.sheet import write_excerpts, write_table
from reviewer.text.atomic import replacing

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def render(report: Report) -> bytes:
    """Return the workbook."""
    import xlsxwriter  # noqa: PLC0415 - heavy, and only wanted here

    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as workbook:
        workbook.set_properties(
            {
                "title": clipped(one_line(report.title)),
                "comments": f"Reviewer {one_line(report.version)}",
                "created": report.made.replace(tzinfo=None),
            }
        )
        book = Book(workbook)
        _cover(book, book.sheet("Report"), report)
        for table in report.tables():
            write_table(book, book.sheet(table.id), table)
        for section in report.sections:
            for block in section.blocks:
                if isinstance(block, Excerpts) and block.excerpts:
                    write_excerpts(book, book.sheet(block.id), block)
        charts = [chart for chart in report.charts() if chart.categories and chart.series]
        if charts:
            _charts(book, charts)
    return target.getvalue()


def write(report: Report, path: Path) -> None:
    """Write the workbook, replacing `path` in one step; ReviewerError where that fails."""
    made = render(report)
    with replacing(path) as file:
        file.write(made)


def _charts(book: Book, charts: list[Chart]) -> None:
    sheets = ChartSheets(book)
    for chart in charts:
        sheets.add(chart)


def _cover(book: Book, sheet: "Worksheet", report: Report) -> None:
    """Write what the report is about, its figures, what is said in words, and what reproduces it."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 3, 16)
    sheet.set_column(4, 4, 70)
    sheet.hide_gridlines(2)
    book.text(sheet, 0, 0, report.title, "title")
    book.text(sheet, 1, 0, report.subtitle, "muted")
    row = 3
    for name, told in about(report):
        book.text(sheet, row, 0, name, "muted")
        book.text(sheet, row, 1, told)
        row += 1
    for section in report.sections:
        row += 1
        book.text(sheet, row, 0, section.title, "heading")
        row += 1
        if section.lead:
            book.text(sheet, row, 0, section.lead)
            row += 1
        for block in section.blocks:
            if isinstance(block, Figures):
                row = _figures(book, sheet, row, block)
            elif isinstance(block, Prose):
                for paragraph in block.paragraphs:
                    book.text(sheet, row, 0, paragraph)
                    row += 1
    row += 1
    for name, told in parameters(report):
        book.text(sheet, row, 0, name, "muted")
        book.text(sheet, row, 1, told)
        row += 1


def _figures(book: Book, sheet: "Worksheet", row: int, block: Figures) -> int:
    for column, head in enumerate(("Figure", "Value", "From", "To", "Note")):
        book.text(sheet, row, column, head, "head")
    for row_ in range(row + 1, row + 1 + len(block.figures)):
        figure = block.figures[row_ - row - 1]
        book.text(sheet, row_, 0, figure.title)
        book.estimate(sheet, row_, 1, figure.value, unit=figure.unit, digits=figure.digits)
        book.text(sheet, row_, 4, figure.note, "muted")
    return row + len(block.figures) + 2
