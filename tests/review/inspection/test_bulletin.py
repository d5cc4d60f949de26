"""Telling those who listen."""

import pytest

from reviewer.checks.catalogue import Added
from reviewer.checks.engine import Checker, Fault
from reviewer.review.inspection import bulletin
from reviewer.review.inspection.bulletin import Bulletin
from reviewer.review.inspection.event import CheckFailed, InspectionEvent, WorkWanted


def test_everybody_hears_until_they_leave() -> None:
    """Even one who leaves while being told."""
    told = Bulletin()
    heard: list[InspectionEvent] = []
    leave = told.subscribe(lambda _event: leave())
    told.subscribe(heard.append)
    told.tell(WorkWanted(1))
    told.tell(WorkWanted(2))
    assert heard == [WorkWanted(1), WorkWanted(2)]


def test_a_fault_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a check at work, and of one that could not be loaded."""
    monkeypatch.setattr(bulletin, "added", lambda: Added((), ("theirs is left out",)))
    told = Bulletin()
    heard: list[InspectionEvent] = []
    told.subscribe(heard.append)
    checker = Checker([])
    checker.faults["test.word"] = Fault("test.word", 1, RuntimeError("why"))
    told.tell_faults(checker)
    told.tell_faults(checker)
    assert heard == [
        CheckFailed("test.word", "the check test.word failed and is put aside: RuntimeError why"),
        CheckFailed("", "theirs is left out"),
    ]
