"""How the figures move over time, by day or by week."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from reviewer.domain.report import Block, Cell, Chart, ChartKind, Section, Series, Table
from reviewer.domain.score import Verdict
from reviewer.review.report import column
from reviewer.review.report.material import Article, Material
from reviewer.review.report.measure import Measures
from reviewer.scoring.comparison import Comparison

_DAYS = 45
"""A longer time is told by weeks."""


def section(material: Material, measures: Measures) -> Section:
    """Put together the section on the time the documents span."""
    dated = [place for place, article in enumerate(material.articles) if article.day is not None]
    days = [day for article in material.articles if (day := article.day) is not None]
    if len(set(days)) < 2:
        when = f" on one day, {days[0]}" if days else " without a date"
        lead = f"All documents are{when}: there is no trend to show."
        return Section(id="trend", title="Trend", blocks=(), lead=lead)
    is_weekly = (max(days) - min(days)).days > _DAYS
    periods: defaultdict[date, list[int]] = defaultdict(list)
    for place, day in zip(dated, days, strict=True):
        periods[day - timedelta(days=day.weekday()) if is_weekly else day].append(place)
    periods_in_order = dict(sorted(periods.items()))
    table = _table(material, measures, periods_in_order, is_weekly=is_weekly)
    blocks: tuple[Block, ...] = (table, *_charts(table, is_weekly=is_weekly))
    return Section(id="trend", title="Trend", blocks=blocks, lead=_lead(table, is_weekly=is_weekly))


def _table(
    material: Material, measures: Measures, periods: dict[date, list[int]], *, is_weekly: bool
) -> Table:
    return Table(
        id="trend",
        title=f"By {'week' if is_weekly else 'day'}",
        columns=(
            column.day("day", "Week of" if is_weekly else "Day"),
            column.count("documents", "Documents"),
            column.count("signed", "Signed off"),
            column.count("passed", "Pass", "Final text."),
            column.count("words", "Words", "Of the received text."),
            column.bad("npt", "NPT received"),
            column.bad("npt_left", "NPT final"),
            column.bad("hter", "HTER"),
            column.good("esa", "ESA"),
        ),
        rows=tuple(_row(material, measures, day, places) for day, places in periods.items()),
        note="Documents by the day of their sign-off, else of their arrival, in UTC"
        + ("; weeks begin on Monday." if is_weekly else "."),
    )


def _row(material: Material, measures: Measures, day: date, places: Sequence[int]) -> tuple[Cell, ...]:
    articles = [material.articles[place] for place in places]
    return (
        day,
        len(articles),
        sum(article.document.is_signed for article in articles),
        sum(article.final.verdict is Verdict.PASS for article in articles),
        sum(article.words for article in articles),
        _npt(articles, material.profile.short_words, is_final=False),
        _npt(articles, material.profile.short_words, is_final=True),
        measures.of_articles("ter", Comparison.EDIT, places),
        mean_esa(articles),
    )


def _npt(articles: Sequence[Article], least: float, *, is_final: bool) -> float | None:
    scores = [article.final if is_final else article.received for article in articles]
    words = sum(score.words for score in scores)
    if not words or words < least or not any(article.done for article in articles):
        return None
    return 1000 * sum(score.penalty for score in scores) / words


def mean_esa(articles: Sequence[Article]) -> float | None:
    """Return the mean over judged segments, or over judged documents where no segment was judged."""
    judged = [article.esa for article in articles if article.esa.value is not None]
    segments = sum(score.judged for score in judged)
    if segments:
        return sum((score.value or 0.0) * score.judged for score in judged) / segments
    return sum(score.value or 0.0 for score in judged) / len(judged) if judged else None


def _charts(table: Table, *, is_weekly: bool) -> tuple[Chart, ...]:
    days = tuple(str(row[0]) for row in table.rows)
    wanted = (
        ("trend_npt", "Penalty points per 1,000 words", ("npt", "npt_left")),
        ("trend_hter", "Share of words changed (HTER)", ("hter",)),
        ("trend_esa", "ESA", ("esa",)),
        ("trend_documents", "Documents", ("documents", "signed")),
    )
    return tuple(
        chart
        for chart_id, title, columns in wanted
        if (chart := _chart(table, chart_id, title, columns, days, is_weekly=is_weekly)) is not None
    )


def _chart(
    table: Table, chart_id: str, title: str, columns: Sequence[str], days: tuple[str, ...], *, is_weekly: bool
) -> Chart | None:
    ids = [each.id for each in table.columns]
    series = []
    for name in columns:
        values = tuple(_number(row[ids.index(name)]) for row in table.rows)
        if any(value is not None for value in values):
            series.append(Series(title=table.columns[ids.index(name)].title, values=values))
    if not series:
        return None
    return Chart(
        id=chart_id,
        title=title,
        kind=ChartKind.LINES,
        categories=days,
        series=tuple(series),
        unit=table.columns[ids.index(columns[0])].unit,
        x_title="Week of" if is_weekly else "Day",
        y_title=title,
        summary="; ".join(_course(each, days) for each in series) + ".",
    )


def _number(cell: Cell) -> float | int | None:
    return cell if isinstance(cell, int | float) else None


def _course(series: Series, days: tuple[str, ...]) -> str:
    known = [
        (day, value) for day, value in zip(days, series.values, strict=True) if isinstance(value, int | float)
    ]
    (first_day, first), (last_day, last) = known[0], known[-1]
    if len(known) == 1:
        return f"{series.title} is {last:,.4g} ({last_day})"
    return f"{series.title} from {first:,.4g} ({first_day}) to {last:,.4g} ({last_day})"


def _lead(table: Table, *, is_weekly: bool) -> str:
    ids = [each.id for each in table.columns]
    period = "week" if is_weekly else "day"
    known = [row for row in table.rows if isinstance(row[ids.index("npt")], int | float)]
    if len(known) < 2:
        return f"{len(table.rows)} {period}s with documents, too little reviewed on them to tell a trend."
    first, last = _number(known[0][ids.index("npt")]) or 0, _number(known[-1][ids.index("npt")]) or 0
    moved = "rose" if last > first else "fell" if last < first else "stayed"
    return (
        f"Penalty points per 1,000 received words {moved} from {first:.1f} in the first {period} "
        f"to {last:.1f} in the last."
        if moved != "stayed"
        else f"Penalty points per 1,000 received words are {last:.1f} in the first {period} as in the last."
    )
