"""Bootstrap intervals of scores, by resampling documents or segments."""

import statistics as exact
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.formula import Formula, total
from reviewer.scoring.statistic.draw import SEED, Progress, Watch, drawn_rows, grouped

_SINGLE_LIMIT = 2.0**24
"""From here on single precision no longer holds every whole number."""
_ROWS_AT_ONCE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A 95 % interval from resampling."""

    mean: float
    """Of the resampled scores; not the score itself."""
    half_width: float
    """½(s[n−1−n//40] − s[n//40]) of the sorted resampled scores: sacreBLEU's ±."""
    low: float
    high: float
    samples: int
    units: int
    """How many documents or segments were drawn from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bootstrap:
    """A score with its interval; absent where there is only one unit, which tells nothing."""

    score: float
    interval: Interval | None


def bootstrap(
    formula: Formula,
    statistics: NDArray[Any],
    *,
    groups: Sequence[Hashable] | None = None,
    samples: int = 1000,
    seed: int | None = SEED,
    is_single: bool = True,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Bootstrap:
    """Score additive statistics, (segments, counts), with an interval from resampled groups or segments.

    `groups` names each segment's document. Without groups and with `is_single` this is sacreBLEU's
    `--confidence`, equal for the same seed (its single precision included). A seed of `None` is chance.

    Raises `ReviewerError` for no segments or unequal lengths, and `Cancelled`.
    """
    units = grouped(statistics, groups)
    score = float(formula(total(statistics).astype(np.float64)[None, :])[0])
    is_peer = is_single and groups is None
    if len(units) < 2 and not is_peer:
        return Bootstrap(score=score, interval=None)
    watch = Watch(progress, is_cancelled)
    values = formula(resampled(units, samples=samples, seed=seed, is_single=is_peer, watch=watch))
    return Bootstrap(score=score, interval=interval(values, units=len(units), is_mean_exact=True))


def resampled(
    units: NDArray[Any],
    *,
    samples: int,
    seed: int | None = SEED,
    is_single: bool = False,
    watch: Watch | None = None,
) -> NDArray[Any]:
    """Return the sums of each resample of the units, (units, counts) to (samples, counts).

    Counting how often each unit was drawn and multiplying gives the sums without ever building the
    resamples. With `is_single`, sums are those of single precision: exact below 2²⁴, and otherwise added
    in the order drawn, as sacreBLEU's are.
    """
    return resampled_by(np.random.default_rng(seed), units, samples=samples, is_single=is_single, watch=watch)


def resampled_by(
    generator: np.random.Generator,
    units: NDArray[Any],
    *,
    samples: int,
    is_single: bool = False,
    watch: Watch | None = None,
) -> NDArray[Any]:
    """Return sums as `resampled` does, drawn from a generator already under way."""
    if samples < 1:
        raise ReviewerError(f"{samples} resamples", remedy="Take at least one; 1000 is usual.")
    singles = units.astype(np.float32)
    is_whole = bool((singles == units).all() and (singles == np.rint(singles)).all() and (singles >= 0).all())
    sums = np.empty((samples, units.shape[1]), dtype=np.float32 if is_single else np.float64)
    for part, drawn in drawn_rows(generator, len(units), samples, watch=watch):
        counts = _counts(drawn)
        found = _whole_sums(counts, units, singles) if is_whole else counts @ units.astype(np.float64)
        sums[part] = found
        if is_single:
            is_inexact = (found >= _SINGLE_LIMIT).any(axis=1) | (not is_whole)
            for row in np.flatnonzero(is_inexact).tolist():
                sums[part.start + row] = _added_in_order(singles, drawn[row])
    return sums


def _counts(drawn: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return how often each unit was drawn, (samples, units)."""
    counts = np.empty(drawn.shape, dtype=np.float32)
    for row, indices in enumerate(drawn):
        counts[row] = np.bincount(indices, minlength=drawn.shape[1])
    return counts


def _whole_sums(
    counts: NDArray[np.float32], units: NDArray[Any], singles: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Return exact sums of whole numbers, in single precision wherever that is exact."""
    found = np.zeros((len(counts), units.shape[1]))
    for first in range(0, len(units), _ROWS_AT_ONCE):
        block = slice(first, first + _ROWS_AT_ONCE)
        part = counts[:, block] @ singles[block]
        # Adding 2¹⁶ numbers errs by less than 2⁻⁸: what ends far enough below 2²⁴ never came near it.
        is_exact = part.max(initial=0) < 0.99 * _SINGLE_LIMIT
        found += part if is_exact else counts[:, block] @ units[block].astype(np.float64)
    return found


def _added_in_order(singles: NDArray[np.float32], indices: NDArray[np.int64]) -> NDArray[np.float32]:
    summed = singles[indices[:1]].sum(axis=0)
    for first in range(1, len(indices), _ROWS_AT_ONCE):
        block = singles[indices[first : first + _ROWS_AT_ONCE]]
        summed = np.concatenate([summed[None, :], block]).sum(axis=0)
    return np.asarray(summed)


def interval(values: NDArray[Any], *, units: int, is_mean_exact: bool = False) -> Interval:
    """Return the 95 % interval of resampled scores.

    `is_mean_exact` rounds the mean once, as sacreBLEU's `--confidence` does; otherwise numpy adds, as its
    paired tests do.
    """
    ordered = np.sort(values)
    cut = len(ordered) // 40
    low, high = ordered[cut], ordered[len(ordered) - cut - 1]
    mean = exact.mean(list(ordered)) if is_mean_exact else ordered.mean()
    return Interval(
        mean=float(mean),
        half_width=float(0.5 * (high - low)),
        low=float(low),
        high=float(high),
        samples=len(ordered),
        units=units,
    )


def mean_statistics(values: Sequence[float | None]) -> NDArray[np.float64]:
    """Return additive statistics of judgements, (segments, 2): value and count; missing counts nothing.

    Raises `ReviewerError` for a value that is not a number.
    """
    rows = np.array([(0.0, 0.0) if value is None else (value, 1.0) for value in values]).reshape(-1, 2)
    if not np.isfinite(rows).all():
        raise ReviewerError("a judgement is not a number", remedy="Leave out what is missing.")
    return rows


def mean(sums: NDArray[Any]) -> NDArray[np.float64]:
    """Return means from sums of `mean_statistics`, (k, 2) to (k,): the formula of human scores.

    A resample without any judgement has the mean of the others.
    """
    sums = np.asarray(sums, dtype=np.float64)
    has_any = sums[:, 1] > 0
    if not has_any.any():
        raise ReviewerError("there is no judgement")
    found = np.empty(len(sums))
    found[has_any] = sums[has_any, 0] / sums[has_any, 1]
    found[~has_any] = found[has_any].mean()
    return found


def mean_bootstrap(
    values: Sequence[float | None],
    *,
    groups: Sequence[Hashable] | None = None,
    samples: int = 1000,
    seed: int | None = SEED,
) -> Bootstrap:
    """Return the mean of segments' human scores (MQM, ESA, DA) with its interval; `None` is missing."""
    rows = mean_statistics(values)
    return bootstrap(mean, rows, groups=groups, samples=samples, seed=seed, is_single=False)
