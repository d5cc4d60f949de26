"""Fields that store what was written when they are left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.inspector.field import CommitField


class Page(QWidget):
    """A field and another one beside it; what is committed is stored unless it is refused."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.field = CommitField("comment", "Comment", None, self)
        self.other = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        self.stored: list[str] = []
        self.told: list[str] = []
        self.refuses = False
        self.field.committed.connect(self._on_committed)
        qtbot.addWidget(self)
        with qtbot.waitExposed(self):
            self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)
        self.field.setFocus()

    def _on_committed(self, text: str) -> None:
        self.told.append(text)
        if not self.refuses:
            self.stored.append(text)
            self.field.show_text(text)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """A page with the keys in its field."""
    return Page(qtbot)


def test_enter_stores_and_leaves(page: Page, qtbot: QtBot) -> None:
    """One key ends writing."""
    qtbot.keyClicks(page.field, "vague")
    with qtbot.waitSignal(page.field.left):
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.stored == ["vague"]


def test_shift_enter_begins_a_line(page: Page, qtbot: QtBot) -> None:
    """A comment may have lines, and the field grows with them up to four."""
    heights = [page.field.height()]
    for _ in range(5):
        qtbot.keyClick(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        heights.append(page.field.height())
    assert heights[0] < heights[1] < heights[3]
    assert heights[3] == heights[5]
    assert page.stored == []


def test_escape_takes_back(page: Page, qtbot: QtBot) -> None:
    """Esc leaves what was stored before."""
    page.field.show_text("old")
    qtbot.keyClicks(page.field, "er")
    with qtbot.waitSignal(page.field.left):
        qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    page.other.setFocus()
    assert (page.field.toPlainText(), page.stored) == ("old", [])


def test_leaving_stores(page: Page, qtbot: QtBot) -> None:
    """Going to another field is as good as Enter, and says it once."""
    qtbot.keyClicks(page.field, "vague")
    page.other.setFocus()
    assert page.stored == ["vague"]
    page.field.setFocus()
    page.other.setFocus()
    assert page.stored == ["vague"]


def test_nothing_is_told_where_nothing_was_written(page: Page) -> None:
    """Going through a field changes nothing."""
    page.field.show_text("old")
    page.other.setFocus()
    assert page.told == []


def test_what_is_being_written_is_not_overwritten(page: Page, qtbot: QtBot) -> None:
    """A refresh of the panel does not take the words from under the hands."""
    qtbot.keyClicks(page.field, "vag")
    page.field.show_text("")
    assert page.field.toPlainText() == "vag"


def test_what_changed_elsewhere_is_shown(page: Page) -> None:
    """Undo of a comment shows in its field."""
    page.field.show_text("old")
    page.field.show_text("older")
    assert page.field.toPlainText() == "older"


def test_what_was_refused_stays_and_is_told_again_when_asked(page: Page, qtbot: QtBot) -> None:
    """With a full disk the words stay; leaving does not complain again, Enter tries again."""
    page.refuses = True
    qtbot.keyClicks(page.field, "vague")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    page.other.setFocus()
    page.field.show_text("")
    assert page.field.toPlainText() == "vague"
    assert page.told == ["vague"]
    page.refuses = False
    page.field.setFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.stored == ["vague"]


def test_offered_words_are_chosen_to_be_typed_over(page: Page, qtbot: QtBot) -> None:
    """The first letter replaces all of them."""
    page.field.begin("योजना")
    assert page.field.was_offered
    qtbot.keyClicks(page.field, "x")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.stored == ["x"]


def test_offered_words_go_when_left_alone(page: Page) -> None:
    """What was only offered is not stored."""
    page.field.begin("योजना")
    page.other.setFocus()
    assert (page.field.toPlainText(), page.told) == ("", [])
    assert not page.field.was_offered


def test_offered_words_that_were_taken_away_are_told_only_on_enter(page: Page, qtbot: QtBot) -> None:
    """An emptied field means something only when it is meant."""
    page.field.begin("योजना")
    qtbot.keyClick(page.field, Qt.Key.Key_Delete)
    page.other.setFocus()
    assert page.told == []
    page.field.begin("योजना")
    qtbot.keyClick(page.field, Qt.Key.Key_Delete)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.told == [""]


def test_stored_words_come_before_offered_ones(page: Page) -> None:
    """Where there is a text already, nothing is offered."""
    page.field.show_text("नीति")
    page.field.begin("योजना")
    assert (page.field.toPlainText(), page.field.was_offered) == ("नीति", False)


def test_another_thing_brings_its_own_text(page: Page, qtbot: QtBot) -> None:
    """A reset field shows what it is given, whatever was being written."""
    qtbot.keyClicks(page.field, "vague")
    page.field.reset("other")
    page.other.setFocus()
    assert (page.field.toPlainText(), page.told) == ("other", [])
