"""Edits that the session refuses."""

from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.ui.command.guard import attempt, did
from tests.ui.workplace import Workplace


def refuse(error: Exception) -> None:
    """An edit that fails."""
    raise error


def test_what_is_done_is_handed_back(place: Workplace) -> None:
    """An edit that is taken gives its result."""
    assert attempt(place.desk, lambda: 7) == 7
    assert did(place.desk, lambda: None)


def test_an_error_goes_to_the_window(place: Workplace) -> None:
    """What the user can mend is shown with its remedy."""
    failed: list[object] = []
    place.desk.failed.connect(failed.append)
    error = ReviewerError("the disk is full")
    assert attempt(place.desk, lambda: refuse(error)) is None
    assert not did(place.desk, lambda: refuse(error))
    assert failed == [error, error]


def test_a_refusal_is_told_in_one_line(place: Workplace) -> None:
    """What makes no sense is said in a sentence that begins with a capital."""
    told: list[str] = []
    place.desk.told.connect(told.append)
    assert not did(place.desk, lambda: refuse(ValueError("segment 3 has open flags")))
    assert told == ["Segment 3 has open flags"]


def test_a_mistake_in_the_program_is_not_hidden(place: Workplace) -> None:
    """Only what was foreseen is caught."""
    with pytest.raises(ZeroDivisionError):
        attempt(place.desk, lambda: refuse(ZeroDivisionError()))


def test_nothing_is_stored_where_an_edit_was_refused(place: Workplace, tmp_path: Path) -> None:
    """A refused edit leaves no trace in the journal."""
    session = place.open("एक।")
    before = len(session.journal())
    assert not did(place.desk, lambda: session.merge(session.segments(1, 0, 1)[0].id))
    assert len(session.journal()) == before
    assert tmp_path.exists()
