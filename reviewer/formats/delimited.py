"""Comma-, semicolon- and tab-separated text as rows of cells."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from reviewer.domain.error import ReviewerError

DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE_ROWS = 60
_SAMPLE_CHARS = 200_000
_EXCEL_HINT = re.compile(r"\Asep=(.)\r?\n")


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one width, their numbers in the file (from 1), and what parted their cells."""

    cells: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    delimiter: str = ""


def parse(text: str, *, delimiter: str | None = None, file: str = "", is_ragged: bool = False) -> Rows:
    """Part a text into cells; raise ReviewerError naming the first row that does not fit the others.

    With `is_ragged`, rows may be of any width and are filled up with empty cells.
    """
    hint = _EXCEL_HINT.match(text)
    if hint:
        text = text[hint.end() :]
        delimiter = delimiter or hint.group(1)
    delimiter = delimiter or sniff_delimiter(text)
    is_literal = delimiter == "\t" and not is_quoted(text)
    numbered = [
        (number, row)
        for number, row in enumerate(_records(text, delimiter, file, is_literal=is_literal), 2 if hint else 1)
        if any(cell.strip() for cell in row)
    ]
    if is_ragged:
        width = max((_used(row) for _, row in numbered), default=0)
        cells = tuple((*row[:width], *[""] * (width - len(row))) for _, row in numbered)
    else:
        cells = level([row for _, row in numbered], [number for number, _ in numbered], file)
    return Rows(cells, tuple(number for number, _ in numbered), delimiter)


def level(rows: Sequence[Sequence[str]], numbers: Sequence[int], file: str) -> tuple[tuple[str, ...], ...]:
    """Bring rows to the width of the first; raise ReviewerError for one that has too few or too many.

    Empty cells at the end of a row count for nothing.
    """
    if not rows:
        return ()
    least, most = _used(rows[0]), len(rows[0])
    for number, row in zip(numbers, rows, strict=True):
        if len(row) < least or _used(row) > most:
            raise ReviewerError(
                f"the row has {len(row)} cells, the first row has {least}",
                file=file,
                place=f"row {number}",
                remedy="Put cells that hold delimiters, quotes or line breaks in quotes.",
            )
    width = max(map(_used, rows))
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows)


def _used(row: Sequence[str]) -> int:
    return next((n for n in range(len(row), 0, -1) if row[n - 1].strip()), 0)


def _records(text: str, delimiter: str, file: str, *, is_literal: bool) -> Iterator[list[str]]:
    lines = StringIO(text, newline="")
    reader = (
        csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
        if is_literal
        else csv.reader(lines, delimiter=delimiter, strict=True)
    )
    try:
        yield from reader
    except csv.Error as error:
        reason, remedy = "cannot be parted into cells", f"({error}.)"
        if "field larger" in str(error):
            reason, remedy = "a cell has more than 131,072 characters", "Break it into segments."
        elif "unexpected end" in str(error):
            reason, remedy = (
                "a quotation mark is opened and never closed",
                "Double quotes inside quoted cells.",
            )
        elif "expected after" in str(error):
            reason, remedy = "a quotation mark stands inside a quoted cell", "Double it."
        raise ReviewerError(reason, file=file, place=f"line {reader.line_num}", remedy=remedy) from None


def sniff_delimiter(text: str) -> str:
    """The character that parts the first row and most of the others like it; a tab if there is one column."""
    sample = text[:_SAMPLE_CHARS]
    scores = {delimiter: _evenness(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else "\t"


def _evenness(sample: str, delimiter: str) -> float:
    """Share of rows as wide as the first; 0 where the first is not parted."""
    widths: list[int] = []
    reader = csv.reader(StringIO(sample, newline=""), delimiter=delimiter)
    with suppress(csv.Error):  # what could be read until there tells enough
        widths.extend(len(row) for row in islice(reader, _SAMPLE_ROWS) if row)
    if not widths or widths[0] < 2:
        return 0.0
    return sum(width == widths[0] for width in widths) / len(widths)


def is_quoted(text: str) -> bool:
    """Whether quotation marks in a tab-separated text part cells or are part of the text.

    Most such files have no quoting: then a mark that opens a cell is text. Spreadsheets quote the cells
    that need it, so one of those proves it; a cell with both a tab and a line break is swallowed rows.
    """
    if '"' not in text:
        return False
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return False
    cells = [cell for row in rows for cell in row]
    if any("\t" in cell and "\n" in cell for cell in cells):
        return False
    is_proved = '""' in text or any("\t" in cell or "\n" in cell for cell in cells)
    return is_proved or all(line.startswith('"') for line in text.splitlines() if line.strip())
