"""Where a flag stands in the final text, and whether the edits have settled it."""

from dataclasses import dataclass

from reviewer.domain.flag import Flag, Resolution
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.text.anchor import carry

_GONE = 0.5
"""A flag whose text survives to this share or less is resolved."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A flag as it stands against the final text."""

    span_on_final: Span | None
    """Absent for flags on the source only, and on whole segments."""
    is_resolved: bool
    survived: float
    """Share of the flagged text that is still there, 0 to 1."""


def placed(flag: Flag, segment: Segment) -> Placed:
    """Place a flag in its segment's final text."""
    span = flag.target_span
    if span is None:
        return Placed(None, flag.resolution is Resolution.RESOLVED, 1.0)
    if span.side is Side.RECEIVED:
        on_final, survived, is_filled = _carried(span, segment)
    else:
        on_final, survived, is_filled = _kept(flag, span, segment)
    on_final = _answer(flag, span, on_final, segment) or on_final
    if flag.resolution is not Resolution.AUTO:
        return Placed(on_final, flag.resolution is Resolution.RESOLVED, survived)
    text = " … ".join(segment.final[piece.start : piece.end] for piece in on_final.ranges if len(piece))
    if flag.quote and flag.quote in text:
        # Words typed right beside the flagged ones do not settle what is wrong with them.
        survived = 1.0
    follows_suggestion = flag.suggestion is not None and text == flag.suggestion != flag.quote
    return Placed(on_final, follows_suggestion or is_filled or survived <= _GONE, survived)


def _answer(flag: Flag, span: Span, on_final: Span, segment: Segment) -> Span | None:
    """Find the suggestion where it grew beyond the flagged words: `योजना` that became `योजनाएँ`."""
    if not flag.suggestion or flag.suggestion == flag.quote or not segment.is_edited or span.is_discontinuous:
        return None
    if span.side is Side.RECEIVED and _around(segment.received, span, flag.suggestion) is not None:
        return None  # It read so all along: nobody followed the suggestion.
    found = _around(segment.final, on_final, flag.suggestion)
    return None if found is None else Span(Side.FINAL, (found,))


def _around(text: str, span: Span, words: str) -> Range | None:
    """Find words that cover all of a span."""
    start = text.find(words, max(0, span.end - len(words)), span.start + len(words))
    return Range(start, start + len(words)) if start >= 0 else None


def _carried(span: Span, segment: Segment) -> tuple[Span, float, bool]:
    """Carry a span on the received text to the final one; the last value: an omission was filled."""
    if not segment.is_edited:
        return Span(Side.FINAL, span.ranges), 1.0, False
    carried = carry(span.ranges, segment.received, segment.final)
    on_final = Span.covering(Side.FINAL, carried.ranges)
    if span.is_empty:
        return on_final, 1.0, not on_final.is_empty
    return on_final, carried.survived, False


def _kept(flag: Flag, span: Span, segment: Segment) -> tuple[Span, float, bool]:
    """Compare a span on the final text, which moved with each edit, with what was flagged there."""
    text = span.quote(segment.final)
    if not flag.quote:
        return span, 1.0, bool(text.strip())
    whole = (Range(0, len(flag.quote)),)
    return span, 1.0 if text == flag.quote else carry(whole, flag.quote, text).survived, False
