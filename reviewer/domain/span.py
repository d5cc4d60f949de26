"""Where in a segment something is: ranges of code points in one of its texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Side(StrEnum):
    """Which text of a segment a span lies in."""

    SOURCE = "source"
    BACK_TRANSLATION = "back_translation"
    RECEIVED = "received"
    FINAL = "final"


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A half-open interval `[start, end)` of code points; empty means a caret position."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a range: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def is_empty(self) -> bool:
        """Whether this is a caret position between two letters."""
        return self.start == self.end

    def overlaps(self, other: "Range") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Range":
        """The same range, `by` code points further right."""
        return Range(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Span:
    """One or more ranges of one text, in order and apart from each other."""

    side: Side
    ranges: tuple[Range, ...]

    def __post_init__(self) -> None:
        if not self.ranges:
            raise ValueError("a span needs at least one range")
        for left, right in zip(self.ranges, self.ranges[1:], strict=False):
            if left.end >= right.start:
                raise ValueError("the ranges of a span must be in order and apart")

    @classmethod
    def single(cls, side: Side, start: int, end: int) -> Self:
        """A span of one range."""
        return cls(side, (Range(start, end),))

    @classmethod
    def covering(cls, side: Side, ranges: Iterable[Range]) -> Self:
        """A span of any ranges: sorted, and those that touch or overlap joined."""
        joined: list[Range] = []
        for piece in sorted(ranges):
            if joined and piece.start <= joined[-1].end:
                joined[-1] = Range(joined[-1].start, max(joined[-1].end, piece.end))
            else:
                joined.append(piece)
        return cls(side, tuple(joined))

    @property
    def start(self) -> int:
        """Where the first range begins."""
        return self.ranges[0].start

    @property
    def end(self) -> int:
        """Where the last range ends."""
        return self.ranges[-1].end

    @property
    def is_empty(self) -> bool:
        """Whether the span is a caret position (an omission)."""
        return all(piece.is_empty for piece in self.ranges)

    @property
    def is_discontinuous(self) -> bool:
        """Whether the span has a gap."""
        return len(self.ranges) > 1

    def quote(self, text: str) -> str:
        """The words covered, with ` … ` at each gap."""
        return " … ".join(text[piece.start : piece.end] for piece in self.ranges)

    def shifted(self, by: int) -> "Span":
        """The same span, `by` code points further right."""
        return Span(self.side, tuple(piece.shifted(by) for piece in self.ranges))
