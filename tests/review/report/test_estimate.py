"""Intervals."""

import random

import numpy as np
import pytest
from scipy import stats

from reviewer.review.report.estimate import Estimator, pearson
from reviewer.review.report.option import ReportOptions
from reviewer.scoring.statistic.correlation import Level, correlation_table

ESTIMATOR = Estimator(ReportOptions(resamples=200, seed=3))


def pairs(number: int = 60) -> tuple[list[float], list[float]]:
    """Two lists that go together a little."""
    chance = random.Random(4)  # noqa: S311 - for tests
    one = [chance.random() for _ in range(number)]
    return one, [value + chance.random() for value in one]


def test_moments_give_scipys_correlation() -> None:
    """Where one side does not vary there is none."""
    one, other = map(np.array, pairs())
    sums = np.array(
        [[len(one), one.sum(), other.sum(), (one**2).sum(), (other**2).sum(), (one * other).sum()]]
    )
    assert pearson(sums)[0] == pytest.approx(stats.pearsonr(one, other).statistic, abs=1e-12)
    assert np.isnan(pearson(np.array([[3.0, 3.0, 6.0, 3.0, 14.0, 6.0]]))[0])


@pytest.mark.parametrize("is_grouped", [True, False])
def test_an_interval_of_moments_is_that_of_drawing_rows(is_grouped: bool) -> None:
    """The same documents are drawn, whichever way their correlation is computed."""
    one, other = pairs()
    groups = [str(n // 5) for n in range(60)] if is_grouped else None
    table = correlation_table(
        one, {"m": other}, [1.0] * 60, level=Level.SEGMENT, groups=groups, samples=200, seed=3
    )
    expected = table.rows[0].interval
    assert expected is not None
    assert ESTIMATOR.correlation(one, other, groups) == pytest.approx(
        (expected.low, expected.high), abs=1e-12
    )


def test_too_few_documents_give_no_interval() -> None:
    """Missing values leave their pair out first."""
    one, other = pairs()
    assert ESTIMATOR.correlation(one, other, [str(n // 20) for n in range(60)]) is None
    assert ESTIMATOR.correlation([None, *one[:5]], other[:6], None) is None


def test_a_mean_leaves_out_what_is_missing() -> None:
    """A single value has no interval; none at all, no mean."""
    found = ESTIMATOR.mean([1.0, None, 3.0], [0, 1, 2])
    assert found is not None
    assert found.value == 2
    assert ESTIMATOR.mean([None], [0]) is None
