"""Engines in order of what people said of the sentences that all of them translated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.domain.flag import Scale
from reviewer.domain.report import Block, Cell, Chart, ChartKind, Estimate, Series, Table
from reviewer.review.report import column
from reviewer.review.report.estimate import Estimator
from reviewer.review.report.match import Shared
from reviewer.review.report.material import Material, Row
from reviewer.scoring.statistic.ranking import Ranking, rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A human score of one row."""

    id: str
    title: str
    higher_is_better: bool
    value: Callable[[Row], float | None]


def _points(row: Row) -> float | None:
    return row.points if row.is_annotated else None


CRITERIA = (
    Criterion(id="esa", title="ESA", higher_is_better=True, value=lambda row: row.judged(Scale.ESA)),
    Criterion(id="da", title="DA", higher_is_better=True, value=lambda row: row.judged(Scale.DA)),
    Criterion(id="mqm", title="MQM points per segment", higher_is_better=False, value=_points),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Engines ranked by one human score."""

    criterion: Criterion
    systems: tuple[str, ...]
    """Best first."""
    ranking: Ranking
    means: tuple[Estimate, ...]
    judged: tuple[int, ...]
    """Sentences judged, of each system."""
    shared: Shared

    def blocks(self) -> tuple[Block, ...]:
        """Return the table of places, the picture of it, and the table of p values."""
        return (self._places(), self._chart(), self._p_values())

    @property
    def top(self) -> tuple[str, ...]:
        """The engines of the first cluster."""
        pairs = zip(self.systems, self.ranking.standings, strict=True)
        return tuple(system for system, standing in pairs if standing.cluster == 1)

    def _places(self) -> Table:
        value = column.good if self.criterion.higher_is_better else column.bad
        rows: list[tuple[Cell, ...]] = []
        for place, standing in enumerate(self.ranking.standings):
            span = f"{standing.best_rank}–{standing.worst_rank}"
            rows.append(
                (
                    standing.rank,
                    self.systems[place],
                    self.means[place],
                    standing.cluster,
                    span if standing.best_rank != standing.worst_rank else str(standing.best_rank),
                    self.judged[place],
                )
            )
        return Table(
            id=f"ranking_{self.criterion.id}",
            title=f"Ranking by {self.criterion.title}",
            columns=(
                column.count("rank", "Rank"),
                column.text("system", "Engine"),
                value("score", self.criterion.title, "Mean of shared sentences, 95 % interval."),
                column.count("cluster", "Cluster", "All of a cluster are better than all below it."),
                column.text("range", "Rank range", "1 + engines that are better – all but those worse."),
                column.count("judged", "Sentences judged"),
            ),
            rows=tuple(rows),
            note=self._note(),
        )

    def _note(self) -> str:
        unit = "documents" if self.shared.units else "sentences"
        return (
            f"{self.shared.items} sentences of {self.shared.documents} documents, translated by all "
            f"{len(self.systems)} engines, matched by {self.shared.by}. Permutation test on {unit}, "
            f"one-sided, {self.ranking.permutations:,} permutations; level {self.ranking.level:g}; not "
            "corrected for the number of comparisons."
        )

    def _chart(self) -> Chart:
        clusters = tuple(standing.cluster for standing in self.ranking.standings)
        return Chart(
            id=f"ranking_{self.criterion.id}",
            title=f"{self.criterion.title} by engine",
            kind=ChartKind.INTERVALS,
            categories=self.systems,
            series=(Series(title=self.criterion.title, values=self.means),),
            groups=clusters,
            x_title=self.criterion.title,
            summary=f"{told(self.top)} {'lead' if len(self.top) > 1 else 'leads'}; "
            f"{max(clusters)} {'clusters' if max(clusters) > 1 else 'cluster'} of {len(clusters)} engines.",
        )

    def _p_values(self) -> Table:
        order = [standing.system for standing in self.ranking.standings]
        return Table(
            id=f"p_{self.criterion.id}",
            title=f"Chance that the engine at the left is not better, by {self.criterion.title}",
            columns=(
                column.text("system", "Engine"),
                *(column.number(f"p{n}", system, digits=3) for n, system in enumerate(self.systems, start=1)),
            ),
            rows=tuple(
                (self.systems[place], *(self.ranking.p[row][other] for other in order))
                for place, row in enumerate(order)
            ),
        )


def told(names: Sequence[str]) -> str:
    """Return `A`, `A and B`, `A, B and C`."""
    *others, last = [name or "the unnamed engine" for name in names]
    return f"{', '.join(others)} and {last}" if others else last


def ranked(material: Material, shared: Shared, criterion: Criterion, estimator: Estimator) -> Ranked | None:
    """Rank engines by one human score; absent where one of them has none."""
    values = [[criterion.value(material.rows[place]) for place in own] for own in shared.rows.tolist()]
    if any(all(value is None for value in own) for own in values):
        return None
    found = rank(
        values,
        groups=shared.units,
        higher_is_better=criterion.higher_is_better,
        permutations=estimator.options.resamples,
        seed=estimator.options.seed,
        is_cancelled=estimator.is_cancelled,
    )
    order = [standing.system for standing in found.standings]
    means = [estimator.mean(values[place], shared.units) for place in order]
    return Ranked(
        criterion=criterion,
        systems=tuple(shared.systems[place] for place in order),
        ranking=found,
        means=tuple(mean for mean in means if mean is not None),
        judged=tuple(sum(value is not None for value in values[place]) for place in order),
        shared=shared,
    )
