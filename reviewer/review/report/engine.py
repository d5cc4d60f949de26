"""Is one engine better than another, by how much, how surely, and on what."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.flag import Scale
from reviewer.domain.report import Block, Cell, Chart, ChartKind, Estimate, Section, Series, Table
from reviewer.review.report import column
from reviewer.review.report.difference import differences
from reviewer.review.report.estimate import Estimator
from reviewer.review.report.match import FEWEST_ITEMS, Shared, shared, without_references
from reviewer.review.report.material import Article, Material
from reviewer.review.report.measure import Measures
from reviewer.review.report.ranking import CRITERIA, Ranked, ranked, told
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.statistic.normalise import Rating, normalise
from reviewer.scoring.verdict import counted

_METRICS = (
    ("chrf++", Comparison.RECEIVED, column.good("chrf", "chrF++", "Received against reference.")),
    ("bleu", Comparison.RECEIVED, column.good("bleu", "BLEU-intl", "Received against reference.")),
    ("ter", Comparison.RECEIVED, column.bad("ter", "TER", "Received against reference.")),
    ("ter", Comparison.EDIT, column.bad("hter", "HTER", "Received against final.")),
)


def section(material: Material, measures: Measures, estimator: Estimator) -> Section:
    """Put together the section on engines."""
    systems = tuple(system for system in material.systems if system)
    blocks: list[Block] = [_table(material, measures, estimator)]
    if len(systems) < 2:
        return Section(id="engines", title="Engines", blocks=tuple(blocks), lead=_alone(systems))
    blocks += _by_dimension(material)
    common = shared(material, systems)
    if common.items < FEWEST_ITEMS:
        lead = (
            f"{len(systems)} engines have {counted(common.items, 'sentence')} in common: too few to compare "
            "them; the figures below are of different texts."
        )
        return Section(id="engines", title="Engines", blocks=tuple(blocks), lead=lead)
    rankings = [
        found
        for criterion in CRITERIA
        if (found := ranked(material, common, criterion, estimator)) is not None
    ]
    for each in rankings:
        blocks += each.blocks()
    table = differences(without_references(material, common), measures, estimator)
    if table is not None:
        blocks.append(table)
    lead = _lead(rankings, common, table)
    return Section(id="engines", title="Engines", blocks=tuple(blocks), lead=lead)


def _alone(systems: Sequence[str]) -> str:
    if not systems:
        return "No document says which engine translated it."
    return f"All documents are {systems[0]}’s: there is no other engine to compare it with."


def _lead(rankings: Sequence[Ranked], common: Shared, table: Table | None) -> str:
    where = f"over {common.items} shared sentences"
    if rankings:
        first = rankings[0]
        name = first.criterion.title
        if len(first.top) == 1:
            return f"{told(first.top)} is significantly better than all others by {name} {where}."
        if len(first.top) == len(first.systems):
            return f"No engine can be told from the others by {name} {where}."
        if len(first.top) > 3:
            number = f"{len(first.top)} of {len(first.systems)} engines"
            return f"{first.top[0]} is first by {name} {where}, in one cluster of {number}."
        return f"{told(first.top)} lead by {name} {where} and cannot be told apart."
    if table is not None:
        metric, best, *_ = table.rows[0]
        return f"{best} leads by {metric} {where}; nobody has judged them all."
    return f"{len(common.systems)} engines share {common.items} sentences, but nobody has judged them all."


def _table(material: Material, measures: Measures, estimator: Estimator) -> Table:
    starts = [0, *accumulate(len(article.rows) for article in material.articles)]
    normal = _normalised(material)
    rows: list[tuple[Cell, ...]] = []
    for system, articles in material.systems.items():
        places = [n for n, article in enumerate(material.articles) if article.document.system == system]
        ranges = [np.arange(starts[place], starts[place + 1]) for place in places]
        own = np.concatenate(ranges) if ranges else np.array([], dtype=np.int64)
        rows.append(
            (
                system or "not named",
                len(articles),
                len(own),
                sum(article.words for article in articles),
                estimator.npt(articles, material.profile),
                *_human(articles, estimator),
                normal.get(system),
                *(_metric(measures, name, comparison, own, estimator) for name, comparison, _ in _METRICS),
            )
        )
    unit = "documents, or segments where an engine has one document"
    return Table(
        id="engines",
        title="Scores by engine",
        columns=(
            column.text("system", "Engine"),
            column.count("documents", "Documents"),
            column.count("segments", "Segments"),
            column.count("words", "Words", "Of the received text."),
            column.bad("npt", "NPT received", "Points per 1,000 words."),
            column.bad("per_segment", "Points per segment", "Of annotated segments.", digits=2),
            column.good("esa", "ESA"),
            column.good("da", "DA"),
            column.good("z", "z", "ESA or DA with each judge’s mean and spread taken out.", digits=2),
            *(each for *_, each in _METRICS),
        ),
        rows=tuple(rows),
        note=f"Each engine on its own texts; 95 % bootstrap intervals over {unit}.",
    )


def _human(articles: Sequence[Article], estimator: Estimator) -> tuple[Cell, ...]:
    rows = [row for article in articles for row in article.rows]
    groups = [place for place, article in enumerate(articles) for _ in article.rows]
    return (
        estimator.mean([row.points if row.is_annotated else None for row in rows], groups),
        estimator.mean([row.judged(Scale.ESA) for row in rows], groups),
        estimator.mean([row.judged(Scale.DA) for row in rows], groups),
    )


def _normalised(material: Material) -> dict[str, float]:
    """Return each engine's mean z: of DA where anybody gave it, else of ESA."""
    for scale in (Scale.DA, Scale.ESA):
        ratings = [
            Rating(rater=each.judge, system=article.document.system, segment=(place, row), value=each.value)
            for place, article in enumerate(material.articles)
            for row, own in enumerate(article.rows)
            for each in own.judgements
            if each.scale is scale
        ]
        if ratings:
            return {str(system): value for system, value in normalise(ratings).systems.items()}
    return {}


def _metric(
    measures: Measures, name: str, comparison: Comparison, own: NDArray[np.int64], estimator: Estimator
) -> Estimate | None:
    measure = measures.get(name, comparison)
    if measure is None:
        return None
    is_own = np.isin(measure.rows, own)
    return estimator.estimate(measure.formula, measure.counts[is_own], measure.owners[is_own].tolist())


def _by_dimension(material: Material) -> tuple[Block, ...]:
    """Say what each engine is bad at: points per 1,000 words by dimension."""
    points: defaultdict[tuple[str, str], float] = defaultdict(float)
    sums: defaultdict[str, float] = defaultdict(float)
    words: defaultdict[str, float] = defaultdict(float)
    for article in material.articles:
        system = article.document.system
        words[system] += article.received.words
        for row in article.rows:
            for error in row.errors:
                dimension = error.type.partition("/")[0] or "not classified"
                points[system, dimension] += error.points
                sums[dimension] += error.points
    dimensions = sorted((name for name in sums if sums[name]), key=lambda name: -sums[name])
    systems = [system for system in material.systems if system and words[system]]
    if not dimensions or not systems:
        return ()
    values = [[1000 * points[system, name] / words[system] for name in dimensions] for system in systems]
    titles = [name.replace("-", " ").capitalize() for name in dimensions]
    table = Table(
        id="engines_by_dimension",
        title="Points per 1,000 words by engine and dimension",
        columns=(
            column.text("system", "Engine"),
            *(column.bad(name, title) for name, title in zip(dimensions, titles, strict=True)),
        ),
        rows=tuple((system, *own) for system, own in zip(systems, values, strict=True)),
        note="Received text, before the repeat rule; the columns that cost most first.",
    )
    chart = Chart(
        id="engines_by_dimension",
        title="What each engine is bad at",
        kind=ChartKind.HEAT,
        categories=tuple(systems),
        series=tuple(
            Series(title=title, values=tuple(own))
            for title, own in zip(titles, zip(*values, strict=True), strict=True)
        ),
        summary=f"Most points are lost to {titles[0].lower()}.",
    )
    return (table, chart)
