"""`reviewer glossary`: a project's glossary, filled from files, written as one, or listed."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict, replace
from pathlib import Path

from reviewer.cli.command import add_json
from reviewer.cli.outcome import DONE, tell
from reviewer.domain.error import ReviewerError
from reviewer.domain.style import Term
from reviewer.formats.form import Kind
from reviewer.formats.registry import by_id
from reviewer.review.account import user_name
from reviewer.review.glossary import merged, read_terms, written_as
from reviewer.review.rule import rules_of
from reviewer.review.session import Session
from reviewer.scoring import profile

VERSION = 1
_SHOWN = 20
"""Rows passed over that are told one by one."""


def add_glossary_arguments(parser: ArgumentParser) -> None:
    """Take what to do, and with which files."""
    parser.add_argument("action", choices=("import", "export", "list"))
    parser.add_argument(
        "path", type=Path, metavar="FILE|PROJECT", help="the file to import, else the project"
    )
    parser.add_argument("to", nargs="?", type=Path, metavar="OUT", help="of an export: CSV, TSV, XLSX or TBX")
    parser.add_argument("--project", type=Path, metavar="PROJECT", help="that the file is imported into")
    parser.add_argument("--format", metavar="NAME", help="of OUT, instead of what its name ends in")
    parser.add_argument("--encoding", metavar="NAME", help="of a table that is not UTF-8")
    add_json(parser)


def run_glossary(options: Namespace) -> int:
    """Import, export or list terms."""
    if (options.action == "export") != (options.to is not None):
        raise ReviewerError(
            f"glossary {options.action} takes {'one file' if options.to else 'a project and a file'}",
            remedy="Say glossary import FILE --project P, glossary export P OUT, or glossary list P.",
        )
    if (options.action == "import") != (options.project is not None):
        raise ReviewerError("--project goes with import, and import with --project")
    if options.action == "import":
        return _import(options)
    terms = _terms(options.path)
    if options.action == "list":
        return _list(terms, is_json=options.json)
    form = by_id(options.format) if options.format else written_as(options.to)
    if form.kind is not Kind.GLOSSARY:
        raise ReviewerError(f"{form.title} is no glossary", remedy="See reviewer formats.")
    form.load_writer()(terms, options.to)
    print(f"{options.to}: {form.title}, {len(terms):,} terms")
    return DONE


def _terms(project: Path) -> tuple[Term, ...]:
    with Session.open(project, user_name()) as session:
        return rules_of(session).style.glossary


def _import(options: Namespace) -> int:
    listed = read_terms(options.path, options.encoding)
    with Session.open(options.project, user_name()) as session:
        rules = rules_of(session)
        merge = merged(rules.style.glossary, listed.terms)
        if merge.new or merge.changed:
            made = replace(rules, style=replace(rules.style, glossary=merge.terms))
            session.set_profile(made.id, profile.write(made))
    counts = {
        "read": listed.read,
        "new": merge.new,
        "changed": merge.changed,
        "duplicates": listed.duplicates,
        "skipped": len(listed.skipped),
    }
    if options.json:
        reasons = [asdict(each) for each in listed.skipped]
        print(json.dumps({"version": VERSION, **counts, "reasons": reasons}, ensure_ascii=False, indent=2))
        return DONE
    for remark in listed.skipped[:_SHOWN]:
        tell(f"reviewer: {options.path.name}: {remark.place}: left out: {remark.reason}")
    if len(listed.skipped) > _SHOWN:
        tell(f"reviewer: {options.path.name}: {len(listed.skipped) - _SHOWN:,} more left out; see --json")
    print(f"{options.project}: " + ", ".join(f"{number:,} {name}" for name, number in counts.items()))
    return DONE


def _list(terms: tuple[Term, ...], *, is_json: bool) -> int:
    if is_json:
        print(
            json.dumps(
                {"version": VERSION, "terms": [asdict(t) for t in terms]}, ensure_ascii=False, indent=2
            )
        )
        return DONE
    for term in terms:
        wrong = f"; not {', '.join(term.forbidden)}" if term.forbidden else ""
        print(f"{term.source}: {', '.join(term.approved) or '–'}{wrong}")
    return DONE
