"""Grapheme clusters: what an editor sees as one letter (UAX #29 with rule GB9c)."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

from reviewer.domain.span import Range

# Flags are matched in pairs by hand: \X looks back over the whole run of them, which is quadratic.
_CLUSTER = regex.compile(r"\p{RI}{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+|\X")
_SHORT = 2_000


def boundaries(text: str) -> tuple[int, ...]:
    """Return every cluster border in code points, 0 and the length included."""
    if _is_plain(text):
        return tuple(range(len(text) + 1))
    return _short_boundaries(text) if len(text) <= _SHORT else _long_boundaries(text)


def count(text: str) -> int:
    """Return how many clusters the text has."""
    return len(boundaries(text)) - 1


def is_boundary(text: str, index: int) -> bool:
    """Return whether a caret may stand at this code point."""
    borders = boundaries(text)
    found = bisect_left(borders, index)
    return found < len(borders) and borders[found] == index


def next_boundary(text: str, index: int) -> int:
    """Return the first border after `index`, or the end of the text."""
    borders = boundaries(text)
    return borders[min(bisect_right(borders, index), len(borders) - 1)]


def previous_boundary(text: str, index: int) -> int:
    """Return the last border before `index`, or 0."""
    borders = boundaries(text)
    return borders[max(bisect_left(borders, index) - 1, 0)]


def snap(text: str, piece: Range) -> Range:
    """Widen a range to whole clusters; a caret moves to the nearest border, left on a tie.

    What lies beyond the end of the text is cut off.
    """
    if _is_plain(text):  # Without a list of all borders: checks snap hundreds of places of one text.
        return Range(min(piece.start, len(text)), min(piece.end, len(text)))
    borders = boundaries(text)
    start = borders[bisect_right(borders, piece.start) - 1]
    end = borders[min(bisect_left(borders, piece.end), len(borders) - 1)]
    if not piece.is_empty:
        return Range(start, end)
    caret = start if piece.start - start <= end - piece.start else end
    return Range(caret, caret)


def _is_plain(text: str) -> bool:
    """Whether every code point is a letter of its own."""
    return text.isascii() and "\r\n" not in text


def _find(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _CLUSTER.finditer(text)))


_short_boundaries = lru_cache(maxsize=4_096)(_find)
_long_boundaries = lru_cache(maxsize=4)(_find)
