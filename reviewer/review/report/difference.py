"""Whether an automatic metric tells engines apart, and whether people would see the difference."""

from collections.abc import Sequence

from reviewer.domain.report import Cell, Estimate, Table
from reviewer.review.report import column
from reviewer.review.report.estimate import Estimator
from reviewer.review.report.match import Shared
from reviewer.review.report.measure import Measure, Measures
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.statistic.meaning import meaning
from reviewer.scoring.statistic.paired import paired_bootstrap, paired_randomisation

_COMPARED = ("chrf++", "bleu", "ter", "chrf", "bleu-13a")
_MEASURED = {"chrf": "chrf", "bleu-13a": "bleu"}
"""Those of which it is known what a difference means to people: sacreBLEU's default options."""


def differences(shared: Shared, measures: Measures, estimator: Estimator) -> Table | None:
    """Compare each engine with the best one by each metric; absent where there is no reference."""
    rows: list[tuple[Cell, ...]] = []
    for name in _COMPARED:
        measure = measures.get(name, Comparison.RECEIVED)
        if measure is not None:
            rows += _compared(shared, measure, estimator)
    if not rows:
        return None
    unit = "documents" if shared.units else "sentences"
    return Table(
        id="differences",
        title="Metrics on shared sentences, against the best engine",
        columns=(
            column.text("metric", "Metric"),
            column.text("system", "Engine"),
            column.number("score", "Score", "Received against reference, 95 % interval."),
            column.bad("behind", "Behind the best", "Points.", digits=2),
            column.number("p", "p", "Paired bootstrap, two-sided; none below six documents.", digits=3),
            column.number("p_ar", "p, swapped", "Paired approximate randomisation, two-sided.", digits=3),
            column.share("agree", "People would agree", "Share of engine pairs in which they did."),
            column.text("meaning", "Meaning"),
        ),
        rows=tuple(rows),
        note=f"{shared.items} sentences of {shared.documents} documents, matched by {shared.by}; "
        f"{estimator.options.resamples:,} resamples, and as many swaps, of {unit}. What a difference means "
        "to people is known for chrF and BLEU-13a only (mt-thresholds; Kocmi et al. 2024). Texts that are "
        "the reference itself are left out.",
    )


def _compared(shared: Shared, measure: Measure, estimator: Estimator) -> list[tuple[Cell, ...]]:
    parts = [measure.part(own) for own in shared.rows]
    if len(parts) < 2 or any(part is None for part in parts):
        return []
    statistics = [measure.counts[part] for part in parts]
    scores = [measure.formula(each.sum(axis=0, keepdims=True))[0] for each in statistics]
    is_upward = measure.metric.higher_is_better
    order = sorted(range(len(scores)), key=lambda place: -scores[place] if is_upward else scores[place])
    ordered = [statistics[place] for place in order]
    outcomes = paired_bootstrap(
        measure.formula,
        ordered,
        groups=shared.units,
        samples=estimator.options.resamples,
        seed=estimator.options.seed,
        is_single=False,
        higher_is_better=is_upward,
        is_cancelled=estimator.is_cancelled,
    )
    swapped = paired_randomisation(
        measure.formula,
        ordered,
        groups=shared.units,
        trials=estimator.options.resamples,
        seed=estimator.options.seed,
        is_single=False,
        higher_is_better=is_upward,
        is_cancelled=estimator.is_cancelled,
    )
    rows: list[tuple[Cell, ...]] = []
    for place, outcome, other in zip(order, outcomes, swapped, strict=True):
        span = outcome.interval
        score = Estimate(outcome.score, span.low, span.high) if span else Estimate(outcome.score)
        is_best = place == order[0]
        behind = None if is_best else -outcome.gain
        rows.append(
            (
                measure.metric.title,
                shared.systems[place],
                score,
                behind,
                outcome.p,
                other.p,
                *_meaning(measure.metric.id, behind),
            )
        )
    return rows


def _meaning(metric: str, behind: float | None) -> Sequence[Cell]:
    if behind is None or metric not in _MEASURED:
        return (None, "best" if behind is None else "")
    found = meaning(_MEASURED[metric], behind)
    return (None, "") if found is None else (found.share, found.reason)
