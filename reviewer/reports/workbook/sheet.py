"""Sheets of a workbook: one for a table, one for excerpts."""

from typing import TYPE_CHECKING

from reviewer.domain.report import Column, Estimate, Excerpts, Remark, Table, Unit
from reviewer.reports.text import one_line, point
from reviewer.reports.workbook.grid import Book

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDEST = 60


def write_table(book: Book, sheet: "Worksheet", table: Table) -> None:
    """Write a table; a column of estimates becomes three."""
    places: list[tuple[int, Column, bool]] = []
    column_at = 0
    for n, column in enumerate(table.columns):
        is_estimate = any(isinstance(row[n], Estimate) for row in table.rows)
        places.append((column_at, column, is_estimate))
        longest = max((len(point(row[n], column.unit, column.digits)) for row in table.rows), default=0)
        _head(book, sheet, column_at, column, longest=longest, is_estimate=is_estimate)
        column_at += 3 if is_estimate else 1
    for number, row in enumerate(table.rows, start=1):
        for value, (at, column, _) in zip(row, places, strict=True):
            book.estimate(sheet, number, at, value, unit=column.unit, digits=column.digits, style="wrapped")
    sheet.freeze_panes(1, 1)
    if table.rows and column_at:
        sheet.autofilter(0, 0, len(table.rows), column_at - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&L" + one_line(table.title).replace("&", "&&")[:120])
    for line, told in enumerate((table.title, table.note)):
        if told:
            book.text(sheet, len(table.rows) + 2 + line, 0, told, "muted")


def _head(
    book: Book, sheet: "Worksheet", at: int, column: Column, *, longest: int, is_estimate: bool
) -> None:
    style = "head" if column.unit in {Unit.TEXT, Unit.DAY} else "number_head"
    titles = [column.title]
    if is_estimate:
        titles += [f"{column.title}, from", f"{column.title}, to"]
    for shift, title in enumerate(titles):
        book.text(sheet, 0, at + shift, title, style)
        width = min(max(longest + 2, min(len(one_line(title)) + 4, 18), 8), _WIDEST)
        sheet.set_column(at + shift, at + shift, width)
    if column.note:
        sheet.write_comment(0, at, one_line(column.note))


def write_excerpts(book: Book, sheet: "Worksheet", block: Excerpts) -> None:
    """Write a row for each remark, with the texts it is about."""
    titles = list(dict.fromkeys(text.title for excerpt in block.excerpts for text in excerpt.texts))
    fixed = ("Document", "Segment", "Why")
    said = ("No.", "Severity", "Type", "Quote", "Suggestion", "Comment", "Author")
    heads = (*fixed, *titles, *said)
    for column, head in enumerate(heads):
        book.text(sheet, 0, column, head, "head")
    row = 0
    for excerpt in block.excerpts:
        texts = {text.title: text.text for text in excerpt.texts}
        for remark in excerpt.remarks or (None,):
            row += 1
            values = [excerpt.document, excerpt.position + 1, excerpt.heading, *map(texts.get, titles)]
            values += _said(remark) if remark else []
            for column, value in enumerate(values):
                book.value(sheet, row, column, value, unit=Unit.COUNT, digits=0, style="wrapped")
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, row, len(heads) - 1)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 9)
    sheet.set_column(2, 2, 20)
    sheet.set_column(3, 2 + len(titles), 50)
    sheet.set_column(3 + len(titles), 4 + len(titles), 10)
    sheet.set_column(5 + len(titles), len(heads) - 1, 26)


def _said(remark: Remark) -> list[str | int | None]:
    return [
        remark.number,
        remark.severity.value,
        remark.type,
        remark.quote,
        remark.suggestion,
        remark.comment,
        remark.author,
    ]
