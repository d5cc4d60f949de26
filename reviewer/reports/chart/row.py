"""Charts with a row for each category: bars, intervals with their clusters, heat maps."""

import math
from itertools import pairwise

from reviewer.domain.report import Estimate
from reviewer.reports.chart.frame import (
    SIZE,
    SMALL,
    Canvas,
    bottom_axis,
    label_room,
    legend,
    look,
    marker,
    x_title,
    y_title,
)
from reviewer.reports.chart.primitive import Anchor, Ink, Line, Path, Rect
from reviewer.reports.chart.scale import Scale, ends, extent, plain, ticks, whole_ticks
from reviewer.reports.text import cell, one_line

_FOOT = 24.0
_TITLE = 18.0
_DEEPEST = 0.42
"""How strong a cell is coloured at most; numbers stay readable on it."""


def draw_bars(canvas: Canvas) -> None:
    """Draw one bar a category, its series end to end; the sum at its end."""
    chart = canvas.chart
    top = legend(canvas)
    bottom = canvas.height - _FOOT - (_TITLE if chart.x_title else 0)
    sums = [_reach(canvas, index) for index in range(len(chart.categories))]
    low, high = min(*(s[0] for s in sums), 0.0), max(s[1] for s in sums)
    is_whole = all(isinstance(v, int) for s in chart.series for v in s.values if v is not None)
    marks = whole_ticks(high) if is_whole and low == 0 else ticks(low, max(high, 0.0))
    left = label_room(canvas)
    sum_room = max(canvas.wide(canvas.value(total), SMALL) for _, _, total in sums) + 12
    scale = Scale(marks[0], marks[-1], left, canvas.width - sum_room)
    bottom_axis(canvas, marks, scale, top, bottom)
    x_title(canvas, left, scale.end)
    row = (bottom - top) / len(chart.categories)
    thick = min(20.0, row * 0.66)
    for index, name in enumerate(chart.categories):
        middle = top + row * (index + 0.5)
        canvas.label(left - 10, middle + 4, name, left - 12)
        _bar(canvas, index, scale, middle - thick / 2, thick)
        reach = scale(sums[index][1])
        canvas.text(reach + 6, middle + 4, canvas.value(sums[index][2]), size=SMALL, ink=Ink.MUTED)
    canvas.drawn.append(Line(x1=scale(0), y1=top, x2=scale(0), y2=bottom, ink=Ink.MUTED))


def _reach(canvas: Canvas, index: int) -> tuple[float, float, float]:
    values = [plain(series.values[index]) or 0.0 for series in canvas.chart.series]
    return sum(v for v in values if v < 0), sum(v for v in values if v > 0), sum(values)


def _bar(canvas: Canvas, index: int, scale: Scale, y: float, thick: float) -> None:
    above = below = 0.0
    for number, series in enumerate(canvas.chart.series):
        value = plain(series.values[index])
        if not value:
            continue
        start = above if value > 0 else below
        above, below = (above + value, below) if value > 0 else (above, below + value)
        x1, x2 = sorted((scale(start), scale(start + value)))
        drawn = look(series, number)
        canvas.drawn.append(
            Rect(
                x=x1 + 0.5,
                y=y,
                width=max(x2 - x1 - 1.5, 0.8),
                height=thick,
                fill=drawn.ink,
                opacity=drawn.opacity,
                stroke=drawn.ink,
                radius=1.5,
                title=f"{one_line(canvas.chart.categories[index])}, {one_line(series.title)}: "
                f"{canvas.value(value)}",
            )
        )


def draw_intervals(canvas: Canvas) -> None:
    """Draw one dot with its interval a category; brackets at the right hold the clusters together."""
    chart = canvas.chart
    top = legend(canvas, is_line=True)
    bottom = canvas.height - _FOOT - (_TITLE if chart.x_title else 0)
    found = extent(value for series in chart.series for value in series.values) or (0.0, 1.0)
    marks = ticks(*found)
    left = label_room(canvas)
    right = canvas.width - (84 if chart.groups else 14)
    scale = Scale(marks[0], marks[-1], left + 6, right)
    bottom_axis(canvas, marks, scale, top, bottom)
    x_title(canvas, left, right)
    row = (bottom - top) / len(chart.categories)
    for index, name in enumerate(chart.categories):
        middle = top + row * (index + 0.5)
        canvas.label(left - 10, middle + 4, name, left - 12)
        for number in range(len(chart.series)):
            shift = (number - (len(chart.series) - 1) / 2) * min(10.0, row / (len(chart.series) + 1))
            _interval(canvas, index, number, scale, middle + shift)
    _clusters(canvas, top, row, right)


def _interval(canvas: Canvas, index: int, number: int, scale: Scale, y: float) -> None:
    series = canvas.chart.series[number]
    value = series.values[index]
    middle, drawn = plain(value), look(series, number)
    if middle is None:
        canvas.text(scale.start, y + 4, "no figure", size=SMALL, ink=Ink.MUTED)
        return
    if between := ends(value):
        x1, x2 = map(scale, between)
        canvas.drawn.append(Line(x1=x1, y1=y, x2=x2, y2=y, ink=drawn.ink, width=2))
        canvas.drawn += [Line(x1=x, y1=y - 4, x2=x, y2=y + 4, ink=drawn.ink, width=1.5) for x in (x1, x2)]
    written = cell(value, canvas.chart.unit, canvas.chart.digits)
    canvas.drawn.append(
        marker(scale(middle), y, 4.5, drawn, f"{one_line(canvas.chart.categories[index])}: {written}")
    )


def _clusters(canvas: Canvas, top: float, row: float, right: float) -> None:
    groups = canvas.chart.groups
    if not groups:
        return
    borders = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(groups)) if a != b), len(groups)]
    for first, last in pairwise(borders):
        y1, y2, x = top + row * first + 4, top + row * last - 4, right + 12
        points = ((x - 4, y1), (x, y1), (x, y2), (x - 4, y2))
        canvas.drawn.append(Path(points=points, stroke=Ink.MUTED, width=1.25))
        canvas.text(x + 6, (y1 + y2) / 2 + 4, f"Cluster {groups[first]}", size=SMALL, ink=Ink.MUTED)
        if first:
            y = top + row * first
            canvas.drawn.append(Line(x1=0, y1=y, x2=right, y2=y, ink=Ink.HAIRLINE, dash=(3, 3)))


def draw_heat(canvas: Canvas) -> None:
    """Draw a matrix, the categories down, the series across, each number in its cell."""
    chart = canvas.chart
    left, top = label_room(canvas), y_title(canvas, 0) + 24
    bottom = canvas.height - 4 - (_TITLE if chart.x_title else 0)
    width = (canvas.width - left) / max(len(chart.series), 1)
    row = (bottom - top) / len(chart.categories)
    found = extent(value for series in chart.series for value in series.values) or (0.0, 1.0)
    largest = max(abs(found[0]), abs(found[1])) or 1.0
    for number, series in enumerate(chart.series):
        x = left + width * number
        shown = canvas.fit(series.title, width - 6, SMALL)
        canvas.text(
            x + width / 2, top - 8, shown, size=SMALL, ink=Ink.MUTED, anchor=Anchor.MIDDLE, title=series.title
        )
        for index in range(len(chart.categories)):
            _cell(canvas, index, number, Rect(x=x, y=top + row * index, width=width, height=row), largest)
    for index, name in enumerate(chart.categories):
        canvas.label(left - 10, top + row * (index + 0.5) + 4, name, left - 12)
    x_title(canvas, left, canvas.width)


def _cell(canvas: Canvas, index: int, number: int, place: Rect, largest: float) -> None:
    series = canvas.chart.series[number]
    raw = series.values[index]
    value = plain(raw)
    ink = Ink.ACCENT if series.severity is None else look(series, number).ink
    strength = 0.0 if value is None else math.sqrt(abs(value) / largest) * _DEEPEST
    inside = f"{one_line(canvas.chart.categories[index])}, {one_line(series.title)}"
    whole = cell(raw if isinstance(raw, Estimate) else value, canvas.chart.unit, canvas.chart.digits)
    canvas.drawn.append(
        Rect(
            x=place.x + 1,
            y=place.y + 1,
            width=max(place.width - 2, 1),
            height=max(place.height - 2, 1),
            fill=ink if strength else Ink.PANEL,
            opacity=strength or 1.0,
            radius=2,
            title=f"{inside}: {whole}",
        )
    )
    shown = "·" if not value else canvas.fit(canvas.value(value), place.width - 4)
    canvas.text(
        place.x + place.width / 2,
        place.y + place.height / 2 + 4,
        shown if value is not None else "–",
        size=SIZE if place.height >= 16 else SMALL,
        ink=Ink.TEXT if value else Ink.MUTED,
        anchor=Anchor.MIDDLE,
    )
