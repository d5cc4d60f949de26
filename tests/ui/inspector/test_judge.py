"""The judgement panel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.inspector.judge import JudgePanel, nearest_anchor, parse


class Page(QWidget):
    """A panel beside another field; what is judged is shown."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.panel, self.other = JudgePanel(self), QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)
        layout.addWidget(self.other)
        self.resize(320, 160)
        self.judged: list[float | None] = []
        self.panel.judged.connect(self._take)
        self.panel.cleared.connect(lambda: self._take(None))
        self.panel.left.connect(self.other.setFocus)
        self.panel.show_value(None)
        qtbot.addWidget(self)
        with qtbot.waitExposed(self):
            self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)
        self.other.setFocus()

    def _take(self, value: float | None) -> None:
        self.judged.append(value)
        self.panel.show_value(value)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """A page where nothing is judged yet."""
    return Page(qtbot)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("100", 100), ("62.5", 62.5), ("62,5", 62.5), (" 7 ", 7), ("७५", 75)],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    """A comma or a point, and digits of either script."""
    assert parse(text) == value


@pytest.mark.parametrize("text", ["", "-1", "100.5", "101", "good", "nan", "inf", "1 2", "५x"])
def test_anything_else_is_no_number(text: str) -> None:
    """Outside 0 to 100 there is no judgement."""
    assert parse(text) is None


@pytest.mark.parametrize(
    ("value", "words"), [(0, "no meaning"), (40, "some meaning"), (66, "most meaning"), (90, "perfect")]
)
def test_a_number_is_put_into_words(value: float, words: str) -> None:
    """The nearest anchor says what a number means."""
    assert nearest_anchor(value) == words


def test_not_judged_is_not_nought(page: Page) -> None:
    """Without a judgement there is no number, and nothing to clear."""
    assert (page.panel.number.text(), page.panel.word.text()) == ("", "not judged")
    assert not page.panel.clear.isVisible()
    page.panel.show_value(0)
    assert (page.panel.number.text(), page.panel.word.text()) == ("0", "no meaning")
    assert page.panel.clear.isVisible()


def test_a_typed_number_is_told_once(page: Page, qtbot: QtBot) -> None:
    """Enter stores and goes back to the text."""
    page.panel.begin()
    qtbot.keyClicks(page.panel.number, "62")
    qtbot.keyClick(page.panel.number, Qt.Key.Key_Return)
    assert page.judged == [62]
    assert page.other.hasFocus()


def test_leaving_stores_a_number_and_drops_what_is_none(page: Page, qtbot: QtBot) -> None:
    """Clicking elsewhere loses no number, and stores nothing else."""
    page.panel.begin()
    qtbot.keyClicks(page.panel.number, "62")
    page.other.setFocus()
    page.panel.begin()
    qtbot.keyClicks(page.panel.number, "much")
    page.other.setFocus()
    assert page.judged == [62]
    assert (page.panel.number.text(), page.panel.word.text()) == ("62", "most meaning")


def test_escape_takes_back(page: Page, qtbot: QtBot) -> None:
    """Esc leaves the judgement as it was."""
    page.panel.show_value(40)
    page.panel.begin()
    qtbot.keyClicks(page.panel.number, "99")
    qtbot.keyClick(page.panel.number, Qt.Key.Key_Escape)
    assert (page.judged, page.panel.number.text()) == ([], "40")


def test_a_click_on_the_slider_judges_there(page: Page, qtbot: QtBot) -> None:
    """The handle goes where the mouse is, and the number is stored once the button is let go."""
    slider = page.panel.slider
    qtbot.mouseClick(
        slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() * 8 // 10, slider.height() // 2)
    )
    assert len(page.judged) == 1
    assert page.judged[0] == pytest.approx(80, abs=4)
    assert page.other.hasFocus()


@pytest.mark.parametrize("value", [None, 50])
def test_a_click_on_the_middle_judges_fifty(page: Page, qtbot: QtBot, value: float | None) -> None:
    """Where the handle rests without a judgement, a click is one."""
    page.panel.show_value(value)
    slider = page.panel.slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert page.judged == [pytest.approx(50, abs=1)]


def test_dragging_shows_the_number_before_it_is_stored(page: Page, qtbot: QtBot) -> None:
    """While the button is down nothing is stored."""
    slider = page.panel.slider
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    qtbot.mouseMove(slider, QPoint(slider.width() * 9 // 10, middle))
    assert page.judged == []
    assert float(page.panel.number.text()) == pytest.approx(90, abs=5)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() * 9 // 10, middle))
    assert len(page.judged) == 1


def test_the_wheel_judges_nothing(page: Page) -> None:
    """Scrolling past the slider leaves it alone."""
    slider = page.panel.slider
    centre = QPointF(slider.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(slider.mapToGlobal(centre)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, event)
    assert (page.judged, slider.sliderPosition()) == ([], 50)


def test_clear_takes_the_judgement_away(page: Page, qtbot: QtBot) -> None:
    """One click, and the segment is not judged."""
    page.panel.show_value(40)
    qtbot.mouseClick(page.panel.clear, Qt.MouseButton.LeftButton)
    assert page.judged == [None]
    assert page.panel.word.text() == "not judged"
