"""Everything a chart draws lies inside it, and no label covers another."""

from dataclasses import replace
from itertools import combinations

import pytest

from reviewer.domain.report import ChartKind, Estimate, Series
from reviewer.reports.chart.layout import layout, preferred_height
from reviewer.reports.chart.measure import estimate
from reviewer.reports.chart.primitive import Anchor, Circle, Ink, Line, Path, Primitive, Rect, Text
from tests.reports.example import CHARTS, HINDI, chart

_Box = tuple[float, float, float, float]


def _box(drawn: Primitive) -> _Box:
    match drawn:
        case Line():
            xs, ys = (drawn.x1, drawn.x2), (drawn.y1, drawn.y2)
        case Rect():
            xs, ys = (drawn.x, drawn.x + drawn.width), (drawn.y, drawn.y + drawn.height)
        case Circle():
            xs, ys = (
                (drawn.x - drawn.radius, drawn.x + drawn.radius),
                (
                    drawn.y - drawn.radius,
                    drawn.y + drawn.radius,
                ),
            )
        case Path():
            xs, ys = tuple(x for x, _ in drawn.points), tuple(y for _, y in drawn.points)  # type: ignore[assignment]
        case Text():
            width = estimate(drawn.text, drawn.size, drawn.is_bold)
            start = drawn.x - {Anchor.START: 0, Anchor.MIDDLE: width / 2, Anchor.END: width}[drawn.anchor]
            xs, ys = (start, start + width), (drawn.y - drawn.size * 0.75, drawn.y + 3)
    return min(xs), min(ys), max(xs), max(ys)


def _texts(drawn: tuple[Primitive, ...]) -> list[Text]:
    return [each for each in drawn if isinstance(each, Text)]


@pytest.mark.parametrize("width", [360.0, 720.0, 1100.0])
@pytest.mark.parametrize("kind", ChartKind)
def test_nothing_is_clipped(kind: ChartKind, width: float) -> None:
    """Lines, shapes and texts stay within the picture."""
    made = chart(kind)
    height = preferred_height(made, width)
    for drawn in layout(made, width, height):
        left, top, right, bottom = _box(drawn)
        assert left >= -0.5, drawn
        assert top >= -0.5, drawn
        assert right <= width + 0.5, drawn
        assert bottom <= height + 0.5, drawn


@pytest.mark.parametrize("width", [360.0, 720.0])
@pytest.mark.parametrize("kind", ChartKind)
def test_no_label_covers_another(kind: ChartKind, width: float) -> None:
    """Long Hindi names are shortened, crowded ticks left out."""
    made = chart(kind)
    if kind is not ChartKind.HISTOGRAM:
        made = replace(made, categories=tuple(f"{n} {HINDI}" for n in range(len(made.categories))))
    texts = _texts(layout(made, width, preferred_height(made, width)))
    for one, other in combinations(texts, 2):
        a, b = _box(one), _box(other)
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), (one, other)


def test_a_shortened_name_keeps_the_whole_for_the_pointer() -> None:
    """What is cut off can still be read."""
    made = chart(ChartKind.BARS, categories=(HINDI,) * 6)
    cut = [text for text in _texts(layout(made, 360, 240)) if text.text.endswith("…")]
    assert cut
    assert all(text.title == HINDI for text in cut)


@pytest.mark.parametrize("kind", ChartKind)
def test_an_empty_chart_says_so(kind: ChartKind) -> None:
    """No axes without figures."""
    made = replace(CHARTS[0], kind=kind, categories=("a",), series=(Series(title="s", values=(None,)),))
    assert [text.text for text in _texts(layout(made, 400, 100))] == ["Nothing to show yet"]


@pytest.mark.parametrize("kind", ChartKind)
def test_numbers_that_are_none_do_not_stop_a_chart(kind: ChartKind) -> None:
    """Not a number, infinite, negative and absent values side by side."""
    odd = (float("nan"), float("inf"), -4.0, None, Estimate(2.0, float("nan"), 3.0))
    made = replace(
        CHARTS[0],
        kind=kind,
        categories=tuple("abcde"),
        series=(Series(title="s", values=odd), Series(title="t", values=(1, 2, 3, 4, 5))),
    )
    for drawn in layout(made, 500, 260):
        assert all(abs(edge) < 1e4 for edge in _box(drawn)), drawn


def test_severities_differ_in_form_as_well_as_colour() -> None:
    """Bars of two severities have neither one ink nor one filling."""
    drawn = layout(chart(ChartKind.BARS), 720, 260)
    looks = {(each.fill, each.opacity) for each in drawn if isinstance(each, Rect)}
    assert {ink for ink, _ in looks} == {Ink.CRITICAL, Ink.MAJOR, Ink.MINOR, Ink.NEUTRAL}
    assert len({opacity for _, opacity in looks}) == 4


def test_clusters_stand_apart() -> None:
    """Each significance cluster has its bracket and its name."""
    texts = [text.text for text in _texts(layout(chart(ChartKind.INTERVALS), 720, 240))]
    assert [text for text in texts if text.startswith("Cluster")] == ["Cluster 1", "Cluster 2", "Cluster 3"]


def test_a_gap_in_a_line_stays_open() -> None:
    """A week without figures is not bridged."""
    drawn = layout(chart(ChartKind.LINES), 720, 300)
    strokes = [each for each in drawn if isinstance(each, Path) and each.stroke is Ink.ACCENT]
    assert [len(each.points) for each in strokes] == [5, 6]


def test_cells_of_a_heat_map_have_their_numbers() -> None:
    """A reader need not guess from the colour."""
    texts = [text.text for text in _texts(layout(chart(ChartKind.HEAT), 720, 300))]
    assert {"12", "14", "·"} <= set(texts)
