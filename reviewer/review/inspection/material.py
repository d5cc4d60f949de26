"""What a file holds, ready to be checked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewer.checks.noise import Muted
from reviewer.domain.draft import DocumentDraft
from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.review.account import user_name
from reviewer.review.inspection.said import on_final
from reviewer.review.opening import is_project
from reviewer.review.session import Session


@dataclass(frozen=True, slots=True)
class Piece:
    """One document, and the flags that stand in it, by segment."""

    title: str
    segments: tuple[Segment, ...]
    flags: Mapping[int, tuple[Flag, ...]]


def of_drafts(drafts: Iterable[DocumentDraft]) -> tuple[Piece, ...]:
    """Return documents that nobody has reviewed."""
    return tuple(Piece(draft.title, _segments(draft, number), {}) for number, draft in enumerate(drafts, 1))


def of_review(review: ProjectReview) -> tuple[Piece, ...]:
    """Return documents with what people have said of them."""
    return tuple(_piece(document) for document in review.documents)


def muted_in(path: Path) -> Muted:
    """Return what the desk does not want to hear again; nothing where the file is no project."""
    if not is_project(path):
        return Muted()
    with Session.open(path, user_name()) as session:
        return session.muted()


def _piece(document: DocumentReview) -> Piece:
    grouped: defaultdict[int, list[Flag]] = defaultdict(list)
    for flag in document.flags:
        grouped[flag.segment_id].append(flag)
    flags = {
        segment.id: on_final(grouped[segment.id], segment)
        for segment in document.segments
        if segment.id in grouped
    }
    return Piece(document.document.title, document.segments, flags)


def _segments(draft: DocumentDraft, document_id: int) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            id=position + 1,
            document_id=document_id,
            position=position,
            paragraph=row.paragraph,
            received=row.received,
            final=row.received if row.final is None else row.final,
            source=row.source,
            back_translation=row.back_translation,
            reference=row.reference,
            role=row.role,
            confidence=row.confidence,
        )
        for position, row in enumerate(draft.segments)
    )
