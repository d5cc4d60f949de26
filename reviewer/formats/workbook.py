"""Excel workbooks as rows of cells: stored values, never formulas run."""

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from reviewer.domain.error import ReviewerError
from reviewer.formats.archive import damaged, load_archive
from reviewer.formats.delimited import Rows

MAX_COLUMNS = 256
MAX_ROWS = 1_048_576
MAX_CELL = 131_072
_BROKEN = (
    BadZipFile,
    OSError,
    InvalidFileException,
    ParseError,
    XMLSyntaxError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
)


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of the worksheets, in their order."""
    book = _open(path)
    try:
        return tuple(sheet.title for sheet in book.worksheets)
    finally:
        book.close()


def read_sheet(path: Path, name: str | None = None) -> Rows:
    """The filled rows of one worksheet, the first unless named; raise ReviewerError if there is none such."""
    book = _open(path)
    try:
        titles = [sheet.title for sheet in book.worksheets]
        if not titles or (name is not None and name not in titles):
            raise ReviewerError(
                f"has no worksheet {name!r}" if name else "has no worksheet",
                file=path.name,
                remedy=f"It has {', '.join(titles)}." if titles else "",
            )
        rows = list(_filled(book, titles.index(name) if name else 0, path.name))
    except _BROKEN as error:
        raise damaged(path.name, "a worksheet cannot be parsed") from error
    finally:
        book.close()
    width = max((len(row) for _, row in rows), default=0)
    cells = tuple((*row, *[""] * (width - len(row))) for _, row in rows)
    return Rows(cells, tuple(number for number, _ in rows))


def _open(path: Path) -> Workbook:
    stream = load_archive(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of extensions it passes over
            return load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    except _BROKEN as error:
        raise damaged(path.name, "it is no Excel workbook") from error


def _filled(book: Workbook, index: int, file: str) -> Iterator[tuple[int, list[str]]]:
    sheet = book.worksheets[index]
    sheet.reset_dimensions()  # what a file says of its size need not be so
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = sheet.iter_rows(max_col=MAX_COLUMNS, max_row=MAX_ROWS, values_only=True)
        for number, values in enumerate(rows, 1):
            # A file may skip to the last row there is: the blank ones between have to be cheap.
            row = [] if values.count(None) == len(values) else _texts(values)
            if row:
                if max(map(len, row)) > MAX_CELL:
                    raise ReviewerError(
                        "a cell has more than 131,072 characters", file=file, place=f"row {number}"
                    )
                yield number, row


def _texts(values: Sequence[object]) -> list[str]:
    row = [_text(value) for value in values]
    while row and not row[-1].strip():
        row.pop()
    return row


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")
