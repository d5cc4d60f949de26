"""Is one system better than another: paired bootstrap and paired approximate randomisation."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.formula import Formula, total
from reviewer.scoring.statistic.draw import SEED, Progress, Watch, drawn_flips, grouped
from reviewer.scoring.statistic.resample import Interval, interval, resampled, resampled_by

FEWEST_UNITS = 6
"""Swapping fewer documents has under 2⁶ outcomes, so that no difference reaches 0.05 on both sides."""
_ROUNDING = 1e-9
"""Differences of scores closer than this are the same: their sums were added in another order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One system's part of a paired test; the first one is the baseline."""

    score: float
    interval: Interval | None
    """Absent where not asked for, and for a single document."""
    p: float | None
    """(c + 1) / (n + 1), two-sided, for the difference from the baseline; absent for the baseline, and from
    the bootstrap of fewer than six documents."""
    gain: float
    """How much better than the baseline, in points; negative where worse, also where lower is better."""


def paired_bootstrap(
    formula: Formula,
    systems: Sequence[NDArray[Any]],
    *,
    groups: Sequence[Hashable] | None = None,
    samples: int = 1000,
    seed: int | None = SEED,
    is_single: bool = True,
    higher_is_better: bool = True,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> tuple[Outcome, ...]:
    """Compare systems with the first one by drawing the same documents or segments for all.

    `systems` are additive statistics of the same segments, (segments, counts) each. A resample speaks
    against the difference where |difference| − mean |difference| exceeds the real one. Without groups and
    with `is_single`, equal to sacreBLEU's `--paired-bs` for the same seed.

    Raises `ReviewerError` for fewer than two systems or unequal lengths, and `Cancelled`.
    """
    units = _units(systems, groups)
    watch = Watch(progress, is_cancelled)
    is_peer = is_single and groups is None
    sums = resampled(np.hstack(units), samples=samples, seed=seed, is_single=is_peer, watch=watch)
    drawn = [formula(part) for part in np.split(sums, len(systems), axis=1)]
    scores = _scores(formula, systems)
    found = []
    for place, values in enumerate(drawn):
        p = None
        if place and (is_peer or len(units[0]) >= FEWEST_UNITS):
            differences = np.abs(values - drawn[0])
            p = _p(differences - differences.mean(), abs(scores[0] - scores[place]))
        found.append(
            Outcome(
                score=scores[place],
                interval=interval(values, units=len(units[0])) if is_peer or len(units[0]) > 1 else None,
                p=p,
                gain=_gain(scores[place], scores[0], higher_is_better=higher_is_better),
            )
        )
    return tuple(found)


def paired_randomisation(
    formula: Formula,
    systems: Sequence[NDArray[Any]],
    *,
    groups: Sequence[Hashable] | None = None,
    trials: int = 10_000,
    confidence: int = 0,
    seed: int | None = SEED,
    is_single: bool = True,
    higher_is_better: bool = True,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> tuple[Outcome, ...]:
    """Compare systems with the first one by swapping the two systems' documents or segments at random.

    A trial speaks against the difference where its own is as large, in sacreBLEU's test only where it is
    larger: with few documents many trials repeat the real difference, and that is no proof of it.
    `confidence` resamples, if any, give the intervals. Without groups and with `is_single`, equal to
    sacreBLEU's `--paired-ar` for the same seed (fractions, TER's with several references, up to the last
    bits of their sums).

    Raises `ReviewerError` for fewer than two systems or unequal lengths, and `Cancelled`.
    """
    units = _units(systems, groups)
    if trials < 1:
        raise ReviewerError(f"{trials} trials", remedy="Take at least one; 10000 is usual.")
    watch = Watch(progress, is_cancelled)
    scores = _scores(formula, systems)
    generator = np.random.default_rng(seed)
    swapped = _swapped(formula, units, trials, generator, watch)
    is_peer = is_single and groups is None
    slack = 0.0 if is_peer else -_ROUNDING
    intervals: list[Interval | None] = [None] * len(systems)
    if confidence > 0 and (is_peer or len(units[0]) > 1):
        # sacreBLEU draws the baseline's resamples from a fresh seed, the others' after the swaps.
        base = resampled(units[0], samples=confidence, seed=seed, is_single=is_peer, watch=watch)
        others = resampled_by(
            generator, np.hstack(units[1:]), samples=confidence, is_single=is_peer, watch=watch
        )
        parts = [base, *np.split(others, len(systems) - 1, axis=1)]
        intervals = [interval(formula(part), units=len(units[0])) for part in parts]
    return tuple(
        Outcome(
            score=score,
            interval=intervals[place],
            p=_p(swapped[place - 1], abs(scores[0] - score) + slack) if place else None,
            gain=_gain(score, scores[0], higher_is_better=higher_is_better),
        )
        for place, score in enumerate(scores)
    )


def _swapped(
    formula: Formula,
    units: Sequence[NDArray[Any]],
    trials: int,
    generator: np.random.Generator,
    watch: Watch,
) -> NDArray[np.float64]:
    """Return each trial's difference between the two pseudo-systems, (systems − 1, trials)."""
    is_whole = all(np.issubdtype(rows.dtype, np.integer) for rows in units)
    kind = np.int64 if is_whole else np.float64
    columns = np.hstack(units).astype(np.float64)
    sums = columns.sum(axis=0)
    found = np.empty((len(units) - 1, trials))
    for part, flips in drawn_flips(generator, len(columns), trials, watch=watch):
        kept = flips.astype(np.float64) @ columns
        # Whole numbers allow the short way: what was not kept is the rest.
        left = sums - kept if is_whole else (~flips).astype(np.float64) @ columns
        base_kept, *others_kept = np.split(kept, len(units), axis=1)
        base_left, *others_left = np.split(left, len(units), axis=1)
        for place, (other_kept, other_left) in enumerate(zip(others_kept, others_left, strict=True)):
            first, second = (base_kept + other_left).astype(kind), (base_left + other_kept).astype(kind)
            found[place, part] = np.abs(formula(first) - formula(second))
    return found


def _units(systems: Sequence[NDArray[Any]], groups: Sequence[Hashable] | None) -> list[NDArray[Any]]:
    if len(systems) < 2:
        raise ReviewerError("there is nothing to compare with", remedy="Give at least two systems.")
    if len({rows.shape for rows in systems}) > 1:
        lengths = ", ".join(str(len(rows)) for rows in systems)
        raise ReviewerError(
            f"the systems have {lengths} segments", remedy="Compare them on the same segments."
        )
    return [grouped(rows, groups) for rows in systems]


def _scores(formula: Formula, systems: Sequence[NDArray[Any]]) -> list[float]:
    return [float(formula(total(rows).astype(np.float64)[None, :])[0]) for rows in systems]


def _p(values: NDArray[Any], real: float) -> float:
    return (int((values > real).sum()) + 1) / (len(values) + 1)


def _gain(score: float, base: float, *, higher_is_better: bool) -> float:
    return score - base if higher_is_better else base - score
