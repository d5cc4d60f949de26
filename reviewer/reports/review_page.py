"""The score report as one web page that needs nothing else."""

from collections.abc import Collection
from datetime import UTC, datetime

import jinja2

from reviewer import __version__
from reviewer.domain.flag import Severity
from reviewer.domain.profile import Profile
from reviewer.domain.score import ProjectScores
from reviewer.domain.snapshot import ProjectReview
from reviewer.reports.view import WORST_FIRST, document_view, error_table, metric
from reviewer.resources import resource


def render(
    review: ProjectReview,
    scores: ProjectScores,
    profile: Profile,
    *,
    settled: Collection[int] = (),
    title: str = "",
    made: datetime | None = None,
) -> str:
    """Return the page for all documents of a review.

    `scores` holds a card for each document, in the same order; `settled` the ids of the flags that
    the edits have dealt with; `title` heads a report on several documents.
    """
    documents = [
        document_view(number, document, card, profile, frozenset(settled))
        for number, (document, card) in enumerate(
            zip(review.documents, scores.documents, strict=True), start=1
        )
    ]
    flags = [flag for document in review.documents for flag in document.flags]
    page = (
        _environment()
        .get_template("report.html.j2")
        .render(
            title=title or (scores.documents[0].title if len(documents) == 1 else "All documents"),
            total=scores.total,
            documents=documents,
            errors=error_table(flags, profile, frozenset(settled)),
            profile=profile,
            severities=WORST_FIRST,
            weights=_weights(profile),
            made=made or datetime.now(UTC),
            version=__version__,
            style="\n".join(
                resource("templates", name).read_text(encoding="utf-8")
                for name in ("review.css", "report.css")
            ),
        )
    )
    # A lone surrogate in somebody's text must not keep the page from being written.
    return page.encode("utf-8", "replace").decode("utf-8")


def _weights(profile: Profile) -> str:
    return ", ".join(f"{severity.value} {profile.multipliers[severity]:g}" for severity in Severity)


def _number(value: float | None, digits: int = 1) -> str:
    """Return a figure for reading, `–` where there is none."""
    return "–" if value is None else f"{value:,.{digits}f}".replace("-", "−")


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FileSystemLoader(resource("templates")),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["number"] = _number
    environment.globals["metric"] = metric
    return environment
