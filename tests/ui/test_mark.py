"""Marks under the text."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.ui.font import load_fonts
from reviewer.ui.grid.layout import lay_out
from reviewer.ui.mark import FIRST_LANE, Mark, MarkPainter, assign_lanes
from reviewer.ui.theme import LIGHT

TEXT = "द्भुत क्षूद्र हृदय राष्ट्रीय"


def a_mark(*ranges: tuple[int, int], severity: Severity = Severity.MINOR, number: int = 1) -> Mark:
    """A mark on UTF-16 ranges."""
    return Mark(number, tuple(Range(start, end) for start, end in ranges), severity)


def painted(*marks: Mark) -> QImage:
    """A picture of the marks alone, without the text."""
    image = QImage(400, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    laid = lay_out(TEXT, load_fonts().hindi, 390, 1.7)
    painter = QPainter(image)
    MarkPainter(painter, laid.layout, QPointF(4, 4), LIGHT, laid.pixels).paint_lines(marks)
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    """The points that anything was painted on."""
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 40
    }


def test_marks_that_do_not_touch_share_a_lane() -> None:
    """Two marks side by side are underlined at the same height."""
    assert assign_lanes([a_mark((0, 3)), a_mark((4, 8))]) == [0, 0]


def test_the_longer_of_nested_marks_lies_lower() -> None:
    """A mark inside another stays close to its words; the outer one is drawn beneath."""
    assert assign_lanes([a_mark((0, 10)), a_mark((2, 5))]) == [1, 0]


def test_overlapping_marks_never_share_a_lane() -> None:
    """Marks that overlap partly are told apart by height."""
    first, second = assign_lanes([a_mark((0, 6)), a_mark((4, 9))])
    assert first != second


def test_two_omissions_at_one_place_are_told_apart() -> None:
    """Empty marks take room too."""
    assert sorted(assign_lanes([a_mark((3, 3)), a_mark((3, 3))])) == [0, 1]


@pytest.mark.parametrize("severity", list(Severity))
def test_every_severity_paints_something(qapp: object, severity: Severity) -> None:
    """No severity is invisible."""
    assert qapp is not None
    assert inked(painted(a_mark((0, 5), severity=severity)))


def test_severities_differ_in_form_not_only_in_colour(qapp: object) -> None:
    """Printed in black and white the four severities are still told apart."""
    assert qapp is not None
    shapes = [frozenset(inked(painted(a_mark((0, 12), severity=severity)))) for severity in Severity]
    assert len(set(shapes)) == len(Severity)


def test_lines_clear_the_matras_below(qapp: object) -> None:
    """The first underline begins below the lowest ink of the words."""
    assert qapp is not None
    laid = lay_out(TEXT, load_fonts().hindi, 390, 1.7)
    image = QImage(400, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    laid.layout.draw(painter, QPointF(4, 4))
    painter.end()
    lowest = max(y for _, y in inked(image))
    line = 4 + laid.layout.lineAt(0).ascent() + FIRST_LANE * laid.pixels
    assert line > lowest


def test_a_discontinuous_mark_leaves_its_gap_almost_empty(qapp: object) -> None:
    """The words between the parts are joined by sparse dots, not underlined."""
    assert qapp is not None
    whole = len(inked(painted(a_mark((0, 20), severity=Severity.MAJOR))))
    parts = len(inked(painted(a_mark((0, 5), (15, 20), severity=Severity.MAJOR))))
    assert parts < whole * 0.75


def test_an_omission_is_a_notch_at_its_place(qapp: object) -> None:
    """An empty mark paints a shape narrower than a letter and a half."""
    assert qapp is not None
    columns = {x for x, _ in inked(painted(a_mark((6, 6))))}
    assert 5 <= max(columns) - min(columns) <= 26


def test_a_fourth_overlapping_mark_is_counted(qapp: object) -> None:
    """More lanes than fit become a number."""
    assert qapp is not None
    three = painted(*(a_mark((0, 6 + n), number=n) for n in range(3)))
    four = painted(*(a_mark((0, 6 + n), number=n) for n in range(4)))
    assert inked(four) - inked(three)
