"""The shape all dialogs share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer.ui.dialog.sheet import Sheet


def _sheet(qtbot: QtBot) -> tuple[Sheet, QLineEdit]:
    sheet = Sheet("What is it?", "Say it.", accept="&Take it")
    qtbot.addWidget(sheet)
    field = QLineEdit()
    sheet.body.addWidget(field)
    with qtbot.waitExposed(sheet):
        sheet.show()
    field.setFocus()
    return sheet, field


def test_enter_accepts(qtbot: QtBot) -> None:
    """Enter takes what the primary button offers."""
    sheet, field = _sheet(qtbot)
    with qtbot.waitSignal(sheet.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_escape_leaves(qtbot: QtBot) -> None:
    """Esc changes nothing."""
    sheet, field = _sheet(qtbot)
    with qtbot.waitSignal(sheet.rejected):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_trouble_holds_the_button_back(qtbot: QtBot) -> None:
    """While something is missing, Enter does nothing and a line says why."""
    sheet, field = _sheet(qtbot)
    sheet.show_trouble("Choose one.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.trouble == "Choose one."
    sheet.show_trouble("")
    assert sheet.primary.isEnabled()


def test_tab_reaches_the_buttons_last(qtbot: QtBot) -> None:
    """From the question on, Tab comes to the primary button, then to the other."""
    sheet, field = _sheet(qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is sheet.primary
    qtbot.keyClick(sheet.primary, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in sheet.buttons.buttons()
