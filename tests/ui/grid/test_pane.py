"""One text of the open row: keys, mouse, typing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side
from reviewer.text.cluster import boundaries, is_boundary
from reviewer.text.offset import to_utf16
from reviewer.ui.app import make_application
from reviewer.ui.font import load_fonts
from reviewer.ui.grid.pane import TextPane
from reviewer.ui.mark import Mark
from reviewer.ui.theme import Theme
from tests.ui.workplace import drag, press

CLUSTERS = "क्षत्रिय राष्ट्रीय"
TEXT = "रूसी नेता ने क्षत्रिय, राष्ट्रीय सम्मान पाया।"


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[TextPane]:
    """A pane on the screen, with the Hindi font of the open row and a text."""
    make_application()
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(500, 200)
    made = TextPane(Side.FINAL, Theme("light"), frame)
    made.setGeometry(0, 0, 500, 200)
    with qtbot.waitExposed(frame):
        frame.show()
    write(made, TEXT)
    yield made
    frame.close()


def write(pane: TextPane, text: str) -> None:
    """Show another text."""
    pane.show_text(text, load_fonts().hindi_open, 1.75)


def commit(pane: TextPane, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(pane, event)


def point(pane: TextPane, index: int, by: int = 0) -> QPoint:
    """Where the caret before a code point is drawn, `by` pixels to the right."""
    cursor = pane.textCursor()
    cursor.setPosition(to_utf16(pane.text(), index))
    return pane.cursorRect(cursor).center() + QPoint(by, 0)


def carets(pane: TextPane, key: str, times: int) -> list[int]:
    """Where the caret stands after each press of a key."""
    found = []
    for _ in range(times):
        press(pane, key)
        found.append(pane.selection().end)
    return found


# Moving


def test_arrow_keys_move_by_word(pane: TextPane) -> None:
    """When selections snap to words, Right stops at each word's start and at the end."""
    write(pane, "रूसी नेता आया।")
    assert carets(pane, "Right", 4) == [5, 10, 14, 14]


def test_left_goes_back_word_by_word(pane: TextPane) -> None:
    """Left stops at each word's start and at the text's."""
    write(pane, "रूसी नेता आया।")
    press(pane, "End")
    assert carets(pane, "Left", 4) == [10, 5, 0, 0]


@pytest.mark.parametrize("is_editing", [False, True])
def test_letters_are_never_entered(pane: TextPane, is_editing: bool) -> None:
    """Moving by letter, the caret never stands inside क्षत्रिय or राष्ट्रीय."""
    write(pane, CLUSTERS)
    pane.set_editing(is_editing=is_editing)
    key = "Right" if is_editing else "Alt+Right"
    assert carets(pane, key, 7) == list(boundaries(CLUSTERS)[1:])


def test_letters_are_not_entered_backwards_either(pane: TextPane) -> None:
    """Going left by letter visits the same places."""
    write(pane, CLUSTERS)
    press(pane, "End")
    assert carets(pane, "Alt+Left", 7) == list(reversed(boundaries(CLUSTERS)[:-1]))


def test_without_snapping_to_words_arrows_move_by_letter(pane: TextPane) -> None:
    """Snapping to words can be turned off."""
    write(pane, CLUSTERS)
    pane.snaps_to_words = False
    assert carets(pane, "Right", 3) == list(boundaries(CLUSTERS)[1:4])


def test_shift_extends_by_word(pane: TextPane) -> None:
    """Shift and Right take the word, then the next one too, without the spaces after them."""
    write(pane, "रूसी नेता आया।")
    press(pane, "Shift+Right")
    first = pane.selection()
    press(pane, "Shift+Right")
    assert (first, pane.selection()) == (Range(0, 4), Range(0, 9))


def test_shift_shrinks_again(pane: TextPane) -> None:
    """Shift and Left give back what Shift and Right took."""
    write(pane, "रूसी नेता आया।")
    press(pane, "Shift+Right", "Shift+Right", "Shift+Left")
    assert pane.selection() == Range(0, 5)


def test_shift_and_alt_extend_by_letter(pane: TextPane) -> None:
    """One conjunct is taken whole."""
    write(pane, CLUSTERS)
    press(pane, "Alt+Shift+Right")
    assert pane.selection() == Range(0, 3)


def test_home_and_end_reach_the_ends(pane: TextPane) -> None:
    """End and Home go to the line's ends, with Shift selecting."""
    write(pane, "रूसी नेता आया।")
    press(pane, "End", "Shift+Home")
    assert pane.selection() == Range(0, 14)


def test_control_a_selects_everything(pane: TextPane) -> None:
    """The whole text can be selected while marking."""
    press(pane, "Ctrl+A")
    assert pane.selection() == Range(0, len(TEXT))


def test_an_empty_text_can_be_walked(pane: TextPane) -> None:
    """No key stumbles over a text that is not there."""
    write(pane, "")
    press(pane, "Right", "Left", "End", "Home", "Shift+Right", "Ctrl+A")
    assert pane.word_or_selection() == Range(0, 0)


def test_moving_is_told(pane: TextPane, qtbot: QtBot) -> None:
    """Whoever shows the selection hears of it."""
    with qtbot.waitSignal(pane.selected):
        press(pane, "Right")


# Marking


def test_letters_are_not_typed_while_marking(pane: TextPane) -> None:
    """Single keys are commands: nothing reaches the text, from keyboard or input method."""
    QTest.keyClicks(pane, "2x o")
    commit(pane, "नया")
    press(pane, "Return", "Delete", "Backspace", "Ctrl+V", "Ctrl+X")
    assert pane.text() == TEXT


def test_single_keys_are_left_to_the_commands(pane: TextPane) -> None:
    """The pane claims no letter and no digit for itself."""
    claimed = [key for key in "12FJKX" if claims(pane, getattr(Qt.Key, f"Key_{key}"))]
    assert claimed == []


def test_while_editing_letters_belong_to_the_text(pane: TextPane) -> None:
    """No command runs while a word is being typed; function keys still do."""
    pane.set_editing(is_editing=True)
    assert [claims(pane, key) for key in (Qt.Key.Key_J, Qt.Key.Key_2, Qt.Key.Key_F1)] == [True, True, False]


def test_resizing_a_flag_is_left_to_the_commands(pane: TextPane) -> None:
    """Ctrl and Alt with the arrows move a flag's end, not the caret."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    assert not claims(pane, Qt.Key.Key_Right, both)


def claims(
    pane: TextPane, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> bool:
    """Whether the pane takes a key before any command does."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(pane, event)
    return event.isAccepted()


def test_the_word_at_the_caret_is_taken_without_selecting(pane: TextPane) -> None:
    """A flag needs no selection: the word under the caret is meant."""
    pane.select(Range(7, 7))
    assert pane.word_or_selection() == Range(5, 9)


def test_between_words_there_is_no_word(pane: TextPane) -> None:
    """A caret among spaces stays a caret."""
    write(pane, "नेता   आया।")
    pane.select(Range(6, 6))
    assert pane.word_or_selection() == Range(6, 6)


# Mouse


def test_dragging_snaps_outwards_to_words(pane: TextPane) -> None:
    """A drag from inside one word into another takes both words whole."""
    drag(pane.viewport(), point(pane, 7), point(pane, 16))
    assert pane.selection() == Range(5, 21)


def test_dragging_snaps_outwards_to_letters(pane: TextPane) -> None:
    """Without snapping to words a drag takes whole letters."""
    pane.snaps_to_words = False
    start = TEXT.index("क्षत्रिय")
    drag(pane.viewport(), point(pane, start, 3), point(pane, start + 6, -3))
    chosen = pane.selection()
    assert not chosen.is_empty
    assert all(is_boundary(TEXT, end) for end in (chosen.start, chosen.end))


def test_dragging_backwards_selects_the_same(pane: TextPane) -> None:
    """From right to left is as good as from left to right."""
    drag(pane.viewport(), point(pane, 16), point(pane, 7))
    assert pane.selection() == Range(5, 21)


@pytest.mark.parametrize("is_editing", [False, True])
def test_a_click_anywhere_leaves_the_caret_between_letters(pane: TextPane, is_editing: bool) -> None:
    """Wherever one clicks in राष्ट्रीय or स्त्री, the caret does not split a conjunct."""
    text = f"{CLUSTERS} स्त्री"
    write(pane, text)
    pane.set_editing(is_editing=is_editing)
    middle = point(pane, 0).y()
    places = set()
    for x in range(8, 240, 3):
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, middle))
        places.add(pane.textCursor().position())
    assert places <= set(boundaries(text))


@pytest.mark.parametrize("word", ["रूसी", "नेता", "क्षत्रिय", "राष्ट्रीय", "पाया"])
def test_a_double_click_takes_the_word(pane: TextPane, word: str) -> None:
    """A double click anywhere on a word, its very edges too, takes that word without punctuation."""
    start = TEXT.index(word)
    left, right = point(pane, start), point(pane, start + len(word))
    for x in (left.x() + 2, (left.x() + right.x()) // 2, right.x() - 2):
        QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, left.y()))
        assert pane.selection() == Range(start, start + len(word))


def test_a_click_on_a_mark_names_its_flag(pane: TextPane, qtbot: QtBot) -> None:
    """Pressing on flagged words makes their flag the current one."""
    pane.show_marks([Mark(9, (Range(5, 9),), Severity.MAJOR)])
    with qtbot.waitSignal(pane.flag_pressed) as told:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point(pane, 7))
    assert told.args == [9]


def test_a_click_beside_all_marks_names_none(pane: TextPane, qtbot: QtBot) -> None:
    """Plain words belong to no flag."""
    pane.show_marks([Mark(9, (Range(5, 9),), Severity.MAJOR)])
    with qtbot.assertNotEmitted(pane.flag_pressed):
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point(pane, 30))


# Typing


def test_editing_starts_and_ends(pane: TextPane) -> None:
    """The text can be typed into only between the two."""
    pane.set_editing(is_editing=True)
    commit(pane, "वह ")
    pane.set_editing(is_editing=False)
    commit(pane, "नहीं ")
    assert pane.text() == f"वह {TEXT}"


def test_typing_is_told(pane: TextPane, qtbot: QtBot) -> None:
    """Each letter is told, so that it can be committed after a pause."""
    pane.set_editing(is_editing=True)
    with qtbot.waitSignal(pane.typed):
        commit(pane, "क")


def test_delete_takes_a_whole_letter(pane: TextPane) -> None:
    """Delete removes क्ष at once."""
    write(pane, CLUSTERS)
    pane.set_editing(is_editing=True)
    press(pane, "Delete")
    assert pane.text() == CLUSTERS[3:]


def test_backspace_peels_off_one_sign(pane: TextPane) -> None:
    """Backspace takes the last sign typed, as Hindi typists expect."""
    write(pane, CLUSTERS)
    pane.set_editing(is_editing=True)
    press(pane, "End", "Backspace")
    assert pane.text() == CLUSTERS[:-1]


def test_backspace_takes_an_emoji_whole(pane: TextPane) -> None:
    """No half of a character outside the basic plane is left."""
    write(pane, "वाह 😀")
    pane.set_editing(is_editing=True)
    press(pane, "End", "Backspace")
    assert pane.text() == "वाह "


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_deleting_takes_the_selection(pane: TextPane, key: str) -> None:
    """With words selected, both keys take just these."""
    pane.set_editing(is_editing=True)
    pane.select(Range(0, 5))
    press(pane, key)
    assert pane.text() == TEXT[5:]


@pytest.mark.parametrize(("key", "start"), [("Backspace", 0), ("Delete", len(TEXT))])
def test_deleting_at_the_edge_does_nothing(pane: TextPane, key: str, start: int) -> None:
    """There is nothing before the start and nothing after the end."""
    pane.set_editing(is_editing=True)
    pane.select(Range(start, start))
    press(pane, key)
    assert pane.text() == TEXT


@pytest.mark.parametrize(
    ("key", "is_done"),
    [("Return", False), ("Enter", False), ("Shift+Return", False), ("Ctrl+Return", True), ("Esc", False)],
)
def test_enter_leaves_and_never_breaks_the_line(
    pane: TextPane, qtbot: QtBot, key: str, is_done: bool
) -> None:
    """Enter in any form leaves the text as it is and asks to be let out."""
    pane.set_editing(is_editing=True)
    with qtbot.waitSignal(pane.leave_wanted) as left:
        press(pane, key)
    assert (left.args, pane.text()) == ([is_done], TEXT)


def test_what_is_pasted_becomes_one_line(pane: TextPane) -> None:
    """Line breaks of every kind turn into spaces, formatting is dropped."""
    write(pane, "")
    pane.set_editing(is_editing=True)
    pasted = QMimeData()
    pasted.setText("पहली  \r\n  दूसरी\u2029तीसरी\u2028चौथी\n")
    pasted.setHtml("<b>पहली</b><br>दूसरी")
    pane.insertFromMimeData(pasted)
    assert pane.text() == "पहली दूसरी तीसरी चौथी"


def test_one_pasted_line_keeps_its_spaces(pane: TextPane) -> None:
    """A word pasted with the space before it brings that space."""
    write(pane, "वह")
    pane.set_editing(is_editing=True)
    press(pane, "End")
    pasted = QMimeData()
    pasted.setText(" आया")
    pane.insertFromMimeData(pasted)
    assert pane.text() == "वह आया"


def test_an_input_method_brings_no_line_break(pane: TextPane) -> None:
    """What dictation or an input method commits stays in the line as well."""
    write(pane, "")
    pane.set_editing(is_editing=True)
    commit(pane, "पहली\nदूसरी")
    assert pane.text() == "पहली दूसरी"


def test_undo_while_typing_goes_back_to_what_was_shown(pane: TextPane) -> None:
    """Undo inside the text ends at the text as it was opened."""
    pane.set_editing(is_editing=True)
    commit(pane, "वह ")
    press(pane, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert pane.text() == TEXT


def test_up_and_down_keep_the_caret_between_letters(pane: TextPane) -> None:
    """Moving from line to line while typing never ends inside a conjunct."""
    text = "राष्ट्रीय क्षत्रिय स्त्री " * 10
    write(pane, text)
    pane.set_editing(is_editing=True)
    places = set()
    for start in boundaries(text)[:24]:
        pane.select(Range(start, start))
        press(pane, "Down")
        places.add(pane.textCursor().position())
    assert places <= set(boundaries(text))
