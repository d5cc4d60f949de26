"""Plain text: a paragraph a line, or blocks of wrapped lines."""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby, pairwise
from pathlib import Path

from reviewer.domain.draft import Article, Paragraph
from reviewer.formats.content import kept, load, shown_name, shown_stem
from reviewer.formats.encoding import decode

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FINAL = re.compile(r"[।॥.?!…|][\"'”’)\]]*$")
_MIN_WRAP, _MAX_WRAP = 40, 80
_MIN_JOINTS = 3
_SLACK = 2

WRAPPED = "The file is wrapped to short lines: they were joined into paragraphs."


def read(path: Path, *, encoding: str | None = None) -> Article:
    """Read a text file; raise ReviewerError or UnknownEncoding."""
    data = load(path)
    decoded = decode(data, encoding, file=path.name)
    texts, is_wrapped = paragraphs(decoded.text)
    return Article(
        title=shown_stem(path),
        paragraphs=tuple(Paragraph(text) for text in texts),
        origin=shown_name(path),
        encoding=decoded.encoding,
        warnings=(WRAPPED,) if is_wrapped else (),
        original=None if encoding else kept(path, "plain", data),
    )


def paragraphs(text: str) -> tuple[tuple[str, ...], bool]:
    """Split text at its line ends, dropping blank lines; also tell whether wrapped lines were joined."""
    lines = [line.strip() for line in _LINE_END.split(text)]
    if is_hard_wrapped(lines):
        return tuple(_join(block) for block in _blocks(lines)), True
    return tuple(line for line in lines if is_visible(line)), False


def is_visible(text: str) -> bool:
    """Whether anything in the text can be seen: not only spaces, marks of order and control characters."""
    return any(not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf"} for char in text)


def is_hard_wrapped(lines: list[str]) -> bool:
    """Whether every line end inside a block stands there because the next word did not fit.

    Widths are tried in code points and in columns (marks above and below take none), as both kinds of
    editors exist. Verse, lists and a sentence a line do not pass.
    """
    if max(map(len, lines), default=0) > 2 * _MAX_WRAP:
        return False
    joints = [(before, after) for block in _blocks(lines) for before, after in pairwise(block)]
    if len(joints) < _MIN_JOINTS:
        return False
    if sum(bool(_FINAL.search(before)) for before, _ in joints) * 3 > len(joints):
        return False
    return any(_is_filled(lines, joints, measure) for measure in (len, _columns))


def _is_filled(lines: list[str], joints: list[tuple[str, str]], measure: Callable[[str], int]) -> bool:
    width = max(map(measure, lines))
    return _MIN_WRAP <= width <= _MAX_WRAP and all(
        measure(before) + 1 + measure(after.split()[0]) > width - _SLACK for before, after in joints
    )


def _columns(text: str) -> int:
    return sum(unicodedata.category(char) not in {"Mn", "Me", "Cf"} for char in text)


def _blocks(lines: list[str]) -> list[list[str]]:
    """Runs of lines between blank ones."""
    groups = groupby(lines, key=is_visible)
    return [list(block) for visible, block in groups if visible]


def _join(block: list[str]) -> str:
    text = block[0]
    for line in block[1:]:
        text += line if text[-1] == "-" and not text[-2:-1].isspace() else f" {line}"
    return text
