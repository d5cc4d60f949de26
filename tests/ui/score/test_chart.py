"""Charts in the window."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reviewer.domain.report import ChartKind
from reviewer.reports.chart.primitive import Rect
from reviewer.ui.app import make_application
from reviewer.ui.font import load_fonts
from reviewer.ui.score.chart import ChartBlock
from reviewer.ui.theme import Theme
from tests.ui.score.reports import a_chart


def _block(qtbot: QtBot, kind: ChartKind, light: str = "light") -> ChartBlock:
    make_application()
    made = ChartBlock(Theme(light), load_fonts())
    qtbot.addWidget(made)
    made.show_block(a_chart(kind))
    made.resize(640, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("kind", ChartKind)
def test_every_kind_is_painted(qtbot: QtBot, kind: ChartKind) -> None:
    """No chart is an empty space."""
    block = _block(qtbot, kind)
    view = block.view
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert view.height() > 60
    assert len(colours) > 4


def test_the_mouse_is_told_the_value(qtbot: QtBot) -> None:
    """Resting on a bar tells whose it is and how much."""
    block = _block(qtbot, ChartKind.BARS)
    view = block.view
    bar = next(each for each in view.drawn() if isinstance(each, Rect) and "Beta" in each.title)
    assert view.tip_at(bar.x + bar.width / 2, bar.y + 2) == bar.title
    assert view.tip_at(-5, -5) == ""


def test_a_chart_is_described_in_words(qtbot: QtBot) -> None:
    """Who cannot see the picture hears its sentence."""
    block = _block(qtbot, ChartKind.HEAT)
    assert block.view.accessibleDescription() == "Beta has most major errors."
    assert block.summary.text() == "Beta has most major errors."


def test_a_chart_follows_the_light(qtbot: QtBot) -> None:
    """At night the same chart is painted in the colours of the night."""
    day, night = _block(qtbot, ChartKind.BARS), _block(qtbot, ChartKind.BARS, "dark")
    assert day.view.grab().toImage() != night.view.grab().toImage()
