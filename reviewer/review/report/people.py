"""How far the automatic metrics follow people, each beside the baseline of mere length."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.domain.report import Block, Cell, Chart, ChartKind, Estimate, Section, Series, Table
from reviewer.review.report import column
from reviewer.review.report.agreement import agreement
from reviewer.review.report.estimate import Estimator
from reviewer.review.report.match import family, references
from reviewer.review.report.material import Material
from reviewer.review.report.measure import Measure, Measures
from reviewer.review.report.ordering import ordering
from reviewer.review.report.ranking import CRITERIA, Criterion
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.statistic.coefficient import Kind
from reviewer.scoring.statistic.correlation import Level, correlation_table

_FEWEST = {Level.SEGMENT: 10, Level.DOCUMENT: 6, Level.SYSTEM: 3}
"""Fewer scores tell nothing of a correlation."""
_POINTS = 2000
"""Dots in a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scores:
    """Scores of the same segments, documents or engines."""

    level: Level
    human: tuple[float | None, ...]
    metrics: Mapping[str, tuple[float | None, ...]]
    lengths: tuple[float, ...]
    groups: tuple[str, ...] | None


def section(material: Material, measures: Measures, estimator: Estimator) -> Section:
    """Put together the section on metrics and people."""
    blocks: list[Block] = []
    rows: list[tuple[Cell, ...]] = []
    used = [measure for measure in measures if _is_used(measure, material)]
    for criterion in CRITERIA if used else ():
        human = tuple(criterion.value(row) for row in material.rows)
        scores = _levels(material, used, human)
        for each in scores:
            rows += _correlations(each, criterion, used, estimator)
        if scores and scores[0].level is Level.SEGMENT:
            blocks += [_scatter(scores[0], criterion, used[0], material)]
    if rows:
        blocks = [_table(rows), *_chart(rows), *blocks]
    blocks += ordering(material, measures, estimator) if rows else ()
    blocks += agreement(material)
    return Section(id="people", title="Metrics and people", blocks=tuple(blocks), lead=_lead(rows, blocks))


def title(measure: Measure) -> str:
    """Return a metric's name in the tables of this section."""
    return "HTER" if measure.comparison is Comparison.EDIT else measure.metric.title


def _is_used(measure: Measure, material: Material) -> bool:
    if measure.comparison is Comparison.EDIT:
        return any(row.segment.is_edited for row in material.rows)
    return measure.comparison is Comparison.RECEIVED


def _levels(
    material: Material, used: Sequence[Measure], human: tuple[float | None, ...]
) -> tuple[_Scores, ...]:
    """Return the scores of segments, documents and engines, where there are enough of them."""
    owners = [place for place, article in enumerate(material.articles) for _ in article.rows]
    families = [family(article) for article in material.articles]
    systems = [name for name in material.systems if name]
    found = [
        _Scores(
            level=Level.SEGMENT,
            human=human,
            metrics={title(each): _spread(each, material) for each in used},
            lengths=tuple(float(row.words) for row in material.rows),
            groups=tuple(families[place] for place in owners) if len(set(families)) > 1 else None,
        ),
        replace(
            _summed(Level.DOCUMENT, material, used, human, [[n] for n in range(len(families))]),
            groups=tuple(families) if len(set(families)) < len(families) else None,
        ),
        _summed(Level.SYSTEM, material, used, human, [_places(material, name) for name in systems]),
    ]
    return tuple(
        each for each in found if sum(value is not None for value in each.human) >= _FEWEST[each.level]
    )


def _places(material: Material, system: str) -> list[int]:
    return [place for place, each in enumerate(material.articles) if each.document.system == system]


def _spread(measure: Measure, material: Material) -> tuple[float | None, ...]:
    """Return a metric's score of each row; none where the text is its own reference."""
    values: list[float | None] = [None] * len(material.rows)
    left_out = references(material) if measure.comparison is Comparison.RECEIVED else frozenset()
    is_left_out = [article.document.system in left_out for article in material.articles]
    owners = measure.owners.tolist()
    for row, owner, score in zip(measure.rows.tolist(), owners, measure.segment_scores.tolist(), strict=True):
        values[row] = None if is_left_out[owner] else score
    return tuple(values)


def _summed(
    level: Level,
    material: Material,
    used: Sequence[Measure],
    human: tuple[float | None, ...],
    parts: Sequence[Sequence[int]],
) -> _Scores:
    """Return the scores of documents or engines: means of people's, corpus scores of metrics."""
    owned: list[list[int]] = [[] for _ in material.articles]
    place = 0
    for number, article in enumerate(material.articles):
        owned[number] = list(range(place, place + len(article.rows)))
        place += len(article.rows)
    rows = [[row for number in part for row in owned[number]] for part in parts]
    left_out = references(material)
    is_own = [bool(part) and material.articles[part[0]].document.system in left_out for part in parts]
    return _Scores(
        level=level,
        human=tuple(_mean([human[row] for row in own]) for own in rows),
        metrics={
            title(each): tuple(
                None if same and each.comparison is Comparison.RECEIVED else each.of_articles(part)
                for part, same in zip(parts, is_own, strict=True)
            )
            for each in used
        },
        lengths=tuple(sum(material.rows[row].words for row in own) / max(len(own), 1) for own in rows),
        groups=None,
    )


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _correlations(
    scores: _Scores, criterion: Criterion, used: Sequence[Measure], estimator: Estimator
) -> list[tuple[Cell, ...]]:
    lower = [title(each) for each in used if not each.metric.higher_is_better]
    tables = {
        kind: correlation_table(
            scores.human,
            scores.metrics,
            scores.lengths,
            level=scores.level,
            kind=kind,
            groups=scores.groups,
            lower_is_better=lower,
            is_human_lower_better=not criterion.higher_is_better,
            samples=0,
            is_cancelled=estimator.is_cancelled,
        )
        for kind in Kind
    }
    rows: list[tuple[Cell, ...]] = []
    for place, found in enumerate(tables[Kind.PEARSON].rows):
        value = found.coefficient.value
        pearson = None
        if value is not None:
            values = scores.metrics.get(found.metric, scores.lengths)
            is_turned = (found.metric in lower) != (not criterion.higher_is_better)
            span = estimator.correlation(scores.human, values, scores.groups)
            low, high = span or (None, None)
            if is_turned and low is not None and high is not None:
                low, high = -high, -low
            pearson = Estimate(value, low, high)
        rows.append(
            (
                scores.level.value,
                criterion.title,
                found.metric,
                pearson,
                tables[Kind.SPEARMAN].rows[place].coefficient.value,
                tables[Kind.KENDALL].rows[place].coefficient.value,
                found.coefficient.count,
                found.coefficient.reason,
            )
        )
    return rows


def _table(rows: Sequence[tuple[Cell, ...]]) -> Table:
    return Table(
        id="correlation",
        title="Correlation of metrics with people",
        columns=(
            column.text("level", "Level", "What one score is of."),
            column.text("human", "People"),
            column.text("metric", "Metric"),
            column.good("pearson", "Pearson", "95 % interval.", digits=3),
            column.good("spearman", "Spearman", digits=3),
            column.good("kendall", "Kendall τ_b", digits=3),
            column.count("count", "Pairs"),
            column.text("reason", "Why there is none"),
        ),
        rows=tuple(rows),
        note="All scores of a level at once. Metrics and penalties of which less is better are turned "
        "around: positive means agreement. Length is the received text’s words (their mean above the "
        "segment), with its own sign. Texts that are the reference itself have no score. Intervals "
        "resample documents (all engines’ translations of one together).",
    )


def _chart(rows: Sequence[tuple[Cell, ...]]) -> tuple[Chart, ...]:
    level, human = rows[0][:2]
    shown = [(row[2], row[3]) for row in rows if row[:2] == (level, human)]
    known = [(str(name), value) for name, value in shown if isinstance(value, Estimate)]
    if not known:
        return ()
    best = max(known, key=lambda item: item[1].value)
    return (
        Chart(
            id="correlation",
            title=f"Correlation with {human} by {level}",
            kind=ChartKind.INTERVALS,
            categories=tuple(name for name, _ in known),
            series=(Series(title="Pearson", values=tuple(value for _, value in known)),),
            digits=2,
            x_title="Pearson",
            summary=f"{best[0]} follows {human} most: {best[1].value:.2f}.",
        ),
    )


def _scatter(scores: _Scores, criterion: Criterion, measure: Measure, material: Material) -> Chart:
    pairs = [
        (place, x, y)
        for place, (x, y) in enumerate(zip(scores.metrics[title(measure)], scores.human, strict=True))
        if x is not None and y is not None
    ]
    shown = pairs[:: max(1, -(-len(pairs) // _POINTS))]
    names = [f"{a.document.title} {row.segment.position + 1}" for a in material.articles for row in a.rows]
    return Chart(
        id=f"scatter_{criterion.id}",
        title=f"{title(measure)} against {criterion.title}",
        kind=ChartKind.SCATTER,
        categories=tuple(names[place] for place, *_ in shown),
        series=(
            Series(title=title(measure), values=tuple(x for _, x, _ in shown)),
            Series(title=criterion.title, values=tuple(y for *_, y in shown)),
        ),
        x_title=title(measure),
        y_title=criterion.title,
        summary=f"{len(shown)} of {len(pairs)} judged segments, one dot each.",
    )


def _lead(rows: Sequence[tuple[Cell, ...]], blocks: Sequence[Block]) -> str:
    first = [row for row in rows if row[:2] == rows[0][:2] and isinstance(row[3], Estimate)]
    known = {str(row[2]): row[3].value for row in first if isinstance(row[3], Estimate)}
    length = known.pop("length", None)
    if not known:
        if blocks:
            return "No metric can be compared with people here; how far they agree is below."
        return "There are no metrics with human scores to compare them with."
    name = max(known, key=lambda key: known[key])
    lead = f"Per {rows[0][0]}, {name} follows {rows[0][1]} most, with a correlation of {known[name]:.2f}"
    return f"{lead}; mere length has {length:.2f}." if length is not None else f"{lead}."
