"""The bytes of a file: fetched within limits, and recognised by their beginning."""

import os
import stat
from enum import StrEnum
from pathlib import Path

from reviewer.domain.code import Original
from reviewer.domain.error import ReviewerError

MAX_BYTES = 256 * 1024 * 1024
HEAD_BYTES = 64 * 1024
LARGEST_KEPT = 32 * 2**20
"""Bytes of an article's file up to which a project keeps it."""


class Shape(StrEnum):
    """What the first bytes of a file say it is."""

    TEXT = "text"
    HTML = "web page"
    XML = "XML file"
    JSON_LINES = "JSON lines"
    ZIP = "ZIP archive"
    PDF = "PDF"
    OLE = "old or protected Office file"
    RTF = "RTF file"
    SQLITE = "database"
    PICTURE = "picture"
    MEDIA = "sound or film"
    COMPRESSED = "compressed archive"
    PROGRAM = "program"
    BINARY = "binary file"


_MAGIC: tuple[tuple[bytes, Shape], ...] = (
    (b"PK\x03\x04", Shape.ZIP),
    (b"PK\x05\x06", Shape.ZIP),
    (b"%PDF-", Shape.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Shape.OLE),
    (b"{\\rtf", Shape.RTF),
    (b"SQLite format 3\x00", Shape.SQLITE),
    (b"\x89PNG\r\n", Shape.PICTURE),
    (b"\xff\xd8\xff", Shape.PICTURE),
    (b"GIF8", Shape.PICTURE),
    (b"II*\x00", Shape.PICTURE),
    (b"MM\x00*", Shape.PICTURE),
    (b"ID3", Shape.MEDIA),
    (b"OggS", Shape.MEDIA),
    (b"RIFF", Shape.MEDIA),
    (b"\x1f\x8b", Shape.COMPRESSED),
    (b"BZh", Shape.COMPRESSED),
    (b"\xfd7zXZ\x00", Shape.COMPRESSED),
    (b"7z\xbc\xaf'\x1c", Shape.COMPRESSED),
    (b"Rar!\x1a\x07", Shape.COMPRESSED),
    (b"\x28\xb5\x2f\xfd", Shape.COMPRESSED),
    (b"\x7fELF", Shape.PROGRAM),
    (b"MZ\x90\x00", Shape.PROGRAM),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGE_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<h1")


def load(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Read a whole file of at most `limit` bytes; raise ReviewerError if it cannot be or is empty."""
    size = _checked_size(path)
    if size > limit:
        raise ReviewerError(
            f"the file has {size // 2**20} MB; {limit // 2**20} MB are read at most",
            file=path.name,
            remedy="Split it into smaller files.",
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def kept(path: Path, form: str, data: bytes) -> Original | None:
    """Return the file to be kept with its article; nothing where it is too large for a project."""
    return Original(name=shown_name(path), format=form, data=data) if len(data) <= LARGEST_KEPT else None


def head(path: Path) -> bytes:
    """The first bytes of a file; raise ReviewerError if it cannot be read or is empty."""
    _checked_size(path)
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD_BYTES)
    except OSError as error:
        raise unreadable(path, error) from error


def shown_name(path: Path) -> str:
    """The name of a file as text that can be stored: bytes that are no letters become U+FFFD."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def shown_stem(path: Path) -> str:
    """The same without the suffix, for use as a title."""
    return Path(shown_name(path)).stem


def unreadable(path: Path, error: OSError) -> ReviewerError:
    """Word a failure of the file system."""
    return ReviewerError(f"cannot be read ({error.strerror or error})", file=path.name)


def _checked_size(path: Path) -> int:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise ReviewerError("there is no such file", file=str(path)) from None
    except (OSError, ValueError) as error:
        raise ReviewerError(f"cannot be read ({error})", file=str(path)) from error
    if stat.S_ISDIR(status.st_mode):
        raise ReviewerError("is a folder, not a file", file=path.name, remedy="Name the files in it.")
    if not stat.S_ISREG(status.st_mode):
        raise ReviewerError("is not an ordinary file", file=os.fspath(path))
    if status.st_size == 0:
        raise ReviewerError("the file is empty", file=path.name)
    return status.st_size


def shape_of(data: bytes) -> Shape:
    """Recognise a file by its first bytes."""
    for magic, shape in _MAGIC:
        if data.startswith(magic):
            return shape
    if data[4:8] == b"ftyp":
        return Shape.MEDIA
    if data.startswith(_BOMS[1:]):
        return _text_shape(data.replace(b"\x00", b"")[2:])
    if b"\x00" in data and not _may_be_utf16(data):
        return Shape.BINARY
    return _text_shape(data.replace(b"\x00", b"").removeprefix(_BOMS[0]))


def _text_shape(data: bytes) -> Shape:
    start = data[:4096].lstrip().lower()
    if start.startswith(_PAGE_TAGS):
        return Shape.HTML
    if start.startswith((b"<?xml", b"<!--")):
        is_page = b"<html" in data[:HEAD_BYTES].lower()
        return Shape.HTML if is_page else Shape.XML
    if start.startswith(b"{") and b'"' in start[:64]:
        return Shape.JSON_LINES
    return Shape.TEXT


def _may_be_utf16(data: bytes) -> bool:
    """Whether zero bytes stand as in UTF-16 without its mark: in every space, all on one parity."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    few, many = sorted((even, odd))
    return many * 100 >= len(data) and few * 20 <= many
