"""Charts with an upright axis: lines over time, histograms, scatter plots."""

from collections.abc import Sequence

from reviewer.reports.chart.frame import (
    SMALL,
    Canvas,
    Look,
    legend,
    look,
    marker,
    side_axis,
    side_room,
    x_title,
    y_title,
)
from reviewer.reports.chart.primitive import Anchor, Circle, Ink, Line, Path, Rect
from reviewer.reports.chart.scale import Scale, ends, extent, plain, ticks, whole_ticks
from reviewer.reports.text import cell, one_line

_FOOT = 24.0
_TITLE = 18.0


def _bottom(canvas: Canvas) -> float:
    return canvas.height - _FOOT - (_TITLE if canvas.chart.x_title else 0)


def draw_lines(canvas: Canvas) -> None:
    """Draw one line a series, with a band where its values are estimates; gaps stay open."""
    chart = canvas.chart
    top, bottom = y_title(canvas, legend(canvas, is_line=True)) + 6, _bottom(canvas)
    found = extent(value for series in chart.series for value in series.values) or (0.0, 1.0)
    marks = ticks(*found)
    left = side_room(canvas, marks)
    right = canvas.width - 12
    upright = Scale(marks[0], marks[-1], bottom, top)
    side_axis(canvas, marks, upright, left, right)
    last = max(len(chart.categories) - 1, 1)
    across = Scale(0, last, left + 12, right - 12)
    if len(chart.categories) == 1:
        across = Scale(-1, 1, left + 12, right - 12)
    _names_below(canvas, across, bottom)
    x_title(canvas, left, right)
    for number, series in enumerate(chart.series):
        for run in _runs(series.values):
            band = [(n, between) for n in run if (between := ends(series.values[n]))]
            points = [(across(n), upright(high)) for n, (_, high) in band]
            points += [(across(n), upright(low)) for n, (low, _) in reversed(band)]
            if len(band) > 1:
                ink = look(series, number).ink
                canvas.drawn.append(Path(points=tuple(points), fill=ink, opacity=0.13, is_closed=True))
    for number in range(len(chart.series)):
        _line(canvas, number, across, upright)


def _runs(values: Sequence[object]) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(index)
    return [run for run in runs if run]


def _line(canvas: Canvas, number: int, across: Scale, upright: Scale) -> None:
    series, drawn = canvas.chart.series[number], look(canvas.chart.series[number], number)
    values = [plain(value) for value in series.values]
    for run in _runs(values):
        points = tuple((across(n), upright(value)) for n in run if (value := values[n]) is not None)
        if len(points) > 1:
            canvas.drawn.append(Path(points=points, stroke=drawn.ink, width=2, dash=drawn.dash))
        for n, (x, y) in zip(run, points, strict=True):
            written = cell(series.values[n], canvas.chart.unit, canvas.chart.digits)
            said = f"{one_line(canvas.chart.categories[n])}, {one_line(series.title)}: {written}"
            canvas.drawn.append(marker(x, y, 3.5 if len(values) <= 60 else 2.0, drawn, said))


def _names_below(canvas: Canvas, across: Scale, bottom: float) -> None:
    """Name as many places as have room; the first and the last stay inside the picture."""
    names = canvas.chart.categories
    widest = max((canvas.wide(name, SMALL) for name in names), default=0.0)
    step = across(1) - across(0)
    room = min(widest, max(step - 8, 72.0))
    every = max(1, -int(-(room + 10) // max(step, 0.1)))
    for index in range(0, len(names), every):
        shown = canvas.fit(names[index], room, SMALL)
        half = canvas.wide(shown, SMALL) / 2
        x = min(max(across(index), half), canvas.width - half)
        canvas.text(
            x, bottom + 16, shown, size=SMALL, ink=Ink.MUTED, anchor=Anchor.MIDDLE, title=names[index]
        )


def draw_histogram(canvas: Canvas) -> None:
    """Draw a bar over each bin between two edges, several series side by side."""
    chart = canvas.chart
    top, bottom = y_title(canvas, legend(canvas)) + 6, _bottom(canvas)
    bins = max((len(series.values) for series in chart.series), default=0)
    found = extent(value for series in chart.series for value in series.values) or (0.0, 1.0)
    is_whole = all(isinstance(v, int) for s in chart.series for v in s.values if v is not None)
    marks = whole_ticks(found[1]) if is_whole else ticks(min(found[0], 0), found[1])
    left, right = side_room(canvas, marks), canvas.width - 14
    upright, across = Scale(marks[0], marks[-1], bottom, top), Scale(0, max(bins, 1), left, right)
    side_axis(canvas, marks, upright, left, right)
    part = (across(1) - across(0)) / max(len(chart.series), 1)
    for number, series in enumerate(chart.series):
        for index, value in enumerate(map(plain, series.values)):
            if value:
                x = across(index) + part * number
                y1, y2 = sorted((upright(value), upright(0)))
                said = " to ".join(map(one_line, chart.categories[index : index + 2]))
                _column(canvas, Rect(x=x, y=y1, width=part, height=y2 - y1, title=said), number, value)
    _names_below(canvas, across, bottom)
    x_title(canvas, left, right)


def _column(canvas: Canvas, place: Rect, number: int, value: float) -> None:
    drawn = look(canvas.chart.series[number], number)
    canvas.drawn.append(
        Rect(
            x=place.x + 0.75,
            y=place.y,
            width=max(place.width - 1.5, 0.8),
            height=place.height,
            fill=drawn.ink,
            opacity=drawn.opacity,
            stroke=drawn.ink,
            title=f"{place.title}: {canvas.value(value)}",
        )
    )


def draw_scatter(canvas: Canvas) -> None:
    """Draw a point for each pair of the first two series; names where few points leave room."""
    chart = canvas.chart
    points = [
        (plain(x), plain(y), name)
        for x, y, name in zip(chart.series[0].values, chart.series[1].values, chart.categories, strict=False)
    ]
    pairs = [(x, y, name) for x, y, name in points if x is not None and y is not None]
    top, bottom = y_title(canvas, 0) + 6, _bottom(canvas)
    x_marks = ticks(*(extent(x for x, _, _ in pairs) or (0.0, 1.0)))
    y_marks = ticks(*(extent(y for _, y, _ in pairs) or (0.0, 1.0)))
    left, right = side_room(canvas, y_marks), canvas.width - 24
    across, upright = Scale(x_marks[0], x_marks[-1], left, right), Scale(y_marks[0], y_marks[-1], bottom, top)
    side_axis(canvas, y_marks, upright, left, right)
    for mark in x_marks:
        x = across(mark)
        canvas.drawn.append(Line(x1=x, y1=top, x2=x, y2=bottom, ink=Ink.HAIRLINE))
        canvas.text(
            x, bottom + 16, canvas.tick(mark, x_marks), size=SMALL, ink=Ink.MUTED, anchor=Anchor.MIDDLE
        )
    x_title(canvas, left, right)
    taken: list[tuple[float, float, float, float]] = []
    placed = [(across(x), upright(y), name, (x, y)) for x, y, name in pairs]
    taken += [(x - 5, y - 5, x + 5, y + 5) for x, y, _, _ in placed]
    for x, y, name, values in placed:
        said = f"{one_line(name)}: {canvas.value(values[0])}, {canvas.value(values[1])}"
        if len(placed) > 200:
            canvas.drawn.append(Circle(x=x, y=y, radius=1.5, fill=Ink.ACCENT, title=said))
        else:
            canvas.drawn.append(marker(x, y, 4, Look(Ink.ACCENT, 1, (), 0), said))
        if len(placed) <= 24:
            _point_name(canvas, x, y, name, taken)


def _point_name(
    canvas: Canvas, x: float, y: float, name: str, taken: list[tuple[float, float, float, float]]
) -> None:
    shown = canvas.fit(name, 150, SMALL)
    width = canvas.wide(shown, SMALL)
    for dx, dy in ((8, 4), (-8 - width, 4), (-width / 2, -9), (-width / 2, 18)):
        box = (x + dx, y + dy - 11, x + dx + width, y + dy + 4)
        is_inside = box[0] >= 0 and box[2] <= canvas.width and box[1] >= 0 and box[3] < _bottom(canvas)
        if is_inside and not any(_meet(box, other) for other in taken):
            taken.append(box)
            canvas.text(x + dx, y + dy, shown, size=SMALL, title=name)
            return


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
