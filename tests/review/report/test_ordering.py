"""Metrics put engines in an order; people may have another."""

import random

from reviewer.domain.report import Report
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.report.assembly import build
from reviewer.review.report.option import ReportOptions
from tests.review.report.reviews import PLAIN, a_document, a_project, the_rows, the_table

OPTIONS = ReportOptions(resamples=100)
WORDS = ["सरकार", "ने", "आज", "दिल्ली", "में", "एक", "नई", "योजना", "की", "घोषणा", "की"]


def a_translation(number: int, system: str, lost: int, value: float) -> DocumentReview:
    """An article of two sentences from which an engine lost some words of the reference."""
    chance = random.Random(number % 10)  # noqa: S311 - for tests
    references = [" ".join(chance.sample(WORDS, len(WORDS))) for _ in range(2)]
    texts = [" ".join(each.split()[: len(WORDS) - lost]) for each in references]
    return a_document(
        number,
        *texts,
        system=system,
        references=references,
        judged=[value, value - 1],
        title=f"{number % 10}",
    )


def a_report(*, is_fair: bool) -> Report:
    """Three engines; people follow the words lost, or say the opposite."""
    reviews = [
        a_translation(10 * place + number, f"Engine {place}", lost, 90.0 - lost if is_fair else 50.0 + lost)
        for place, lost in enumerate((0, 2, 5), start=1)
        for number in range(8)
    ]
    return build([a_project(*reviews)], PLAIN, options=OPTIONS)


def accuracies(report: Report, metric: str) -> tuple[object, ...]:
    """What the table says of one metric beside ESA."""
    rows = the_rows(the_table(report, "ordering"))
    row = next(row for row in rows if (row["human"], row["metric"]) == ("ESA", metric))
    return row["calibrated"], row["systems"], row["engines"]


def test_a_metric_that_orders_as_people_do_is_right_of_every_pair() -> None:
    """Of the reference's own engine no metric is asked: one pair is left."""
    for metric in ("chrF++", "TER"):
        assert accuracies(a_report(is_fair=True), metric) == (1.0, 1.0, 1)


def test_one_that_says_the_opposite_is_wrong_of_every_pair() -> None:
    """Which holds of metrics where less is better, too."""
    for metric in ("chrF++", "TER"):
        assert accuracies(a_report(is_fair=False), metric) == (0.0, 0.0, 1)


def test_one_engine_has_no_order() -> None:
    """There is nothing to order."""
    report = build(
        [a_project(*[a_translation(n, "Engine", 2, 80) for n in range(8)])], PLAIN, options=OPTIONS
    )
    assert "ordering" not in {table.id for table in report.tables()}
