"""How well a metric orders pairs as humans do: with ties calibrated, and softly."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.coefficient import Coefficient, Grouping, Values, paired

_PAIRS_AT_MOST = 30_000_000
_NUMBERS_AT_ONCE = 20_000_000
_SAME = 1e-12
"""Accuracies closer than this are the same: they differ by rounding only."""
_SPA_SEED = 4
"""mt-metrics-eval's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """Pairwise accuracy with the threshold below which two scores of the metric are called a tie."""

    accuracy: float | None
    """acc*eq: share of pairs that metric and humans order, or tie, alike; mean over groups."""
    epsilon: float | None
    """The threshold that makes it highest; a difference of the metric up to it is a tie."""
    uncalibrated: float | None
    """The same without a threshold."""
    pairs: int
    groups: int
    reason: str = ""
    """Why there is no accuracy."""


def calibrated_accuracy(
    human: Sequence[Values], metric: Sequence[Values], grouping: Grouping = Grouping.ITEM
) -> Calibrated:
    """Return tie-calibrated pairwise accuracy of (systems, items) (Deutsch et al. 2023, arXiv 2305.14324).

    Every difference of the metric is tried as threshold, as in mt-metrics-eval's `tau_optimization` without
    sampling; of thresholds equally good the smallest is taken. Missing values leave their pairs out.

    Raises `ReviewerError` for unequal lengths, NaN, and more than 30 million pairs.
    """
    groups = [group for group in _groups(human, metric, grouping) if len(group[0]) > 1]
    counts = [len(x) * (len(x) - 1) // 2 for x, _ in groups]
    pairs = sum(counts)
    if not pairs:
        return Calibrated(
            accuracy=None, epsilon=None, uncalibrated=None, pairs=0, groups=0, reason="there are no pairs"
        )
    if pairs > _PAIRS_AT_MOST:
        raise ReviewerError(f"{pairs} pairs are too many", remedy="Group them by item or by system.")
    sizes, gains, start = [], [], 0.0
    for (ours, theirs), count in zip(groups, counts, strict=True):
        size, before, after = _pairs(ours, theirs)
        start += before.sum() / count
        sizes.append(size)
        gains.append((after.astype(np.float64) - before) / count)
    size, gain = np.concatenate(sizes), np.concatenate(gains)
    order = np.argsort(size, kind="stable")
    size, accuracies = size[order], (start + np.cumsum(gain[order])) / len(groups)
    last = np.flatnonzero(np.append(size[1:] != size[:-1], True))
    thresholds, reached = size[last], accuracies[last]
    if thresholds[0] > 0:
        thresholds, reached = np.append(0.0, thresholds), np.append(start / len(groups), reached)
    best = int(np.argmax(reached >= reached.max() - _SAME))
    return Calibrated(
        accuracy=float(reached[best]),
        epsilon=float(thresholds[best]),
        uncalibrated=float(reached[0]),
        pairs=pairs,
        groups=len(groups),
    )


def _groups(
    human: Sequence[Values], metric: Sequence[Values], grouping: Grouping
) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    if len(human) != len(metric):
        raise ReviewerError(f"{len(human)} systems against {len(metric)}")
    for ours, theirs in zip(human, metric, strict=True):
        if len(ours) != len(theirs) or len(ours) != len(human[0]):
            raise ReviewerError("the systems have different numbers of segments", remedy="None is missing.")
    if grouping is Grouping.NONE:
        return [paired([v for row in human for v in row], [v for row in metric for v in row])]
    if grouping is Grouping.SYSTEM:
        return [paired(ours, theirs) for ours, theirs in zip(human, metric, strict=True)]
    items = zip(zip(*human, strict=True), zip(*metric, strict=True), strict=True)
    return [paired(ours, theirs) for ours, theirs in items]


def _pairs(
    human: NDArray[np.float64], metric: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return each pair's difference of the metric, whether it is right as it is, and right as a tie."""
    one, other = np.triu_indices(len(human), 1)
    ours, theirs = human[one] - human[other], metric[one] - metric[other]
    return np.abs(theirs), np.sign(ours) == np.sign(theirs), ours == 0


def pairwise_accuracy(human: Values, metric: Values) -> Coefficient:
    """Return the share of pairs of systems that the metric orders as humans do (Kocmi et al. 2021).

    A tie is right only where both tie. Takes one score a system; `count` is the pairs. Raises
    `ReviewerError` for unequal lengths and NaN.
    """
    ours, theirs = paired(human, metric)
    if len(ours) < 2:
        return Coefficient(value=None, count=0, reason="fewer than two systems")
    _, is_right, _ = _pairs(ours, theirs)
    return Coefficient(value=float(is_right.mean()), count=len(is_right))


def soft_pairwise_accuracy(
    human: Sequence[Values],
    metric: Sequence[Values],
    *,
    permutations: int = 1000,
    seed: int | None = _SPA_SEED,
) -> Coefficient:
    """Return soft pairwise accuracy of (systems, segments) (Thompson et al. 2024, arXiv 2409.09598).

    1 − mean |p_human − p_metric| over pairs of systems, p from a paired permutation test each; equal to
    mt-metrics-eval's `pce` for the same seed. Segments that any system lacks are left out; `count` is the
    pairs. Higher must be better in both. Raises `ReviewerError` for unequal lengths and NaN.
    """
    if permutations < 1:
        raise ReviewerError(f"{permutations} permutations", remedy="Take at least one; 1000 is usual.")
    _groups(human, metric, Grouping.SYSTEM)
    if len(human) < 2:
        return Coefficient(value=None, count=0, reason="fewer than two systems")
    columns = zip(zip(*human, strict=True), zip(*metric, strict=True), strict=True)
    kept = [ours + theirs for ours, theirs in columns if None not in ours and None not in theirs]
    if not kept:
        return Coefficient(value=None, count=0, reason="no segment has all scores")
    table = np.array(kept, dtype=np.float32)
    above = np.triu_indices(len(human), 1)
    p = _p_values(table, permutations, seed)
    apart = np.abs(p[: len(human), : len(human)] - p[len(human) :, len(human) :])[above]
    return Coefficient(value=1 - float(apart.mean()), count=len(apart))


def _p_values(table: NDArray[np.float32], permutations: int, seed: int | None) -> NDArray[np.float64]:
    """Return p of each column being better than each other one, from (segments, columns)."""
    generator = np.random.default_rng(seed)
    step = max(1, _NUMBERS_AT_ONCE // len(table))
    counts = np.zeros((table.shape[1], table.shape[1]))
    # Rows of one memory layout, summed in single precision: the reference's own arithmetic.
    rows = np.ascontiguousarray(table.T)
    sums = rows.sum(axis=1)
    real = sums[:, None] - sums[None, :]
    for first in range(0, permutations, step):
        signs = generator.random(size=(min(step, permutations - first), len(table)), dtype=np.float32)
        np.rint(signs, out=signs)
        null = (signs * 2 - 1) @ rows.T
        for column in range(table.shape[1]):
            counts[column] += (null[:, [column]] - null >= real[column]).sum(axis=0)
    return counts / permutations
