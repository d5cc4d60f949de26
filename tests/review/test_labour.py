"""Who did what, and for how long."""

from pathlib import Path

import pytest

from reviewer.domain.segment import State
from reviewer.review.change import Action, Kind
from reviewer.review.labour import Entry, summed
from tests.review.projects import a_project, the_rows


def an_entry(
    minute: float,
    who: str = "asha",
    action: Action = Action.EDIT_FINAL,
    *,
    kind: Kind = Kind.DO,
    document_id: int | None = 1,
    segment_id: int | None = 1,
) -> Entry:
    """An entry so many minutes after ten o'clock."""
    seconds = round(minute * 60)
    at = f"2026-01-05T10:{seconds // 60:02}:{seconds % 60:02}.000+00:00"
    return at, who, kind.value, action.value, document_id, segment_id


def test_pauses_add_up_but_for_the_long_ones() -> None:
    """Who comes back after lunch starts anew."""
    found = summed([an_entry(0), an_entry(1), an_entry(5.5), an_entry(20), an_entry(21)])
    assert found.seconds == {("asha", 1): 60 + 270 + 60}


def test_the_longest_pause_can_be_chosen() -> None:
    """At the limit a pause is still work."""
    entries = [an_entry(0), an_entry(1), an_entry(2.5)]
    assert summed(entries, 60).seconds == {("asha", 1): 60}


def test_each_editor_has_a_clock() -> None:
    """Two at work at once are not each other's pauses."""
    found = summed([an_entry(0), an_entry(1, "ravi"), an_entry(2), an_entry(3, "ravi")])
    assert found.seconds == {("asha", 1): 120, ("ravi", 1): 120}


def test_time_counts_for_the_document_it_led_to() -> None:
    """An editor opens the next article and reads before the first change."""
    found = summed([an_entry(0), an_entry(2, document_id=2)])
    assert found.seconds == {("asha", 1): 0, ("asha", 2): 120}
    assert found.workers() == {1: {"asha"}, 2: {"asha"}}


def test_a_clock_set_back_takes_no_time_away() -> None:
    """Only what runs forward counts."""
    assert summed([an_entry(3), an_entry(1)]).seconds == {("asha", 1): 0}


def test_the_last_word_on_a_segment_is_whose_it_is() -> None:
    """What was undone is nobody's."""
    found = summed(
        [
            an_entry(0, action=Action.SET_STATE),
            an_entry(1, "ravi", Action.SET_STATE),
            an_entry(2, "meera", Action.SET_STATE, kind=Kind.UNDO),
            an_entry(3, "ravi", segment_id=2),
            an_entry(4, "ravi", Action.PASS_OVER),
        ]
    )
    assert found.reviewers == {1: "ravi"}
    assert found.writers == {2: "ravi"}
    assert found.dismissed == {("ravi", 1): 1}


def test_adding_a_document_is_no_work_on_it() -> None:
    """Who imports an archive is not its editor; the clock starts, though."""
    found = summed([an_entry(0, action=Action.ADD_DOCUMENT, document_id=2), an_entry(1)])
    assert found.workers() == {1: {"asha"}}
    assert found.seconds == {("asha", 1): 60}


def test_a_project_tells_its_labour(tmp_path: Path) -> None:
    """It is read from the journal alone."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        session.set_final(first, "पहला।")
        session.set_state(second, State.REVIEWED)
        found = session.labour()
        assert (found.writers, found.reviewers) == ({first: "asha"}, {second: "asha"})
        assert found.entries == len(session.journal())
        assert sum(found.seconds.values()) == pytest.approx(0, abs=60)


def test_who_applied_a_fix_changed_the_text_last() -> None:
    """As who typed it."""
    found = summed([an_entry(0), an_entry(1, "ravi", Action.FIX)])
    assert found.writers == {1: "ravi"}
