"""What can be asked of an open project."""

from pathlib import Path

from reviewer.domain.segment import State
from tests.builders import a_draft
from tests.review.projects import a_project, flag_words, the_rows


def test_labels_follow_the_history(tmp_path: Path) -> None:
    """Menus can say what undo and redo would do."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        flag_words(session, row, 0, 4)
        session.set_state(row, State.REVIEWED)
        assert (session.undo_label, session.redo_label) == ("Set state", "")
        session.undo()
        assert (session.undo_label, session.redo_label) == ("Flag", "Set state")
        session.undo()
        assert (session.undo_label, session.redo_label) == ("Add document", "Flag")


def test_documents_are_listed_in_the_order_they_came(tmp_path: Path) -> None:
    """The list gives each with its own counts."""
    with a_project(tmp_path) as session:
        session.add_document(a_draft("एक शब्द।", title="दूसरा"))
        found = [(summary.document.title, summary.total, summary.words) for summary in session.documents()]
        assert found == [("लेख", 3, 12), ("दूसरा", 1, 2)]


def test_removed_document_can_still_be_read(tmp_path: Path) -> None:
    """The journal may point to it."""
    with a_project(tmp_path) as session:
        document = session.documents()[0].document
        session.remove_document(document.id)
        assert session.document(document.id) == document


def test_own_judgement_is_the_users(tmp_path: Path) -> None:
    """Without a name the user's number is meant."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        judged = session.judge(row, 33)
        assert session.judgement(row) == session.judgement(row, "asha") == judged
        assert session.judgement(row, "ravi") is None
