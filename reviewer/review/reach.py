"""How far a flag reaches: its spans after it was moved, linked to more words, or resized.

An editor chooses words where the final text shows them; a flag on the engine's words stays on them.
"""

from dataclasses import replace

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from reviewer.text.anchor import carry
from reviewer.text.word import words

_HINDI = frozenset({Side.RECEIVED, Side.FINAL})

Spans = tuple[Span, ...]


def moved(flag: Flag, side: Side, chosen: Range) -> Spans:
    """Return the flag's spans with the one on this text put elsewhere; those on other texts stay."""
    gone = _HINDI if side in _HINDI else {side}
    return (*(span for span in flag.spans if span.side not in gone), Span(side, (chosen,)))


def linked(flag: Flag, segment: Segment, side: Side, chosen: Range) -> Spans:
    """Return the flag's spans with chosen words added; a caret gives way to words of its text."""
    known = flag.target_span if side in _HINDI else flag.span(side)
    others = tuple(span for span in flag.spans if span is not known)
    if known is None:
        return (*others, Span(side, (chosen,)))
    if known.side is Side.RECEIVED and side is Side.FINAL:
        received = _on_received(chosen, segment)
        if received is not None:
            return (_joined(known, received), *others)
        known = placed(flag, segment).span_on_final or known
    return (_joined(replace(known, side=side), chosen), *others)


def resized(flag: Flag, segment: Segment, by: int) -> Spans:
    """Return the flag's spans with the end a word further (+1) or back (−1); one word at least is kept."""
    known = flag.target_span or next(iter(flag.spans), None)
    if known is None:
        return ()
    found = words(segment.text(known.side))
    last = known.ranges[-1]
    if by > 0:
        word = next((word for word in found if word.end > last.end), None)
    else:
        word = next((word for word in reversed(found) if last.start < word.end < last.end), None)
    if word is None:
        return flag.spans
    start = word.start if last.is_empty else last.start
    reach = Span.covering(known.side, (*known.ranges[:-1], Range(start, word.end)))
    return tuple(reach if span is known else span for span in flag.spans)


def _on_received(chosen: Range, segment: Segment) -> Range | None:
    """Return the engine's words that these words of the final text came from; None for the editor's own."""
    piece = carry((chosen,), segment.final, segment.received).ranges[0]
    return None if piece.is_empty else piece


def _joined(span: Span, chosen: Range) -> Span:
    return Span.covering(span.side, (*(piece for piece in span.ranges if not piece.is_empty), chosen))
