"""How edits are made on an open project."""

from pathlib import Path

import pytest

from reviewer.review.change import Action
from reviewer.review.edit.unit import Edit
from reviewer.review.event import Event, HistoryChanged
from tests.review.projects import a_project, the_rows


def test_an_edit_is_committed_before_it_is_told(tmp_path: Path) -> None:
    """Whoever hears of it finds it in the project."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        read: list[str] = []
        session.subscribe(lambda _event: read.append(session.segment(row).final))
        session.set_final(row, "नया।")
        assert set(read) == {"नया।"}


def test_an_edit_that_fails_is_neither_kept_nor_told(tmp_path: Path) -> None:
    """Half of it would be worse than none."""
    with a_project(tmp_path) as session:
        heard: list[Event] = []
        session.subscribe(heard.append)
        with pytest.raises(ValueError, match="no text"), session._editing(Action.EDIT_TEXT) as edit:
            _rename_and_fail(edit)
        assert session.document(1).title == "लेख"
        assert heard == []


def _rename_and_fail(edit: Edit) -> None:
    edit.update("documents", 1, {"title": "लेख"}, {"title": "कुछ"})
    raise ValueError("no text")


def test_listeners_may_leave_while_they_are_told(tmp_path: Path) -> None:
    """The others still hear it."""
    with a_project(tmp_path) as session:
        heard: list[Event] = []
        leave = session.subscribe(lambda _event: leave())
        session.subscribe(heard.append)
        session.rename(1, "नया")
        assert isinstance(heard[-1], HistoryChanged)
