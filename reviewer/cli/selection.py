"""Which documents of a project a command is about."""

from argparse import ArgumentParser, _ArgumentGroup
from dataclasses import replace
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview


def add_document(parser: ArgumentParser | _ArgumentGroup) -> None:
    """Let a command be about one document."""
    parser.add_argument("--document", type=int, metavar="N", help="only the Nth document")


def read_review(path: Path, number: int | None = None) -> ProjectReview:
    """Read a project, or a review that was exported; only its document `number`, counted from 1."""
    # Loaded here: the database and all formats, which scoring plain lines does without.
    from reviewer.review.opening import open_path  # noqa: PLC0415

    review = open_path(path)
    if not isinstance(review, ProjectReview):
        raise ReviewerError(
            "this is a text, not a review", file=str(path), remedy="Make a project of it with reviewer new."
        )
    if number is None:
        return review
    if not 1 <= number <= len(review.documents):
        raise ReviewerError(
            f"there is no document {number}", file=str(path), remedy=f"It has {len(review.documents)}."
        )
    return replace(review, documents=(review.documents[number - 1],))
