"""Metrics beside people."""

import random
from dataclasses import replace
from functools import cache

import pytest
from sacrebleu.metrics.chrf import CHRF
from scipy import stats

from reviewer.domain.report import Cell, ChartKind, Estimate, Report, Selection
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.report.assembly import build
from reviewer.review.report.option import ReportOptions
from reviewer.scoring.profile import load
from tests.review.report.published import the_esa_project
from tests.review.report.reviews import PLAIN, a_document, a_project, an_esa, the_rows, the_section, the_table

OPTIONS = ReportOptions(resamples=100)
VOCABULARY = ["सरकार", "ने", "आज", "एक", "नई", "योजना", "की", "घोषणा", "की", "है", "लोग", "खुश", "हैं"]


def documents(number: int = 8) -> list[DocumentReview]:
    """Articles whose judgements follow how many words of the reference were kept."""
    chance = random.Random(7)  # noqa: S311 - for tests
    found = []
    for place in range(number):
        references, texts, values = [], [], []
        for _ in range(3):
            words = chance.choices(VOCABULARY, k=8)
            kept = chance.randint(2, 8)
            references.append(" ".join(words))
            texts.append(" ".join(words[:kept] + ["नहीं"] * (8 - kept)))
            values.append(10.0 * kept + chance.randint(0, 9))
        found.append(a_document(place + 1, *texts, references=references, judged=values))
    return found


@cache
def a_report() -> Report:
    """A report on those articles."""
    return build([a_project(*documents())], PLAIN, options=OPTIONS)


def correlation(report: Report, metric: str) -> dict[str, Cell]:
    """How a metric follows ESA segment by segment."""
    wanted = ("segment", "ESA", metric)
    rows = the_rows(the_table(report, "correlation"))
    return next(row for row in rows if (row["level"], row["human"], row["metric"]) == wanted)


def test_a_correlation_is_scipys() -> None:
    """On the scores of sacreBLEU itself; less is better of TER, so that it is turned around."""
    articles = documents()
    segments = [segment for review in articles for segment in review.segments]
    judged = [judgement.value for review in articles for judgement in review.judgements]
    metric = CHRF(word_order=2)
    scores = [metric.sentence_score(each.received, [each.reference or ""]).score for each in segments]
    found = correlation(a_report(), "chrF++")
    assert isinstance(found["pearson"], Estimate)
    assert found["pearson"].value == pytest.approx(stats.pearsonr(judged, scores).statistic, abs=1e-12)
    assert found["spearman"] == pytest.approx(stats.spearmanr(judged, scores).statistic, abs=1e-12)
    assert found["kendall"] == pytest.approx(stats.kendalltau(judged, scores).statistic, abs=1e-12)
    ter = correlation(a_report(), "TER")
    assert isinstance(ter["pearson"], Estimate)
    assert ter["pearson"].value > 0


def test_every_level_ends_with_the_length() -> None:
    """Mere length is what a metric has to beat."""
    rows = the_rows(the_table(a_report(), "correlation"))
    for level in ("segment", "document"):
        assert [row["metric"] for row in rows if row["level"] == level][-1] == "length"
    assert {row["level"] for row in rows} == {"segment", "document"}


def test_the_picture_is_of_judged_segments() -> None:
    """One dot each, named by document and row."""
    (scatter, *_) = [chart for chart in a_report().charts() if chart.kind is ChartKind.SCATTER]
    assert len(scatter.categories) == 24
    assert scatter.series[1].title == "ESA"


def test_judges_of_the_same_segments_are_compared() -> None:
    """Two who give the same numbers agree fully."""
    twice = [
        replace(
            review,
            judgements=(
                *review.judgements,
                *(replace(each, judge="ravi", id=each.id + 50) for each in review.judgements),
            ),
        )
        for review in documents()
    ]
    report = build([a_project(*twice)], PLAIN, options=OPTIONS)
    first, *_ = the_rows(the_table(report, "agreement"))
    assert (first["measure"], first["value"], first["count"]) == ("ESA: Krippendorff α, interval", 1.0, 24)
    (pair,) = the_rows(the_table(report, "agreement_by_pair"))
    assert (pair["one"], pair["other"], pair["count"], pair["f1"]) == ("asha", "ravi", 24, 1.0)
    assert pair["pearson"] == pytest.approx(1)


def test_without_judgements_there_is_nothing_to_compare() -> None:
    """The lead says so."""
    report = build([a_project(replace(documents()[0], judgements=(an_esa(None, 50),)))], PLAIN)
    assert the_section(report, "people").lead.startswith("There are no metrics with human scores")


def test_correlations_on_published_judgements_are_scipys() -> None:
    """Of short posts, by three systems, one number a judge and segment, means over judges."""
    project = the_esa_project()
    short = [
        review.document.id
        for review in project.documents
        if review.document.system in {"Claude-3.5", "Aya23", "IKUN-C"}
        and max(len(segment.received) for segment in review.segments) < 150
    ]
    report = build([project], load("wmt"), Selection(documents=tuple(short)), options=OPTIONS)
    kept = [review for review in project.documents if review.document.id in short]
    metric = CHRF(word_order=2)
    scores, judged = [], []
    for review in kept:
        for segment in review.segments:
            own = [each.value for each in review.judgements if each.segment_id == segment.id]
            scores.append(metric.sentence_score(segment.received, [segment.reference or ""]).score)
            judged.append(sum(own) / len(own))
    found = correlation(report, "chrF++")
    assert found["count"] == len(judged)
    assert isinstance(found["pearson"], Estimate)
    assert found["pearson"].value == pytest.approx(stats.pearsonr(judged, scores).statistic, abs=1e-9)
    assert found["kendall"] == pytest.approx(stats.kendalltau(judged, scores).statistic, abs=1e-9)
