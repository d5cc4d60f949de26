"""Where in a text file its segments stand."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import regex

from reviewer.domain.error import ReviewerError
from reviewer.domain.span import Range
from reviewer.formats.content import Shape, head, load, shape_of
from reviewer.formats.encoding import decode

_READABLE: Final = frozenset({Shape.TEXT, Shape.HTML, Shape.XML, Shape.JSON_LINES})
_LARGEST: Final = 32 * 1024 * 1024
_NEAR: Final = 20_000
"""Characters within which the next segment is looked for, however short it is."""
_TELLING: Final = 20
"""From this length on a text is looked for anywhere further on."""
_RUN = regex.compile(r"\s+")
_LINE_END = regex.compile(r"\r\n|[\n\r]")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text with every run of space made one blank, and where its characters come from."""

    text: str
    cuts: tuple[int, ...]
    """Where, in this text, a blank stands for a longer run."""
    shifts: tuple[int, ...]
    """How much further the original is behind each of them."""

    @classmethod
    def of(cls, text: str) -> Self:
        """Squeeze a text."""
        pieces: list[str] = []
        cuts: list[int] = []
        shifts: list[int] = []
        at = gone = 0
        for match in _RUN.finditer(text):
            pieces += (text[at : match.start()], " ")
            at = match.end()
            if len(match.group()) > 1:
                cuts.append(match.start() - gone + 1)
                gone += len(match.group()) - 1
                shifts.append(gone)
        return cls("".join((*pieces, text[at:])), tuple(cuts), tuple(shifts))

    def to_origin(self, index: int) -> int:
        """Return where in the original a character is."""
        behind = bisect_right(self.cuts, index)
        return index + (self.shifts[behind - 1] if behind else 0)

    def from_origin(self, index: int) -> int:
        """Return where a character of the original is here; inside a run, its blank."""
        found = bisect_left(range(len(self.text)), index, key=self.to_origin)
        return found if found < len(self.text) and self.to_origin(found) == index else max(0, found - 1)


@dataclass(frozen=True, slots=True)
class Spot:
    """A range of a file in characters, and the lines and columns it runs over, both from 1."""

    reach: Range
    line: int
    column: int
    end_line: int
    end_column: int
    """Of the character behind the last one."""


class Manuscript:
    """A text file; its segments are looked for in order, each behind the one before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._squeezed = Squeezed.of(text)
        self._lines = (0, *(match.end() for match in _LINE_END.finditer(text)))
        self._at = 0

    @classmethod
    def read(cls, path: Path, encoding: str | None = None) -> Self | None:
        """Read a file; None where it is no text, or too large to be gone through again."""
        try:
            if path.stat().st_size > _LARGEST or shape_of(head(path)) not in _READABLE:
                return None
            return cls(decode(load(path), encoding, file=path.name).text)
        except (OSError, ReviewerError):
            return None

    def place(self, text: str) -> "Placed | None":
        """Find the next segment; None where the file has it in another form."""
        squeezed = Squeezed.of(text)
        if not squeezed.text.strip():
            return None
        stop = None if len(squeezed.text) >= _TELLING else self._at + _NEAR
        start = self._squeezed.text.find(squeezed.text, self._at, stop)
        if start < 0:
            return None
        self._at = start + len(squeezed.text)
        return Placed(self, squeezed, start)

    def spot(self, first: int, last: int) -> Spot:
        """Return the range of the file from one character of its squeezed text to behind another."""
        start = self._squeezed.to_origin(first)
        end = start if last <= first else self._squeezed.to_origin(last - 1) + 1
        line, end_line = (bisect_right(self._lines, at) for at in (start, end))
        return Spot(
            Range(start, end),
            line,
            start - self._lines[line - 1] + 1,
            end_line,
            end - self._lines[end_line - 1] + 1,
        )

    def quote(self, reach: Range) -> str:
        """Return what stands there."""
        return self._text[reach.start : reach.end]


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment in its file."""

    manuscript: Manuscript
    squeezed: Squeezed
    start: int

    def spot(self, piece: Range | None = None) -> Spot:
        """Return where a range of the segment is, or all of it."""
        if piece is None:
            return self.manuscript.spot(self.start, self.start + len(self.squeezed.text))
        first = self.start + self.squeezed.from_origin(piece.start)
        if piece.start >= self.squeezed.to_origin(len(self.squeezed.text)):
            first = self.start + len(self.squeezed.text)
        last = first if piece.is_empty else self.start + self.squeezed.from_origin(piece.end - 1) + 1
        return self.manuscript.spot(first, last)
