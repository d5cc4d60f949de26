"""The score report as PDF."""

from pathlib import Path

from reviewer.domain.report import Report
from reviewer.reports.paper import sheet
from reviewer.text.atomic import replacing
from reviewer.text.typeset import typeset


def render(report: Report) -> bytes:
    """Return the PDF; the same report gives the same bytes everywhere."""
    return typeset("report.typ", sheet(report), report.made)


def write(report: Report, path: Path) -> None:
    """Write the PDF, replacing `path` in one step; ReviewerError where that fails."""
    made = render(report)
    with replacing(path) as file:
        file.write(made)
