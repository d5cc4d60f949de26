"""Plain line files, read as the `sacrebleu` command reads them: a sentence a line."""

import codecs
import gzip
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, cast

from reviewer.cli.outcome import tell
from reviewer.domain.error import ReviewerError
from reviewer.formats.content import head, load
from reviewer.formats.encoding import decode

STDIN: Final = Path("-")
_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Hypotheses and streams of references, all of one length."""

    hypotheses: list[str]
    references: list[list[str]]


def read_corpus(
    hypothesis: Path, references: Sequence[Path], *, fields: int = 1, encoding: str = "utf-8"
) -> Corpus:
    """Read a file and its references; with `fields` above 1 one file holds so many, parted by tabs.

    Raises ReviewerError where they differ in length, or a line has fewer fields.
    """
    streams = read_references(references, fields=fields, encoding=encoding)
    return Corpus(read_system(hypothesis, streams, references, encoding=encoding), streams)


def read_references(paths: Sequence[Path], *, fields: int = 1, encoding: str = "utf-8") -> list[list[str]]:
    """Return the streams of references."""
    if fields == 1:
        return [read_lines(path, encoding) for path in paths]
    if fields < 1 or len(paths) > 1:
        raise ReviewerError("--num-refs takes one file of tab-separated references")
    rows = [line.split("\t", fields - 1) for line in read_lines(paths[0], encoding)]
    for number, row in enumerate(rows, start=1):
        if len(row) != fields:
            raise ReviewerError(
                f"{fields} references expected, but found {len(row)}",
                file=str(paths[0]),
                place=f"line {number}",
                remedy="Part them by tabs.",
            )
    return [list(stream) for stream in zip(*rows, strict=True)]


def read_system(
    path: Path, references: Sequence[Sequence[str]], names: Sequence[Path], *, encoding: str = "utf-8"
) -> list[str]:
    """Return the lines of a hypothesis; ReviewerError where a reference has more or fewer."""
    lines = read_lines(path, encoding)
    for place, stream in enumerate(references):
        if len(stream) != len(lines):
            raise ReviewerError(
                f"has {len(stream)} lines, but {_shown(path)} has {len(lines)}",
                file=_shown(names[min(place, len(names) - 1)]),
                remedy="Both need a sentence a line, in the same order.",
            )
    return lines


def read_lines(path: Path, encoding: str = "utf-8") -> list[str]:
    """Read lines as sacreBLEU does: a line feed ends one, space at its end does not count.

    A byte order mark counts as a character, as it does there; a note says so. `-` is standard input, a
    name in `.gz` is unpacked.
    """
    try:
        codecs.lookup(encoding)
    except LookupError:
        raise ReviewerError(
            f"there is no encoding named {encoding!r}", remedy="Most texts are utf-8."
        ) from None
    if path == STDIN:
        lines = _lines(sys.stdin.buffer, encoding)
    else:
        head(path)
        try:
            with _opened(path) as stream:
                lines = _lines(stream, encoding)
        except UnicodeDecodeError as error:
            lines = _decoded(path, encoding, error)
        except (EOFError, gzip.BadGzipFile) as error:
            raise ReviewerError(f"cannot be unpacked ({error})", file=str(path)) from None
    if not lines:
        raise ReviewerError("the file is empty", file=_shown(path))
    if lines[0].startswith(_MARK):
        tell(f"{_shown(path)} begins with a byte order mark; as in sacreBLEU it counts as a character")
    return lines


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path, "rb"))
    return path.open("rb")


def _lines(stream: Iterable[bytes], encoding: str) -> list[str]:
    if codecs.lookup(encoding).name not in {"utf-8", "ascii", "iso8859-1", "cp1252"}:
        # In other encodings a line feed is not one byte.
        text = b"".join(stream).decode(encoding)
        return [line.rstrip() for line in text.removesuffix("\n").split("\n")] if text else []
    return [line.decode(encoding).rstrip() for line in stream]


def _decoded(path: Path, encoding: str, error: UnicodeDecodeError) -> list[str]:
    """Read UTF-16 by its mark; anything else is told as every reader tells it."""
    if encoding.lower() not in {"utf-8", "utf8"}:
        raise ReviewerError(f"is not {encoding} throughout ({error.reason})", file=str(path))
    text = decode(load(path), file=str(path)).text
    return [line.rstrip() for line in text.removesuffix("\n").split("\n")]


def _shown(path: Path) -> str:
    return "standard input" if path == STDIN else path.name
