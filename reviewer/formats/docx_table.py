"""Word documents whose text is a table of English and Hindi, as agencies and CAT tools send them."""

from collections.abc import Sequence
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.formats import docx
from reviewer.formats.header import Field, guess, is_header

_SHARE = 0.8
"""Of a document's letters, what its bilingual tables hold at least."""
_Row = tuple[str, ...]


def rows(path: Path) -> tuple[_Row, ...]:
    """Read the rows of the longest table, and of the others that are as wide; heads are not repeated."""
    tables = [[row for row in table if any(row)] for table in docx.tables(path)]
    longest = max(tables, key=len, default=[])
    width = max(map(len, longest), default=0)
    found: list[_Row] = []
    for table in tables:
        if max(map(len, table), default=0) != width:
            continue
        even = [(*row, *[""] * (width - len(row))) for row in table]  # merged cells leave rows uneven
        found += even[1:] if found and even[0] == found[0] else even
    return tuple(found)


def is_bilingual(path: Path) -> bool:
    """Whether nearly all of a document is in tables with an English and a Hindi column."""
    try:
        found = rows(path)
        if len(found) < 1 or len(found[0]) < len((Field.SOURCE, Field.TARGET)):
            return False
        columns = guess(_head(found), found)
        if not {Field.SOURCE, Field.TARGET} <= columns.keys():
            return False
        whole = sum(len("".join(each.text.split())) for each in docx.read(path).paragraphs)
    except ReviewerError:  # told when it is read
        return False
    return sum(len("".join(cell.split())) for row in found for cell in row) >= _SHARE * whole


def _head(found: Sequence[_Row]) -> _Row:
    return found[0] if is_header(found[0], found[1:]) else ("",) * len(found[0])
