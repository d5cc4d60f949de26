"""Engines compared."""

from dataclasses import replace
from functools import cache

import pytest

from reviewer.domain.report import Estimate, Report
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.report.assembly import build
from reviewer.review.report.option import ReportOptions
from tests.review.report.reviews import (
    PLAIN,
    a_document,
    a_project,
    an_error,
    the_rows,
    the_section,
    the_table,
)

WORDS = ("एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ", "दस")
OPTIONS = ReportOptions(resamples=100)


def a_translation(number: int, system: str, value: float, *, is_good: bool = True) -> DocumentReview:
    """One article's translation: two sentences, judged around a value."""
    name = WORDS[number % len(WORDS)]
    references = [f"{name} बजे सरकार ने नई योजना की घोषणा की।", f"{name} लोगों ने इसका स्वागत किया।"]
    texts = references if is_good else [f"{name} कुछ और कहा गया।", references[1]]
    texts = [f"{text} बस" for text in texts]
    return a_document(
        number * 10 + ord(system[0]),
        *texts,
        system=system,
        title=f"लेख {number} ({system})",
        sources=[f"At {number}, the government announced a plan.", f"{number} people welcomed it."],
        references=references,
        judged=[value + number % 3, value + number % 2],
    )


@cache
def a_comparison() -> Report:
    """A is far better than B and C, which are alike, in eight articles."""
    documents = [
        a_translation(number, system, value, is_good=system == "A")
        for number in range(8)
        for system, value in (("A", 90.0), ("B", 50.0), ("C", 50.0))
    ]
    return build([a_project(*documents)], PLAIN, options=OPTIONS)


def test_clusters_part_what_differs() -> None:
    """Two engines with the same judgements share a cluster below the better one."""
    rows = the_rows(the_table(a_comparison(), "ranking_esa"))
    assert [(row["system"], row["cluster"], row["range"]) for row in rows] == [
        ("A", 1, "1"),
        ("B", 2, "2–3"),
        ("C", 2, "2–3"),
    ]


def test_the_picture_shows_the_same_clusters() -> None:
    """Each engine has its interval."""
    chart = next(chart for chart in a_comparison().charts() if chart.id == "ranking_esa")
    assert chart.categories == ("A", "B", "C")
    assert chart.groups == (1, 2, 2)
    assert all(isinstance(value, Estimate) and value.low is not None for value in chart.series[0].values)


def test_the_lead_names_the_best_and_the_sample() -> None:
    """One sentence tells what may be concluded."""
    lead = the_section(a_comparison(), "engines").lead
    assert lead == "A is significantly better than all others by ESA over 16 shared sentences."


def test_metrics_are_compared_with_the_best_on_the_same_sentences() -> None:
    """The best has no difference; documents are what is resampled."""
    table = the_table(a_comparison(), "differences")
    best, second, _ = (row for row in the_rows(table) if row["metric"] == "chrF++")
    assert (best["system"], best["behind"], best["p"]) == ("A", None, None)
    assert isinstance(second["behind"], float)
    assert second["behind"] > 0
    assert second["p"] == pytest.approx(1 / 101)
    assert "16 sentences of 8 documents" in table.note


def test_an_engine_that_is_its_own_reference_is_not_compared_by_metrics() -> None:
    """A hundred points would say nothing."""
    project = a_project(*(a_translation(n, system, 50) for n in range(8) for system in ("A", "B")))
    references = [
        replace(
            review,
            segments=tuple(replace(each, received=each.reference or "") for each in review.segments),
            document=replace(
                review.document, system="human", title=review.document.title.replace("A", "human")
            ),
        )
        for number, review in enumerate(project.documents[::2])
    ]
    report = build([a_project(*project.documents, *references)], PLAIN, options=OPTIONS)
    assert {row["system"] for row in the_rows(the_table(report, "differences"))} == {"A", "B"}
    assert {row["system"] for row in the_rows(the_table(report, "ranking_esa"))} == {"A", "B", "human"}


def test_what_only_one_has_translated_is_left_out() -> None:
    """Engines are compared on what all of them have."""
    documents = [a_translation(number, "A", 90) for number in range(9)]
    documents += [a_translation(number, "B", 50) for number in range(6)]
    report = build([a_project(*documents)], PLAIN, options=OPTIONS)
    assert {row["judged"] for row in the_rows(the_table(report, "ranking_esa"))} == {12}
    assert {row["segments"] for row in the_rows(the_table(report, "engines"))} == {18, 12}


def test_too_few_shared_sentences_are_no_comparison() -> None:
    """The lead says so, and no ranking is given."""
    report = build([a_project(a_translation(1, "A", 90), a_translation(1, "B", 50))], PLAIN, options=OPTIONS)
    assert "too few to compare" in the_section(report, "engines").lead
    assert not [table.id for table in report.tables() if table.id.startswith("ranking")]


def test_one_engine_is_not_compared() -> None:
    """Its figures are given all the same."""
    report = build([a_project(a_document(1, flags=[an_error()]))], PLAIN, options=OPTIONS)
    assert the_section(report, "engines").lead.startswith("All documents are engine’s")
    (row,) = the_rows(the_table(report, "engines"))
    assert isinstance(row["npt"], Estimate)
    assert row["npt"].value == 500


def test_what_an_engine_is_bad_at_is_counted_by_its_words() -> None:
    """Points per 1,000 words of each dimension, the dearest first."""
    documents = [
        a_document(1, system="A", flags=[an_error(type="style/awkward"), an_error(id=2)]),
        a_document(2, system="B"),
    ]
    report = build([a_project(*documents)], PLAIN, options=OPTIONS)
    rows = the_rows(the_table(report, "engines_by_dimension"))
    assert rows == [
        {"system": "A", "style": 500, "accuracy": 500},
        {"system": "B", "style": 0, "accuracy": 0},
    ]
