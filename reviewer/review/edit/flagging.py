"""Flagging errors."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.segment import Segment
from reviewer.domain.span import Side, Span
from reviewer.review import journal, query
from reviewer.review.edit.unit import Edit
from reviewer.review.store.row import flag_values
from reviewer.text.anchor import carry
from reviewer.text.cluster import snap

_CHANGEABLE = {"spans", "type", "severity", "comment", "suggestion", "needs_source", "resolution"}


def add_flag(
    edit: Edit,
    segment_id: int,
    spans: Iterable[Span],
    type_id: str,
    severity: Severity,
    *,
    comment: str = "",
    suggestion: str | None = None,
    needs_source: bool = False,
    origin: str = "hand",
) -> Flag:
    """Flag spans of a segment, or all of it where there are none."""
    segment = edit.segment(segment_id)
    placed = settled(segment, spans)
    made = Flag(
        id=0,
        segment_id=segment_id,
        spans=placed,
        type=type_id,
        severity=Severity(severity),
        comment=comment,
        suggestion=suggestion,
        needs_source=needs_source,
        quote=quote(segment, placed),
        author=edit.user,
        created=journal.now(),
        origin=origin,
    )
    edit.reopen(segment)
    return replace(made, id=edit.insert("flags", flag_values(made, segment.document_id)))


def change_flag(edit: Edit, flag_id: int, fields: Mapping[str, Any]) -> Flag:
    """Change fields of a flag; new spans bring a new quote. ValueError for a field that is fixed."""
    if unknown := fields.keys() - _CHANGEABLE:
        raise ValueError(f"a flag's {', '.join(sorted(unknown))} cannot be changed")
    before = query.flag(edit.connection, flag_id)
    segment = edit.segment(before.segment_id)
    after = replace(before, **fields)
    if "spans" in fields:
        spans = settled(segment, fields["spans"])
        after = replace(after, spans=spans)
        if spans != before.spans:
            after = replace(after, quote=quote(segment, spans))
    if after != before:
        edit.reopen(segment)
        edit.replace_flag(before, after, segment.document_id)
    return after


def remove_flag(edit: Edit, flag_id: int) -> None:
    """Remove a flag."""
    flag = query.flag(edit.connection, flag_id)
    segment = edit.segment(flag.segment_id)
    edit.reopen(segment)
    edit.delete("flags", flag_id, flag_values(flag, segment.document_id))


def pass_over(edit: Edit, segment_id: int, key: str) -> None:
    """Note that an edit, named by its key, is not to be offered as a flag again."""
    segment = edit.segment(segment_id)
    if key not in query.passed_keys(edit.connection, segment_id):
        values: dict[str, object] = {
            "document_id": segment.document_id,
            "segment_id": segment_id,
            "key": key,
        }
        edit.insert("passed", values)


def settled(segment: Segment, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Snap spans to letters and put engine text on the received side.

    ValueError where a span leaves its text, or two lie on the same side.
    """
    placed = tuple(_as_received(segment, _snapped(segment, span)) for span in spans)
    sides = [span.side for span in placed]
    hindi = {Side.RECEIVED, Side.FINAL} & set(sides)
    if len(set(sides)) < len(sides) or len(hindi) > 1:
        raise ValueError("a flag has at most one span on each side")
    return placed


def quote(segment: Segment, spans: Iterable[Span]) -> str:
    """Return the flagged words: the Hindi ones, or those of the side that is flagged instead."""
    order = list(reversed(Side))
    spans = sorted(spans, key=lambda span: order.index(span.side))
    return spans[0].quote(segment.text(spans[0].side)) if spans else ""


def _snapped(segment: Segment, span: Span) -> Span:
    text = segment.text(span.side)
    if span.end > len(text):
        raise ValueError(f"the span ends at {span.end}, the {span.side} text at {len(text)}")
    return Span.covering(span.side, (snap(text, piece) for piece in span.ranges))


def _as_received(segment: Segment, span: Span) -> Span:
    """Return a span on the final text as one on the received text, if its words came from there."""
    if span.side is not Side.FINAL:
        return span
    if not segment.is_edited:
        return Span(Side.RECEIVED, span.ranges)
    carried = carry(span.ranges, segment.final, segment.received)
    if not carried.is_untouched:
        return span
    received = Span.covering(Side.RECEIVED, carried.ranges)
    return received if received.quote(segment.received) == span.quote(segment.final) else span
