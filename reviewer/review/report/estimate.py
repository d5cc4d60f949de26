"""Figures with the interval they lie in."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.profile import Denominator, Profile
from reviewer.domain.report import Estimate
from reviewer.review.report.material import Article, Row
from reviewer.review.report.option import ReportOptions
from reviewer.scoring.formula import Formula
from reviewer.scoring.statistic.draw import Watch, grouped
from reviewer.scoring.statistic.resample import bootstrap, interval, mean, mean_statistics, resampled
from reviewer.text.word import word_count

_FEWEST_UNITS = 6
_MOST = 0.95
"""Share of resamples that must have a correlation: where fewer have one, they are no fair sample."""
_FLAT = 1e-12


class Estimator:
    """Draws intervals, all in the same way."""

    def __init__(self, options: ReportOptions, is_cancelled: Callable[[], bool] | None = None) -> None:
        self.options = options
        self.is_cancelled = is_cancelled

    def estimate(
        self, formula: Formula, statistics: NDArray[Any], groups: Sequence[int] | None
    ) -> Estimate | None:
        """Score additive statistics, (rows, counts), resampling groups where there are several.

        Absent where there are no rows; without ends where there is but one.
        """
        if not len(statistics):
            return None
        found = bootstrap(
            formula,
            statistics,
            groups=groups if groups is not None and len(set(groups)) > 1 else None,
            samples=self.options.resamples,
            seed=self.options.seed,
            is_single=False,
            is_cancelled=self.is_cancelled,
        )
        if found.interval is None:
            return Estimate(found.score)
        return Estimate(found.score, found.interval.low, found.interval.high)

    def mean(self, values: Sequence[float | None], groups: Sequence[int] | None) -> Estimate | None:
        """Return the mean of what is not missing; absent where all is."""
        if all(value is None for value in values):
            return None
        return self.estimate(mean, mean_statistics(values), groups)

    def npt(self, articles: Sequence[Article], profile: Profile) -> Estimate | None:
        """Return the received texts' penalty points per 1,000 words; absent below the least words.

        Documents are resampled with their scores; of a single one, segments, before the repeat rule.
        """
        score = sum(article.received.penalty for article in articles)
        words = sum(article.received.words for article in articles)
        if not words or words < profile.short_words:
            return None
        if len(articles) > 1:
            units = [(article.received.penalty, article.received.words) for article in articles]
        else:
            units = [(row.points, evaluation_words(row, profile)) for row in articles[0].rows]
        found = self.estimate(per_thousand, np.array(units), None)
        value = 1000 * score / words
        return Estimate(value) if found is None else Estimate(value, found.low, found.high)

    def correlation(
        self, one: Sequence[float | None], other: Sequence[float | None], groups: Sequence[str] | None
    ) -> tuple[float, float] | None:
        """Return Pearson's interval of the pairs both have, resampling groups, else pairs.

        Moments add up, so that a resample costs its units only. Absent below six units, and where many
        resamples have no correlation.
        """
        kept = [n for n, pair in enumerate(zip(one, other, strict=True)) if None not in pair]
        x, y = (np.array([values[n] for n in kept], dtype=np.float64) for values in (one, other))
        if len(kept) < _FEWEST_UNITS:
            return None
        x, y = x - x.mean(), y - y.mean()
        moments = np.column_stack([np.ones_like(x), x, y, x * x, y * y, x * y])
        units = grouped(moments, None if groups is None else [groups[n] for n in kept])
        if len(units) < _FEWEST_UNITS:
            return None
        watch = Watch(None, self.is_cancelled)
        drawn = resampled(units, samples=self.options.resamples, seed=self.options.seed, watch=watch)
        values = pearson(drawn)
        known = values[np.isfinite(values)]
        if len(known) < _MOST * self.options.resamples:
            return None
        found = interval(known, units=len(units))
        return found.low, found.high


def pearson(moments: NDArray[Any]) -> NDArray[np.float64]:
    """Return correlations from sums of 1, x, y, x², y² and xy, (k, 6) to (k,); NaN where none."""
    n, x, y, xx, yy, xy = np.asarray(moments, dtype=np.float64).T
    spread = (n * xx - x * x) * (n * yy - y * y)
    is_varied = spread > _FLAT * np.maximum(1.0, (n * xx) * (n * yy))
    found = np.full(len(n), np.nan)
    found[is_varied] = (n * xy - x * y)[is_varied] / np.sqrt(spread[is_varied])
    return found


def per_thousand(sums: NDArray[Any]) -> NDArray[np.float64]:
    """Return 1,000 × points ÷ words of each row, (k, 2) to (k,); 0 without words."""
    points, words = np.asarray(sums, dtype=np.float64).T
    return np.asarray(1000 * points / np.where(words > 0, words, np.inf))


def evaluation_words(row: Row, profile: Profile) -> float:
    """Return a row's part of the denominator."""
    if profile.denominator is Denominator.TARGET:
        return float(row.words)
    if row.segment.source:
        return float(word_count(row.segment.source))
    return row.words / profile.target_per_source
