"""Errors and notices."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.error import ReviewerError
from reviewer.ui.dialog.notice import Notice, show_error


def _labels(error: ReviewerError, qtbot: QtBot) -> list[str]:
    dialog = show_error(None, error)
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    with qtbot.waitSignal(dialog.destroyed):
        dialog.primary.click()
    return texts


def test_an_error_names_thing_reason_and_remedy(qtbot: QtBot) -> None:
    """The three stand apart, the reason as a sentence."""
    error = ReviewerError("is a picture", file="a.png", place="byte 1", remedy="Open its text.")
    assert _labels(error, qtbot) == ["a.png, byte 1", "It is a picture.", "Open its text."]


def test_an_error_without_a_file_still_has_a_head(qtbot: QtBot) -> None:
    """Something stands above the reason even where no file is to blame."""
    assert _labels(ReviewerError("the disk is full"), qtbot) == ["This did not work", "The disk is full."]


def test_markup_in_an_error_is_shown_as_it_is(qtbot: QtBot) -> None:
    """A file named like a tag is a name, not a format."""
    assert "<b>x</b>.txt" in _labels(ReviewerError("is empty", file="<b>x</b>.txt"), qtbot)


def _notice(qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    return notice


def _action(notice: Notice) -> QPushButton:
    return next(each for each in notice.findChildren(QPushButton) if each.property("kind") == "link")


def test_a_notice_is_hidden_until_it_says_something(qtbot: QtBot) -> None:
    """An empty bar takes no place."""
    notice = _notice(qtbot)
    assert notice.isHidden()
    notice.show_message("Two files were added.")
    assert notice.isVisible()


def test_the_next_message_replaces_the_last(qtbot: QtBot) -> None:
    """One line at a time, and the last one's button goes with it."""
    notice = _notice(qtbot)
    notice.show_message("First.", action="Undo", run=lambda: None)
    notice.show_message("Second.")
    assert notice.text == "Second."
    assert _action(notice).isHidden()


def test_the_button_acts_and_ends_the_notice(qtbot: QtBot) -> None:
    """What was offered is done once."""
    done: list[str] = []
    notice = _notice(qtbot)
    notice.show_message("Row 3 was removed.", action="Undo", run=lambda: done.append("undone"))
    _action(notice).click()
    assert done == ["undone"]
    assert notice.isHidden()


def test_an_action_may_say_something_new(qtbot: QtBot) -> None:
    """A message shown by the action stays."""
    notice = _notice(qtbot)
    notice.show_message("Removed.", action="Undo", run=lambda: notice.show_message("It is back."))
    _action(notice).click()
    assert notice.isVisible()
    assert notice.text == "It is back."


def test_escape_dismisses(qtbot: QtBot) -> None:
    """Esc inside the bar takes it away."""
    notice = _notice(qtbot)
    notice.show_message("Done.", action="Undo", run=lambda: None)
    qtbot.keyClick(_action(notice), Qt.Key.Key_Escape)
    assert notice.isHidden()
