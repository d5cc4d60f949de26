"""The open project: edits, their events, undo and redo, opening again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role, State
from reviewer.domain.span import Side
from reviewer.review.event import (
    DocumentsChanged,
    Event,
    HistoryChanged,
    ProfileChanged,
    RowsChanged,
    SegmentChanged,
)
from reviewer.review.session import Session
from tests.builders import a_draft
from tests.review.projects import TEXTS, a_project, flag_words, the_review, the_rows


def test_new_project_holds_nothing_to_undo(tmp_path: Path) -> None:
    """A new project has no documents, no history and the newsroom profile."""
    with Session.create(tmp_path / "new.review", "asha") as session:
        assert session.documents() == ()
        assert (session.can_undo, session.can_redo) == (False, False)
        assert session.profile_id == "newsroom"


def test_project_is_opened_again_as_it_was_left(tmp_path: Path) -> None:
    """What was said is there after a restart, by another user too."""
    with a_project(tmp_path) as session:
        flag_words(session, the_rows(session)[0], 0, 5)
        before = the_review(session)
        path = session.path
    with Session.open(path, "ravi") as again:
        assert the_review(again) == before
        assert again.user == "ravi"


def test_undo_and_redo_work_after_a_restart(tmp_path: Path) -> None:
    """The undo stack lives in the file: closing the project does not end it."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "नया वाक्य।")
        edited = the_review(session)
        path = session.path
    with Session.open(path, "asha") as again:
        assert again.undo_label == "Edit Hindi"
        again.undo()
        assert again.segment(row).final == TEXTS[0]
    with Session.open(path, "asha") as third:
        assert third.redo_label == "Edit Hindi"
        third.redo()
        assert the_review(third) == edited


def test_everything_can_be_undone_to_the_empty_project(tmp_path: Path) -> None:
    """Undo reaches back to the first change, and redo forward to the last."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        flag_words(session, first, 0, 5)
        session.set_final(second, "दूसरा बदला।")
        session.judge(second, 0)
        session.merge(first)
        after = the_review(session)
        undone = 0
        while session.undo():
            undone += 1
        assert (undone, session.documents()) == (5, ())
        while session.redo():
            pass
        assert the_review(session) == after


def test_new_edit_drops_what_could_be_redone(tmp_path: Path) -> None:
    """After an undo and a new edit there is nothing to redo, yet the journal keeps the old branch."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "एक।")
        session.undo()
        session.set_final(row, "दो।")
        assert not session.can_redo
        assert session.redo() is None
        session.undo()
        assert session.segment(row).final == TEXTS[0]
        assert session.undo_label == "Add document"
        assert len(session.journal()) == 5


def test_undo_returns_the_change_it_took_back(tmp_path: Path) -> None:
    """The window learns from undo where to jump to."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[1]
        session.set_final(row, "बदला हुआ।")
        change = session.undo()
        assert change is not None
        assert (change.segment_id, change.action, change.who) == (row, "Edit Hindi", "asha")


def test_edit_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    """Setting a text, state, role or title to what it is leaves the journal and the listeners alone."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        document = session.documents()[0].document
        heard: list[Event] = []
        session.subscribe(heard.append)
        session.set_final(row, TEXTS[0])
        session.set_state(row, State.UNREVIEWED)
        session.set_role(row, Role.BODY)
        session.rename(document.id, document.title)
        session.judge(row, None)
        session.withdraw_sign_off(document.id)
        assert heard == []
        assert len(session.journal()) == 1


def test_flag_is_told_as_one_segment_event(tmp_path: Path) -> None:
    """A listener hears of the segment with its row, and of the history."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[1]
        heard: list[Event] = []
        session.subscribe(heard.append)
        flag_words(session, row, 0, 6)
        document = session.documents()[0].document.id
        assert heard == [SegmentChanged(document, row, 1), HistoryChanged(can_undo=True, can_redo=False)]


def test_undo_tells_the_segment_it_touched(tmp_path: Path) -> None:
    """Undoing a merge tells that rows changed, and which row to jump to."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[1]
        session.merge(row)
        heard: list[Event] = []
        session.subscribe(heard.append)
        session.undo()
        document = session.documents()[0].document.id
        assert heard[:2] == [RowsChanged(document), SegmentChanged(document, row, 1)]


def test_listener_hears_nothing_after_leaving(tmp_path: Path) -> None:
    """The function that subscribe returned ends the subscription."""
    with a_project(tmp_path) as session:
        heard: list[Event] = []
        leave = session.subscribe(heard.append)
        leave()
        session.set_final(the_rows(session)[0], "कुछ और।")
        assert heard == []


def test_profile_change_is_told_and_undone(tmp_path: Path) -> None:
    """Changing the profile is an edit as any other."""
    with a_project(tmp_path) as session:
        heard: list[Event] = []
        session.subscribe(heard.append)
        session.set_profile("mqm-wmt")
        assert ProfileChanged() in heard
        assert session.profile_id == "mqm-wmt"
        session.undo()
        assert session.profile_id == "newsroom"


def test_rules_of_its_own_come_and_go_with_undo(tmp_path: Path) -> None:
    """A project's own rules are kept as text, and undo brings the shipped ones back."""
    with a_project(tmp_path) as session:
        session.set_profile("ours", 'id = "ours"')
        path = session.path
    with Session.open(path, "asha") as session:
        assert (session.profile_id, session.profile_text) == ("ours", 'id = "ours"')
        assert session.project_review().profile_text == 'id = "ours"'
        session.undo()
        assert (session.profile_id, session.profile_text) == ("newsroom", "")


def test_desk_of_a_document_is_kept(tmp_path: Path) -> None:
    """Saying which part of the newsroom it is for is an edit as any other."""
    with a_project(tmp_path) as session:
        session.set_desk(1, "खेल")
        assert session.document(1).desk == "खेल"
        session.undo()
        assert session.document(1).desk == ""


def test_removed_document_can_be_restored(tmp_path: Path) -> None:
    """Removing hides a document with all that was said; restoring shows it unchanged."""
    with a_project(tmp_path) as session:
        flag_words(session, the_rows(session)[0], 0, 5)
        before, document = the_review(session), session.documents()[0].document
        session.remove_document(document.id)
        assert session.documents() == ()
        assert session.removed_documents() == (document,)
        session.restore(document.id)
        assert the_review(session) == before


def test_documents_keep_their_order_when_one_comes_back(tmp_path: Path) -> None:
    """A restored document stands where it stood."""
    with a_project(tmp_path) as session:
        first = session.documents()[0].document
        second = session.add_document(a_draft(title="दूसरा लेख"))
        session.remove_document(first.id)
        session.restore(first.id)
        assert [summary.document.id for summary in session.documents()] == [first.id, second.id]


def test_renaming_is_told_and_undone(tmp_path: Path) -> None:
    """A new title shows at once in the list of documents."""
    with a_project(tmp_path) as session:
        document = session.documents()[0].document
        heard: list[Event] = []
        session.subscribe(heard.append)
        session.rename(document.id, "नया शीर्षक")
        assert heard[0] == DocumentsChanged()
        assert session.document(document.id).title == "नया शीर्षक"
        session.undo()
        assert session.document(document.id) == document


@pytest.mark.parametrize("edit", ["flag", "text", "state", "merge", "shift", "judgement"])
def test_edit_withdraws_the_sign_off_in_the_same_change(tmp_path: Path, edit: str) -> None:
    """What was signed is no longer there, so the signature goes; one undo brings both back."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        document = session.documents()[0].document.id
        session.sign_off(document)
        signed = the_review(session)
        assert session.document(document).signed_by == "asha"
        edits: dict[str, Callable[[], object]] = {
            "flag": lambda: flag_words(session, row, 0, 5),
            "text": lambda: session.set_final(row, "नया।"),
            "state": lambda: session.set_state(row, State.REVIEWED),
            "merge": lambda: session.merge(row),
            "shift": lambda: session.shift(row, Side.SOURCE, 1),
            "judgement": lambda: session.judge(row, 50),
        }
        edits[edit]()
        assert not session.document(document).is_signed
        session.undo()
        assert the_review(session) == signed


def test_withdrawn_sign_off_is_undone(tmp_path: Path) -> None:
    """Withdrawing a sign-off by hand is a change of its own."""
    with a_project(tmp_path) as session:
        document = session.documents()[0].document.id
        session.sign_off(document)
        signed = session.document(document)
        session.withdraw_sign_off(document)
        assert not session.document(document).is_signed
        session.undo()
        assert session.document(document) == signed


def test_summary_counts_along(tmp_path: Path) -> None:
    """The list of documents counts rows, states, flags, edits and words without reading the rows."""
    with a_project(tmp_path) as session:
        first, second, third = the_rows(session)
        flag_words(session, first, 0, 5)
        session.set_final(second, "दूसरा वाक्य अब और लंबा है।")
        session.set_state(third, State.CLEAN)
        summary = session.documents()[0]
        counts = (summary.total, summary.in_work, summary.done, summary.flags, summary.edited, summary.words)
        assert counts == (3, 2, 1, 1, 1, 4 + 6 + 4)


def test_two_sessions_on_one_file_see_each_other(tmp_path: Path) -> None:
    """A change made elsewhere is in the list of documents after the next change made here."""
    with a_project(tmp_path) as here, Session.open(here.path, "ravi") as there:
        first, second, _ = the_rows(here)
        flag_words(there, first, 0, 5)
        flag_words(here, second, 0, 5)
        assert here.documents()[0].flags == 2
        here.undo()
        here.undo()
        assert here.documents()[0].flags == 0


def test_read_only_project_refuses_edits(tmp_path: Path) -> None:
    """A project that cannot be written opens for looking; an edit is one clear error."""
    with a_project(tmp_path) as session:
        row, path = the_rows(session)[0], session.path
        before = the_review(session)
    path.chmod(0o444)
    with Session.open(path, "asha") as looking:
        assert looking.is_read_only
        assert the_review(looking) == before
        with pytest.raises(ReviewerError, match="read-only"):
            looking.set_state(row, State.REVIEWED)
        with pytest.raises(ReviewerError, match="read-only"):
            looking.undo()


def test_failed_edit_leaves_nothing_behind(tmp_path: Path) -> None:
    """A span outside the text is refused before anything is written."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        before = the_review(session)
        with pytest.raises(ValueError, match="ends at 999"):
            flag_words(session, row, 0, 999, Side.FINAL)
        assert the_review(session) == before
        assert len(session.journal()) == 1


def test_unknown_segment_is_a_key_error(tmp_path: Path) -> None:
    """An id that is not there is named."""
    with a_project(tmp_path) as session, pytest.raises(KeyError, match="no segment 999"):
        session.add_flag(999, (), "", Severity.MINOR)
