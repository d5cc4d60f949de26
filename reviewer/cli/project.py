"""`reviewer new` and `reviewer import`: texts become a project."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path

from reviewer.cli.outcome import DONE, tell
from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.domain.profile import Profile
from reviewer.domain.segment import Document
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.encoding import UnknownEncoding
from reviewer.formats.header import Field
from reviewer.formats.reader import read_article
from reviewer.formats.registry import by_id
from reviewer.review.account import user_name
from reviewer.review.intake import COLUMNS, draft
from reviewer.review.opening import Opened, add_opened, open_path
from reviewer.review.rule import rules_of
from reviewer.review.session import Session
from reviewer.scoring import profile

_LEFTOVERS = ("", "-wal", "-shm", "-journal")
_LONG = 100_000
"""From this many characters on, aligning takes more than a second."""


def _add_reading_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--system", default="", metavar="NAME", help="the engine that translated")
    parser.add_argument("--desk", default="", metavar="NAME", help="the part of the newsroom it is for")
    parser.add_argument(
        "--texts", type=Path, metavar="FILE", help="the texts of judgements that come without, as JSON lines"
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="of files that are neither UTF-8 nor UTF-16 with a mark"
    )
    parser.add_argument(
        "--columns",
        metavar="FIELD=NAME,…",
        help=f"columns of a table, by header or number; fields are {', '.join(Field)}",
    )


def add_new_arguments(parser: ArgumentParser) -> None:
    """Take the project to make, the Hindi, and what stands beside it."""
    parser.add_argument(
        "project", type=Path, metavar="PROJECT", help="the file to make, such as article.review"
    )
    parser.add_argument(
        "--target", type=Path, required=True, metavar="FILE", help="the Hindi, or a bilingual table"
    )
    for column in COLUMNS:
        name = column.replace("_", "-")
        parser.add_argument(
            f"--{name}", type=Path, metavar="FILE", help=f"the {name.replace('-', ' ', 1)} text"
        )
    parser.add_argument("--title", metavar="TEXT", help="instead of the headline")
    parser.add_argument("--profile", metavar="ID|FILE", help="the house rules; see reviewer profiles")
    _add_reading_arguments(parser)


def run_new(options: Namespace) -> int:
    """Make a project; where that fails, none is left."""
    if options.project.exists():
        raise ReviewerError(
            "there is already a file",
            file=str(options.project),
            remedy="Choose another name, or import into it.",
        )
    opened = _read(options.target, options)
    made = _with_companions(opened, options)
    rules = _rules(options.profile, made)
    session = Session.create(options.project, user_name(), rules.id)
    try:
        with session:
            if rules.id not in profile.profile_ids() or rules != profile.load(rules.id):
                session.set_profile(rules.id, profile.write(rules))
            documents = _add(session, made, options)
            _report(options.project, session, documents)
    except BaseException:
        for ending in _LEFTOVERS:
            options.project.with_name(options.project.name + ending).unlink(missing_ok=True)
        raise
    return DONE


def _rules(named: str | None, made: Opened) -> Profile:
    """Return the rules named, else those a review came with, else the default."""
    if named:
        return profile.find(named)
    return rules_of(made) if isinstance(made, ProjectReview) else profile.load(profile.DEFAULT)


def _add(session: Session, opened: Opened, options: Namespace) -> tuple[Document, ...]:
    documents = add_opened(session, opened, system=options.system)
    if options.desk:
        for document in documents:
            session.set_desk(document.id, options.desk)
    return documents


def _with_companions(opened: Opened, options: Namespace) -> Opened:
    """Put the texts that were named beside an article; a table has its own."""
    named = {column: getattr(options, column) for column in COLUMNS if getattr(options, column)}
    if not isinstance(opened, Article):
        if named or options.title:
            extra = ", ".join(
                f"--{column.replace('_', '-')}" for column in [*named, *(["title"] if options.title else [])]
            )
            raise ReviewerError(
                f"{extra} cannot go with a file that holds whole documents",
                file=options.target.name,
                remedy="Leave it out, or name the Hindi article alone as --target.",
            )
        if isinstance(opened, ProjectReview):
            _warn(opened.notes)
        return opened
    beside = {column: _article(path, column, options) for column, path in named.items()}
    if named and sum(len(paragraph.text) for paragraph in opened.paragraphs) > _LONG:
        tell("reviewer: aligning long texts, which takes some seconds")
    made = draft(opened, title=options.title, system=options.system, **beside)
    _warn(made.warnings)
    return (made,)


def _article(path: Path, column: str, options: Namespace) -> Article:
    expected = COLUMNS[column]
    try:
        return read_article(path, expected=expected)
    except UnknownEncoding:
        if options.encoding is None:
            raise
        return read_article(path, encoding=options.encoding, expected=expected)


def add_import_arguments(parser: ArgumentParser) -> None:
    """Take a project and what to add."""
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help="articles, tables, reviews or projects"
    )
    parser.add_argument(
        "--format", metavar="NAME", help="instead of what the files look like; see reviewer formats"
    )
    _add_reading_arguments(parser)


def run_import(options: Namespace) -> int:
    """Add everything, or nothing where one file cannot be read."""
    with Session.open(options.project, user_name()) as session:
        everything = [_read(path, options) for path in options.paths]
        for opened in everything:
            _warn(_notes(opened))
            documents = _add(session, opened, options)
            _report(options.project, session, documents)
    return DONE


def _read(path: Path, options: Namespace) -> Opened:
    """Read a file; an encoding that was named is used only where the file does not tell its own."""
    name = getattr(options, "format", None)
    form = by_id(name) if name else None
    columns = _columns(options.columns)
    try:
        return open_path(path, form=form, columns=columns, texts=options.texts)
    except UnknownEncoding:
        if options.encoding is None:
            raise
        return open_path(path, form=form, encoding=options.encoding, columns=columns, texts=options.texts)


def _columns(text: str | None) -> Mapping[Field, str]:
    """Read `source=English,target=3`."""
    named: dict[Field, str] = {}
    for part in text.split(",") if text else ():
        field, is_pair, name = part.partition("=")
        if not is_pair or field.strip().replace("-", "_") not in set(Field):
            raise ReviewerError(
                f"--columns does not understand {part!r}",
                remedy=f"Write FIELD=NAME with a field of {', '.join(Field)}.",
            )
        named[Field(field.strip().replace("-", "_"))] = name
    return named


def _report(project: Path, session: Session, documents: Iterable[Document]) -> None:
    for document in documents:
        rows = session.segment_count(document.id)
        print(f"{project}: added “{document.title}”, {rows} {'segment' if rows == 1 else 'segments'}")


def _notes(opened: Opened) -> tuple[str, ...]:
    """What to know about how a file was read."""
    match opened:
        case Article():
            return opened.warnings
        case ProjectReview():
            return opened.notes
        case _:
            return ()


def _warn(warnings: Iterable[str]) -> None:
    for warning in warnings:
        tell(f"reviewer: note: {warning}")
