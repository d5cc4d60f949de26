"""A text with marks beneath it: what goes in comes out, and all of it is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.offset import to_utf16
from reviewer.ui.app import make_application
from reviewer.ui.font import load_fonts
from reviewer.ui.grid.marked import MarkedText
from reviewer.ui.mark import Mark
from reviewer.ui.theme import Theme
from tests.ui.workplace import LONG

AWKWARD = {
    "no-break space": "डॉ.\u00a0राव 5\u202fकिमी",
    "joiners": "क्\u200dष और क्\u200cष",
    "emoji": "वाह 😀 बहुत 👩‍🌾 अच्छा",
    "lines": "पहली पंक्ति\nदूसरी पंक्ति",
    "edges": " बीच ",
    "tab": "एक\tदो",
    "decomposed": "क\u093cलम और क़लम",
    "soft hyphen": "आत्म\u00adनिर्भर",
}


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[MarkedText]:
    """A text widget on the screen."""
    make_application()
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(420, 300)
    made = MarkedText(Theme("light"), frame)
    made.setGeometry(0, 0, 420, 300)
    with qtbot.waitExposed(frame):
        frame.show()
    yield made
    frame.close()


def write(widget: MarkedText, text: str) -> None:
    """Show a text in the open row's Hindi."""
    widget.show_text(text, load_fonts().hindi_open, 1.75)


@pytest.mark.parametrize("shown", AWKWARD.values(), ids=AWKWARD.keys())
def test_a_text_that_is_shown_stays_the_same(text: MarkedText, shown: str) -> None:
    """Looking at a text changes not one character of it."""
    write(text, shown)
    assert text.text() == shown


@pytest.mark.parametrize("shown", AWKWARD.values(), ids=AWKWARD.keys())
def test_typing_elsewhere_changes_nothing_else(text: MarkedText, shown: str) -> None:
    """A letter typed at the end leaves every other character as it was."""
    write(text, shown)
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("क")
    assert text.text() == f"{shown}क"


@pytest.mark.parametrize("shown", ["क\r\nख", "क\rख", "क\u2029ख", "क\u2028ख", "क\n\nख"])
def test_any_line_break_keeps_the_places_behind_it(text: MarkedText, shown: str) -> None:
    """Whatever breaks the line, a mark behind it lies on the right letter, in one block."""
    write(text, shown)
    text.select(Range(len(shown) - 1, len(shown)))
    assert (text.textCursor().selectedText(), text.document().blockCount()) == ("ख", 1)


def test_the_same_text_keeps_the_caret(text: MarkedText) -> None:
    """Drawing a row again does not move the caret."""
    write(text, LONG)
    text.select(Range(3, 6))
    write(text, LONG)
    assert text.selection() == Range(3, 6)


def test_another_text_starts_at_its_beginning(text: MarkedText) -> None:
    """In a new row the caret stands before the first letter."""
    write(text, LONG)
    text.select(Range(3, 8))
    write(text, "दूसरा।")
    assert text.selection() == Range(0, 0)


def test_positions_count_code_points(text: MarkedText) -> None:
    """An emoji is one position, though Qt counts two."""
    write(text, "😀 नेता")
    text.select(Range(2, 6))
    assert (text.textCursor().selectionStart(), text.selection()) == (3, Range(2, 6))


def test_a_selection_is_widened_to_whole_letters(text: MarkedText) -> None:
    """Half a conjunct is not selected."""
    write(text, "क्षत्रिय")
    cursor = text.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert text.selection() == Range(0, 7)


def test_selecting_beyond_the_end_stops_there(text: MarkedText) -> None:
    """A range of a longer text that was there before does no harm."""
    write(text, "नेता")
    text.select(Range(2, 99))
    assert text.selection().end == 4


def test_all_of_a_text_fits_its_height(text: MarkedText) -> None:
    """The height it asks for shows the last line too."""
    write(text, LONG)
    text.resize(420, text.height_for(420))
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert text.cursorRect(cursor).bottom() <= text.viewport().height()


def test_a_wider_text_is_lower(text: MarkedText) -> None:
    """More room to the side is less to the bottom."""
    write(text, LONG)
    assert text.height_for(800) < text.height_for(300)


def test_lines_stand_as_far_apart_as_wanted(text: MarkedText) -> None:
    """Lines of the open Hindi are 1.75 em apart, so that matras and marks have room."""
    write(text, LONG)
    layout = text.document().firstBlock().layout()
    pitch = layout.lineAt(1).y() - layout.lineAt(0).y()
    assert pitch == pytest.approx(1.75 * 21, abs=1)


def test_the_shortest_mark_is_found(text: MarkedText) -> None:
    """Where marks are nested, the inner one is meant."""
    shown = "रूसी नेता ने सम्मान पाया।"
    write(text, shown)
    outer = Mark(1, (Range(0, 12),), Severity.MINOR)
    inner = Mark(2, (Range(5, 9),), Severity.MAJOR)
    text.show_marks([outer, inner])
    assert [found.flag_id for found in (text.mark_at(at(text, 7)), text.mark_at(at(text, 2))) if found] == [
        2,
        1,
    ]


def test_beside_the_marks_there_is_none(text: MarkedText) -> None:
    """Plain words carry no mark."""
    write(text, "रूसी नेता ने सम्मान पाया।")
    text.show_marks([Mark(1, (Range(0, 4),), Severity.MINOR)])
    assert text.mark_at(at(text, 15)) is None


def test_marks_are_painted(text: MarkedText) -> None:
    """A mark changes the picture, and taking it away restores it."""
    write(text, "रूसी नेता ने सम्मान पाया।")
    plain = text.grab().toImage()
    text.show_marks([Mark(1, (Range(0, 4),), Severity.CRITICAL)])
    marked = text.grab().toImage()
    text.show_marks([])
    assert marked != plain
    assert text.grab().toImage() == plain


def test_an_empty_text_can_be_shown_and_marked(text: MarkedText) -> None:
    """A segment without words can still carry an omission."""
    write(text, "")
    text.show_marks([Mark(1, (Range(0, 0),), Severity.MAJOR)])
    assert not text.grab().isNull()
    assert text.selection() == Range(0, 0)


def at(widget: MarkedText, index: int) -> QPointF:
    """The middle of the line where a code point begins."""
    cursor = widget.textCursor()
    cursor.setPosition(to_utf16(widget.text(), index))
    return QPointF(widget.cursorRect(cursor).center())
