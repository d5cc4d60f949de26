"""The shapes of the states."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from reviewer.domain.segment import State
from reviewer.ui.grid.glyph import paint_seal, paint_state
from reviewer.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def picture(paint: Callable[[QPainter], None]) -> QImage:
    """What is painted, in black and white."""
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint(painter)
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def state_picture(state: State) -> QImage:
    """The glyph of a state."""
    return picture(lambda painter: paint_state(painter, QPointF(12, 12), state, LIGHT))


def difference(one: QImage, other: QImage) -> int:
    """How many points differ clearly in lightness."""
    points = [(x, y) for x in range(24) for y in range(24)]
    return sum(abs(one.pixelColor(*p).lightness() - other.pixelColor(*p).lightness()) > 60 for p in points)


@pytest.mark.parametrize(("one", "other"), list(combinations(State, 2)))
def test_states_differ_in_shape(one: State, other: State) -> None:
    """Without colour, every two states are still told apart."""
    assert difference(state_picture(one), state_picture(other)) >= 6


def test_an_unreviewed_segment_is_an_empty_ring() -> None:
    """Nothing is painted in its middle."""
    assert state_picture(State.UNREVIEWED).pixelColor(12, 12).lightness() == 255


def test_a_seal_is_none_of_the_states() -> None:
    """Signed off is a shape of its own."""
    seal = picture(lambda painter: paint_seal(painter, QPointF(12, 12), LIGHT))
    assert min(difference(seal, state_picture(state)) for state in State) >= 6


def test_painting_leaves_the_painter_as_it_was() -> None:
    """What is painted next has its own pen and place."""
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    with QPainter(image) as painter:
        before = painter.pen(), painter.brush(), painter.transform()
        paint_state(painter, QPointF(12, 12), State.CLEAN, DARK)
        paint_seal(painter, QPointF(12, 12), DARK)
        after = painter.pen(), painter.brush(), painter.transform()
    assert before == after
