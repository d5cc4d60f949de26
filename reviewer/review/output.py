"""Writing a review or its scores to a file, with the figures that belong on it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from reviewer.domain.error import ReviewerError
from reviewer.domain.profile import Profile
from reviewer.domain.report import Report
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.form import Format, Kind
from reviewer.review.placement import placed
from reviewer.review.plain import plain_project
from reviewer.review.report.assembly import build
from reviewer.review.scoreboard import score_document

REPORT_KINDS = {
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".json": "json",
    ".tex": "latex",
    ".md": "markdown",
}
"""What each ending of a report is written by."""


def write_review(review: ProjectReview, profile: Profile, form: Format, target: Path) -> None:
    """Write documents in a format, replacing `target` in one step; ReviewerError where that fails."""
    writer = form.load_writer()
    if form.kind is Kind.GLOSSARY:
        writer(profile.style.glossary, target)
        return
    if not form.keeps_codes:
        review = plain_project(review)
    extra: dict[str, Any] = {}
    if form.id in {"docx-review", "html-review", "pdf-review"} and len(review.documents) == 1:
        extra["score"] = score_document(review.documents[0], profile)
    if form.id in {"docx-review", "pdf-review"}:
        extra["made"] = datetime.now(UTC).isoformat(timespec="seconds")
    if form.id in {"html-review", "pdf-review"}:
        extra["settled"] = settled(review)
    writer(review, target, **extra)


def came_from(review: ProjectReview) -> frozenset[str]:
    """Return the formats of the files that a review's documents came from and can be written back into."""
    return frozenset(entry.original.format for entry in review.documents if entry.original is not None)


def write_report(review: ProjectReview, profile: Profile, target: Path) -> None:
    """Write the score report of all documents given, as `target` ends, replacing it in one step."""
    refuse_unknown(target)
    save_report(build([review], profile), target)


def save_report(report: Report, target: Path) -> None:
    """Write a report as `target` ends, replacing it in one step; ReviewerError for other endings."""
    refuse_unknown(target)
    # Each kind of file has libraries of its own, loaded with it.
    write: Callable[[Report, Path], None] = resolve_name(
        f"reviewer.reports.{REPORT_KINDS[target.suffix.lower()]}:write"
    )
    write(report, target)


def refuse_unknown(target: Path) -> None:
    """Raise ReviewerError where no report can be written as this file."""
    if target.suffix.lower() not in REPORT_KINDS:
        raise ReviewerError(
            f"no report is written as {target.suffix or 'a file without suffix'}",
            file=target.name,
            remedy=f"Use {', '.join(REPORT_KINDS)}.",
        )


def settled(review: ProjectReview) -> frozenset[int]:
    """Return the ids of the flags that the edits have resolved."""
    found = set()
    for document in review.documents:
        segments = {segment.id: segment for segment in document.segments}
        for flag in document.flags:
            if flag.segment_id in segments and placed(flag, segments[flag.segment_id]).is_resolved:
                found.add(flag.id)
    return frozenset(found)
