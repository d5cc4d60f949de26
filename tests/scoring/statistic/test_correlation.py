"""Metrics against human scores, beside mere length."""

import numpy as np
import pytest
from scipy import stats

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.formula import formula
from reviewer.scoring.option import TerOptions
from reviewer.scoring.statistic.coefficient import Kind
from reviewer.scoring.statistic.correlation import (
    CorrelationTable,
    Level,
    MetricCorrelation,
    correlation_table,
    scores_by,
)
from reviewer.scoring.statistic.resample import interval

CHANCE = np.random.default_rng(6)
HUMAN = CHANCE.uniform(0, 100, 40)
CHRF = (HUMAN + CHANCE.normal(0, 30, 40)).tolist()
LENGTHS = CHANCE.uniform(5, 200, 40).tolist()
SCORES = HUMAN.tolist()
DOCUMENTS = [place // 4 for place in range(40)]


def a_table(**given: object) -> CorrelationTable:
    """Forty segments of ten documents, one metric."""
    usual = {"level": Level.SEGMENT, "groups": DOCUMENTS, "samples": 50}
    return correlation_table(SCORES, {"chrf": CHRF}, LENGTHS, **{**usual, **given})  # type: ignore[arg-type]


def row(table: CorrelationTable, metric: str) -> MetricCorrelation:
    """The metric's row."""
    return next(row for row in table.rows if row.metric == metric)


@pytest.mark.parametrize(
    ("kind", "peer"),
    [(Kind.PEARSON, stats.pearsonr), (Kind.SPEARMAN, stats.spearmanr), (Kind.KENDALL, stats.kendalltau)],
)
def test_coefficients_are_those_of_scipy(kind: Kind, peer: object) -> None:
    """The metric's and the baseline's."""
    table = a_table(kind=kind)
    assert row(table, "chrf").coefficient.value == float(peer(SCORES, CHRF).statistic)  # type: ignore[operator]
    assert row(table, "length").coefficient.value == float(peer(SCORES, LENGTHS).statistic)  # type: ignore[operator]


def test_the_baseline_is_always_there() -> None:
    """Even without any metric."""
    table = correlation_table(SCORES, {}, LENGTHS, level=Level.SEGMENT, samples=0)
    assert [row.metric for row in table.rows] == ["length"]


def test_the_interval_draws_documents() -> None:
    """Equal to drawing ten documents with all their segments, one resample after the other."""
    drawn = np.random.default_rng(12345).choice(10, size=(50, 10))
    values = []
    for documents in drawn:
        rows = [4 * document + place for document in documents for place in range(4)]
        values.append(stats.pearsonr(HUMAN[rows], np.array(CHRF)[rows]).statistic)
    assert row(a_table(), "chrf").interval == interval(np.array(values), units=10)


def test_the_split_is_told() -> None:
    """What was correlated, what was drawn, and with which seed."""
    assert (
        a_table().split
        == "all 40 judged segments at once; intervals from 50 resamples of 10 groups, seed 12345"
    )


def test_errors_are_turned_around() -> None:
    """A metric of errors and a human penalty that rise together agree, as do their opposites."""
    turned = a_table(lower_is_better={"chrf"}, is_human_lower_better=True)
    plain, other = row(a_table(), "chrf").coefficient, row(turned, "chrf").coefficient
    assert other.value == pytest.approx(plain.value)
    assert row(turned, "length").coefficient.value == pytest.approx(
        -(row(a_table(), "length").coefficient.value or 0)
    )


def test_missing_scores_leave_out_their_segment_only() -> None:
    """One metric's gap does not touch the others."""
    gaps: list[float | None] = [None, *CHRF[1:]]
    table = correlation_table(SCORES, {"a": gaps, "b": CHRF}, LENGTHS, level=Level.SEGMENT, samples=0)
    assert [one.coefficient.count for one in table.rows] == [39, 40, 40]


def test_a_constant_metric_has_a_reason_instead_of_a_value() -> None:
    """Never NaN."""
    table = correlation_table(SCORES, {"flat": [5.0] * 40}, LENGTHS, level=Level.SEGMENT, samples=9)
    found = row(table, "flat")
    assert (found.coefficient.value, found.coefficient.reason) == (None, "all values are the same")
    assert found.interval is None


def test_few_documents_have_no_interval() -> None:
    """Five documents are too few to be drawn from."""
    assert row(a_table(groups=[place % 5 for place in range(40)]), "chrf").interval is None


def test_resamples_without_correlation_forbid_an_interval() -> None:
    """One judgement that differs is often not drawn."""
    human = [0.0] * 9 + [100.0]
    table = correlation_table(
        human, {"m": [float(v) for v in range(10)]}, [1.0] * 10, level=Level.SYSTEM, samples=99
    )
    assert row(table, "m").coefficient.value is not None
    assert row(table, "m").interval is None


def test_documents_score_from_their_sums() -> None:
    """A document's TER is all of its edits by all of its words, not the mean of its segments."""
    rows = np.array([[1, 2], [3, 18], [5, 5]])
    assert scores_by(formula(TerOptions()), rows, ["b", "b", "a"]) == {"b": 20.0, "a": 100.0}


@pytest.mark.parametrize(
    ("metrics", "groups", "said"),
    [
        ({"length": CHRF}, None, "called length"),
        ({"chrf": CHRF}, [1, 2], "40 scores, but 2 groups"),
        ({"chrf": CHRF[1:]}, None, "40 values against 39"),
        ({"chrf": [float("nan"), *CHRF[1:]]}, None, "not a number"),
    ],
)
def test_wrong_input_is_refused(metrics: dict[str, list[float]], groups: list[int] | None, said: str) -> None:
    """One line says what is wrong."""
    with pytest.raises(ReviewerError, match=said):
        correlation_table(SCORES, metrics, LENGTHS, level=Level.SEGMENT, groups=groups)


def test_correlating_stops_when_asked_to() -> None:
    """The user's wish ends it."""
    with pytest.raises(Cancelled):
        a_table(is_cancelled=lambda: True)
