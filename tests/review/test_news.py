"""What listeners are told."""

from pathlib import Path

from reviewer.review.event import (
    DocumentsChanged,
    Event,
    HistoryChanged,
    RowsChanged,
    SegmentChanged,
)
from reviewer.review.session import Session
from tests.builders import a_draft
from tests.review.projects import a_project, flag_words, the_rows


def heard_by(session: Session) -> list[Event]:
    """A list that fills with what the session tells from now on."""
    heard: list[Event] = []
    session.subscribe(heard.append)
    return heard


def test_new_document_is_told(tmp_path: Path) -> None:
    """The list of documents changed, no row of an open document did."""
    with a_project(tmp_path) as session:
        heard = heard_by(session)
        session.add_document(a_draft())
        assert heard == [DocumentsChanged(), HistoryChanged(can_undo=True, can_redo=False)]


def test_shift_tells_rows_once(tmp_path: Path) -> None:
    """However many rows hold other texts, the document is told once, with the row to look at."""
    with a_project(tmp_path, *[f"वाक्य {n}।" for n in range(50)], sources=("a",) * 50) as session:
        heard = heard_by(session)
        row = the_rows(session)[3]
        session.shift(row, side=next(iter(session.sides(1))), by=1)
        assert heard[:-1] == [RowsChanged(1), SegmentChanged(1, row, 3)]


def test_undone_split_tells_the_row_that_remains(tmp_path: Path) -> None:
    """The part that is gone is not told of."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[1]
        session.split(row, 5)
        heard = heard_by(session)
        session.undo()
        assert heard[:-1] == [RowsChanged(1), SegmentChanged(1, row, 1)]


def test_withdrawn_signature_is_told_with_the_edit(tmp_path: Path) -> None:
    """An edit of a signed document changes the list of documents too."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.sign_off(1)
        heard = heard_by(session)
        flag_words(session, row, 0, 4)
        assert heard[:-1] == [DocumentsChanged(), SegmentChanged(1, row, 0)]


def test_change_made_elsewhere_is_told_with_the_next_edit(tmp_path: Path) -> None:
    """Another program wrote to the file: the list of documents is read anew."""
    with a_project(tmp_path) as here, Session.open(here.path, "ravi") as there:
        there.add_document(a_draft(title="और एक"))
        heard = heard_by(here)
        flag_words(here, the_rows(here)[0], 0, 4)
        assert DocumentsChanged() in heard
        assert len(here.documents()) == 2
