"""A text cut at the borders of its flags, so that each piece can carry their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.span import Range, Side
from reviewer.text.cluster import snap
from reviewer.text.diff import Op, word_diff

_LANES = 3
"""Lines that can be told apart below one another; a flag beyond has its number only."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line under a piece, in the first lane that is free along the whole flag."""

    severity: Severity
    lane: int


@dataclass(frozen=True, slots=True)
class Ending:
    """The number of a flag that ends after a piece; as a caret, the place where something is missing."""

    number: int
    severity: Severity
    is_caret: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same lines from end to end, then the numbers of the flags that end there."""

    text: str
    lines: tuple[Line, ...] = ()
    endings: tuple[Ending, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    number: int
    severity: Severity
    place: Range
    is_last: bool


def marked(text: str, side: Side, numbered: Sequence[tuple[int, Flag]]) -> tuple[Piece, ...]:
    """Cut one text of a segment by its flags, each with the number to show."""
    stretches = [found for number, flag in numbered for found in _stretches(text, side, number, flag)]
    lanes = _lanes(stretches)
    borders = {0, len(text), *(at for each in stretches for at in (each.place.start, each.place.end))}
    pieces = [Piece("", endings=_endings(stretches, 0))]
    for start, end in pairwise(sorted(borders)):
        over = [
            Line(each.severity, lane)
            for each, lane in zip(stretches, lanes, strict=True)
            if each.place.start <= start and end <= each.place.end and 0 < lane <= _LANES
        ]
        pieces.append(Piece(text[start:end], tuple(over), _endings(stretches, end)))
    return tuple(piece for piece in pieces if piece.text or piece.endings)


def _stretches(text: str, side: Side, number: int, flag: Flag) -> Iterator[_Stretch]:
    span = flag.span(side)
    if span is None:
        return
    for place in span.ranges:
        yield _Stretch(number, flag.severity, snap(text, place), place is span.ranges[-1])


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


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of an edited text: kept, deleted or inserted."""

    kind: str
    text: str


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Lay two versions of a text into one line."""
    found = []
    for hunk in word_diff(before, after):
        old = before[hunk.before.start : hunk.before.end]
        new = after[hunk.after.start : hunk.after.end]
        if hunk.op is Op.EQUAL:
            found.append(Change("kept", old))
            continue
        found += [Change(kind, text) for kind, text in (("deleted", old), ("inserted", new)) if text]
    return tuple(found)
