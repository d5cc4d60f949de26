"""`reviewer check`: what may be wrong in projects and files, without a window."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reviewer.checks.check import Check
from reviewer.checks.engine import Checker
from reviewer.checks.lens import article_of
from reviewer.cli import check_output, sarif
from reviewer.cli.check_output import Checked, Told
from reviewer.cli.command import add_json
from reviewer.cli.outcome import DONE, FAILED, tell
from reviewer.cli.progress import Progress
from reviewer.cli.reading import add_reading_arguments, article, notes, read, warn
from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.domain.finding import Tier
from reviewer.domain.profile import Profile
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.style import Style
from reviewer.review.glossary import merged, read_terms
from reviewer.review.inspection.manuscript import Manuscript, Placed
from reviewer.review.inspection.material import Piece, muted_in, of_drafts, of_review
from reviewer.review.inspection.rulebook import checks_under, style_in
from reviewer.review.intake import draft
from reviewer.review.opening import Opened
from reviewer.review.provisional import as_review
from reviewer.review.rule import rules_of
from reviewer.scoring import profile
from reviewer.text import atomic

_BESIDE = ("source", "back_translation")
_STDOUT = "-"


def add_check_arguments(parser: ArgumentParser) -> None:
    """Take what to check, the texts beside it, which checks, and how to tell."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE|PROJECT", help="articles, tables, reviews or projects"
    )
    parser.add_argument("--source", type=Path, metavar="FILE", help="the English original of one article")
    parser.add_argument("--back-translation", type=Path, metavar="FILE", help="its back-translation")
    parser.add_argument("--profile", metavar="ID|FILE", help="the house style; see reviewer profiles")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="ID,…",
        help="these checks, by id, code or family; may be repeated; see reviewer checks",
    )
    parser.add_argument(
        "--glossary",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="terms to hold the text to, as CSV, TSV, XLSX or TBX; may be repeated",
    )
    tiers = [tier.value for tier in Tier]
    parser.add_argument(
        "--tier", choices=tiers, default=Tier.WARNING.value, help="the least that is shown (default: warning)"
    )
    parser.add_argument("--fail-on", choices=tiers, help="exit with 1 where anything this serious is found")
    parser.add_argument(
        "--sarif", metavar="FILE", help="write SARIF 2.1.0 too; - prints it instead of anything else"
    )
    add_reading_arguments(parser)
    add_json(parser)


def run_check(options: Namespace) -> int:
    """Check everything, print what was found, and tell by the exit code whether it may pass."""
    if len(options.paths) > 1 and any(getattr(options, column) for column in _BESIDE):
        raise ReviewerError(
            "--source and --back-translation belong to one article", remedy="Check the articles one by one."
        )
    if options.sarif == _STDOUT and options.json:
        raise ReviewerError("--json and --sarif - both go to standard output", remedy="Leave one out.")
    progress = Progress()
    checked = [_checked(path, options, progress) for path in options.paths]
    for fault in dict.fromkeys(fault for each in checked for fault in each.faults):
        tell(f"reviewer: note: {fault}")
    _print([each.at_least(Tier(options.tier)) for each in checked], options)
    fails = options.fail_on is not None and any(each.at_least(Tier(options.fail_on)).told for each in checked)
    return FAILED if fails else DONE


def _print(shown: Sequence[Checked], options: Namespace) -> None:
    if options.sarif == _STDOUT:
        print(sarif.text(shown))
        return
    if options.sarif:
        atomic.write_text(Path(options.sarif), sarif.text(shown) + "\n")
    if options.json:
        print(check_output.json_text(shown))
    else:
        print(check_output.plain_text(shown))


def _checked(path: Path, options: Namespace, progress: Progress) -> Checked:
    opened = read(path, options)
    warn(notes(opened))
    pieces = _pieces(path, opened, options)
    rules = _rules(opened, options)
    style = _with_glossaries(style_in(rules), options.glossary)
    checks = chosen(checks_under(style), options.only)
    checker = Checker(checks, muted_in(path))
    manuscript = Manuscript.read(path, options.encoding)
    found: list[Told] = []
    for number, piece in enumerate(pieces, 1):
        document = article_of(piece.segments, style)
        results = checker.all(
            document,
            lambda segment_id, flags=piece.flags: flags.get(segment_id, ()),  # type: ignore[misc]
            progress=lambda done, of: progress(f"checking {path.name}", done, of),
        )
        for lens, findings in results:
            place: Placed | None = manuscript.place(lens.segment.received) if manuscript else None
            found += (Told(number, piece.title, lens.segment, finding, place) for finding in findings)
    return Checked(
        file=path,
        profile=rules.id,
        documents=tuple((piece.title, len(piece.segments)) for piece in pieces),
        checks=checks,
        told=tuple(found),
        faults=tuple(str(fault) for fault in checker.faults.values()),
    )


def _pieces(path: Path, opened: Opened, options: Namespace) -> tuple[Piece, ...]:
    named = {column: getattr(options, column) for column in _BESIDE if getattr(options, column)}
    if isinstance(opened, Article):
        source, back = (
            article(named[column], column, options) if column in named else None for column in _BESIDE
        )
        return of_drafts([draft(opened, source=source, back_translation=back)])
    if named:
        raise ReviewerError(
            f"--{next(iter(named)).replace('_', '-')} cannot go with a file that holds whole documents",
            file=path.name,
            remedy="Leave it out, or name the Hindi article alone.",
        )
    return of_drafts(opened) if isinstance(opened, tuple) else of_review(as_review(opened))


def _rules(opened: Opened, options: Namespace) -> Profile:
    """Return the rules named, else those a project has, else the default."""
    if options.profile:
        return profile.find(options.profile)
    return rules_of(opened) if isinstance(opened, ProjectReview) else profile.load(profile.DEFAULT)


def _with_glossaries(style: Style, paths: Iterable[Path]) -> Style:
    terms = style.glossary
    for path in paths:
        terms = merged(terms, read_terms(path).terms).terms
    return replace(style, glossary=terms)


def chosen(checks: Iterable[Check], wanted: Iterable[str]) -> tuple[Check, ...]:
    """Return the checks named by id, code or family, or all; ReviewerError for a name nothing has."""
    names = [name.strip() for part in wanted for name in part.split(",") if name.strip()]
    every = tuple(checks)
    for name in names:
        if not any(is_named(check, name) for check in every):
            raise ReviewerError(f"there is no check {name!r}", remedy="See reviewer checks.")
    return tuple(check for check in every if not names or any(is_named(check, name) for name in names))


def is_named(check: Check, name: str) -> bool:
    """Whether a name means a check: its id, its code or its family."""
    return name.casefold() in {check.id, check.code.casefold(), check.id.partition(".")[0]}
