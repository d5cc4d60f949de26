"""Reading a document of an open project in parts, so that no edit has to wait for long."""

from collections.abc import Callable

from reviewer.domain.flag import Flag, Judgement
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.session import Session
from reviewer.scoring.engine.cancel import Cancelled

PART = 1000
"""Segments read at once."""


def read_document(session: Session, document_id: int, is_cancelled: Callable[[], bool]) -> DocumentReview:
    """Return a document with everything said about it; raise `Cancelled` when asked to stop."""
    segments: list[Segment] = []
    flags: list[Flag] = []
    judgements: list[Judgement] = []
    for start in range(0, session.segment_count(document_id), PART):
        if is_cancelled():
            raise Cancelled
        segments += session.segments(document_id, start, start + PART)
        for said in session.flags_between(document_id, start, start + PART).values():
            flags += said
        for judged in session.judgements_between(document_id, start, start + PART).values():
            judgements += judged
    judgements += session.document_judgements(document_id)
    return DocumentReview(
        document=session.document(document_id),
        segments=tuple(segments),
        flags=tuple(flags),
        judgements=tuple(judgements),
    )
