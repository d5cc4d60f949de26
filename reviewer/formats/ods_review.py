"""A review as an OpenDocument spreadsheet: a row for each segment, and a sheet with a row for each error.

For people, not to be read again: every cell is text or a number, never a formula.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.opendocument import inline, packed, plain
from reviewer.formats.record import as_project
from reviewer.formats.review_row import ERRORS, SEGMENTS, Row, error_rows, fitted, segment_rows
from reviewer.text.atomic import replacing

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_LETTER_MM = 2.1
_FIRST = ord("A")
_STYLES = (
    '<style:default-style style:family="table-cell"><style:text-properties fo:font-size="10pt"/>'
    "</style:default-style>"
)
_CELLS = (
    '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties'
    ' fo:border-bottom="0.5pt solid #5b626c" style:vertical-align="top"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="body" style:family="table-cell"><style:table-cell-properties'
    ' fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
    '<style:style style:name="row" style:family="table-row">'
    '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a spreadsheet; texts longer than a cell of Excel holds are cut off with an ellipsis."""
    project = as_project(review)
    widths = sorted({width for _, width in (*SEGMENTS, *ERRORS)})
    body = chain(
        _sheet("Segments", SEGMENTS, segment_rows(project)),
        _sheet("Errors", ERRORS, error_rows(project)),
        _filters({"Segments": len(SEGMENTS), "Errors": len(ERRORS)}, project),
    )
    title = ", ".join(entry.document.title for entry in project.documents)
    data = packed(_TYPE, body, styles=_STYLES, automatic=_CELLS + "".join(map(_column, widths)), title=title)
    with replacing(path) as file:
        file.write(data)


def _column(width: int) -> str:
    return (
        f'<style:style style:name="w{width}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{width * _LETTER_MM:.1f}mm"/></style:style>'
    )


def _sheet(name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Row]) -> Iterator[str]:
    yield f'<table:table table:name="{name}">'
    for _, width in columns:
        yield f'<table:table-column table:style-name="w{width}" table:default-cell-style-name="body"/>'
    heads = "".join(_text(title, "head") for title, _ in columns)
    yield f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>"
    for row in rows:
        yield f'<table:table-row table:style-name="row">{"".join(map(_cell, row))}</table:table-row>'
    yield "</table:table>"


def _cell(value: str | float | None) -> str:
    match value:
        case str() if value:
            return _text(fitted(value), "body")
        case int() | float():
            return (
                '<table:table-cell table:style-name="body" office:value-type="float"'
                f' office:value="{value:g}"><text:p>{value:g}</text:p></table:table-cell>'
            )
        case _:
            return "<table:table-cell/>"


def _text(text: str, style: str) -> str:
    paragraphs = "".join(f"<text:p>{inline(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"{paragraphs}</table:table-cell>"
    )


def _filters(widths: dict[str, int], project: ProjectReview) -> Iterator[str]:
    """Yield the ranges that filter buttons stand over."""
    lengths = {
        "Segments": sum(len(entry.segments) for entry in project.documents),
        "Errors": sum(len(entry.flags) for entry in project.documents),
    }
    yield "<table:database-ranges>"
    for name, width in widths.items():
        last = f"{chr(_FIRST + width - 1)}{lengths[name] + 1}"
        yield (
            f'<table:database-range table:name="{plain(name)}Filter" table:display-filter-buttons="true"'
            f' table:target-range-address="{name}.A1:{name}.{last}"/>'
        )
    yield "</table:database-ranges>"
