"""Charts of a workbook, with their figures in cells that can be changed."""

from typing import Any, Final

from reviewer.domain.report import Chart, ChartKind
from reviewer.reports.chart.frame import look
from reviewer.reports.chart.palette import LIGHT
from reviewer.reports.chart.scale import ends, plain
from reviewer.reports.text import one_line
from reviewer.reports.workbook.grid import Book, number_format

_KINDS: Final[dict[ChartKind, dict[str, str]]] = {
    ChartKind.BARS: {"type": "bar", "subtype": "stacked"},
    ChartKind.LINES: {"type": "line"},
    ChartKind.INTERVALS: {"type": "line"},
    ChartKind.HISTOGRAM: {"type": "column"},
    ChartKind.SCATTER: {"type": "scatter"},
}
_ROWS: Final = 19
"""Rows of the sheet that one chart covers, its gap included."""


class ChartSheets:
    """The sheet of the charts and the sheet of their figures, filled from top to bottom."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._pictures = book.sheet("Charts")
        self._figures = book.sheet("Chart figures")
        self._pictures.hide_gridlines(2)
        self._figures.set_column(0, 0, 32)
        self._row = 0
        self._placed = 0

    def add(self, chart: Chart) -> None:
        """Write a chart's figures, and draw it where the workbook knows its kind; a heat map is its cells."""
        top = self._row
        self._write(chart, top)
        self._row = top + len(chart.categories) + 4
        if chart.kind is ChartKind.HEAT:
            self._tint(chart, top + 2)
        elif chart.kind is not ChartKind.SCATTER or len(chart.series) > 1:
            self._pictures.insert_chart(self._placed * _ROWS, 0, self._drawn(chart, top + 2))
            self._placed += 1

    def _write(self, chart: Chart, top: int) -> None:
        book, sheet = self._book, self._figures
        book.text(sheet, top, 0, chart.title, "heading")
        for number, series in enumerate(chart.series):
            column = 1 + 3 * number
            for shift, title in enumerate((series.title, "below", "above")):
                book.text(sheet, top + 1, column + shift, title, "number_head")
            for index, value in enumerate(series.values):
                book.value(sheet, top + 2 + index, column, value, unit=chart.unit, digits=chart.digits)
                middle, between = plain(value), ends(value)
                if middle is not None and between:
                    sides = (middle - between[0], between[1] - middle)
                    for shift, side in enumerate(sides, start=1):
                        book.value(
                            sheet, top + 2 + index, column + shift, side, unit=chart.unit, digits=chart.digits
                        )
        for index, name in enumerate(chart.categories):
            book.text(sheet, top + 2 + index, 0, name)

    def _tint(self, chart: Chart, first: int) -> None:
        last = first + len(chart.categories) - 1
        for number, series in enumerate(chart.series):
            colour = LIGHT[look(series, number).ink] if series.severity else "#3450b8"
            scale: dict[str, str | int] = {
                "type": "2_color_scale",
                "min_color": "#ffffff",
                "max_color": colour,
            }
            scale |= {"min_type": "num", "min_value": 0}
            self._figures.conditional_format(first, 1 + 3 * number, last, 1 + 3 * number, scale)

    def _drawn(self, chart: Chart, first: int) -> Any:  # noqa: ANN401 - a class for each kind
        drawn = self._book.workbook.add_chart(_KINDS[chart.kind])
        for number in range(1 if chart.kind is ChartKind.SCATTER else len(chart.series)):
            drawn.add_series(self._series(chart, number, first))
        drawn.set_title({"name": one_line(chart.title)[:200], "name_font": {"size": 12}, "overlay": False})
        form = number_format(0.5, chart.unit, chart.digits)
        values: dict[str, Any] = {"num_format": form, "major_gridlines": {"visible": True}}
        names: dict[str, Any] = {}
        titles = {"x": one_line(chart.x_title)[:200], "y": one_line(chart.y_title)[:200]}
        names["name"], values["name"] = titles["x"], titles["y"]
        if chart.kind is ChartKind.BARS:
            names = {"name": titles["y"], "reverse": True}
            values["name"] = titles["x"]
        if chart.kind is ChartKind.INTERVALS:
            names, values["name"] = {}, titles["x"]
        drawn.set_x_axis(names)
        drawn.set_y_axis(values)
        if len(chart.series) == 1 or chart.kind is ChartKind.SCATTER:
            drawn.set_legend({"none": True})
        else:
            drawn.set_legend({"position": "top"})
        drawn.set_size({"width": 760, "height": 350})
        return drawn

    def _series(self, chart: Chart, number: int, first: int) -> dict[str, Any]:
        sheet, last = self._figures.get_name(), first + max(len(chart.categories), 1) - 1
        column = 1 + 3 * number
        colour = LIGHT[look(chart.series[number], number).ink]
        made: dict[str, Any] = {
            "name": [sheet, first - 1, column],
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, column, last, column],
            "fill": {"color": colour},
            "line": {"color": colour, "width": 2},
        }
        if chart.kind is ChartKind.SCATTER:
            made["categories"], made["values"] = [sheet, first, 1, last, 1], [sheet, first, 4, last, 4]
        if chart.kind is ChartKind.HISTOGRAM:
            made["gap"] = 4
        if chart.kind in {ChartKind.INTERVALS, ChartKind.SCATTER, ChartKind.LINES}:
            made["marker"] = {
                "type": "circle",
                "size": 6,
                "fill": {"color": colour},
                "border": {"none": True},
            }
        if chart.kind is not ChartKind.LINES:
            made["line"] = {"none": True} if "marker" in made else {"color": colour}
        if any(ends(value) for value in chart.series[number].values):
            made["y_error_bars"] = self._bars(chart, number, first)
        return made

    def _bars(self, chart: Chart, number: int, first: int) -> dict[str, Any]:
        last, column = first + len(chart.categories) - 1, 1 + 3 * number
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415 - heavy, and only wanted here

        below, above = (
            f"='{self._figures.get_name()}'!{xl_range_abs(first, column + shift, last, column + shift)}"
            for shift in (1, 2)
        )
        pairs = [(plain(value), ends(value)) for value in chart.series[number].values]
        return {
            "type": "custom",
            "minus_values": below,
            "plus_values": above,
            "minus_data": [m - e[0] if m is not None and e else 0 for m, e in pairs],
            "plus_data": [e[1] - m if m is not None and e else 0 for m, e in pairs],
        }
