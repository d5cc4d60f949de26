"""The search bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.dialog.find import FindBar


def _bar(qtbot: QtBot) -> FindBar:
    bar = FindBar()
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def _field(bar: FindBar) -> QLineEdit:
    field = bar.findChild(QLineEdit)
    assert field is not None
    return field


def _texts(bar: FindBar) -> set[str]:
    return {label.text() for label in bar.findChildren(QLabel)}


def test_typing_asks_for_a_search(qtbot: QtBot) -> None:
    """Each letter is passed on with whether it must be exact."""
    bar = _bar(qtbot)
    with qtbot.waitSignal(bar.query_changed) as asked:
        qtbot.keyClicks(_field(bar), "k")
    assert asked.args == ["k", False]


def test_exact_asks_again(qtbot: QtBot) -> None:
    """Ticking "Exact" repeats the search."""
    bar = _bar(qtbot)
    bar.begin("क़लम")
    with qtbot.waitSignal(bar.query_changed) as asked:
        box = bar.findChild(QCheckBox)
        assert box is not None
        box.click()
    assert asked.args == ["क़लम", True]


def test_enter_goes_on_and_shift_enter_back(qtbot: QtBot) -> None:
    """The places are walked without leaving the field."""
    bar = _bar(qtbot)
    with qtbot.waitSignal(bar.next_wanted):
        qtbot.keyClick(_field(bar), Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.previous_wanted):
        qtbot.keyClick(_field(bar), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_escape_closes(qtbot: QtBot) -> None:
    """Esc hides the bar and tells the window."""
    bar = _bar(qtbot)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_begin_selects_the_words(qtbot: QtBot) -> None:
    """The next letter typed replaces the last search."""
    bar = _bar(qtbot)
    bar.begin("पहला")
    assert _field(bar).selectedText() == "पहला"
    assert QApplication.focusWidget() is _field(bar)


def test_place_is_counted_from_one(qtbot: QtBot) -> None:
    """The third of seventeen places reads so."""
    bar = _bar(qtbot)
    bar.begin("क")
    bar.show_place(2, 17)
    assert "3 of 17" in _texts(bar)


def test_no_place_is_said_and_cannot_be_walked(qtbot: QtBot) -> None:
    """Where nothing is found the bar says so, and its arrows rest."""
    bar = _bar(qtbot)
    bar.begin("क")
    bar.show_place(None, 0)
    assert "Not found" in _texts(bar)
    named = {button.text(): button for button in bar.findChildren(QPushButton)}
    assert not named["&Next"].isEnabled()


def test_an_empty_query_says_nothing(qtbot: QtBot) -> None:
    """Nothing was looked for, so nothing is missing."""
    bar = _bar(qtbot)
    bar.show_place(None, 0)
    assert "Not found" not in _texts(bar)
