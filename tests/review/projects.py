"""Builders of small real projects for tests of the review layer."""

from pathlib import Path

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side, Span
from reviewer.review.session import Session
from tests.builders import a_draft

TEXTS = ("पहला वाक्य यहाँ है।", "दूसरा वाक्य लंबा है।", "तीसरा वाक्य आख़िरी है।")
SOURCES = ("The first sentence.", "The second sentence.", "The third sentence.")


def a_project(
    folder: Path, *received: str, sources: tuple[str, ...] = SOURCES, user: str = "asha"
) -> Session:
    """A new project with one document, three rows unless texts are given."""
    session = Session.create(folder / "article.review", user)
    session.add_document(a_draft(*(received or TEXTS), sources=sources))
    return session


def the_rows(session: Session) -> list[int]:
    """The ids of the first document's segments, in order."""
    return [segment.id for segment in the_review(session).segments]


def the_review(session: Session) -> DocumentReview:
    """The first document with everything said about it."""
    return session.document_review(session.documents()[0].document.id)


def flag_words(session: Session, segment_id: int, start: int, end: int, side: Side = Side.FINAL) -> Flag:
    """Flag a range of one side as a major mistranslation."""
    spans = [Span.single(side, start, end)]
    return session.add_flag(segment_id, spans, "accuracy/mistranslation", Severity.MAJOR)
