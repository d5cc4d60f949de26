"""Pairs in the order of humans: against the definitions written out."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.coefficient import Grouping
from reviewer.scoring.statistic.pairwise import (
    calibrated_accuracy,
    pairwise_accuracy,
    soft_pairwise_accuracy,
)

Matrix = list[list[float | None]]

cells = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.0, 2.5, 4.0, 7.0]))


@st.composite
def matrices(draw: st.DrawFn) -> tuple[Matrix, Matrix]:
    """Human and metric scores of (systems, items), with ties and missing values."""
    systems, items = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    one = st.lists(st.lists(cells, min_size=items, max_size=items), min_size=systems, max_size=systems)
    return draw(one), draw(one)


def grouped(matrix: Matrix, grouping: Grouping) -> Matrix:
    """The rows over which the definition averages."""
    if grouping is Grouping.NONE:
        return [[value for row in matrix for value in row]]
    return [list(row) for row in zip(*matrix, strict=True)] if grouping is Grouping.ITEM else matrix


def acc_eq(human: Matrix, metric: Matrix, epsilon: float) -> float | None:
    """The definition: right are pairs ordered alike, or tied by both; mean over rows that have pairs."""
    means = []
    for ours, theirs in zip(human, metric, strict=True):
        both = [(h, m) for h, m in zip(ours, theirs, strict=True) if h is not None and m is not None]
        right = []
        for (h1, m1), (h2, m2) in itertools.combinations(both, 2):
            is_tie = abs(m1 - m2) <= epsilon
            right.append(h1 == h2 if is_tie else (h1 - h2) * (m1 - m2) > 0)
        if right:
            means.append(sum(right) / len(right))
    return sum(means) / len(means) if means else None


@pytest.mark.parametrize("grouping", list(Grouping))
@settings(max_examples=40, deadline=None)
@given(given_=matrices())
def test_calibration_finds_the_best_threshold(given_: tuple[Matrix, Matrix], grouping: Grouping) -> None:
    """No difference of the metric, taken as threshold, is better, and no smaller one as good."""
    human, metric = (grouped(matrix, grouping) for matrix in given_)
    flat = [value for row in metric for value in row if value is not None]
    tried = sorted({0.0} | {abs(a - b) for a, b in itertools.combinations(flat, 2)})
    accuracies = [acc_eq(human, metric, epsilon) for epsilon in tried]
    found = calibrated_accuracy(*given_, grouping)
    if accuracies[0] is None:
        assert (found.accuracy, found.reason) == (None, "there are no pairs")
        return
    known = [accuracy for accuracy in accuracies if accuracy is not None]
    assert found.accuracy == pytest.approx(max(known))
    assert found.uncalibrated == pytest.approx(known[0])
    assert found.epsilon == tried[int(np.argmax(np.array(known) >= max(known) - 1e-12))]


def test_calibration_of_known_values() -> None:
    """Three systems on one item: calling the close pair a tie, as the humans do, is right three times."""
    found = calibrated_accuracy([[50.0], [50.0], [90.0]], [[0.61], [0.60], [0.80]])
    assert (found.accuracy, found.pairs, found.groups) == (1.0, 3, 1)
    assert found.uncalibrated == pytest.approx(2 / 3)
    assert found.epsilon == pytest.approx(0.01)


def test_too_many_pairs_are_refused() -> None:
    """Eight thousand segments all at once would be over thirty million pairs."""
    row = [float(value) for value in range(8000)]
    with pytest.raises(ReviewerError, match="Group them"):
        calibrated_accuracy([row], [row], Grouping.NONE)


def test_pairs_of_systems_ordered_alike() -> None:
    """Of three pairs the metric turns one around."""
    found = pairwise_accuracy([3.0, 2.0, 1.0], [30.0, 10.0, 20.0])
    assert found.value == pytest.approx(2 / 3)
    assert found.count == 3


def test_a_tie_of_one_side_is_wrong() -> None:
    """The metric sees no difference where humans do."""
    assert pairwise_accuracy([1.0, 2.0], [5.0, 5.0]).value == 0.0


def test_one_system_has_no_pairs() -> None:
    """The reason is told."""
    assert pairwise_accuracy([1.0, None], [5.0, 5.0]).reason == "fewer than two systems"


def reference_p(rows: np.ndarray, permutations: int) -> dict[tuple[int, int], float]:
    """The paired permutation test of soft pairwise accuracy, swap by swap, seed 4."""
    draws = np.random.default_rng(4).random(size=(permutations, rows.shape[1]), dtype=np.float32)
    found = {}
    for i, j in itertools.combinations(range(len(rows)), 2):
        real = rows[i].sum() - rows[j].sum()
        nulls = [
            np.where(draw > 0.5, rows[i], rows[j]).sum() - np.where(draw > 0.5, rows[j], rows[i]).sum()
            for draw in draws
        ]
        found[i, j] = float(np.mean(np.array(nulls) >= real))
    return found


def test_soft_accuracy_equals_its_definition(monkeypatch: pytest.MonkeyPatch) -> None:
    """1 − mean |p − p| over pairs of systems, also when drawn in pieces."""
    chance = np.random.default_rng(1)
    human, metric = (chance.integers(0, 20, (4, 30)).astype(float) for _ in range(2))
    p, q = reference_p(human, 200), reference_p(metric, 200)
    expected = 1 - np.mean([abs(p[pair] - q[pair]) for pair in p])
    whole = soft_pairwise_accuracy(human.tolist(), metric.tolist(), permutations=200)
    assert whole.value == pytest.approx(expected, abs=1e-12)
    assert whole.count == 6
    monkeypatch.setattr("reviewer.scoring.statistic.pairwise._NUMBERS_AT_ONCE", 77)
    assert soft_pairwise_accuracy(human.tolist(), metric.tolist(), permutations=200) == whole


def test_segments_that_a_system_lacks_are_left_out_of_soft_accuracy() -> None:
    """Only complete segments are compared."""
    human: Matrix = [[9.0, None, 8.0, 3.0], [1.0, 5.0, 7.0, 3.5]]
    metric: Matrix = [[0.9, 0.1, 0.7, None], [0.2, 0.5, 0.8, 0.1]]
    short = soft_pairwise_accuracy([[9.0, 8.0], [1.0, 7.0]], [[0.9, 0.7], [0.2, 0.8]])
    assert soft_pairwise_accuracy(human, metric) == short


@pytest.mark.parametrize(
    ("human", "reason"), [([[1.0]], "fewer than two systems"), ([[1.0], [None]], "no segment has all scores")]
)
def test_soft_accuracy_tells_why_there_is_none(human: Matrix, reason: str) -> None:
    """No value, and the reason."""
    found = soft_pairwise_accuracy(human, [[1.0]] * len(human))
    assert (found.value, found.reason) == (None, reason)


def test_systems_of_unequal_length_are_refused() -> None:
    """Missing values are given as such."""
    with pytest.raises(ReviewerError, match="different numbers"):
        soft_pairwise_accuracy([[1.0], [1.0, 2.0]], [[1.0], [1.0, 2.0]])


def test_nan_is_refused() -> None:
    """It would count as wrong everywhere."""
    with pytest.raises(ReviewerError, match="not a number"):
        calibrated_accuracy([[1.0], [float("nan")]], [[1.0], [2.0]])
