"""Scores of an archive with their intervals, and of its systems against one another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.partition import Partition
from reviewer.scoring.archive.scheduler import Scheduler
from reviewer.scoring.archive.work import Counted, Task, count
from reviewer.scoring.formula import scores
from reviewer.scoring.option import MetricOptions
from reviewer.scoring.statistic.draw import SEED
from reviewer.scoring.statistic.resample import Interval, interval, resampled


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveScore:
    """One system's score by one metric."""

    system: int
    """Its place among the columns of hypotheses."""
    metric: MetricOptions
    value: float
    interval: Interval | None
    p_value: float | None
    """That the difference to the first system is chance: paired bootstrap, (c + 1) / (n + 1)."""
    rows: int
    documents: int | None


@dataclass(slots=True)
class _Sums:
    """What has arrived of the parts so far."""

    rows: int = 0
    totals: list[list[NDArray[Any]]] | None = None
    resampled: list[list[NDArray[Any]]] | None = None
    documents: dict[str, list[list[NDArray[Any]]]] | None = None

    def add(self, part: Counted) -> None:
        """Add a part, in order: fractions add up to the same wherever they were counted."""
        self.rows += part.rows
        self.totals = _added(self.totals, part.totals)
        if part.resampled:
            self.resampled = _added(self.resampled, part.resampled)
        if part.by_document:
            known = self.documents = self.documents if self.documents is not None else {}
            for place, name in enumerate(part.documents):
                own = [[each[place] for each in system] for system in part.by_document]
                known[name] = _added(known.get(name), own)


def _added(
    known: list[list[NDArray[Any]]] | None, more: Sequence[Sequence[NDArray[Any]]]
) -> list[list[NDArray[Any]]]:
    if known is None:
        return [list(system) for system in more]
    return [
        [one + other for one, other in zip(mine, theirs, strict=True)]
        for mine, theirs in zip(known, more, strict=True)
    ]


def score_archive(
    partitions: Sequence[Partition],
    metrics: Sequence[MetricOptions],
    scheduler: Scheduler,
    *,
    resamples: int = 0,
    seed: int = SEED,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[ArchiveScore, ...]:
    """Score every system of an archive; by system, then metric.

    Memory does not grow with the rows: a part leaves its sums, and for each resample the sums of what it
    drew. How many rows a resample draws from each part is drawn first, from the multinomial distribution,
    then which rows: together that is drawing from all rows alike. Where the rows name their documents,
    these are resampled whole, from their sums. The cuts and the seed decide the figures, not the place
    where they are computed.

    Raises `ReviewerError` where there are no rows.
    """
    total = sum(each.size for each in partitions)
    if not total:
        raise ReviewerError("there are no rows to score")
    draws = _draws(partitions, resamples, seed)
    tasks = [
        Task(
            partition=partition,
            number=number,
            metrics=tuple(metrics),
            threads=scheduler.threads,
            draws=draws[number],
            seed=seed,
        )
        for number, partition in enumerate(partitions)
    ]
    sums = _Sums()
    for done in scheduler.map(count, tasks):
        sums.add(done)
        if progress:
            progress(sums.rows, total)
    return _scores(sums, metrics, resamples, seed)


def _draws(partitions: Sequence[Partition], resamples: int, seed: int) -> list[tuple[int, ...]]:
    """Return how many rows each resample draws from each part."""
    if not resamples:
        return [()] * len(partitions)
    sizes = np.array([each.size for each in partitions])
    drawn = np.random.default_rng(seed).multinomial(sizes.sum(), sizes / sizes.sum(), size=resamples)
    return [tuple(column.tolist()) for column in drawn.T]


def _scores(
    sums: _Sums, metrics: Sequence[MetricOptions], resamples: int, seed: int
) -> tuple[ArchiveScore, ...]:
    totals = sums.totals or []
    made: list[ArchiveScore] = []
    for place, options in enumerate(metrics):
        formula = partial(scores, options)
        first: tuple[float, NDArray[Any]] | None = None
        for system, own in enumerate(totals):
            value = float(formula(own[place][None, :].astype(np.float64))[0])
            found = _resampled_sums(sums, system, place, resamples=resamples, seed=seed)
            values = None if found is None else formula(found)
            p_value = None
            if values is not None:
                p_value = None if first is None else _p_value(value - first[0], values - first[1])
                first = first or (value, values)
            units = sums.rows if sums.documents is None else len(sums.documents)
            made.append(
                ArchiveScore(
                    system=system,
                    metric=options,
                    value=value,
                    interval=None if values is None else interval(values, units=units),
                    p_value=p_value,
                    rows=sums.rows,
                    documents=None if sums.documents is None else len(sums.documents),
                )
            )
    return tuple(sorted(made, key=lambda each: each.system))


def _resampled_sums(
    sums: _Sums, system: int, place: int, *, resamples: int, seed: int
) -> NDArray[Any] | None:
    """Return the sums of each resample, (resamples, counts); nothing where there is only one unit."""
    if not resamples:
        return None
    if sums.documents is None:
        return None if sums.resampled is None else sums.resampled[system][place]
    if len(sums.documents) < 2:
        return None
    units = np.stack([own[system][place] for _, own in sorted(sums.documents.items())])
    return resampled(units, samples=resamples, seed=seed)


def _p_value(difference: float, resampled_differences: NDArray[Any]) -> float:
    """Return how often chance alone makes as large a difference: sacreBLEU's paired bootstrap test."""
    sizes = np.abs(resampled_differences)
    return float(((sizes - sizes.mean() > abs(difference)).sum() + 1) / (len(sizes) + 1))
