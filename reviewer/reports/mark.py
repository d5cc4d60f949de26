"""A text cut at the borders of its marks, so that each piece can carry their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.domain.flag import Severity
from reviewer.domain.report import Mark
from reviewer.domain.span import Range
from reviewer.text.cluster import snap

_LANES = 3
"""Lines that can be told apart below one another; a mark beyond has its number only."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line under a piece, in the first lane that is free along the whole mark."""

    severity: Severity
    lane: int


@dataclass(frozen=True, slots=True)
class Ending:
    """The number of a mark that ends after a piece; as a caret, the place where something is missing."""

    number: int
    severity: Severity
    is_caret: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same lines from end to end, then the numbers of the marks that end there."""

    text: str
    lines: tuple[Line, ...] = ()
    endings: tuple[Ending, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    number: int
    severity: Severity
    place: Range
    is_last: bool


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Cut a text at the borders of its marks; what lies beyond its end is drawn to the end."""
    stretches = [found for mark in marks for found in _stretches(text, mark)]
    lanes = _lanes(stretches)
    borders = {0, len(text), *(at for each in stretches for at in (each.place.start, each.place.end))}
    found = [Piece("", endings=_endings(stretches, 0))]
    for start, end in pairwise(sorted(borders)):
        over = [
            Line(each.severity, lane)
            for each, lane in zip(stretches, lanes, strict=True)
            if each.place.start <= start and end <= each.place.end and 0 < lane <= _LANES
        ]
        found.append(Piece(text[start:end], tuple(over), _endings(stretches, end)))
    return tuple(piece for piece in found if piece.text or piece.endings)


def with_whole_words(cut: Sequence[Piece]) -> tuple[Piece, ...]:
    """Let numbers wait for the end of the word they stand in, so that a search finds the word."""
    found: list[Piece] = []
    waiting: tuple[Ending, ...] = ()
    for index, piece in enumerate(cut):
        text = piece.text
        gap = _first_gap(text)
        if waiting and gap < len(text):
            found.append(Piece(text[:gap], piece.lines, waiting))
            text, waiting = text[gap:], ()
        following = cut[index + 1].text if index + 1 < len(cut) else ""
        is_inside = _first_gap(following) > 0 and not text[-1:].isspace()
        waiting += piece.endings
        found.append(Piece(text, piece.lines, () if is_inside else waiting))
        waiting = waiting if is_inside else ()
    return tuple(piece for piece in found if piece.text or piece.endings)


def _first_gap(text: str) -> int:
    return next((at for at, letter in enumerate(text) if letter.isspace()), len(text))


def _stretches(text: str, mark: Mark) -> Iterator[_Stretch]:
    for place in mark.ranges:
        yield _Stretch(mark.number, mark.severity, snap(text, place), place is mark.ranges[-1])


def _lanes(stretches: Sequence[_Stretch]) -> list[int]:
    """Give each stretch a lane, counted from 1; carets need none and have 0."""
    taken: list[int] = []
    lanes = [0] * len(stretches)
    longest_first = sorted(
        (index for index, each in enumerate(stretches) if not each.place.is_empty),
        key=lambda index: (stretches[index].place.start, -stretches[index].place.end),
    )
    for index in longest_first:
        place = stretches[index].place
        lane = next((n for n, until in enumerate(taken) if until <= place.start), len(taken))
        taken[lane : lane + 1] = [place.end]
        lanes[index] = lane + 1
    return lanes


def _endings(stretches: Sequence[_Stretch], at: int) -> tuple[Ending, ...]:
    return tuple(
        Ending(each.number, each.severity, each.place.is_empty)
        for each in stretches
        if each.is_last and each.place.end == at
    )
