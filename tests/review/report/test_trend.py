"""The trend over time."""

from datetime import date

from reviewer.domain.report import ChartKind, Report
from reviewer.review.report.assembly import build
from tests.review.report.reviews import (
    PLAIN,
    a_document,
    a_project,
    an_error,
    the_rows,
    the_section,
    the_table,
)


def a_report(second: str) -> Report:
    """A faulty article on a Wednesday, a clean one later."""
    first = a_document(1, flags=[an_error()], created="2026-01-07T08:00:00+00:00", judged=[40])
    return build([a_project(first, a_document(2, created=second))], PLAIN)


def test_days_are_told_apart() -> None:
    """Each has its figures."""
    rows = the_rows(the_table(a_report("2026-01-09T08:00:00+00:00"), "trend"))
    assert [(row["day"], row["npt"], row["esa"], row["passed"]) for row in rows] == [
        (date(2026, 1, 7), 500, 40, 0),
        (date(2026, 1, 9), 0, None, 1),
    ]


def test_a_long_time_is_told_by_weeks() -> None:
    """A week begins on its Monday."""
    rows = the_rows(the_table(a_report("2026-03-01T08:00:00+00:00"), "trend"))
    assert [row["day"] for row in rows] == [date(2026, 1, 5), date(2026, 2, 23)]


def test_lines_follow_the_table() -> None:
    """What nobody judged on a day has a gap."""
    report = a_report("2026-01-09T08:00:00+00:00")
    lines = {chart.id: chart for chart in report.charts() if chart.kind is ChartKind.LINES}
    assert lines["trend_npt"].series[0].values == (500, 0)
    assert lines["trend_esa"].series[0].values == (40, None)
    assert the_section(report, "trend").lead == (
        "Penalty points per 1,000 received words fell from 500.0 in the first day to 0.0 in the last."
    )


def test_one_day_is_no_trend() -> None:
    """The section says so."""
    assert "no trend" in the_section(a_report("2026-01-07T20:00:00+00:00"), "trend").lead
