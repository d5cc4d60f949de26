"""`reviewer score`: figures of projects, and of plain line files."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reviewer.cli.archive_option import add_archive_arguments, is_archive
from reviewer.cli.command import add_json
from reviewer.cli.line_score import add_line_arguments, run_lines
from reviewer.cli.selection import add_document
from reviewer.domain.error import ReviewerError


def add_score_arguments(parser: ArgumentParser) -> None:
    """Take projects, or line files."""
    parser.add_argument("projects", nargs="*", type=Path, metavar="PROJECT", help="or an exported review")
    parser.add_argument("--profile", metavar="ID|FILE", help="other house rules than the project's")
    add_document(parser)
    add_line_arguments(parser)
    add_archive_arguments(parser)
    add_json(parser)


def run_score(options: Namespace) -> int:
    """Print figures."""
    has_lines = options.hypothesis is not None or options.reference is not None
    if has_lines + bool(options.projects) + is_archive(options) != 1:
        raise ReviewerError(
            "either projects, or --hypothesis and --reference, or an archive",
            remedy="See reviewer score --help.",
        )
    if has_lines:
        return run_lines(options)
    if is_archive(options):
        from reviewer.cli.archive import run_archive  # noqa: PLC0415 - loads numpy and more

        return run_archive(options)
    from reviewer.cli.card import score_projects  # noqa: PLC0415 - the database, which lines do without

    return score_projects(options)
