"""Writing a review or its scores to a file, with the figures that belong on it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reviewer.domain.profile import Profile
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.atomic import write_text
from reviewer.formats.registry import Format
from reviewer.reports import review_page
from reviewer.review.placement import placed
from reviewer.review.scoreboard import score_document, score_project


def write_review(review: ProjectReview, profile: Profile, form: Format, target: Path) -> None:
    """Write documents in a format, replacing `target` in one step; ReviewerError where that fails."""
    writer = form.load_writer()
    extra: dict[str, Any] = {}
    if form.id in {"docx-review", "html-review"} and len(review.documents) == 1:
        extra["score"] = score_document(review.documents[0], profile)
    if form.id == "docx-review":
        extra["made"] = datetime.now(UTC).isoformat(timespec="seconds")
    if form.id == "html-review":
        extra["settled"] = settled(review)
    writer(review, target, **extra)


def write_report(review: ProjectReview, profile: Profile, target: Path) -> None:
    """Write the score report of all documents given, replacing `target` in one step."""
    write_text(
        target, review_page.render(review, score_project(review, profile), profile, settled=settled(review))
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
