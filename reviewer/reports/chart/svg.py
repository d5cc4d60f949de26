"""A chart as SVG whose colours are CSS variables of the page around it."""

from html import escape

from reviewer.domain.report import Chart
from reviewer.reports.chart.layout import layout, preferred_height
from reviewer.reports.chart.measure import estimate
from reviewer.reports.chart.primitive import Circle, Ink, Line, Path, Primitive, Rect, Text
from reviewer.reports.text import one_line


def render(chart: Chart, width: float = 720, height: float | None = None) -> str:
    """Return the chart as an `svg` element; `summary` is read out in its place."""
    tall = preferred_height(chart, width) if height is None else height
    inside = "\n".join(map(_element, layout(chart, width, tall, estimate)))
    said = escape(one_line(chart.summary or chart.title))
    return (
        f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{said}" '
        f'viewBox="0 0 {_n(width)} {_n(tall)}" width="{_n(width)}" height="{_n(tall)}">\n{inside}\n</svg>'
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _paint(fill: Ink | None, stroke: Ink | None, *, opacity: float = 1.0, width: float = 1.0) -> str:
    # Attributes, not a style: a page may then forbid every style but its own.
    paint = [f'fill="var(--{fill.value})"' if fill else 'fill="none"']
    if fill and opacity < 1:
        paint.append(f'fill-opacity="{_n(opacity)}"')
    if stroke:
        paint += [f'stroke="var(--{stroke.value})"', f'stroke-width="{_n(width)}"']
    return " ".join(paint)


def _dash(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""


def _closed(name: str, attributes: str, title: str) -> str:
    if not title:
        return f"<{name} {attributes}/>"
    return f"<{name} {attributes}><title>{escape(one_line(title))}</title></{name}>"


def _element(drawn: Primitive) -> str:
    match drawn:
        case Line():
            ends = f'x1="{_n(drawn.x1)}" y1="{_n(drawn.y1)}" x2="{_n(drawn.x2)}" y2="{_n(drawn.y2)}"'
            paint = _paint(None, drawn.ink, width=drawn.width)
            return f"<line {ends}{_dash(drawn.dash)} {paint}/>"
        case Rect():
            place = f'x="{_n(drawn.x)}" y="{_n(drawn.y)}"'
            size = f'width="{_n(drawn.width)}" height="{_n(drawn.height)}" rx="{_n(drawn.radius)}"'
            paint = _paint(drawn.fill, drawn.stroke, opacity=drawn.opacity)
            return _closed("rect", f"{place} {size} {paint}", drawn.title)
        case Circle():
            place = f'cx="{_n(drawn.x)}" cy="{_n(drawn.y)}" r="{_n(drawn.radius)}"'
            return _closed(
                "circle", f"{place} {_paint(drawn.fill, drawn.stroke, width=drawn.width)}", drawn.title
            )
        case Path():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in drawn.points)
            name = "polygon" if drawn.is_closed else "polyline"
            paint = _paint(drawn.fill, drawn.stroke, opacity=drawn.opacity, width=drawn.width)
            return _closed(name, f'points="{points}"{_dash(drawn.dash)} {paint}', drawn.title)
        case Text():
            return _text(drawn)


def _text(drawn: Text) -> str:
    said = f"<title>{escape(one_line(drawn.title))}</title>" if drawn.title else ""
    language = ' lang="hi"' if any("\u0900" <= letter <= "\u097f" for letter in drawn.text) else ""
    weight = ' font-weight="600"' if drawn.is_bold else ""
    return (
        f'<text x="{_n(drawn.x)}" y="{_n(drawn.y)}" font-size="{_n(drawn.size)}"{weight}{language} '
        f'text-anchor="{drawn.anchor.value}" fill="var(--{drawn.ink.value})">'
        f"{said}{escape(drawn.text)}</text>"
    )
