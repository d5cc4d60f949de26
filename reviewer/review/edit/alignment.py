"""Mending the alignment: rows are merged and split; flags go where their words go."""

from dataclasses import replace

from sqlalchemy import select

from reviewer.domain.segment import Segment, State
from reviewer.domain.span import Range, Side
from reviewer.review import query
from reviewer.review.edit.answering import move_answers
from reviewer.review.edit.cut import Cut, cut_flag
from reviewer.review.edit.unit import Edit
from reviewer.review.store.row import judgement_values, segment_values
from reviewer.review.store.schema import passed
from reviewer.text.anchor import carry
from reviewer.text.cluster import snap


def merge(edit: Edit, segment_id: int) -> Segment:
    """Join a segment with the next one, texts with one space between."""
    first = edit.segment(segment_id)
    second = query.segment_at(edit.connection, first.document_id, first.position + 1)
    if second is None:
        raise ValueError("there is no next row to merge with")
    refuse_locked(edit, first, second)
    edit.withdraw_signature(first.document_id)
    for flag in edit.flags(second.id):
        spans = tuple(
            span.shifted(seam(first.text(span.side), second.text(span.side))) for span in flag.spans
        )
        edit.replace_flag(flag, replace(flag, segment_id=first.id, spans=spans), first.document_id)
    for judged in query.judgements_of(edit.connection, second.id):
        edit.delete("judgements", judged.id, judgement_values(judged))
    for row in edit.connection.execute(select(passed).where(passed.c.segment_id == second.id)).mappings():
        edit.delete("passed", row["id"], {name: row[name] for name in row if name != "id"})
    move_answers(edit, second.id, first.id)
    edit.delete("segments", second.id, segment_values(second))
    edit.shift_positions(first.document_id, second.position + 1, -1)
    merged = replace(
        first,
        received=joined(first.received, second.received) or "",
        final=joined(first.final, second.final) or "",
        source=joined(first.source, second.source),
        back_translation=joined(first.back_translation, second.back_translation),
        reference=joined(first.reference, second.reference),
        state=_merged_state(first.state, second.state),
        confidence=None,
    )
    return edit.replace_segment(first, merged)


def split(
    edit: Edit,
    segment_id: int,
    final_offset: int,
    source_offset: int | None,
    back_translation_offset: int | None,
) -> Segment:
    """Cut a segment in two and return the second part."""
    whole = edit.segment(segment_id)
    refuse_locked(edit, whole)
    cuts = _cuts(whole, final_offset, source_offset, back_translation_offset)
    if not (cuts[Side.FINAL].first and cuts[Side.FINAL].second):
        raise ValueError("there is nothing to split off here")
    edit.withdraw_signature(whole.document_id)
    flags = edit.flags(segment_id)
    source, back_translation = cuts[Side.SOURCE], cuts[Side.BACK_TRANSLATION]
    first = edit.replace_segment(
        whole,
        replace(
            whole,
            received=cuts[Side.RECEIVED].first,
            final=cuts[Side.FINAL].first,
            source=None if whole.source is None else source.first,
            back_translation=None if whole.back_translation is None else back_translation.first,
            confidence=None,
        ),
    )
    edit.shift_positions(whole.document_id, whole.position + 1, 1)
    second = replace(
        first,
        position=whole.position + 1,
        received=cuts[Side.RECEIVED].second,
        final=cuts[Side.FINAL].second,
        source=source.second or None,
        back_translation=back_translation.second or None,
        reference=None,
    )
    second = replace(second, id=edit.insert("segments", segment_values(second)))
    for flag in flags:
        is_second, spans = cut_flag(flag, cuts)
        home = second.id if is_second else first.id
        edit.replace_flag(flag, replace(flag, segment_id=home, spans=spans), whole.document_id)
    move_answers(edit, first.id, second.id, second.final)
    return second


def refuse_locked(edit: Edit, *rows: Segment) -> None:
    """Raise ValueError where the alignment of a row is fixed, by an editor or by the file it came from."""
    for row in rows:
        if row.is_locked:
            raise ValueError(f"row {row.position + 1} is locked")
    if rows and edit.has_fixed_rows(rows[0].document_id):
        raise ValueError("the file it came from decides where its rows begin and end")


def seam(first: str, second: str) -> int:
    """Return where the second text begins once it is joined to the first."""
    return len(first) + (1 if first and second and not first[-1].isspace() else 0)


def joined(first: str | None, second: str | None) -> str | None:
    """Join two texts with one space; nothing and nothing stays nothing."""
    if first is None or second is None:
        return second if first is None else first
    return first + " " * (seam(first, second) - len(first)) + second


def _cuts(
    whole: Segment, final_offset: int, source_offset: int | None, back_translation_offset: int | None
) -> dict[Side, Cut]:
    """Find where each text is cut; received where the final text is, by diff."""
    offsets = {
        Side.SOURCE: source_offset,
        Side.BACK_TRANSLATION: back_translation_offset,
        Side.FINAL: final_offset,
    }
    cuts: dict[Side, Cut] = {}
    for side, wanted in offsets.items():
        text = whole.text(side)
        offset = len(text) if wanted is None else wanted
        if not 0 <= offset <= len(text):
            raise ValueError(f"no offset {offset} in the {side} text")
        cuts[side] = Cut(text, snap(text, Range(offset, offset)).start)
    final = Range(cuts[Side.FINAL].offset, cuts[Side.FINAL].offset)
    received = final
    if whole.is_edited:
        received = carry((final,), whole.final, whole.received).ranges[0]
    cuts[Side.RECEIVED] = Cut(whole.received, received.end)
    return cuts


def _merged_state(first: State, second: State) -> State:
    if first is second:
        return first
    return State.REVIEWED if first.is_done and second.is_done else State.IN_WORK
