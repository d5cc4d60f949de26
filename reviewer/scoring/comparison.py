"""Which texts of a segment are compared by which metric, and their running scores."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from reviewer.domain.score import MetricScore
from reviewer.domain.segment import Segment
from reviewer.scoring.automatic import MetricId, Statistics, Totals, is_slow, statistics, statistics_of

if TYPE_CHECKING:
    from reviewer.scoring.engine.corpus import Count


class Comparison(StrEnum):
    """A text set against another."""

    EDIT = "received against final"
    RECEIVED = "received against reference"
    FINAL = "final against reference"
    BACK = "back-translation against source"
    """A hint whether content was kept, never a quality score."""


_METRICS = {
    Comparison.EDIT: (MetricId.CHRF_PLUS, MetricId.BLEU, MetricId.TER),
    Comparison.RECEIVED: (MetricId.CHRF_PLUS, MetricId.BLEU, MetricId.TER),
    Comparison.FINAL: (MetricId.CHRF_PLUS, MetricId.BLEU, MetricId.TER),
    Comparison.BACK: (MetricId.CHRF_PLUS,),
}


@dataclass(frozen=True, slots=True)
class Pending:
    """A comparison that takes too long for a key press: TER of long texts, or while no kernel is loaded."""

    segment_id: int
    comparison: Comparison
    metric: MetricId
    hypothesis: str
    reference: str


@dataclass(frozen=True, slots=True)
class _Cell:
    hypothesis: str
    reference: str
    stats: Statistics | None
    """Absent while pending."""


_Column = tuple[Comparison, MetricId]


class ComparisonTally:
    """Statistics of each segment's comparisons, and their sums."""

    def __init__(self) -> None:
        self._cells: dict[int, dict[_Column, _Cell]] = {}
        self._totals: dict[_Column, Totals] = {
            (comparison, metric): Totals(metric)
            for comparison, metrics in _METRICS.items()
            for metric in metrics
        }
        self._pending: dict[tuple[int, _Column], Pending] = {}
        self._counted: dict[tuple[MetricId, str, str], Statistics] = {}

    def foresee(
        self,
        segments: Iterable[Segment],
        *,
        is_deferring: bool = False,
        count: "Count | None" = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Count what `put` will need for these segments all at once; `forget` lets go of what was not used.

        Raises `Cancelled` when asked to stop.
        """
        wanted: dict[MetricId, dict[tuple[str, str], None]] = {}
        for segment in segments:
            old = self._cells.get(segment.id, {})
            for comparison, *pair in _pairs(segment):
                for metric in _METRICS[comparison]:
                    if is_deferring and is_slow(metric, *pair):
                        continue
                    before = old.get((comparison, metric))
                    if pair[0] != pair[1] and not (before and _is_of(before, *pair)):
                        wanted.setdefault(metric, {})[pair[0], pair[1]] = None
        for metric, pairs in wanted.items():
            found = statistics_of(metric, list(pairs), count=count, is_cancelled=is_cancelled)
            self._counted |= {(metric, *pair): stats for pair, stats in zip(pairs, found, strict=True)}

    def forget(self) -> None:
        """Let go of what `foresee` counted."""
        self._counted.clear()

    def put(self, segment: Segment, *, is_deferring: bool = False) -> None:
        """Set a segment's texts; what did not change is not computed again.

        With `is_deferring`, what takes too long for a key press is left to `pending` and `settle`.
        """
        old = self._cells.get(segment.id, {})
        new = dict(_cells(segment, old, self._counted, is_deferring=is_deferring))
        self.drop(segment.id)
        self._cells[segment.id] = new
        for column, cell in new.items():
            self._count(segment.id, column, cell, 1)

    def drop(self, segment_id: int) -> None:
        """Forget a segment; one that is not known changes nothing."""
        for column, cell in self._cells.pop(segment_id, {}).items():
            self._count(segment_id, column, cell, -1)

    def _count(self, segment_id: int, column: _Column, cell: _Cell, sign: int) -> None:
        if cell.stats is not None:
            self._totals[column].add(cell.stats, sign)
        elif sign > 0:
            self._pending[segment_id, column] = Pending(segment_id, *column, cell.hypothesis, cell.reference)
        else:
            del self._pending[segment_id, column]

    @property
    def pending(self) -> tuple[Pending, ...]:
        """What has still to be computed, by `compute` on any thread."""
        return tuple(self._pending.values())

    def settle(self, done: Iterable[tuple[Pending, Statistics]]) -> None:
        """Take in results of `compute`; those of texts that have changed since are dropped."""
        for task, stats in done:
            column = (task.comparison, task.metric)
            if self._pending.get((task.segment_id, column)) != task:
                continue
            cell = self._cells[task.segment_id][column]
            self._count(task.segment_id, column, cell, -1)
            settled = replace(cell, stats=stats)
            self._cells[task.segment_id][column] = settled
            self._count(task.segment_id, column, settled, 1)

    def include(self, other: "ComparisonTally") -> None:
        """Add another document's sums."""
        for column, totals in other._totals.items():  # noqa: SLF001 - the same class
            self._totals[column].include(totals)

    def scores(self) -> tuple[MetricScore, ...]:
        """Return the scores of all comparisons there are texts for; those still pending are left out."""
        waiting = {column for _, column in self._pending}
        made = []
        for column, totals in self._totals.items():
            comparison, metric = column
            if column in waiting or (score := totals.score(comparison.value)) is None:
                continue
            is_hter = comparison is Comparison.EDIT and metric is MetricId.TER
            made.append(replace(score, metric="hter", title="HTER") if is_hter else score)
        return tuple(made)


def compute(task: Pending) -> tuple[Pending, Statistics]:
    """Compute what was left pending; touches nothing but its argument."""
    return task, statistics(task.metric, task.hypothesis, task.reference)


def _cells(
    segment: Segment,
    old: Mapping[_Column, _Cell],
    counted: Mapping[tuple[MetricId, str, str], Statistics],
    *,
    is_deferring: bool,
) -> Iterator[tuple[_Column, _Cell]]:
    for comparison, hypothesis, reference in _pairs(segment):
        for metric in _METRICS[comparison]:
            before = old.get((comparison, metric))
            if before and _is_of(before, hypothesis, reference):
                yield (comparison, metric), before
                continue
            stats = counted.get((metric, hypothesis, reference))
            if stats is None and not (is_deferring and is_slow(metric, hypothesis, reference)):
                stats = statistics(metric, hypothesis, reference)
            yield (comparison, metric), _Cell(hypothesis, reference, stats)


def _is_of(cell: _Cell, hypothesis: str, reference: str) -> bool:
    return cell.hypothesis == hypothesis and cell.reference == reference


def _pairs(segment: Segment) -> Iterator[tuple[Comparison, str, str]]:
    yield Comparison.EDIT, segment.received, segment.final
    if segment.reference:
        yield Comparison.RECEIVED, segment.received, segment.reference
        yield Comparison.FINAL, segment.final, segment.reference
    if segment.back_translation and segment.source:
        yield Comparison.BACK, segment.back_translation, segment.source
