"""Positions across two forms of one text: raw and NFC, text and fold key, code points and UTF-16."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Self

from reviewer.domain.span import Range
from reviewer.text import cluster


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """How the positions of a derived text answer to those of the text it was made from.

    Only the places that differ are kept, in order; between them both texts run alike. A position
    inside a place that differs answers to its start, and a range that cuts one takes it whole.
    """

    origin: tuple[Range, ...] = ()
    derived: tuple[Range, ...] = ()

    @classmethod
    def of(cls, edits: Iterable[tuple[int, int, str]]) -> Self:
        """Build a map from `(start, end, replacement)` in the origin, in order and apart."""
        origin: list[Range] = []
        derived: list[Range] = []
        shift = 0
        for start, end, replacement in edits:
            origin.append(Range(start, end))
            derived.append(Range(start + shift, start + shift + len(replacement)))
            shift += len(replacement) - (end - start)
        return cls(tuple(origin), tuple(derived))

    def to_origin(self, index: int) -> int:
        """Return the position in the origin; where text was left out, the one before it."""
        return _cross(index, self.derived, self.origin, past_gap=False, is_end=False)

    def to_derived(self, index: int) -> int:
        """Return the position in the derived text; where text was put in, the one before it."""
        return _cross(index, self.origin, self.derived, past_gap=False, is_end=False)

    def range_to_origin(self, piece: Range) -> Range:
        """Return the range of the origin without what was left out at its ends."""
        return _cross_range(piece, self.derived, self.origin)

    def range_to_derived(self, piece: Range) -> Range:
        """Return the range of the derived text."""
        return _cross_range(piece, self.origin, self.derived)

    def then(self, later: Self) -> Self:
        """Return the map from this origin to the derived text of a later map."""
        if not self.origin or not later.origin:
            return later if not self.origin else self
        joined: list[Range] = []
        for piece in sorted((*self.derived, *later.origin)):
            if joined and piece.start <= joined[-1].end:
                joined[-1] = Range(joined[-1].start, max(joined[-1].end, piece.end))
            else:
                joined.append(piece)
        return type(self)(
            tuple(_cross_block(piece, self.derived, self.origin) for piece in joined),
            tuple(_cross_block(piece, later.origin, later.derived) for piece in joined),
        )


def _cross(
    index: int, here: tuple[Range, ...], there: tuple[Range, ...], *, past_gap: bool, is_end: bool
) -> int:
    """Map a position; `past_gap` chooses the far side of a place that is empty here."""
    if past_gap:
        at = bisect_right(here, index, key=lambda piece: piece.start) - 1
    else:
        at = bisect_left(here, index, key=lambda piece: piece.end)
        at = at if at < len(here) and here[at].start <= index else at - 1
    if at < 0:
        return index
    near, far = here[at], there[at]
    if index == near.start and not (near.is_empty and past_gap):
        return far.start
    if index >= near.end:
        return far.end + index - near.end
    return far.end if is_end else far.start


def _cross_range(piece: Range, here: tuple[Range, ...], there: tuple[Range, ...]) -> Range:
    if piece.is_empty:
        caret = _cross(piece.start, here, there, past_gap=False, is_end=False)
        return Range(caret, caret)
    return Range(
        _cross(piece.start, here, there, past_gap=True, is_end=False),
        _cross(piece.end, here, there, past_gap=False, is_end=True),
    )


def _cross_block(piece: Range, here: tuple[Range, ...], there: tuple[Range, ...]) -> Range:
    """Map a range outwards, with all that is empty here at its ends."""
    return Range(
        _cross(piece.start, here, there, past_gap=False, is_end=False),
        _cross(piece.end, here, there, past_gap=True, is_end=True),
    )


def normalise_nfc(text: str) -> tuple[str, OffsetMap]:
    """Return the text in NFC and the map from it back to the raw text."""
    if unicodedata.is_normalized("NFC", text):
        return text, OffsetMap()
    edits: list[tuple[int, int, str]] = []
    # Canonical equivalence never reaches across a cluster border.
    for start, end in pairwise(cluster.boundaries(text)):
        raw = text[start:end]
        if not unicodedata.is_normalized("NFC", raw):
            edits.append(_trimmed(start, raw, unicodedata.normalize("NFC", raw)))
    return unicodedata.normalize("NFC", text), OffsetMap.of(edits)


def _trimmed(start: int, before: str, after: str) -> tuple[int, int, str]:
    """Leave out of an edit what is alike at both ends."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-1 - n] != after[-1 - n]), shorter - head)
    return start + head, start + len(before) - tail, after[head : len(after) - tail]


def to_utf16(text: str, index: int) -> int:
    """Return the position in UTF-16 code units, as Qt counts, of a code point."""
    return index + bisect_left(_astral(text), index)


def from_utf16(text: str, index: int) -> int:
    """Return the code point at a position in UTF-16 code units; half a pair belongs to its character."""
    return bisect_right(range(len(text) + 1), index, key=lambda point: to_utf16(text, point)) - 1


@lru_cache(maxsize=1_024)
def _astral(text: str) -> tuple[int, ...]:
    """Positions of the characters that take two code units."""
    if text.isascii():
        return ()
    return tuple(at for at, letter in enumerate(text) if letter > "\uffff")
