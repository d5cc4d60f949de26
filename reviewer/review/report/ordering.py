"""Whether metrics put engines, and the engines' versions of a sentence, in the order that people do."""

from collections.abc import Sequence

from reviewer.domain.report import Block, Cell, Table
from reviewer.review.report import column
from reviewer.review.report.estimate import Estimator
from reviewer.review.report.match import FEWEST_ITEMS, Shared, shared, without_references
from reviewer.review.report.material import Material
from reviewer.review.report.measure import Measure, Measures
from reviewer.review.report.ranking import CRITERIA, Criterion
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.statistic.pairwise import (
    calibrated_accuracy,
    pairwise_accuracy,
    soft_pairwise_accuracy,
)

_MOST_PAIRS = 2_000_000
_MOST_NUMBERS = 1_000_000
"""Beyond these a report would wait for minutes."""
_Matrix = Sequence[Sequence[float | None]]


def ordering(material: Material, measures: Measures, estimator: Estimator) -> tuple[Block, ...]:
    """Return the table of pairwise accuracies; none where engines share too few sentences."""
    systems = [name for name in material.systems if name]
    if len(systems) < 2:
        return ()
    common = without_references(material, shared(material, systems))
    if common.items < FEWEST_ITEMS or len(common.systems) < 2:
        return ()
    used = [measure for measure in measures if measure.comparison is Comparison.RECEIVED]
    rows = [
        row
        for criterion in CRITERIA
        for human in [_human(material, common, criterion)]
        if all(any(value is not None for value in own) for own in human)
        for measure in used
        for row in _row(criterion, human, measure, common, estimator)
    ]
    return (_table(rows, common, estimator),) if rows else ()


def _human(material: Material, common: Shared, criterion: Criterion) -> _Matrix:
    """Return people's scores, (systems, sentences), higher better."""
    sign = 1 if criterion.higher_is_better else -1
    found = []
    for own in common.rows.tolist():
        values = [criterion.value(material.rows[place]) for place in own]
        found.append([None if value is None else sign * value for value in values])
    return found


def _row(
    criterion: Criterion, human: _Matrix, measure: Measure, common: Shared, estimator: Estimator
) -> list[tuple[Cell, ...]]:
    parts = [measure.part(own) for own in common.rows]
    if any(part is None for part in parts):
        return []
    sign = 1 if measure.metric.higher_is_better else -1
    scores = measure.segment_scores
    own = [(sign * scores[part]).tolist() for part in parts]
    totals = [
        sign * float(measure.formula(measure.counts[part].sum(axis=0, keepdims=True))[0]) for part in parts
    ]
    systems = pairwise_accuracy([_mean(values) for values in human], totals)
    soft: float | None = None
    if 2 * len(human) * common.items <= _MOST_NUMBERS:
        soft = soft_pairwise_accuracy(human, own, permutations=estimator.options.resamples).value
    accuracy: tuple[Cell, ...] = (None, None, None)
    if common.items * len(human) * (len(human) - 1) // 2 <= _MOST_PAIRS:
        found = calibrated_accuracy(human, own)
        accuracy = (found.accuracy, found.epsilon, found.pairs)
    return [(criterion.title, measure.metric.title, *accuracy, systems.value, soft, systems.count)]


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _table(rows: Sequence[tuple[Cell, ...]], common: Shared, estimator: Estimator) -> Table:
    return Table(
        id="ordering",
        title="Do metrics put engines in people’s order",
        columns=(
            column.text("human", "People"),
            column.text("metric", "Metric"),
            column.good("calibrated", "acc*eq", "Tie-calibrated, within each sentence.", digits=3),
            column.number("epsilon", "Tie below", "Difference of the metric called a tie.", digits=3),
            column.count("pairs", "Pairs"),
            column.good("systems", "Pairwise accuracy", "Of engines by their scores.", digits=3),
            column.good("soft", "SPA", "Soft pairwise accuracy of engines.", digits=3),
            column.count("engines", "Engine pairs"),
        ),
        rows=tuple(rows),
        note=f"{common.items} sentences that all {len(common.systems)} engines translated, matched by "
        f"{common.by}; nothing is split off: the tie threshold is chosen on the same pairs that it is judged "
        "by (Deutsch et al. 2023). SPA compares p values of paired permutation tests "
        f"({estimator.options.resamples:,} permutations; Thompson et al. 2024).",
    )
