"""What is done with one part: its texts become sums, which add up to those of the archive."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.archive.partition import Partition
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.option import MetricOptions

_NUMBERS_AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One part, and what is wanted of it."""

    partition: Partition
    number: int
    metrics: tuple[MetricOptions, ...]
    threads: int | None
    draws: tuple[int, ...] = ()
    """How many of its rows each resample draws; empty where documents are resampled, or nothing is."""
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A part's sums."""

    rows: int
    totals: tuple[tuple[NDArray[Any], ...], ...]
    """By system, then metric: (counts,)."""
    resampled: tuple[tuple[NDArray[Any], ...], ...] = ()
    """By system, then metric: (resamples, counts)."""
    documents: tuple[str, ...] = ()
    by_document: tuple[tuple[NDArray[Any], ...], ...] = ()
    """By system, then metric: (documents, counts)."""


def count(task: Task) -> Counted:
    """Read a part and count it; what leaves is small, however many rows it has."""
    rows = task.partition.read()
    counts = [
        [
            extract(options, hypotheses, rows.references, workers=task.threads, wait=True)
            for options in task.metrics
        ]
        for hypotheses in rows.hypotheses
    ]
    totals = tuple(tuple(each.sum(axis=0) for each in system) for system in counts)
    size = task.partition.size
    if rows.documents is not None:
        names, places = np.unique(np.array(rows.documents, dtype=object), return_inverse=True)
        return Counted(
            rows=size,
            totals=totals,
            documents=tuple(names.tolist()),
            by_document=tuple(
                tuple(_grouped(each, places, len(names)) for each in system) for system in counts
            ),
        )
    return Counted(rows=size, totals=totals, resampled=_resampled(counts, task) if task.draws else ())


def _grouped(counts: NDArray[Any], places: NDArray[Any], groups: int) -> NDArray[Any]:
    sums = np.zeros((groups, counts.shape[1]), dtype=counts.dtype)
    np.add.at(sums, places, counts)
    return sums


def _resampled(counts: list[list[NDArray[Any]]], task: Task) -> tuple[tuple[NDArray[Any], ...], ...]:
    """Return the sums of the rows that each resample draws: the same rows for all systems and metrics."""
    generator = np.random.default_rng([task.seed, task.number])
    size = task.partition.size
    tall = [[each.astype(np.float64) for each in system] for system in counts]
    sums = [[np.empty((len(task.draws), each.shape[1])) for each in system] for system in tall]
    step = max(1, _NUMBERS_AT_ONCE // size)
    for first in range(0, len(task.draws), step):
        part = slice(first, first + step)
        drawn = np.stack(
            [
                np.bincount(generator.integers(0, size, size=number), minlength=size)
                for number in task.draws[part]
            ]
        ).astype(np.float64)
        for system, into in zip(tall, sums, strict=True):
            for each, target in zip(system, into, strict=True):
                target[part] = drawn @ each
    return tuple(tuple(system) for system in sums)
