"""Any file that can be opened: what it is, and how it comes into a project."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from reviewer.domain.draft import Article, DocumentDraft
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Document
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.content import Shape, head, shape_of
from reviewer.formats.form import Format, Kind
from reviewer.formats.header import Field
from reviewer.formats.reader import inspect_table, read_article, read_table
from reviewer.formats.sniff import sniff
from reviewer.formats.stream import FROM_BYTES, Stream
from reviewer.formats.table import TableMapping
from reviewer.review.account import user_name
from reviewer.review.intake import draft
from reviewer.review.session import Session

Opened: TypeAlias = Article | tuple[DocumentDraft, ...] | ProjectReview | Stream
"""What a file held: a text, a bilingual table's documents, a review, or rows too many for memory."""

PROJECT_SUFFIX = ".review"


def is_project(path: Path) -> bool:
    """Whether this is a project file, by its name or by its first bytes."""
    if path.suffix.lower() == PROJECT_SUFFIX:
        return True
    try:
        is_filled = path.is_file() and path.stat().st_size > 0
    except OSError:
        # What is no name of a file is told by whoever reads it.
        return False
    return is_filled and shape_of(head(path)) is Shape.SQLITE


def open_path(
    path: Path,
    *,
    form: Format | None = None,
    encoding: str | None = None,
    columns: Mapping[Field, str] | None = None,
    texts: Path | None = None,
    is_streamed: bool = False,
) -> Opened:
    """Read any file that can be read; raise ReviewerError or UnknownEncoding.

    `form` overrules what the file looks like; `columns` names the columns of a table by header or number;
    `texts` holds what judgements are about, where they come without. With `is_streamed`, a large file may
    come as a `Stream`; a project comes with the files that it can be written back into.
    """
    if form is None and is_project(path):
        with Session.open(path, user_name()) as session:
            return session.project_review(with_originals=True)
    form = form or sniff(path)
    is_plain = encoding is None and not columns
    if is_streamed and is_plain and form.streamer and path.stat().st_size >= FROM_BYTES:
        made: Opened = form.load_streamer()(path)
        return made
    if form.kind is Kind.REVIEW:
        beside = {"texts": texts} if form.needs_texts else {}
        review: ProjectReview = form.load_reader()(path, **beside)
        return review
    if form.kind is Kind.BILINGUAL:
        return read_table(path, table_mapping(path, encoding=encoding, columns=columns or {}))
    if form.kind is Kind.GLOSSARY:
        raise ReviewerError(
            "is a glossary, not a text",
            file=path.name,
            remedy="Add it with reviewer glossary import FILE --project PROJECT.",
        )
    return read_article(path, encoding=encoding, form=form, expected="hi")


def table_mapping(path: Path, *, encoding: str | None, columns: Mapping[Field, str]) -> TableMapping:
    """Return how to read a table: as guessed, the columns named taking precedence."""
    preview = inspect_table(path, encoding=encoding)
    named = {field: _column(name, preview.header, path) for field, name in columns.items()}
    guessed = {field: place for field, place in preview.guessed.items() if place not in set(named.values())}
    return replace(preview.mapping(), columns={**guessed, **named})


def add_opened(session: Session, opened: Opened, *, system: str = "") -> tuple[Document, ...]:
    """Add what a file held to a project."""
    match opened:
        case Article():
            return (session.add_document(draft(opened, system=system)),)
        case Stream():
            made = opened.document
            return (session.add_rows(replace(made, system=made.system or system), opened.segments),)
        case ProjectReview():
            return tuple(session.add_review(review) for review in opened.documents)
        case _:
            return tuple(session.add_document(replace(made, system=made.system or system)) for made in opened)


def _column(name: str, header: tuple[str, ...], path: Path) -> int:
    names = [cell.strip().casefold() for cell in header]
    if name.strip().casefold() in names:
        return names.index(name.strip().casefold())
    if name.isdecimal() and 1 <= int(name) <= len(header):
        return int(name) - 1
    raise ReviewerError(
        f"there is no column {name!r}", file=path.name, remedy=f"Its columns are {', '.join(header)}."
    )
