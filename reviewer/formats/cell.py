"""Values as cells of a tab-separated table that no spreadsheet misreads, and back."""

import re

from reviewer.formats.field import RecordError

_NAMED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {shown[1]: char for char, shown in _NAMED.items()}
_UNSAFE = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.)|$)")
_GUARDED = tuple("=+-@＝＋－＠\"'")
_EMPTY = "\\e"


def escape(text: str) -> str:
    """Write a text as a cell: control characters escaped, formulas and quotes led by an apostrophe."""
    cell = _UNSAFE.sub(lambda hit: _NAMED.get(hit[0]) or f"\\u{ord(hit[0]):04x}", text)
    return f"'{cell}" if cell.startswith(_GUARDED) else cell


def unescape(cell: str) -> str:
    """Read a cell; raise RecordError where a backslash means nothing."""
    return _ESCAPE.sub(_unescaped, cell.removeprefix("'"))


def nullable(text: str | None) -> str:
    """Write a text that may be absent: None becomes the empty cell."""
    if text is None:
        return ""
    return escape(text) or _EMPTY


def read_nullable(cell: str) -> str | None:
    """Read a text that may be absent."""
    if not cell:
        return None
    return "" if cell == _EMPTY else unescape(cell)


def _unescaped(hit: re.Match[str]) -> str:
    if hit[1]:
        return chr(int(hit[1], 16))
    if hit[2] in _PLAIN:
        return _PLAIN[hit[2]]
    raise RecordError(f"the escape {hit[0]!r} means nothing")
