"""The desk: what is open, where the editor is, and what is being typed."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.draft import DocumentDraft
from reviewer.domain.flag import Severity
from reviewer.domain.segment import State
from reviewer.domain.span import Side, Span
from reviewer.review.session import Session
from reviewer.ui.app import make_window
from reviewer.ui.grid.pane import TextPane
from tests.builders import a_draft
from tests.ui.workplace import LONG, Workplace, press

THREE = ("पहला वाक्य।", "दूसरा वाक्य।", "तीसरा वाक्य।")


def type_in(pane: TextPane, text: str) -> None:
    """Type at the caret, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(pane, event)


def a_flag_on(session: Session, segment_id: int) -> int:
    """Flag the first letters of a segment."""
    spans = [Span.single(Side.FINAL, 0, 3)]
    return session.add_flag(segment_id, spans, "accuracy/mistranslation", Severity.MAJOR).id


def current_id(place: Workplace) -> int:
    """The id of the current segment."""
    segment = place.desk.segment()
    assert segment is not None
    return segment.id


def digest(path: Path) -> str:
    """A fingerprint of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Project and document


def test_attaching_opens_the_first_document_at_its_first_row(place: Workplace) -> None:
    """A project opens where reading starts."""
    session = place.open(*THREE)
    assert (place.desk.session, place.desk.position, place.hindi.text()) == (session, 0, THREE[0])


def test_detaching_leaves_an_empty_desk(place: Workplace) -> None:
    """After closing nothing of the project is left on the screen."""
    place.open(*THREE)
    place.desk.detach()
    desk = place.desk
    assert (desk.session, desk.document_id, desk.row(), desk.model.rowCount()) == (None, None, None, 0)


def test_detaching_lets_go_of_the_file(place: Workplace) -> None:
    """A closed project can be opened elsewhere and listens no more."""
    session = place.open(*THREE)
    path = session.path
    place.desk.detach()
    with Session.open(path, user="another") as other:
        assert other.documents()[0].total == 3


def test_attaching_closes_the_project_before(place: Workplace) -> None:
    """One project is open at a time; what was typed into the first is kept."""
    first = place.open(*THREE)
    path = first.path
    place.desk.begin_editing()
    type_in(place.hindi, "वह ")
    place.desk.attach(place.session("दूसरा लेख।", name="second"))
    with Session.open(path, user="editor") as again:
        assert again.segments(1, 0, 1)[0].final == f"वह {THREE[0]}"


def test_another_project_opens_at_its_own_start(place: Workplace) -> None:
    """Places belong to a project: the row of the one before means nothing in the next."""
    place.open(*THREE)
    place.desk.go(2)
    place.desk.attach(place.session(*THREE, name="second"))
    assert place.desk.position == 0


def test_a_project_without_documents_can_be_open(place: Workplace) -> None:
    """An empty project is no error, and no key does harm in it."""
    place.desk.attach(Session.create(place.folder / "empty.review", user="editor"))
    place.desk.go(3)
    place.desk.begin_editing()
    assert (place.desk.row(), place.desk.flag(), place.desk.is_editing) == (None, None, False)


def test_a_document_without_segments_can_be_shown(place: Workplace) -> None:
    """A document of 0 segments has no current row, and no key does harm in it."""
    session = place.open()
    empty = session.add_document(DocumentDraft(title="खाली", segments=()))
    place.desk.show_document(empty.id)
    place.desk.go(1)
    place.desk.begin_editing()
    assert (place.desk.document_id, place.desk.position, place.desk.is_editing) == (empty.id, -1, False)


def test_a_document_of_one_segment_stays_on_it(place: Workplace) -> None:
    """There is nowhere else to go in a document of one row."""
    place.open("अकेला वाक्य।")
    place.desk.go(1)
    place.desk.go(-1)
    assert (place.desk.position, place.hindi.text()) == (0, "अकेला वाक्य।")


def test_a_document_is_shown_where_it_was_left(place: Workplace) -> None:
    """Going to another document and back keeps the row."""
    session = place.open(*THREE)
    other = session.add_document(a_draft(*THREE, title="दूसरा"))
    first = place.desk.document_id
    place.desk.go(2)
    place.desk.show_document(other.id)
    assert place.desk.position == 0
    place.desk.show_document(first)
    assert place.desk.position == 2


def test_a_document_is_shown_at_a_wanted_row(place: Workplace) -> None:
    """A row that is asked for goes before the one remembered."""
    session = place.open(*THREE)
    other = session.add_document(a_draft(*THREE))
    place.desk.show_document(other.id, 1)
    assert place.desk.position == 1


def test_a_removed_document_makes_room_for_another(place: Workplace) -> None:
    """When the document on the desk is removed, the first of those left is shown."""
    session = place.open(*THREE)
    other = session.add_document(a_draft("शेष।"))
    assert place.desk.document_id is not None
    session.remove_document(place.desk.document_id)
    assert (place.desk.document_id, place.hindi.text()) == (other.id, "शेष।")


def test_the_last_document_removed_leaves_the_desk_empty(place: Workplace) -> None:
    """Without documents there is nothing to show."""
    session = place.open(*THREE)
    assert place.desk.document_id is not None
    session.remove_document(place.desk.document_id)
    assert (place.model.document_id, place.model.rowCount()) == (None, 0)


def test_the_profile_is_that_of_the_project(place: Workplace) -> None:
    """Changing the project's profile changes what the desk judges by."""
    session = place.open(*THREE)
    before = place.desk.profile.id
    session.set_profile("plain")
    assert (before, place.desk.profile.id) == ("newsroom", "plain")


# Rows and flags


@pytest.mark.parametrize(("wanted", "reached"), [(-5, 0), (1, 1), (2, 2), (3, 2), (99, 2)])
def test_going_ends_at_the_first_and_last_row(place: Workplace, wanted: int, reached: int) -> None:
    """Beyond the rows there is nothing: one stays at the edge."""
    place.open(*THREE)
    place.desk.go(wanted)
    assert (place.desk.position, place.grid.current.position) == (reached, reached)


def test_going_tells_once(place: Workplace) -> None:
    """Panels are drawn once a step, not several times."""
    place.open(*THREE)
    told: list[int] = []
    place.desk.row_changed.connect(lambda: told.append(place.desk.position))
    place.desk.go(1)
    assert told == [1]


def test_pressing_a_row_goes_there(place: Workplace) -> None:
    """A click on a row opens it."""
    place.open(*THREE)
    place.grid.row_pressed.emit(2)
    assert place.desk.position == 2


def test_going_to_another_row_forgets_the_flag(place: Workplace) -> None:
    """The current flag is one of the current row."""
    session = place.open(*THREE)
    place.desk.choose_flag(a_flag_on(session, current_id(place)))
    place.desk.go(1)
    assert place.desk.flag() is None


def test_a_row_can_be_opened_at_a_flag(place: Workplace) -> None:
    """Row and flag are reached in one step."""
    session = place.open(*THREE)
    flag_id = a_flag_on(session, place.model.row(1).segment.id)
    place.desk.go(1, flag_id)
    flag = place.desk.flag()
    assert flag is not None
    assert flag.id == flag_id


def test_a_removed_flag_is_current_no_more(place: Workplace) -> None:
    """When the current flag is removed, no flag is current."""
    session = place.open(*THREE)
    flag_id = a_flag_on(session, current_id(place))
    place.desk.choose_flag(flag_id)
    session.remove_flag(flag_id)
    assert (place.desk.flag_id, place.desk.flag()) == (None, None)


def test_a_change_elsewhere_leaves_row_and_flag(place: Workplace) -> None:
    """A change to another row moves nothing on the desk."""
    session = place.open(*THREE)
    place.desk.choose_flag(a_flag_on(session, current_id(place)))
    before = (place.desk.position, place.desk.flag_id)
    session.set_final(place.model.row(2).segment.id, "बदला।")
    assert (place.desk.position, place.desk.flag_id) == before
    assert place.model.row(2).segment.final == "बदला।"


def test_a_change_to_another_document_is_not_shown(place: Workplace, qtbot: QtBot) -> None:
    """Rows of other documents are read when these are shown, not before."""
    session = place.open(*THREE)
    other = session.add_document(a_draft(*THREE))
    with qtbot.assertNotEmitted(place.desk.segment_changed):
        session.set_final(session.segments(other.id, 0, 1)[0].id, "बदला।")


def test_merged_rows_are_shown_at_once(place: Workplace) -> None:
    """After a merge the row holds both texts and the desk stays on it."""
    session = place.open(*THREE)
    place.desk.go(1)
    session.merge(current_id(place))
    assert (place.model.rowCount(), place.desk.position) == (2, 1)
    assert place.hindi.text() == "दूसरा वाक्य। तीसरा वाक्य।"


def test_an_edit_without_a_flag_is_proposed_as_one(place: Workplace) -> None:
    """What was corrected without a flag waits to be classified, until it is passed over."""
    session = place.open(*THREE)
    session.set_final(current_id(place), "पहला अच्छा वाक्य।")
    assert [proposal.suggestion for proposal in place.desk.proposals()] != []


def test_undo_jumps_to_where_the_change_was(qtbot: QtBot, tmp_path: Path) -> None:
    """Undoing from another row takes back the change and shows it."""
    window = make_window(tmp_path / "settings", user="editor")
    qtbot.addWidget(window)
    session = Session.create(tmp_path / "project.review", user="editor")
    session.add_document(a_draft(*THREE))
    window.desk.attach(session)
    session.set_state(window.desk.model.row(0).segment.id, State.REVIEWED)
    window.desk.go(2)
    window.actions_["edit.undo"].trigger()
    assert (window.desk.position, window.desk.model.row(0).segment.state) == (0, State.UNREVIEWED)
    window.close()


# Looking


def test_looking_changes_no_byte(place: Workplace) -> None:
    """Opening, walking to the end, editing nothing and closing leaves the file as it was."""
    made = place.session(*(f"{n} {LONG}" for n in range(200)))
    path = made.path
    made.close()
    before = digest(path)
    place.desk.attach(Session.open(path, user="another"))
    place.show()
    for position in range(0, 200, 20):
        place.desk.go(position)
        press(place.hindi, "Right", "Shift+Right", "End")
        place.desk.begin_editing()
        place.desk.end_editing()
    place.grid.grab()
    place.desk.detach()
    assert digest(path) == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
