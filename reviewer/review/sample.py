"""The sample project: an article with deliberate errors, its first part already reviewed."""

import json
import tomllib
from pathlib import Path
from typing import Any

import platformdirs

from reviewer.domain.draft import Article, Paragraph
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role, Segment, State
from reviewer.domain.span import Side, Span
from reviewer.resources import resource
from reviewer.review.session import Session

REVIEWED_PARAGRAPHS = 5
"""So much of the sample comes with its flags, to look at; the rest is left to be found."""


def open_sample(user: str, folder: Path | None = None) -> Session:
    """Open the user's copy of the sample project, made when it is not there yet."""
    folder = folder or Path(platformdirs.user_data_dir("reviewer", appauthor=False))
    path = folder / "sample.review"
    if path.exists():
        return Session.open(path, user)
    folder.mkdir(parents=True, exist_ok=True)
    return create_sample(path, user)


def create_sample(path: Path, user: str) -> Session:
    """Make the sample project at a path; ReviewerError where there already is a file."""
    from reviewer.review.intake import draft  # noqa: PLC0415 - only a new sample needs the aligner

    facts = tomllib.loads(resource("sample", "sample.toml").read_text(encoding="utf-8"))
    files = facts["files"]
    made = draft(
        _article(files["received"], facts["roles"]),
        source=_article(files["source"], facts["roles"]),
        back_translation=_article(files["back_translation"], facts["roles"]),
        reference=_article(files["reference"], facts["roles"]),
        title=facts["title"],
        system=facts["system"],
    )
    session = Session.create(path, user)
    document = session.add_document(made)
    segments = session.segments(document.id, 0, len(made.segments))
    _review_first_part(session, segments, files["errors"])
    return session


def _article(name: str, roles: list[str]) -> Article:
    lines = resource("sample", name).read_text(encoding="utf-8").splitlines()
    paragraphs = zip((line for line in lines if line), roles, strict=True)
    return Article(
        title="", paragraphs=tuple(Paragraph(text, Role(role)) for text, role in paragraphs), origin=name
    )


def _review_first_part(session: Session, segments: tuple[Segment, ...], name: str) -> None:
    by_place: dict[tuple[int, int], Segment] = {}
    counted: dict[int, int] = {}
    for segment in segments:
        number = counted.get(segment.paragraph, 0)
        counted[segment.paragraph] = number + 1
        by_place[segment.paragraph, number] = segment
    for line in resource("sample", name).read_text(encoding="utf-8").splitlines():
        error: dict[str, Any] = json.loads(line)
        if error["paragraph"] < REVIEWED_PARAGRAPHS:
            session.add_flag(
                by_place[error["paragraph"], error["sentence"]].id,
                (Span.single(Side.RECEIVED, error["start"], error["end"]),),
                error["type"],
                Severity(error["severity"]),
                comment=error["comment"],
                suggestion=error["suggestion"],
                needs_source=error["needs_source"],
            )
    for segment in segments:
        if segment.paragraph < REVIEWED_PARAGRAPHS - 1:
            session.set_state(segment.id, State.REVIEWED)
