"""Every automatic metric of a report's rows: counted once, summed for any part of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.segment import Segment
from reviewer.review.report.material import Material
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.engine.corpus import Count, count
from reviewer.scoring.engine.peer import peer
from reviewer.scoring.formula import Formula, corpus_score, formula, scores
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

Rows = NDArray[np.int64]
"""Places of rows in the report's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One metric under one setting."""

    id: str
    title: str
    options: MetricOptions
    higher_is_better: bool = True


CHRF_PLUS = Metric(id="chrf++", title="chrF++", options=ChrfOptions(word_order=2))
CHRF = Metric(id="chrf", title="chrF", options=ChrfOptions())
BLEU = Metric(id="bleu", title="BLEU-intl", options=BleuOptions(tokenize="intl"))
BLEU_13A = Metric(id="bleu-13a", title="BLEU-13a", options=BleuOptions())
TER = Metric(id="ter", title="TER", options=TerOptions(), higher_is_better=False)

_WANTED: Mapping[Comparison, tuple[Metric, ...]] = {
    Comparison.RECEIVED: (CHRF_PLUS, BLEU, TER, CHRF, BLEU_13A),
    Comparison.FINAL: (CHRF_PLUS, BLEU, TER),
    Comparison.EDIT: (TER,),
}


@dataclass(frozen=True)
class Measure:
    """A metric's statistics of the rows that have both texts of a comparison."""

    metric: Metric
    comparison: Comparison
    rows: Rows
    """In order."""
    counts: NDArray[Any]
    """Shape (rows, statistics)."""
    owners: NDArray[np.int64]
    """Which article each row belongs to, by its place."""
    signature: str

    def score(self, rows: Rows | None = None) -> float | None:
        """Return the score of some rows, or of all, as one corpus; absent where none has both texts."""
        counts = self.counts if rows is None else self.counts[np.isin(self.rows, rows)]
        return corpus_score(self.metric.options, counts) if len(counts) else None

    @property
    def formula(self) -> Formula:
        """From sums of statistics to scores, as resampling takes it."""
        return formula(self.metric.options)

    def part(self, rows: Rows) -> NDArray[np.int64] | None:
        """Return where the statistics of some rows are, in their order; absent where one has none."""
        places = np.searchsorted(self.rows, rows)
        is_there = (places < len(self.rows)) & (self.rows[np.minimum(places, len(self.rows) - 1)] == rows)
        return places if is_there.all() else None

    @cached_property
    def segment_scores(self) -> NDArray[np.float64]:
        """Each row's own score; of BLEU with the effective order."""
        options = self.metric.options
        if isinstance(options, BleuOptions):
            options = replace(options, effective_order=True)
        return np.asarray(scores(options, self.counts), dtype=np.float64)

    def of_articles(self, places: Sequence[int]) -> float | None:
        """Return the score of some articles together."""
        found = [self._by_article[place] for place in places if place in self._by_article]
        return float(scores(self.metric.options, np.sum(found, axis=0)[None, :])[0]) if found else None

    @cached_property
    def _by_article(self) -> dict[int, NDArray[Any]]:
        if not len(self.rows):
            return {}
        places, starts = np.unique(self.owners, return_index=True)
        sums = np.add.reduceat(self.counts, starts, axis=0)
        return dict(zip(places.tolist(), sums, strict=True))


@dataclass(frozen=True)
class Measures:
    """All measures of a report."""

    by_key: Mapping[tuple[str, Comparison], Measure]

    def __iter__(self) -> Iterator[Measure]:
        return iter(self.by_key.values())

    def get(self, metric: str, comparison: Comparison) -> Measure | None:
        """Return one measure, if any row has the texts for it."""
        return self.by_key.get((metric, comparison))

    def score(self, metric: str, comparison: Comparison) -> float | None:
        """Return a metric of everything."""
        found = self.get(metric, comparison)
        return found.score() if found else None

    def of_article(self, metric: str, comparison: Comparison, place: int) -> float | None:
        """Return a metric of one article, by its place in the report."""
        return self.of_articles(metric, comparison, (place,))

    def of_articles(self, metric: str, comparison: Comparison, places: Sequence[int]) -> float | None:
        """Return a metric of several articles as one corpus."""
        found = self.get(metric, comparison)
        return found.of_articles(places) if found else None


def measured(
    material: Material,
    *,
    count: Count = count,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Measures:
    """Count all metrics of all rows; `progress` hears of segments times metrics."""
    segments = [row.segment for row in material.rows]
    owners = np.repeat(
        np.arange(len(material.articles)), [len(article.rows) for article in material.articles]
    ).astype(np.int64)
    pairs = {comparison: _pairs(comparison, segments) for comparison in _WANTED}
    total = sum(len(pairs[comparison][0]) * len(metrics) for comparison, metrics in _WANTED.items())
    found: dict[tuple[str, Comparison], Measure] = {}
    done = 0
    for comparison, metrics in _WANTED.items():
        rows, hypotheses, references = pairs[comparison]
        for metric in metrics if rows else ():
            counts = count(
                metric.options,
                hypotheses,
                [references],
                progress=_after(progress, done, total),
                is_cancelled=is_cancelled,
            )
            done += len(rows)
            places = np.array(rows, dtype=np.int64)
            found[metric.id, comparison] = Measure(
                metric, comparison, places, counts, owners[places], peer(metric.options).signature
            )
    return Measures(found)


def _after(
    progress: Callable[[int, int], None] | None, done: int, total: int
) -> Callable[[int, int], None] | None:
    return progress and (lambda part, _whole: progress(done + part, total))


def _pairs(comparison: Comparison, segments: Sequence[Segment]) -> tuple[list[int], list[str], list[str]]:
    rows: list[int] = []
    hypotheses: list[str] = []
    references: list[str] = []
    for place, segment in enumerate(segments):
        if comparison is Comparison.EDIT:
            hypothesis, reference = segment.received, segment.final
        else:
            hypothesis = segment.received if comparison is Comparison.RECEIVED else segment.final
            reference = segment.reference or ""
            if not reference:
                continue
        rows.append(place)
        hypotheses.append(hypothesis)
        references.append(reference)
    return rows, hypotheses, references
