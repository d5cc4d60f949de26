"""How far metrics follow human scores, each beside the baseline of mere length."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.formula import Formula
from reviewer.scoring.statistic.coefficient import (
    Coefficient,
    Kind,
    Values,
    correlate,
    correlate_arrays,
    paired,
)
from reviewer.scoring.statistic.draw import SEED, Progress, Watch, drawn_rows, grouped
from reviewer.scoring.statistic.resample import Interval, interval

LENGTH = "length"
"""The baseline's name."""
_FEWEST_UNITS = 6


class Level(StrEnum):
    """What one score is of."""

    SEGMENT = "segment"
    DOCUMENT = "document"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricCorrelation:
    """One metric against the human scores."""

    metric: str
    coefficient: Coefficient
    interval: Interval | None
    """Over resampled units; absent below six of them, and where many resamples have no correlation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrelationTable:
    """All metrics against the same human scores."""

    level: Level
    kind: Kind
    rows: tuple[MetricCorrelation, ...]
    """As given, the baseline `length` last; it correlates with its own sign."""
    split: str
    """What was correlated and what was resampled, to print."""


class _Draws(NamedTuple):
    """How to resample."""

    samples: int
    seed: int | None
    watch: Watch


def correlation_table(
    human: Values,
    metrics: Mapping[str, Values],
    lengths: Values,
    *,
    level: Level,
    kind: Kind = Kind.PEARSON,
    groups: Sequence[Hashable] | None = None,
    lower_is_better: Collection[str] = (),
    is_human_lower_better: bool = False,
    samples: int = 1000,
    seed: int | None = SEED,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> CorrelationTable:
    """Correlate each metric with human scores of the same segments, documents or systems.

    `lengths` are those of the texts, the baseline. `groups` names each row's document (or source text);
    intervals resample these, else the rows. Metrics in `lower_is_better` and human penalties are turned
    around, so that positive means agreement. Missing values leave their row out of that metric.

    Raises `ReviewerError` for unequal lengths, NaN, and a metric called `length`; and `Cancelled`.
    """
    if LENGTH in metrics:
        raise ReviewerError(f"a metric is called {LENGTH}", remedy="That is the baseline's name.")
    if groups is not None and len(groups) != len(human):
        raise ReviewerError(f"{len(human)} scores, but {len(groups)} groups")
    draws = _Draws(samples, seed, Watch(progress, is_cancelled))
    judged = _turned(human, is_turned=is_human_lower_better)
    names = list(range(len(human))) if groups is None else list(groups)
    rows = []
    for name, values in {**metrics, LENGTH: lengths}.items():
        scores = _turned(values, is_turned=name in lower_is_better)
        found = correlate(judged, scores, kind)
        spread = None
        if found.value is not None and samples:
            spread = _spread(judged, scores, names, kind, draws)
        rows.append(MetricCorrelation(metric=name, coefficient=found, interval=spread))
    counted = sum(value is not None for value in human)
    return CorrelationTable(
        level=level,
        kind=kind,
        rows=tuple(rows),
        split=_split(level, counted, None if groups is None else len(set(groups)), samples, seed),
    )


def _turned(values: Values, *, is_turned: bool) -> Values:
    return [None if value is None else -value for value in values] if is_turned else values


def _split(level: Level, counted: int, groups: int | None, samples: int, seed: int | None) -> str:
    noun = level.value if counted == 1 else f"{level.value}s"
    told = f"all {counted:,} judged {noun} at once"
    if not samples:
        return told
    drawn = f"{groups:,} groups" if groups is not None else f"the {noun}"
    chance = "without a seed" if seed is None else f"seed {seed}"
    return f"{told}; intervals from {samples:,} resamples of {drawn}, {chance}"


def _spread(
    human: Values,
    scores: Values,
    names: Sequence[Hashable],
    kind: Kind,
    draws: _Draws,
) -> Interval | None:
    """Return the interval over resampled groups of rows."""
    kept = [a is not None and b is not None for a, b in zip(human, scores, strict=True)]
    x, y = paired(human, scores)
    number: dict[Hashable, int] = {}
    places = np.array(
        [number.setdefault(name, len(number)) for name, is_kept in zip(names, kept, strict=True) if is_kept]
    )
    if len(number) < _FEWEST_UNITS:
        return None
    members = [np.flatnonzero(places == unit) for unit in range(len(number))]
    values = []
    generator = np.random.default_rng(draws.seed)
    for _, drawn in drawn_rows(generator, len(members), draws.samples, watch=draws.watch):
        for units in drawn:
            rows = np.concatenate([members[unit] for unit in units.tolist()])
            values.append(correlate_arrays(x[rows], y[rows], kind).value)
    known = [value for value in values if value is not None]
    # Where resamples often have no correlation, those that have one are no fair sample.
    if len(known) < 0.95 * draws.samples:
        return None
    return interval(np.array(known), units=len(members))


def scores_by(formula: Formula, statistics: NDArray[Any], keys: Sequence[Hashable]) -> dict[Hashable, float]:
    """Return the score of each document or system from additive statistics, in order of appearance.

    Raises `ReviewerError` for no rows or unequal lengths.
    """
    found = formula(grouped(statistics, keys).astype(np.float64))
    return dict(zip(dict.fromkeys(keys), map(float, found), strict=True))
