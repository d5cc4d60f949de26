"""A chart as SVG is well formed, harmless and coloured by the page."""

import pytest
from lxml import etree

from reviewer.domain.report import ChartKind
from reviewer.reports.chart import svg
from tests.reports.example import CHARTS, HOSTILE, chart


@pytest.mark.parametrize("kind", ChartKind)
def test_texts_that_mean_harm_stay_texts(kind: ChartKind) -> None:
    """The file is well formed and has only the elements that a chart is drawn with."""
    made = chart(kind, categories=HOSTILE[:5], summary=HOSTILE[0], x_title=HOSTILE[7], y_title=HOSTILE[8])
    if kind is not ChartKind.SCATTER:
        made = chart(kind, categories=(HOSTILE * 2)[: len(made.series[0].values)], summary=HOSTILE[0])
    root = etree.fromstring(svg.render(made).encode())
    names = {etree.QName(each).localname for each in root.iter()}
    assert names <= {"svg", "line", "rect", "circle", "polygon", "polyline", "text", "title"}
    assert root.get("aria-label") == HOSTILE[0]


def test_colours_are_the_page_s() -> None:
    """Light and dark need one picture."""
    text = svg.render(CHARTS[0])
    assert "var(--critical)" in text
    assert "#" not in text
