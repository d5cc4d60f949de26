"""Saying how far the review has come: states, judgements, roles, locks, signatures, profile."""

from dataclasses import replace

from sqlalchemy import select

from reviewer.domain.flag import Judgement, Scale
from reviewer.domain.segment import Role, State
from reviewer.review import journal, query
from reviewer.review.edit.unit import Edit
from reviewer.review.placement import placed
from reviewer.review.store.row import judgement_of, judgement_values
from reviewer.review.store.schema import PROFILE_TEXT, judgements


def set_state(edit: Edit, segment_id: int, state: State) -> None:
    """Set a segment's state; ValueError where "clean" is said of a segment with open flags."""
    segment = edit.segment(segment_id)
    if state is State.CLEAN:
        still_open = [flag for flag in edit.flags(segment_id) if not placed(flag, segment).is_resolved]
        if still_open:
            raise ValueError(f"segment {segment.position + 1} has open flags")
    if state is not segment.state:
        edit.withdraw_signature(segment.document_id)
        edit.replace_segment(segment, replace(segment, state=state))


def set_role(edit: Edit, segment_id: int, role: Role) -> None:
    """Set what part of the article a segment belongs to."""
    segment = edit.segment(segment_id)
    if role is not segment.role:
        edit.withdraw_signature(segment.document_id)
        edit.replace_segment(segment, replace(segment, role=role))


def set_locked(edit: Edit, segment_id: int, is_locked: bool) -> None:
    """Fix the alignment of a row, or release it."""
    segment = edit.segment(segment_id)
    edit.replace_segment(segment, replace(segment, is_locked=is_locked))


def judge(
    edit: Edit, document_id: int | None, segment_id: int | None, value: float | None, scale: Scale
) -> Judgement | None:
    """Set, change or take back the user's number for a segment, or for the document as a whole."""
    if segment_id is not None:
        document_id = edit.segment(segment_id).document_id
    elif document_id is None:
        raise ValueError("judge either a segment or a document")
    else:
        _document_title(edit, document_id)
    known = edit.connection.execute(
        select(judgements).where(
            judgements.c.document_id == document_id,
            judgements.c.segment_id == segment_id,
            judgements.c.judge == edit.user,
            judgements.c.scale == scale.value,
        )
    ).one_or_none()
    before = None if known is None else judgement_of(known)
    if value == (before and before.value):
        return before
    after = value is not None and Judgement(
        id=0,
        document_id=document_id,
        segment_id=segment_id,
        judge=edit.user,
        scale=scale,
        value=value,
        created=journal.now(),
    )
    edit.withdraw_signature(document_id)
    return _write_judgement(edit, before, after or None)


def _write_judgement(edit: Edit, before: Judgement | None, after: Judgement | None) -> Judgement | None:
    if after is None:
        if before is not None:
            edit.delete("judgements", before.id, judgement_values(before))
        return None
    if before is None:
        return replace(after, id=edit.insert("judgements", judgement_values(after)))
    edit.update("judgements", before.id, judgement_values(before), judgement_values(after))
    return replace(after, id=before.id)


def set_profile(edit: Edit, profile_id: str, text: str) -> None:
    """Judge the project by another profile, a shipped one or one of its own."""
    before: dict[str, object] = {"value": query.profile_id(edit.connection)}
    edit.update("meta", "profile", before, {"value": profile_id})
    before = {"value": query.profile_text(edit.connection)}
    edit.update("meta", PROFILE_TEXT, before, {"value": text})


def rename(edit: Edit, document_id: int, title: str) -> None:
    """Give a document another title."""
    before: dict[str, object] = {"title": _document_title(edit, document_id)}
    edit.update("documents", document_id, before, {"title": title})


def set_desk(edit: Edit, document_id: int, desk: str) -> None:
    """Say which part of the newsroom a document is for."""
    _document_title(edit, document_id)
    before: dict[str, object] = {"desk": query.document(edit.connection, document_id).desk}
    edit.update("documents", document_id, before, {"desk": desk})


def set_hidden(edit: Edit, document_id: int, is_hidden: bool) -> None:
    """Remove a document from sight, or bring it back."""
    _document_title(edit, document_id)
    edit.update("documents", document_id, {"is_hidden": not is_hidden}, {"is_hidden": is_hidden})


def sign_off(edit: Edit, document_id: int) -> None:
    """Sign a document in the user's name."""
    _document_title(edit, document_id)
    edit.withdraw_signature(document_id)
    values: dict[str, object] = {"signed_by": edit.user, "signed_at": journal.now()}
    edit.update("documents", document_id, {"signed_by": "", "signed_at": ""}, values)


def withdraw(edit: Edit, document_id: int) -> None:
    """Take a document's sign-off back."""
    _document_title(edit, document_id)
    edit.withdraw_signature(document_id)


def _document_title(edit: Edit, document_id: int) -> str:
    document = query.document(edit.connection, document_id)
    edit.document_id = document_id
    return document.title
