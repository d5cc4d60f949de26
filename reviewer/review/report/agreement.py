"""How far judges of the same segments agree."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from reviewer.domain.flag import Scale, Severity
from reviewer.domain.report import Block, Cell, Table
from reviewer.domain.span import Side
from reviewer.review.report import column
from reviewer.review.report.material import Material, Row
from reviewer.scoring import mqm
from reviewer.scoring.statistic.agreement import Scale as Measurement
from reviewer.scoring.statistic.agreement import Weight, cohen_kappa, fleiss_kappa, krippendorff_alpha
from reviewer.scoring.statistic.coefficient import Coefficient, Kind, correlate
from reviewer.scoring.statistic.overlap import Mark, span_overlap

_PAIRS = 50
"""Pairs of judges listed, those with most in common first."""
_NONE = "none"
_ORDER = (_NONE, *(severity.value for severity in sorted(Severity, key=lambda each: each.rank)))


def agreement(material: Material) -> tuple[Block, ...]:
    """Return tables of agreement, all judges together and pair by pair; none where nobody judged twice."""
    rows = [row for row in material.rows if len({each.judge for each in row.judgements}) > 1]
    if not rows:
        return ()
    judges = sorted({each.judge for row in rows for each in row.judgements})
    return (_overall(rows, judges), _by_pair(rows, judges))


def _values(rows: Sequence[Row], judge: str, scale: Scale) -> list[float | None]:
    found: list[float | None] = []
    for row in rows:
        own = [each for each in row.judgements if each.judge == judge and each.scale is scale]
        found.append(max(own, key=lambda each: each.created).value if own else None)
    return found


def _worst(rows: Sequence[Row], judge: str) -> list[str | None]:
    """Return the worst severity a judge flagged in each segment that he looked through."""
    found: list[str | None] = []
    for row in rows:
        if judge not in mqm.annotators(row.judgements):
            found.append(None)
            continue
        own = [each.flag.severity for each in row.errors if each.flag.author == judge]
        found.append(max(own, key=lambda severity: severity.rank).value if own else _NONE)
    return found


def _overall(rows: Sequence[Row], judges: Sequence[str]) -> Table:
    cells: list[tuple[Cell, ...]] = []
    for scale in (Scale.ESA, Scale.DA):
        ratings = [_values(rows, judge, scale) for judge in judges]
        if any(value is not None for own in ratings for value in own):
            found = krippendorff_alpha(ratings, Measurement.INTERVAL)
            cells.append((f"{scale.value}: Krippendorff α, interval", *_told(found)))
    labels = [_worst(rows, judge) for judge in judges]
    cells.append(("Worst severity of a segment: Fleiss κ", *_told(fleiss_kappa(labels))))
    ranks = [[None if label is None else float(_ORDER.index(label)) for label in own] for own in labels]
    found = krippendorff_alpha(ranks, Measurement.ORDINAL)
    cells.append(("Worst severity of a segment: Krippendorff α, ordinal", *_told(found)))
    return Table(
        id="agreement",
        title="Agreement of all judges",
        columns=(
            column.text("measure", "Measure"),
            column.good("value", "Value", "1 is full agreement, 0 is chance.", digits=3),
            column.count("count", "Segments"),
            column.text("reason", "Why there is none"),
        ),
        rows=tuple(cells),
        note=f"{len(rows)} segments with two judges or more, {len(judges)} judges.",
    )


def _told(found: Coefficient) -> tuple[Cell, ...]:
    return (found.value, found.count, found.reason)


def _by_pair(rows: Sequence[Row], judges: Sequence[str]) -> Table:
    common: Counter[tuple[str, str]] = Counter()
    for row in rows:
        common.update(combinations(sorted({each.judge for each in row.judgements}), 2))
    cells = [
        (*pair, count, *_pair(rows, pair)) for pair, count in common.most_common(_PAIRS) if pair[0] in judges
    ]
    return Table(
        id="agreement_by_pair",
        title="Agreement of each two judges",
        columns=(
            column.text("one", "Judge"),
            column.text("other", "and"),
            column.count("count", "Segments"),
            *(column.good(kind.value, kind.value.title(), "Of ESA, else DA.", digits=3) for kind in Kind),
            column.good("kappa", "Cohen κ", "Of the worst severity, weighted by its rank.", digits=3),
            column.good("f1", "Span F1", "Severity-weighted, by character.", digits=3),
        ),
        rows=tuple(cells),
        note=f"{len(cells)} of {len(common)} pairs with segments in common.",
    )


def _pair(rows: Sequence[Row], pair: tuple[str, str]) -> tuple[Cell, ...]:
    shared = [row for row in rows if set(pair) <= {each.judge for each in row.judgements}]
    cells: list[Cell] = []
    for kind in Kind:
        found = [
            correlate(_values(shared, pair[0], scale), _values(shared, pair[1], scale), kind).value
            for scale in (Scale.ESA, Scale.DA)
        ]
        cells.append(next((value for value in found if value is not None), None))
    marking = [row for row in shared if set(pair) <= mqm.annotators(row.judgements)]
    overlap = span_overlap(
        [len(row.segment.received) for row in marking],
        [_marks(row, pair[0]) for row in marking],
        [_marks(row, pair[1]) for row in marking],
    )
    kappa = cohen_kappa(
        _worst(shared, pair[0]), _worst(shared, pair[1]), categories=_ORDER, weight=Weight.LINEAR
    )
    return (*cells, kappa.value, None if overlap is None else overlap.f1)


def _marks(row: Row, judge: str) -> list[Mark]:
    return [
        (error.flag.severity, span.ranges)
        for error in row.errors
        if error.flag.author == judge and (span := error.flag.span(Side.RECEIVED)) is not None
    ]
