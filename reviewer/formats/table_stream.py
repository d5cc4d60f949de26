"""Bilingual tables too large for memory: their rows come one by one, as segments of one document."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reviewer.domain.draft import DocumentDraft
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Document, Segment
from reviewer.formats.content import shown_name, shown_stem, unreadable
from reviewer.formats.delimited import is_quoted, sniff_delimiter
from reviewer.formats.encoding import decode
from reviewer.formats.header import Field, guess, is_header
from reviewer.formats.stream import Stream
from reviewer.formats.table import read_table

if TYPE_CHECKING:
    from _csv import Reader

_SAMPLE = 1024 * 1024
_SAMPLE_ROWS = 20
_PARTING = frozenset({Field.DOCUMENT, Field.SYSTEM})
"""Columns that make several documents of a table."""


def stream(path: Path) -> Stream | tuple[DocumentDraft, ...]:
    """Read a table row by row; one that holds several documents is read as a whole.

    Raises ReviewerError or UnknownEncoding as reading the whole does, for rows behind the first megabyte
    when they are reached.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_SAMPLE)
            is_whole = not file.read(1)
    except OSError as error:
        raise unreadable(path, error) from error
    complete = head if is_whole else head[: head.rfind(b"\n") + 1]
    decoded = decode(complete, file=path.name)
    delimiter = sniff_delimiter(decoded.text)
    is_literal = delimiter == "\t" and not is_quoted(decoded.text)
    lines = decoded.text.splitlines(keepends=True)
    first, *sample = islice(_reader(lines, delimiter, is_literal=is_literal), _SAMPLE_ROWS + 1)
    has_header = is_header(first, sample)
    names = first if has_header else [f"Column {n + 1}" for n in range(len(first))]
    columns = guess(names, sample if has_header else [first, *sample])
    if Field.TARGET not in columns or _PARTING & columns.keys() or decoded.text.startswith("sep="):
        return read_table(path)
    document = Document(id=1, title=shown_stem(path), origin=shown_name(path))
    # These two take the mark at the beginning of the file away.
    encoding = "utf-16" if decoded.encoding.startswith("utf-16") else "utf-8-sig"
    opened = path.open(encoding=encoding, newline="")
    rows = _rows(opened, _reader(opened, delimiter, is_literal=is_literal), path.name, len(first))
    return Stream(document, _segments(islice(rows, has_header, None), columns))


def _reader(lines: Iterable[str], delimiter: str, *, is_literal: bool) -> "Reader":
    if is_literal:
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    return csv.reader(lines, delimiter=delimiter, strict=True)


def _rows(opened: TextIO, reader: "Reader", file: str, width: int) -> Iterator[list[str]]:
    with opened:
        try:
            for row in reader:
                if not any(cell.strip() for cell in row):
                    continue
                if len(row) < width or any(cell.strip() for cell in row[width:]):
                    raise ReviewerError(
                        f"the row has {len(row)} cells, the first row has {width}",
                        file=file,
                        place=f"line {reader.line_num}",
                        remedy="Put cells that hold delimiters, quotes or line breaks in quotes.",
                    )
                yield row
        except csv.Error as error:
            raise ReviewerError(
                "cannot be parted into cells",
                file=file,
                place=f"line {reader.line_num}",
                remedy=f"({error}.)",
            ) from None
        except UnicodeError:
            raise ReviewerError(
                f"is not {opened.encoding.removesuffix('-sig').upper()} throughout",
                file=file,
                place=f"behind line {reader.line_num}",
                remedy="The file is damaged there or has another encoding.",
            ) from None


def _segments(rows: Iterator[list[str]], columns: Mapping[Field, int]) -> Iterator[Segment]:
    numbers = count()
    for row in rows:
        cells = {name: row[column].strip() for name, column in columns.items()}
        received = cells[Field.TARGET]
        if not (received or cells.get(Field.SOURCE)):
            continue
        position = next(numbers)
        yield Segment(
            id=position + 1,
            document_id=1,
            position=position,
            paragraph=position,
            received=received,
            final=cells.get(Field.FINAL) or received,
            source=cells.get(Field.SOURCE) or None,
            back_translation=cells.get(Field.BACK_TRANSLATION) or None,
            reference=cells.get(Field.REFERENCE) or None,
        )
