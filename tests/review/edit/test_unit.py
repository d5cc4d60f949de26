"""One edit in the making."""

from pathlib import Path

from reviewer.review.change import RowChange
from reviewer.review.edit.unit import Edit
from tests.review.projects import a_project, the_rows


def test_only_what_differs_is_noted(tmp_path: Path) -> None:
    """A step holds the columns that changed, and nothing is noted where none did."""
    with a_project(tmp_path) as session, session._database.write() as connection:
        edit = Edit(connection, "asha")
        edit.update("documents", 1, {"title": "लेख", "system": ""}, {"title": "नया", "system": ""})
        edit.update("documents", 1, {"title": "नया"}, {"title": "नया"})
        assert edit.ledger.steps == [RowChange("documents", 1, {"title": "लेख"}, {"title": "नया"})]


def test_edit_remembers_the_segment_it_is_about(tmp_path: Path) -> None:
    """The journal entry will name it."""
    with a_project(tmp_path) as session, session._database.write() as connection:
        edit = Edit(connection, "asha")
        row = the_rows(session)[1]
        assert edit.segment(row).id == row
        assert (edit.document_id, edit.segment_id) == (1, row)
