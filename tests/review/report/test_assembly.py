"""The whole report."""

from collections import Counter
from dataclasses import replace

import pytest

from reviewer.domain.report import Chart, Excerpts, Figures, Prose, Report, Selection, Table
from reviewer.review.report.assembly import build
from reviewer.scoring.engine.cancel import Cancelled
from tests.review.report.reviews import PLAIN, TEXT, a_document, a_project, an_error, the_section


def a_report() -> Report:
    """A report with something in every section."""
    return build(
        [
            a_project(
                a_document(1, TEXT, TEXT, system="A", flags=[an_error()], judged=[20, 80]),
                a_document(2, TEXT, "कुछ और।", system="B", references=[TEXT, TEXT], judged=[70, 90]),
                a_document(3, created="2026-01-09T00:00:00+00:00"),
            )
        ],
        PLAIN,
    )


def test_every_section_answers_its_question() -> None:
    """The methods come last; each section has an id of its own and one sentence."""
    sections = a_report().sections
    assert max(Counter(section.id for section in sections).values()) == 1
    assert sections[0].id == "overview"
    assert sections[-1].id == "methods"
    assert [section.id for section in sections if not section.lead.endswith((".", "!"))] == []


def test_tables_and_charts_have_ids_of_their_own() -> None:
    """They become names of sheets and anchors."""
    report = a_report()
    tables, charts = ([table.id for table in report.tables()], [chart.id for chart in report.charts()])
    assert len(set(tables)) == len(tables)
    assert len(set(charts)) == len(charts)


def test_rows_are_as_wide_as_their_tables() -> None:
    """Each cell stands below a column."""
    for table in a_report().tables():
        assert {len(row) for row in table.rows} <= {len(table.columns)}


def test_a_chart_has_a_value_a_category_and_says_what_is_to_be_seen() -> None:
    """The sentence is read out in place of the picture."""
    for chart in a_report().charts():
        assert {len(series.values) for series in chart.series} == {len(chart.categories)}
        assert chart.summary.endswith(".")


def test_nothing_selected_is_said() -> None:
    """A report is made all the same, with its methods."""
    report = build([a_project()], PLAIN, Selection(systems=("nobody",)))
    assert [section.id for section in report.sections] == ["overview", "methods"]
    assert "nothing to report" in report.sections[0].lead
    assert "engine nobody" in report.subtitle


def test_several_projects_become_one_report() -> None:
    """Their documents may have equal ids."""
    report = build([a_project(), a_project()], PLAIN)
    assert report.subtitle == "2 documents, 2 segments"


def test_one_document_gives_the_report_its_title() -> None:
    """A title of one's own takes its place."""
    assert build([a_project()], PLAIN).title == "लेख 1"
    assert build([a_project()], PLAIN, title="Spring").title == "Spring"


def test_a_report_can_be_stopped() -> None:
    """Nothing is returned then."""
    with pytest.raises(Cancelled):
        build([a_project()], PLAIN, is_cancelled=lambda: True)


def test_progress_ends_at_the_whole() -> None:
    """It never runs backwards."""
    heard: list[tuple[int, int]] = []
    build([a_project(a_document(1, TEXT, references=[TEXT]))], PLAIN, progress=lambda *at: heard.append(at))
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]


def test_two_runs_say_the_same() -> None:
    """Seeds are fixed: only the time differs."""
    first, second = a_report(), a_report()
    assert replace(first, made=second.made) == second


def test_a_document_without_segments_is_no_obstacle() -> None:
    """Nothing is divided by its words."""
    report = build([a_project(replace(a_document(1), segments=()))], PLAIN)
    assert the_section(report, "overview").lead


def test_all_kinds_of_blocks_occur() -> None:
    """The renderers are shown every kind."""
    kinds = {type(block) for section in a_report().sections for block in section.blocks}
    assert kinds == {Chart, Excerpts, Figures, Prose, Table}
