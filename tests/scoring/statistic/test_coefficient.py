"""Correlations: scipy's, or the reason why there is none."""

import numpy as np
import pytest
from scipy import stats

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.coefficient import Grouping, Kind, correlate, grouped_correlation

ONE = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0]
OTHER = [2.0, 7.0, 1.0, 8.0, 2.0, 8.0, 1.0, 8.0]
SCIPY = {Kind.PEARSON: stats.pearsonr, Kind.SPEARMAN: stats.spearmanr, Kind.KENDALL: stats.kendalltau}


@pytest.mark.parametrize("kind", list(Kind))
def test_correlation_is_that_of_scipy(kind: Kind) -> None:
    """Ties and all."""
    found = correlate(ONE, OTHER, kind)
    assert (found.value, found.count) == (float(SCIPY[kind](ONE, OTHER).statistic), 8)


@pytest.mark.parametrize("kind", list(Kind))
def test_pairs_with_a_missing_value_are_left_out(kind: Kind) -> None:
    """Missing on either side."""
    found = correlate([*ONE, None, 1.0], [*OTHER, 0.0, None], kind)
    assert found == correlate(ONE, OTHER, kind)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ([], [], "fewer than two pairs"),
        ([1.0], [2.0], "fewer than two pairs"),
        ([None, 1.0], [1.0, 2.0], "fewer than two pairs"),
        ([5.0, 5.0, 5.0], [1.0, 2.0, 3.0], "all values are the same"),
        ([1.0, 2.0, 3.0], [0.1, 0.1, 0.1], "all values are the same"),
    ],
)
def test_what_has_no_correlation_tells_why(
    one: list[float | None], other: list[float | None], reason: str, kind: Kind
) -> None:
    """Never NaN, never a warning."""
    found = correlate(one, other, kind)
    assert (found.value, found.reason) == (None, reason)


def test_values_that_differ_by_rounding_do_not_warn() -> None:
    """What scipy warns about is told or computed, never printed."""
    correlate([1e16, 1e16 + 2, 1e16], [1.0, 2.0, 3.0], Kind.PEARSON)


@pytest.mark.parametrize("grouping", [Grouping.ITEM, Grouping.SYSTEM])
def test_groups_are_averaged(grouping: Grouping) -> None:
    """The mean of the groups' own correlations; a group of equal values is left out."""
    human = [[1.0, 5.0, 2.0, 2.0], [4.0, 4.0, 4.0, 2.0], [2.0, 6.0, 9.0, 2.0]]
    metric = [[3.0, 5.0, 1.0, 4.0], [4.0, 1.0, 7.0, 1.0], [2.0, 9.0, 8.0, 3.0]]
    tables = [np.array(human), np.array(metric)]
    if grouping is Grouping.ITEM:
        tables = [table.T for table in tables]
    each = [stats.kendalltau(a, b).statistic for a, b in zip(*tables, strict=True) if len(set(a)) > 1]
    found = grouped_correlation(human, metric, Kind.KENDALL, grouping)
    assert found.value == pytest.approx(np.mean(each))
    assert found.count == len(each)


def test_without_groups_all_values_are_one_sample() -> None:
    """Rows are laid end to end."""
    found = grouped_correlation([ONE[:4], ONE[4:]], [OTHER[:4], OTHER[4:]], Kind.PEARSON, Grouping.NONE)
    assert found == correlate(ONE, OTHER, Kind.PEARSON)


def test_groups_without_any_correlation_tell_so() -> None:
    """Each system got one number."""
    found = grouped_correlation([[1.0, 1.0]], [[1.0, 2.0]], Kind.PEARSON, Grouping.SYSTEM)
    assert (found.value, found.reason) == (None, "no group has values that differ")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [([1.0], [1.0, 2.0], "1 values against 2"), ([1.0, float("nan")], [1.0, 2.0], "not a number")],
)
def test_wrong_values_are_refused(one: list[float | None], other: list[float | None], said: str) -> None:
    """Unequal lengths and NaN."""
    with pytest.raises(ReviewerError, match=said):
        correlate(one, other, Kind.PEARSON)
