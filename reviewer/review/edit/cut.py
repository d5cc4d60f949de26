"""Cutting the texts of a segment in two, and its flags with them."""

from dataclasses import dataclass

from reviewer.domain.flag import Flag
from reviewer.domain.span import Range, Side, Span


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut at one offset; blanks around the cut belong to neither part."""

    text: str
    offset: int

    @property
    def first(self) -> str:
        """What stands before the cut."""
        return self.text[: self.offset].rstrip()

    @property
    def second(self) -> str:
        """What stands after the cut."""
        return self.text[self.offset :].strip() if not self.first else self.text[self.offset :].lstrip()

    @property
    def second_start(self) -> int:
        """Where the second part begins in the whole text."""
        return len(self.text) - len(self.text[self.offset :].lstrip())

    def is_second(self, span: Span) -> bool:
        """Whether the larger share of a span lies behind the cut; a caret on the cut does not."""
        if span.is_empty:
            return span.start > self.offset
        behind = sum(max(0, piece.end - max(piece.start, self.offset)) for piece in span.ranges)
        return 2 * behind > sum(len(piece) for piece in span.ranges)

    def clipped(self, span: Span, *, is_second: bool) -> Span:
        """Return what of a span lies in one part, in that part's offsets; at least a caret."""
        start, end = (self.second_start, len(self.text)) if is_second else (0, len(self.first))
        pieces = [piece for piece in span.ranges if piece.start < end and piece.end > start]
        if not pieces:
            caret = min(max(span.start, start), end)
            pieces = [Range(caret, caret)]
        inside = (Range(max(piece.start, start), min(piece.end, end)) for piece in pieces)
        return Span.covering(span.side, inside).shifted(-start)


def cut_flag(flag: Flag, cuts: dict[Side, Cut]) -> tuple[bool, tuple[Span, ...]]:
    """Tell which part a flag goes to, and its spans there.

    The Hindi decides, then the source, then the back-translation. Spans on another side whose
    words went to the other part are dropped.
    """
    span = flag.target_span or flag.span(Side.SOURCE) or flag.span(Side.BACK_TRANSLATION)
    if span is None:
        return False, ()
    is_second = cuts[span.side].is_second(span)
    kept = tuple(
        cuts[known.side].clipped(known, is_second=is_second)
        for known in flag.spans
        if known is span or cuts[known.side].is_second(known) is is_second
    )
    return is_second, kept
