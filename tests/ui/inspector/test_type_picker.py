"""Choosing an error type."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.profile import ErrorType
from reviewer.scoring.profile import load
from reviewer.ui.inspector.type_picker import TypePicker

TYPES = load("newsroom").types


class Page(QWidget):
    """A page that a picker lies on, brought to the screen."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.picker = TypePicker(self)
        self.resize(320, 520)
        self.picker.resize(300, 500)
        qtbot.addWidget(self)
        with qtbot.waitExposed(self):
            self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[TypePicker]:
    """A picker with the newsroom's types, for a flag that is an omission."""
    page = Page(qtbot)
    page.picker.show_types(TYPES, "accuracy/omission")
    yield page.picker
    page.close()


def offered(picker: TypePicker) -> list[str]:
    """The types in the list, in order."""
    rows = (picker.list.item(row) for row in range(picker.list.count()))
    return [item.data(Qt.ItemDataRole.UserRole) for item in rows]


def test_all_types_are_offered_with_the_current_one_chosen(picker: TypePicker, qtbot: QtBot) -> None:
    """Opening the picker and pressing Enter changes nothing."""
    picker.begin()
    assert picker.list.isVisible()
    assert offered(picker) == [kind.id for kind in TYPES]
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
    assert chosen.args == ["accuracy/omission"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("spel", "linguistic/spelling"),
        ("wrong", "terminology/wrong-term"),
        ("term inc", "terminology/inconsistent"),
        ("OVER", "accuracy/under-over-translation"),
        ("acc add", "accuracy/addition"),
        ("negation", "accuracy/mistranslation"),
    ],
)
def test_letters_find_a_type_by_title_family_or_hint(
    picker: TypePicker, qtbot: QtBot, typed: str, first: str
) -> None:
    """Beginnings of words are enough, in any order; what the title says comes first."""
    picker.begin()
    qtbot.keyClicks(picker.filter, typed)
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
    assert chosen.args == [first]


def test_arrows_move_in_the_list(picker: TypePicker, qtbot: QtBot) -> None:
    """Down and Up choose while the letters stay with the filter, and stop at the ends."""
    picker.begin()
    rows = []
    for key in [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, *[Qt.Key.Key_Down] * 40]:
        qtbot.keyClick(picker.filter, key)
        rows.append(picker.list.currentRow())
    assert rows[:4] == [2, 1, 0, 0]
    assert rows[-1] == len(TYPES) - 1


def test_escape_leaves_without_a_choice(picker: TypePicker, qtbot: QtBot) -> None:
    """Esc says only that the picker is done."""
    picker.begin()
    chosen: list[str] = []
    picker.chosen.connect(chosen.append)
    with qtbot.waitSignal(picker.left):
        qtbot.keyClick(picker.filter, Qt.Key.Key_Escape)
    assert chosen == []


def test_enter_stays_where_nothing_fits(picker: TypePicker, qtbot: QtBot) -> None:
    """A mistyped name neither chooses nor leaves."""
    picker.begin()
    qtbot.keyClicks(picker.filter, "xyzzy")
    with qtbot.assertNotEmitted(picker.left), qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
    assert offered(picker) == []


def test_a_click_chooses(picker: TypePicker, qtbot: QtBot) -> None:
    """The mouse can choose too."""
    picker.begin()
    at = picker.list.visualItemRect(picker.list.item(0)).center()
    with qtbot.waitSignals([picker.chosen, picker.left]):
        qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_type_the_profile_does_not_know_is_kept(picker: TypePicker) -> None:
    """A flag from elsewhere keeps its type, and it can be chosen again."""
    picker.show_types(TYPES, "style/purple-prose")
    assert offered(picker)[-1] == "style/purple-prose"
    assert picker.filter.placeholderText() == "Purple prose (T to change)"


def test_a_flag_without_a_type_says_so(picker: TypePicker) -> None:
    """What is not classified yet is named so."""
    picker.show_types(TYPES, "")
    assert picker.filter.placeholderText() == "not classified (T to change)"


def test_another_flag_brings_its_own_type_while_the_picker_is_open(picker: TypePicker, qtbot: QtBot) -> None:
    """Enter never gives a flag the type of the one before."""
    picker.begin()
    picker.show_types(TYPES, "linguistic/grammar")
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
    assert chosen.args == ["linguistic/grammar"]


def test_what_was_typed_is_gone_the_next_time(picker: TypePicker, qtbot: QtBot) -> None:
    """Leaving closes the list and clears the filter."""
    picker.begin()
    qtbot.keyClicks(picker.filter, "spel")
    picker.filter.clearFocus()
    assert not picker.list.isVisible()
    assert picker.filter.text() == ""


def test_hints_stand_in_the_tool_tips(picker: TypePicker) -> None:
    """What a type means can be read where it is chosen."""
    picker.show_types([ErrorType(id="style/awkward", title="Awkward", hint="Reads badly.")], "")
    assert picker.list.item(0).toolTip() == "Reads badly."
