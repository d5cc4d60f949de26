"""Errors by type and severity."""

from reviewer.domain.flag import Severity
from reviewer.domain.report import Report
from reviewer.review.report.assembly import build
from tests.review.report.reviews import (
    PLAIN,
    TEXT,
    a_document,
    a_project,
    an_error,
    the_rows,
    the_section,
    the_table,
)


def a_report() -> Report:
    """Three errors of two types, one of them edited away."""
    flags = [
        an_error(1, Severity.MAJOR, id=1),
        an_error(2, Severity.CRITICAL, id=2),
        an_error(2, Severity.MINOR, id=3, type="style/awkward"),
    ]
    finals = [TEXT.removeprefix("सरकार ")]
    return build([a_project(a_document(1, TEXT, TEXT, flags=flags, finals=finals))], PLAIN)


def test_types_are_counted_by_severity_the_dearest_first() -> None:
    """What the edits settled is no longer open, and costs the final text nothing."""
    first, second = the_rows(the_table(a_report(), "errors_by_type"))
    assert (first["type"], first["critical"], first["major"], first["total"]) == ("Mistranslation", 1, 1, 2)
    assert (first["open"], first["points"], first["points_left"]) == (1, 30, 25)
    assert (second["dimension"], second["minor"], second["points"]) == ("style", 1, 1)


def test_the_heat_map_holds_the_same_counts() -> None:
    """Types go down, severities across, the worst first."""
    heat = next(chart for chart in a_report().charts() if chart.id == "errors_heat")
    assert [series.severity for series in heat.series] == list(reversed(Severity))
    assert [series.values for series in heat.series] == [(1, 0), (1, 0), (0, 1), (0, 0)]


def test_words_of_the_part_are_the_denominator() -> None:
    """Roles without a word are left out."""
    (row,) = the_rows(the_table(a_report(), "errors_by_role"))
    assert (row["role"], row["words"], row["total"]) == ("Body", 20, 3)
    assert row["per_thousand"] == 150


def test_no_error_is_said() -> None:
    """The section then holds no empty table."""
    section = the_section(build([a_project()], PLAIN), "errors")
    assert section.blocks == ()
    assert section.lead == "No error has been flagged."
