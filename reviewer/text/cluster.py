"""Grapheme clusters: what an editor sees as one letter (UAX #29 with rule GB9c)."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

from reviewer.domain.span import Range

# Flags are matched in pairs by hand: \X looks back over the whole run of them, which is quadratic.
_CLUSTER = regex.compile(r"\p{RI}{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+|\X")
_PREPENDED = regex.compile(r"\p{GCB=Prepend}")
_SHORT = 2_000
_HUGE = 100_000
"""From this length on only what is around a place is looked at."""


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
    return _snapped(piece, _left(text, piece.start, _HUGE), _right(text, piece.end, _HUGE))


def _snapped(piece: Range, start: int, end: int) -> Range:
    if not piece.is_empty:
        return Range(start, end)
    caret = start if piece.start - start <= end - piece.start else end
    return Range(caret, caret)


def snap_once(text: str, piece: Range) -> Range:
    """Do the same as `snap` for a text that is asked about once: only what is around is looked at."""
    if _is_plain(text):
        return snap(text, piece)
    return _snapped(piece, _left(text, piece.start, 0), _right(text, piece.end, 0))


def _left(text: str, index: int, huge: int) -> int:
    """Return the last border at or before a place."""
    first, borders = _borders_around(text, index, huge)
    return first + borders[bisect_right(borders, index - first) - 1]


def _right(text: str, index: int, huge: int) -> int:
    """Return the first border at or behind a place."""
    first, borders = _borders_around(text, index, huge)
    return first + borders[min(bisect_left(borders, index - first), len(borders) - 1)]


def _borders_around(text: str, index: int, huge: int) -> tuple[int, tuple[int, ...]]:
    """Return borders around a place, counted from the first; of a huge text those up to the next blanks.

    A letter begins at a blank, but for one that is joined to what comes before it.
    """
    if len(text) <= huge:
        return 0, boundaries(text)
    start = text.rfind(" ", 0, index)
    while start > 0 and _PREPENDED.match(text[start - 1]):
        start = text.rfind(" ", 0, start)
    end = text.find(" ", index)
    while end > 0 and _PREPENDED.match(text[end - 1]):
        end = text.find(" ", end + 1)
    start = max(start, 0)
    return start, boundaries(text[start : len(text) if end < 0 else end])


def _is_plain(text: str) -> bool:
    """Whether every code point is a letter of its own."""
    return text.isascii() and "\r\n" not in text


def _find(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _CLUSTER.finditer(text)))


_short_boundaries = lru_cache(maxsize=4_096)(_find)
_long_boundaries = lru_cache(maxsize=4)(_find)
