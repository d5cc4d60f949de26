"""Typing at the desk: when it is stored, and that nothing typed is lost."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.segment import State
from reviewer.domain.span import Range, Side
from reviewer.review.session import Session
from reviewer.ui.desk import PAUSE_MS
from reviewer.ui.grid.model import Column
from reviewer.ui.grid.pane import TextPane
from tests.ui.workplace import LONG, Workplace

THREE = ("पहला वाक्य।", "दूसरा वाक्य।", "तीसरा वाक्य।")


def type_in(pane: TextPane, text: str) -> None:
    """Type at the caret, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(pane, event)


def current_id(place: Workplace) -> int:
    """The id of the current segment."""
    segment = place.desk.segment()
    assert segment is not None
    return segment.id


def test_typing_is_committed_on_leaving(place: Workplace) -> None:
    """Ending the edit stores the text."""
    session = place.open(*THREE)
    place.desk.begin_editing()
    type_in(place.hindi, "वह ")
    place.desk.end_editing()
    assert session.segment(current_id(place)).final == f"वह {THREE[0]}"


def test_typing_is_committed_on_going_to_another_row(place: Workplace) -> None:
    """Moving on stores the text too, in the row it was typed into."""
    session = place.open(*THREE)
    place.desk.begin_editing()
    type_in(place.hindi, "वह ")
    place.desk.go(1)
    finals = [segment.final for segment in session.segments(1, 0, 2)]
    assert finals == [f"वह {THREE[0]}", THREE[1]]


def test_typing_is_committed_after_a_pause(place: Workplace, qtbot: QtBot) -> None:
    """A pause stores the text; the editor goes on typing."""
    session = place.open(*THREE)
    place.desk._pause.setInterval(0)
    place.desk.begin_editing()
    with qtbot.waitSignal(place.desk.segment_changed):
        type_in(place.hindi, "वह ")
    assert session.segment(current_id(place)).final == f"वह {THREE[0]}"
    assert place.desk.is_editing


def test_the_pause_is_one_second() -> None:
    """Nothing typed is at risk for longer."""
    assert PAUSE_MS == 1000


def test_nothing_typed_is_nothing_written(place: Workplace) -> None:
    """Opening the text for editing and leaving it is no change."""
    session = place.open(*THREE)
    before = session.journal()
    place.desk.begin_editing()
    place.desk.end_editing()
    assert session.journal() == before


def test_what_is_being_typed_survives_a_change_of_the_row(place: Workplace) -> None:
    """A flag made on the row meanwhile does not take back the letters just typed, nor the caret."""
    session = place.open(*THREE)
    place.desk.begin_editing()
    type_in(place.hindi, "वह ")
    session.set_state(current_id(place), State.IN_WORK)
    assert (place.hindi.text(), place.hindi.selection()) == (f"वह {THREE[0]}", Range(3, 3))


def test_what_is_being_typed_survives_new_rows(place: Workplace) -> None:
    """Rows that are aligned anew in the background neither lose what is typed nor end the edit."""
    session = place.open(*THREE)
    document_id, segment_id = place.desk.document_id, current_id(place)
    assert document_id is not None
    place.desk.begin_editing()
    type_in(place.hindi, "वह ")
    session.set_texts(document_id, {segment_id: "First."}, Side.SOURCE)
    assert session.segment(segment_id).final == f"वह {THREE[0]}"
    type_in(place.hindi, "अब ")
    assert place.hindi.text() == f"वह अब {THREE[0]}"


def test_the_english_can_be_typed(place: Workplace) -> None:
    """A source that came later is typed into its own column, which is brought back for it."""
    session = place.open(*THREE)
    place.grid.show_column(Column.SOURCE, is_shown=False)
    place.desk.begin_editing(Column.SOURCE)
    type_in(place.grid.open_row.panes[Column.SOURCE], "First.")
    place.desk.end_editing()
    assert session.segment(current_id(place)).source == "First."


def test_one_text_is_typed_at_a_time(place: Workplace) -> None:
    """Going on to the English ends and stores the Hindi."""
    session = place.open(*THREE, sources=("First.",))
    place.desk.begin_editing()
    type_in(place.hindi, "वह ")
    place.desk.begin_editing(Column.SOURCE)
    assert (place.hindi.is_editing, place.desk.is_editing) == (False, True)
    assert session.segment(current_id(place)).final == f"वह {THREE[0]}"


def test_the_mode_is_told(place: Workplace, qtbot: QtBot) -> None:
    """The strip hears of both ways."""
    place.open(*THREE)
    with qtbot.waitSignal(place.desk.mode_changed):
        place.desk.begin_editing()
    with qtbot.waitSignal(place.desk.mode_changed):
        place.desk.end_editing()


def test_escape_is_not_needed_to_mark_again(place: Workplace) -> None:
    """On the next row one marks, whatever was done on the row before."""
    place.open(*THREE)
    place.desk.begin_editing()
    place.desk.go(1)
    assert not place.desk.is_editing


def test_text_that_cannot_be_stored_is_kept(place: Workplace, qtbot: QtBot) -> None:
    """While the disk is full, what was typed stays on the screen and its row stays open."""
    session = place.open(*THREE)
    place.desk.begin_editing()
    type_in(place.hindi, LONG * 100)
    fill_disk(session)
    with qtbot.waitSignal(place.desk.failed):
        place.desk.go(1)
    assert (place.desk.position, place.hindi.text()) == (0, LONG * 100 + THREE[0])
    assert place.desk.is_editing
    fill_disk(session, is_full=False)
    place.desk.go(1)
    assert session.segments(1, 0, 1)[0].final == LONG * 100 + THREE[0]


def test_a_project_can_be_closed_on_a_full_disk(place: Workplace, qtbot: QtBot) -> None:
    """The failure is told, and the window is not held back."""
    session = place.open(*THREE)
    place.desk.begin_editing()
    type_in(place.hindi, LONG * 100)
    fill_disk(session)
    with qtbot.waitSignal(place.desk.failed):
        place.desk.detach()
    assert (place.desk.session, place.desk.is_editing) == (None, False)


def fill_disk(session: Session, *, is_full: bool = True) -> None:
    """Let the project's file not grow any more, as on a full disk."""
    with session._database.read() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {1 if is_full else 1_000_000}")
