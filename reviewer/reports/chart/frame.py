"""What all charts share: a canvas to draw on, the inks of the series, the legend, the axes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reviewer.domain.flag import Severity
from reviewer.domain.report import Chart, Series, Unit
from reviewer.reports.chart.measure import Measure, elided
from reviewer.reports.chart.primitive import Anchor, Circle, Ink, Line, Path, Primitive, Rect, Text
from reviewer.reports.chart.scale import Scale, tick_digits
from reviewer.reports.text import number, one_line

SIZE: Final = 12.0
SMALL: Final = 11.0
_CYCLE: Final = (Ink.ACCENT, Ink.DONE, Ink.FINDING, Ink.MUTED)
_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (6, 3), (2, 3), (8, 3, 2, 3))
_OPACITY: Final = {Severity.CRITICAL: 1.0, Severity.MAJOR: 0.75, Severity.MINOR: 0.4, Severity.NEUTRAL: 0.0}


@dataclass(frozen=True, slots=True)
class Look:
    """How one series is told from the others: by colour, and by form too."""

    ink: Ink
    opacity: float
    dash: tuple[float, ...]
    shape: int


def look(series: Series, index: int) -> Look:
    """Return a series' look; severities are always drawn alike."""
    if series.severity is not None:
        rank = series.severity.rank
        return Look(Ink(series.severity.value), _OPACITY[series.severity], _DASHES[3 - rank], rank)
    return Look(_CYCLE[index % 4], (0.85, 0.5, 0.25, 0.0)[index % 4], _DASHES[index % 4], index % 4)


@dataclass(slots=True)
class Canvas:
    """Collects what is drawn for one chart of a given size."""

    chart: Chart
    width: float
    height: float
    measure: Measure
    drawn: list[Primitive] = field(default_factory=list)

    def fit(self, text: str, width: float, size: float = SIZE, *, is_bold: bool = False) -> str:
        """Return as much of a text as has room."""
        return elided(one_line(text), max(width, 0), size, self.measure, is_bold=is_bold)

    def wide(self, text: str, size: float = SIZE, *, is_bold: bool = False) -> float:
        """Return the width of a text in pixels."""
        return self.measure(one_line(text), size, is_bold)

    def value(self, amount: float) -> str:
        """Write a value as the chart has it."""
        return number(amount, self.chart.unit, self.chart.digits)

    def tick(self, amount: float, marks: Sequence[float]) -> str:
        """Write a value at the axis with no more decimals than tell the marks apart."""
        if self.chart.unit is Unit.PERCENT:
            return number(amount, Unit.PERCENT, tick_digits([100 * mark for mark in marks]))
        if self.chart.unit is Unit.SECONDS:
            return number(amount, Unit.SECONDS)
        return number(amount, Unit.NUMBER, tick_digits(marks))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        ink: Ink = Ink.TEXT,
        anchor: Anchor = Anchor.START,
        is_bold: bool = False,
        title: str = "",
    ) -> None:
        """Draw a line of text on the baseline y."""
        self.drawn.append(
            Text(x=x, y=y, text=text, size=size, ink=ink, anchor=anchor, is_bold=is_bold, title=title)
        )

    def label(
        self, x: float, y: float, text: str, room: float, *, anchor: Anchor = Anchor.END, size: float = SIZE
    ) -> None:
        """Draw a category's name, shortened to its room; the whole is said when pointed at."""
        whole = one_line(text)
        shown = self.fit(whole, room, size)
        self.text(x, y, shown, anchor=anchor, size=size, title="" if shown == whole else whole)


def key(canvas: Canvas, series: Series, index: int, x: float, y: float, *, is_line: bool) -> None:
    """Draw the sample of a series that stands in the legend, 14 pixels wide around y."""
    drawn = look(series, index)
    if is_line:
        canvas.drawn.append(Line(x1=x, y1=y, x2=x + 14, y2=y, ink=drawn.ink, width=2, dash=drawn.dash))
        canvas.drawn.append(marker(x + 7, y, 3.5, drawn))
    else:
        canvas.drawn.append(
            Rect(
                x=x + 1, y=y - 5, width=12, height=10, fill=drawn.ink, opacity=drawn.opacity, stroke=drawn.ink
            )
        )


def legend(canvas: Canvas, *, is_line: bool = False) -> float:
    """Draw the names of several series, in as many rows as they need; return the y below them."""
    if len(canvas.chart.series) < 2:
        return 4.0
    x, y = 0.0, 12.0
    for index, series in enumerate(canvas.chart.series):
        name = canvas.fit(series.title, min(220, canvas.width - 20))
        needed = 20 + canvas.wide(name) + 20
        if x and x + needed - 20 > canvas.width:
            x, y = 0.0, y + 20
        key(canvas, series, index, x, y - 4, is_line=is_line)
        canvas.text(x + 20, y, name)
        x += needed
    return y + 14


def marker(x: float, y: float, radius: float, drawn: Look, title: str = "") -> Primitive:
    """Return a point's sign: disc, square, triangle, or ring."""
    if drawn.shape == 1:
        side = radius * 0.9
        return Rect(x=x - side, y=y - side, width=2 * side, height=2 * side, fill=drawn.ink, title=title)
    if drawn.shape == 2:
        points = ((x, y - radius * 1.2), (x + radius * 1.15, y + radius), (x - radius * 1.15, y + radius))
        return Path(points=points, fill=drawn.ink, is_closed=True, title=title)
    if drawn.shape == 3:
        return Circle(x=x, y=y, radius=radius, fill=Ink.PAPER, stroke=drawn.ink, width=1.5, title=title)
    return Circle(x=x, y=y, radius=radius, fill=drawn.ink, title=title)


def bottom_axis(canvas: Canvas, marks: Sequence[float], scale: Scale, top: float, bottom: float) -> None:
    """Draw upright grid lines with their values below, and the axis's title below these."""
    room = abs(scale(marks[1]) - scale(marks[0])) if len(marks) > 1 else canvas.width
    widest = max(canvas.wide(canvas.tick(mark, marks), SMALL) for mark in marks)
    every = 1 + int((widest + 8) // max(room, 1))
    for index, mark in enumerate(marks):
        x = scale(mark)
        ink = Ink.MUTED if mark == 0 else Ink.HAIRLINE
        canvas.drawn.append(Line(x1=x, y1=top, x2=x, y2=bottom, ink=ink))
        if index % every == 0:
            canvas.text(
                x, bottom + 16, canvas.tick(mark, marks), size=SMALL, ink=Ink.MUTED, anchor=Anchor.MIDDLE
            )


def side_axis(canvas: Canvas, marks: Sequence[float], scale: Scale, left: float, right: float) -> None:
    """Draw level grid lines with their values at the left."""
    for mark in marks:
        y = scale(mark)
        ink = Ink.MUTED if mark == 0 else Ink.HAIRLINE
        canvas.drawn.append(Line(x1=left, y1=y, x2=right, y2=y, ink=ink))
        canvas.text(left - 8, y + 4, canvas.tick(mark, marks), size=SMALL, ink=Ink.MUTED, anchor=Anchor.END)


def side_room(canvas: Canvas, marks: Sequence[float]) -> float:
    """Return how much room the values of a side axis take."""
    return max(canvas.wide(canvas.tick(mark, marks), SMALL) for mark in marks) + 12


def label_room(canvas: Canvas, share: float = 0.38) -> float:
    """Return how much room the names of the categories take at the left, at most a share of the width."""
    widest = max((canvas.wide(name) for name in canvas.chart.categories), default=0.0)
    return min(widest + 12, canvas.width * share)


def x_title(canvas: Canvas, left: float, right: float) -> None:
    """Draw the title of the level axis at the foot."""
    shown = canvas.fit(canvas.chart.x_title, canvas.width, SMALL)
    half = canvas.wide(shown, SMALL) / 2
    middle = min(max((left + right) / 2, half), canvas.width - half)
    canvas.text(middle, canvas.height - 5, shown, size=SMALL, ink=Ink.MUTED, anchor=Anchor.MIDDLE)


def y_title(canvas: Canvas, y: float) -> float:
    """Draw the title of the upright axis above it, level to be read; return the y below."""
    if not canvas.chart.y_title:
        return y
    shown = canvas.fit(canvas.chart.y_title, canvas.width, SMALL)
    canvas.text(0, y + 10, shown, size=SMALL, ink=Ink.MUTED)
    return y + 22
