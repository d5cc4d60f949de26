"""A text pasted, typed or read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from reviewer.ui.dialog.paste import TextDialog


def _dialog(qtbot: QtBot, text: str = "", *, is_hindi: bool = True, read: str | None = None) -> TextDialog:
    dialog = TextDialog("Text", "A text.", is_hindi=is_hindi, text=text, open_file=lambda: read)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def _page(dialog: TextDialog) -> QTextEdit:
    page = dialog.findChild(QTextEdit)
    assert page is not None
    return page


def _open_button(dialog: TextDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Open file…")


def test_the_text_given_comes_back_as_it_is(qtbot: QtBot) -> None:
    """No letter changes on the way, no-break spaces and joiners included."""
    text = "पहला\u00a0वाक्य।\nक्\u200dष और 5\u202f%।"
    assert _dialog(qtbot, text).text() == text


def test_blank_lines_around_the_text_go(qtbot: QtBot) -> None:
    """What is pasted with empty lines before and after is the text between."""
    assert _dialog(qtbot, "\n\nएक।\n\nदो।\n").text() == "एक।\n\nदो।"


def test_an_empty_page_cannot_be_used(qtbot: QtBot) -> None:
    """The button waits for a text."""
    dialog = _dialog(qtbot, " \n ")
    assert not dialog.primary.isEnabled()
    _page(dialog).insertPlainText("एक।")
    assert dialog.primary.isEnabled()


def test_enter_is_a_paragraph_and_ctrl_enter_the_end(qtbot: QtBot) -> None:
    """Typing goes on line by line until it is taken."""
    dialog = _dialog(qtbot)
    page = _page(dialog)
    qtbot.keyClicks(page, "a")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClicks(page, "b")
    assert dialog.text() == "a\nb"
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_paragraphs_are_counted(qtbot: QtBot) -> None:
    """Lines with nothing in them are none."""
    dialog = _dialog(qtbot, "एक।\n\nदो।")
    assert "2 paragraphs" in {label.text() for label in dialog.findChildren(QLabel)}


def test_a_file_replaces_the_page_and_can_be_undone(qtbot: QtBot) -> None:
    """The file's text takes the place of what was typed, and undo brings that back."""
    dialog = _dialog(qtbot, "पुराना।", read="नया।")
    _open_button(dialog).click()
    assert dialog.text() == "नया।"
    _page(dialog).undo()
    assert dialog.text() == "पुराना।"


def test_no_file_chosen_changes_nothing(qtbot: QtBot) -> None:
    """Whoever leaves the file dialog keeps the text."""
    dialog = _dialog(qtbot, "पुराना।")
    _open_button(dialog).click()
    assert dialog.text() == "पुराना।"


def test_the_wrong_language_is_said_but_allowed(qtbot: QtBot) -> None:
    """English where Hindi belongs is doubted, not refused."""
    dialog = _dialog(qtbot, "Prices fell.")
    assert dialog.trouble == "This looks like English. Hindi belongs here."
    assert dialog.primary.isEnabled()


def test_the_right_language_is_not_doubted(qtbot: QtBot) -> None:
    """English where English belongs passes in silence."""
    assert _dialog(qtbot, "Prices fell.", is_hindi=False).trouble == ""
