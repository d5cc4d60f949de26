"""A segment's Hindi as one run of pieces, kept, deleted and inserted, with the flags' places on them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Range, Side, Span
from reviewer.text.cluster import snap
from reviewer.text.diff import Op, word_diff


class Kind(StrEnum):
    """What became of a piece between the received and the final text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is covered by the same flags from end to end."""

    kind: Kind
    text: str
    received: Range
    """Its place in the received text; a caret where it was inserted."""
    final: Range
    """Its place in the final text; a caret where it was deleted."""

    def place(self, side: Side) -> Range | None:
        """Its place in one of the two texts, if it is part of it."""
        if side is Side.FINAL:
            return None if self.kind is Kind.DELETED else self.final
        return None if self.kind is Kind.INSERTED else self.received


@dataclass(frozen=True, slots=True)
class Place:
    """One range of one flag, from the border before piece `start` to the border before piece `stop`."""

    flag: Flag
    side: Side | None
    """Absent for a flag on the whole segment."""
    start: int
    stop: int
    part: int = 1
    parts: int = 1

    @property
    def is_caret(self) -> bool:
        """Whether it lies between two pieces."""
        return self.start == self.stop

    def covers(self, index: int, piece: Piece) -> bool:
        """Whether a piece is flagged: what the other text has in between is not."""
        is_within = self.start <= index < self.stop
        return is_within and (self.side is None or piece.place(self.side) is not None)


@dataclass(frozen=True, slots=True)
class Track:
    """Pieces in reading order, and the places on them."""

    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]


def hindi_track(segment: Segment, flags: Sequence[Flag]) -> Track:
    """Lay received and final text into one; flags without any span cover all of it."""
    received = _cuts(segment.received, flags, Side.RECEIVED)
    final = _cuts(segment.final, flags, Side.FINAL)
    pieces: list[Piece] = []
    for hunk in word_diff(segment.received, segment.final):
        if hunk.op is Op.EQUAL:
            by = hunk.after.start - hunk.before.start
            both = received | {cut - by for cut in final}
            for part in _split(hunk.before, both):
                text = segment.received[part.start : part.end]
                pieces.append(Piece(Kind.KEPT, text, part, part.shifted(by)))
            continue
        for part in _split(hunk.before, received):
            text, caret = segment.received[part.start : part.end], Range(hunk.after.start, hunk.after.start)
            pieces.append(Piece(Kind.DELETED, text, part, caret))
        for part in _split(hunk.after, final):
            text, caret = segment.final[part.start : part.end], Range(hunk.before.end, hunk.before.end)
            pieces.append(Piece(Kind.INSERTED, text, caret, part))
    whole = [Place(flag, None, 0, len(pieces)) for flag in flags if not flag.spans]
    sides = {Side.RECEIVED: segment.received, Side.FINAL: segment.final}
    return Track(tuple(pieces), (*whole, *_places(pieces, flags, sides)))


def plain_track(text: str, side: Side, flags: Sequence[Flag]) -> Track:
    """Lay out a text that has no history: source or back-translation."""
    whole = _split(Range(0, len(text)), _cuts(text, flags, side))
    pieces = [Piece(Kind.KEPT, text[part.start : part.end], part, part) for part in whole]
    return Track(tuple(pieces), tuple(_places(pieces, flags, {side: text})))


def _cuts(text: str, flags: Iterable[Flag], side: Side) -> set[int]:
    ranges = [snap(text, piece) for flag in flags if (span := flag.span(side)) for piece in span.ranges]
    return {cut for piece in ranges for cut in (piece.start, piece.end)}


def _split(whole: Range, cuts: Iterable[int]) -> list[Range]:
    borders = [whole.start, *sorted(cut for cut in cuts if whole.start < cut < whole.end), whole.end]
    return [Range(*pair) for pair in pairwise(borders) if pair[0] < pair[1]]


def _places(pieces: Sequence[Piece], flags: Iterable[Flag], texts: dict[Side, str]) -> Iterable[Place]:
    lookups = {side: _Lookup(pieces, side) for side in texts}
    for flag in flags:
        parts = [(span, piece) for span in _in_order(flag) for piece in span.ranges]
        for part, (span, piece) in enumerate(parts, start=1):
            if span.side in texts:
                start, stop = lookups[span.side].find(snap(texts[span.side], piece))
                yield Place(flag, span.side, start, stop, part, len(parts))


def _in_order(flag: Flag) -> list[Span]:
    """The flag's spans, the Hindi ones first."""
    order = [Side.RECEIVED, Side.FINAL, Side.SOURCE, Side.BACK_TRANSLATION]
    return sorted(flag.spans, key=lambda span: order.index(span.side))


class _Lookup:
    """Finds borders between pieces by code point of one text."""

    def __init__(self, pieces: Sequence[Piece], side: Side) -> None:
        placed = [
            (index, where) for index, piece in enumerate(pieces) if (where := piece.place(side)) is not None
        ]
        self._index = [index for index, _ in placed]
        self._starts = [where.start for _, where in placed]
        self._ends = [where.end for _, where in placed]

    def find(self, piece: Range) -> tuple[int, int]:
        """The borders around a range; a caret lies right after what stands before it."""
        if piece.is_empty:
            before = bisect_right(self._ends, piece.start)
            border = self._index[before - 1] + 1 if before else 0
            return border, border
        first = bisect_left(self._starts, piece.start)
        last = bisect_left(self._ends, piece.end)
        return self._index[first], self._index[last] + 1


def english_sides(review: DocumentReview) -> list[Side]:
    """The English sides that the review has something on: text or a flag."""
    flagged = {span.side for flag in review.flags for span in flag.spans}
    return [
        side
        for side in (Side.SOURCE, Side.BACK_TRANSLATION)
        if side in flagged or any(segment.text(side) for segment in review.segments)
    ]
