"""A corpus measured by several metrics: each text is counted once, and scored from sums."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.peer import References, metric
from reviewer.scoring.formula import formula, total
from reviewer.scoring.metric.plugin import AdditiveMetric, Plugin, Texts
from reviewer.scoring.option import ChrfOptions, MetricOptions
from reviewer.scoring.statistic.draw import SEED
from reviewer.scoring.statistic.resample import Interval, bootstrap, mean_bootstrap

Progress = Callable[[str, int, int], None]
"""Is told what is being counted, how many rows of it are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resampling:
    """How an interval is had."""

    samples: int = 1000
    seed: int | None = SEED


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One metric's figure for a corpus."""

    name: str
    """As sacreBLEU prints it: `chrF2++`."""
    score: float
    signature: str
    verbose: str = ""
    """What sacreBLEU prints behind BLEU: precisions, brevity penalty, lengths."""
    interval: Interval | None = None


def statistics(
    wanted: Mapping[str, MetricOptions],
    hypotheses: Sequence[str],
    references: References,
    *,
    progress: Progress | None = None,
) -> dict[str, NDArray[Any]]:
    """Return each metric's statistics, (rows, counts); chrF++'s begin with chrF's."""
    found: dict[str, NDArray[Any]] = {}
    counted: dict[MetricOptions, NDArray[Any]] = {}
    for name, options in sorted(wanted.items(), key=lambda item: -getattr(item[1], "word_order", 0)):
        # Against several references, options decide which of them counts.
        whole = next(
            (known for known in counted if len(references) == 1 and _begins_with(known, options)), None
        )
        if whole is None:
            tell = _told(progress, name)
            counted[options] = extract(options, hypotheses, references, progress=tell, wait=True)
            whole = options
        width = counted[whole].shape[1]
        if isinstance(options, ChrfOptions):
            width = 3 * (options.char_order + options.word_order)
        found[name] = counted[whole][:, :width]
    return found


def measured(
    options: MetricOptions,
    rows: NDArray[Any],
    *,
    references: int,
    resampling: Resampling | None = None,
    progress: Progress | None = None,
) -> Measured:
    """Return a corpus' score from its statistics, as sacreBLEU's `corpus_score` does."""
    made = metric(options)
    made.num_refs = references
    interval = None
    if resampling is not None:
        made.n_bootstrap, made.seed = resampling.samples, str(resampling.seed).lower()
        interval = bootstrap(
            formula(options),
            rows,
            samples=resampling.samples,
            seed=resampling.seed,
            progress=_told(progress, "resampling"),
        ).interval
    return replace(_scored(made, total(rows).tolist()), interval=interval)


def sentences(options: MetricOptions, rows: NDArray[Any], *, references: int) -> list[Measured]:
    """Return each row's score, as sacreBLEU's `sentence_score` does."""
    made = metric(options)
    made.num_refs = references
    return [_scored(made, row) for row in rows.tolist()]


def measured_by(
    plugin: Plugin, texts: Sequence[Texts], *, resampling: Resampling | None = None
) -> tuple[Measured, list[float | None]]:
    """Score a corpus by another distribution's metric; also its segments' scores, where it gives them.

    Raises ReviewerError where a value is no number, or there are more or fewer than texts.
    """
    spec = plugin.spec
    seed = resampling.seed if resampling else SEED
    samples = resampling.samples if resampling else 1
    if isinstance(plugin, AdditiveMetric):
        rows = np.array(plugin.statistics(texts), dtype=np.float64).reshape(len(texts), -1)
        if not np.isfinite(rows).all():
            raise ReviewerError(f"the metric {spec.id} counted something that is not a number")
        made = bootstrap(_formula(plugin), rows, samples=samples, seed=seed, is_single=False)
        values: list[float | None] = [plugin.score(row) for row in rows.tolist()]
    else:
        values = list(plugin.segment_scores(texts))
        if len(values) != len(texts):
            raise ReviewerError(f"the metric {spec.id} gave {len(values)} scores for {len(texts)} segments")
        if not all(value is None or math.isfinite(value) for value in values):
            raise ReviewerError(f"the metric {spec.id} gave something that is not a number")
        if all(value is None for value in values):
            raise ReviewerError(f"the metric {spec.id} scored nothing")
        made = mean_bootstrap(values, samples=samples, seed=seed)
    interval = made.interval if resampling else None
    return Measured(name=spec.title, score=made.score, signature=spec.definition, interval=interval), values


def _formula(plugin: AdditiveMetric) -> Callable[[NDArray[Any]], NDArray[Any]]:
    return lambda sums: np.array([plugin.score(row) for row in sums.tolist()])


def _scored(made: Any, sums: Sequence[float]) -> Measured:  # noqa: ANN401 - sacreBLEU's classes
    score = made._compute_score_from_stats(list(sums))  # noqa: SLF001
    return Measured(
        name=score.name,
        score=float(score.score),
        signature=str(made.get_signature()),
        verbose=score._verbose,  # noqa: SLF001
    )


def _begins_with(whole: MetricOptions, options: MetricOptions) -> bool:
    """Whether the statistics of one metric are the first of another's, against a single reference."""
    if not (isinstance(whole, ChrfOptions) and isinstance(options, ChrfOptions)):
        return False
    # A beta is not counted with, and a lower word order is a beginning.
    alike = replace(whole, word_order=options.word_order, beta=options.beta)
    return options.word_order <= whole.word_order and options == alike


def _told(progress: Progress | None, what: str) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    tell = progress
    return lambda done, of: tell(what, done, of)
