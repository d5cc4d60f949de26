"""`reviewer new` and `reviewer import`: texts become a project."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TypeGuard

from reviewer.cli.outcome import DONE, tell
from reviewer.cli.reading import add_reading_arguments, article, notes, read, warn
from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.domain.profile import Profile
from reviewer.domain.segment import Document
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.cue_pair import FORMS, with_source
from reviewer.review.account import user_name
from reviewer.review.intake import COLUMNS, draft
from reviewer.review.opening import Opened, add_opened
from reviewer.review.output import came_from
from reviewer.review.rule import rules_of
from reviewer.review.session import Session
from reviewer.scoring import profile

_LEFTOVERS = ("", "-wal", "-shm", "-journal")
_LONG = 100_000
"""From this many characters on, aligning takes more than a second."""


def add_origin_arguments(parser: ArgumentParser) -> None:
    """Take what to say of new documents."""
    parser.add_argument("--system", default="", metavar="NAME", help="the engine that translated")
    parser.add_argument("--desk", default="", metavar="NAME", help="the part of the newsroom it is for")


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
    add_origin_arguments(parser)
    add_reading_arguments(parser)


def run_new(options: Namespace) -> int:
    """Make a project; where that fails, none is left."""
    if options.project.exists():
        raise ReviewerError(
            "there is already a file",
            file=str(options.project),
            remedy="Choose another name, or import into it.",
        )
    opened = read(options.target, options, is_streamed=True)
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
        if set(named) == {"source"} and not options.title and _is_subtitled(opened):
            opened = with_source(opened, named.pop("source"))
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
            warn(opened.notes)
        return opened
    beside = {column: article(path, column, options) for column, path in named.items()}
    if named and sum(len(paragraph.text) for paragraph in opened.paragraphs) > _LONG:
        tell("reviewer: aligning long texts, which takes some seconds")
    made = draft(opened, title=options.title, system=options.system, **beside)
    warn(made.warnings)
    return (made,)


def _is_subtitled(opened: Opened) -> TypeGuard[ProjectReview]:
    return isinstance(opened, ProjectReview) and bool(came_from(opened)) and came_from(opened) <= FORMS


def add_import_arguments(parser: ArgumentParser) -> None:
    """Take a project and what to add."""
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help="articles, tables, reviews or projects"
    )
    parser.add_argument(
        "--format", metavar="NAME", help="instead of what the files look like; see reviewer formats"
    )
    add_origin_arguments(parser)
    add_reading_arguments(parser)


def run_import(options: Namespace) -> int:
    """Add everything, or nothing where one file cannot be read."""
    with Session.open(options.project, user_name()) as session:
        everything = [read(path, options, is_streamed=True) for path in options.paths]
        for opened in everything:
            warn(notes(opened))
            documents = _add(session, opened, options)
            _report(options.project, session, documents)
    return DONE


def _report(project: Path, session: Session, documents: Iterable[Document]) -> None:
    for document in documents:
        rows = session.segment_count(document.id)
        print(f"{project}: added “{document.title}”, {rows} {'segment' if rows == 1 else 'segments'}")
