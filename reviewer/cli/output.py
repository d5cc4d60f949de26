"""`reviewer export` and `reviewer report`: a review becomes a file for others."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reviewer.cli.outcome import DONE
from reviewer.cli.selection import add_document, read_review
from reviewer.domain.error import ReviewerError
from reviewer.formats.registry import by_id, writable
from reviewer.review.output import write_report, write_review
from reviewer.review.rule import rules_of
from reviewer.scoring import profile

_REPORTS = (".html", ".htm")


def _add_target(parser: ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="replaced if it is there")
    add_document(parser)


def add_export_arguments(parser: ArgumentParser) -> None:
    """Take a project, a target and its format."""
    _add_target(parser)
    parser.add_argument(
        "--format", metavar="NAME", help="instead of what the name ends in; see reviewer formats"
    )


def run_export(options: Namespace) -> int:
    """Write the review."""
    _spare_the_project(options)
    form = by_id(options.format) if options.format else writable(options.to)
    review = read_review(options.project, options.document)
    write_review(review, rules_of(review), form, options.to)
    _report(options.to, len(review.documents), form.title)
    return DONE


def add_report_arguments(parser: ArgumentParser) -> None:
    """Take a project, a target and house rules."""
    _add_target(parser)
    parser.add_argument("--profile", metavar="ID|FILE", help="other house rules than the project's")


def run_report(options: Namespace) -> int:
    """Write the report."""
    _spare_the_project(options)
    if options.to.suffix.lower() not in _REPORTS:
        raise ReviewerError(
            f"no report is written as {options.to.suffix or 'a file without suffix'}",
            file=options.to.name,
            remedy="Use .html.",
        )
    review = read_review(options.project, options.document)
    rules = profile.find(options.profile) if options.profile else rules_of(review)
    write_report(review, rules, options.to)
    _report(options.to, len(review.documents), "Score report")
    return DONE


def _spare_the_project(options: Namespace) -> None:
    if options.to.exists() and options.project.exists() and options.to.samefile(options.project):
        raise ReviewerError("this is the project itself", file=str(options.to), remedy="Choose another name.")


def _report(target: Path, documents: int, what: str) -> None:
    print(f"{target}: {what}, {documents} {'document' if documents == 1 else 'documents'}")
