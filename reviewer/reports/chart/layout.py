"""A chart laid out: where every line, shape and text of it lies, for a given size."""

from collections.abc import Callable, Mapping
from typing import Final

from reviewer.domain.report import Chart, ChartKind
from reviewer.reports.chart.frame import Canvas
from reviewer.reports.chart.measure import Measure, estimate
from reviewer.reports.chart.plane import draw_histogram, draw_lines, draw_scatter
from reviewer.reports.chart.primitive import Anchor, Ink, Primitive
from reviewer.reports.chart.row import draw_bars, draw_heat, draw_intervals
from reviewer.reports.chart.scale import plain, ticks

__all__ = ["estimate", "is_empty", "layout", "preferred_height", "ticks"]

_DRAW: Final[Mapping[ChartKind, Callable[[Canvas], None]]] = {
    ChartKind.BARS: draw_bars,
    ChartKind.LINES: draw_lines,
    ChartKind.INTERVALS: draw_intervals,
    ChartKind.HEAT: draw_heat,
    ChartKind.HISTOGRAM: draw_histogram,
    ChartKind.SCATTER: draw_scatter,
}
_ROWS: Final = {ChartKind.BARS: 30.0, ChartKind.INTERVALS: 32.0, ChartKind.HEAT: 30.0}
_SHALLOW: Final = 64.0
_NOTHING: Final = "Nothing to show yet"


def layout(
    chart: Chart, width: float, height: float, measure_text: Measure = estimate
) -> tuple[Primitive, ...]:
    """Return what to draw, in order, inside `width` × `height` pixels.

    The title is left to whoever shows the chart. A chart without a value is one sentence.
    """
    canvas = Canvas(chart, width, height, measure_text)
    if is_empty(chart):
        shown = canvas.fit(_NOTHING, width)
        canvas.text(width / 2, height / 2 + 4, shown, ink=Ink.MUTED, anchor=Anchor.MIDDLE)
    else:
        _DRAW[chart.kind](canvas)
    return tuple(canvas.drawn)


def is_empty(chart: Chart) -> bool:
    """Return whether there is nothing to draw."""
    if chart.kind is ChartKind.SCATTER and len(chart.series) < 2:
        return True
    numbers = [plain(value) for series in chart.series for value in series.values]
    return not chart.categories or all(number is None for number in numbers)


def preferred_height(chart: Chart, width: float) -> float:
    """Return the height in pixels at which a chart of this width reads best."""
    if is_empty(chart):
        return _SHALLOW
    if chart.kind in _ROWS:
        legend = 0 if chart.kind is ChartKind.HEAT or len(chart.series) < 2 else 22
        return _SHALLOW + legend + _ROWS[chart.kind] * len(chart.categories)
    return max(220.0, min(340.0, width * 0.42))
