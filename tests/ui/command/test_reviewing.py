"""Typing, states, judging, classifying edits afterwards, undo."""

from pathlib import Path

import pytest

from reviewer.domain.segment import State
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, HINDI, begin, flag_words, focus_name


def edit(editor: Editor, text: str) -> None:
    """Correct the current segment in the project itself."""
    editor.session.set_final(editor.segment.id, text)


# Editing


def test_escape_stores_and_returns_to_marking(editor: Editor, tmp_path: Path) -> None:
    """Typing is a mode of its own, and leaving it keeps what was typed."""
    begin(editor, tmp_path)
    editor.press("Return")
    assert editor.mode == "EDITING"
    editor.write("आज ")
    editor.press("Esc")
    assert (editor.mode, editor.segment.final) == ("MARKING", f"आज {HINDI[0]}")
    assert editor.segment.state is State.IN_WORK


def test_control_enter_is_done_with_the_segment(editor: Editor, tmp_path: Path) -> None:
    """Ctrl+Enter while typing stores, says reviewed, and goes on."""
    session = begin(editor, tmp_path)
    editor.press("Return")
    editor.write("आज ")
    editor.press("Ctrl+Return")
    first = session.segments(1, 0, 1)[0]
    assert (first.state, first.final) == (State.REVIEWED, f"आज {HINDI[0]}")
    assert (editor.mode, editor.window.desk.position) == ("MARKING", 1)


def test_restore_goes_back_to_what_was_received(editor: Editor, tmp_path: Path) -> None:
    """The received text comes back as one change that can be undone."""
    begin(editor, tmp_path)
    edit(editor, "कुछ और।")
    editor.press("Ctrl+Shift+R")
    assert not editor.segment.is_edited
    editor.press("Ctrl+Z")
    assert editor.segment.final == "कुछ और।"


def test_the_english_is_typed_where_there_is_none(editor: Editor, tmp_path: Path) -> None:
    """Without a source, Shift+F2 opens an empty back-translation."""
    begin(editor, tmp_path)
    editor.press("Shift+F2")
    assert focus_name(editor) == "pane.back_translation"
    editor.write("The government")
    editor.press("Esc")
    assert editor.segment.back_translation == "The government"


def test_the_source_is_typed_where_there_is_one(editor: Editor, tmp_path: Path) -> None:
    """With a source in the row, Shift+F2 opens it."""
    begin(editor, tmp_path, sources=ENGLISH)
    editor.press("Shift+F2", "Home")
    editor.write("Yesterday: ")
    editor.press("Esc")
    assert editor.segment.source == f"Yesterday: {ENGLISH[0]}"


# States


@pytest.mark.parametrize(("key", "state"), [("Space", State.REVIEWED), ("Shift+Space", State.CLEAN)])
def test_a_verdict_goes_on_to_the_next_open_segment(
    editor: Editor, tmp_path: Path, key: str, state: State
) -> None:
    """One key says it and moves on, past what is done already."""
    session = begin(editor, tmp_path)
    second = session.segments(1, 1, 2)[0]
    session.set_state(second.id, State.REVIEWED)
    editor.press(key)
    assert session.segments(1, 0, 1)[0].state is state
    assert editor.window.desk.position == 2


def test_not_reviewed_stays_where_it_is(editor: Editor, tmp_path: Path) -> None:
    """Backspace takes the verdict back and does not move."""
    session = begin(editor, tmp_path)
    session.set_state(editor.segment.id, State.REVIEWED)
    editor.press("Backspace")
    assert (editor.segment.state, editor.window.desk.position) == (State.UNREVIEWED, 0)


def test_clean_is_refused_while_a_flag_is_open(editor: Editor, tmp_path: Path) -> None:
    """A segment with an open flag is not clean; the window says so and stays."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("Shift+Space")
    assert editor.segment.state is State.IN_WORK
    assert editor.window.desk.position == 0
    assert "open flags" in editor.notice


def test_clean_is_said_when_all_flags_are_settled(editor: Editor, tmp_path: Path) -> None:
    """Resolved flags do not stand in the way."""
    session = begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("R", "Shift+Space")
    assert session.segments(1, 0, 1)[0].state is State.CLEAN


def test_the_last_verdict_says_that_all_is_done(editor: Editor, tmp_path: Path) -> None:
    """When nothing is left to review, the window says so."""
    begin(editor, tmp_path, "एक।")
    editor.press("Space")
    assert editor.notice == "Every segment is reviewed."


def test_signing_and_withdrawing(editor: Editor, tmp_path: Path) -> None:
    """One key signs a finished document off and takes the signature back."""
    session = begin(editor, tmp_path, "एक।", sources=("One.",))
    editor.press("Space")
    editor.qtbot.waitUntil(
        lambda: editor.window.scores.card is not None and not editor.window.scores.blockers
    )
    editor.press("Ctrl+Shift+Return")
    assert session.document(1).signed_by == "editor"
    editor.press("Ctrl+Shift+Return")
    assert not session.document(1).is_signed
    assert "withdrawn" in editor.notice


def test_signing_an_unfinished_document_takes_a_second_press(editor: Editor, tmp_path: Path) -> None:
    """The first press says what is not done yet, the second one signs all the same."""
    session = begin(editor, tmp_path)
    editor.wait_for_scores()
    editor.press("Ctrl+Shift+Return")
    assert not session.document(1).is_signed
    assert "3 segments not reviewed" in editor.notice
    editor.press("Ctrl+Shift+Return")
    assert session.document(1).signed_by == "editor"


# Judging


def test_a_number_is_typed_and_stored(editor: Editor, tmp_path: Path) -> None:
    """E, the number, Enter: and the keys are back at the text."""
    session = begin(editor, tmp_path)
    editor.press("E")
    editor.write("62")
    editor.press("Return")
    judgement = session.judgement(editor.segment.id)
    assert judgement is not None
    assert (judgement.value, focus_name(editor)) == (62, "pane.final")


def test_nought_is_a_judgement(editor: Editor, tmp_path: Path) -> None:
    """0 is stored; it is not the same as not judged."""
    session = begin(editor, tmp_path)
    editor.press("E")
    editor.write("0")
    editor.press("Return")
    judgement = session.judgement(editor.segment.id)
    assert judgement is not None
    assert judgement.value == 0
    assert editor.window.inspector.judge.word.text() == "no meaning"


def test_an_empty_number_is_not_judged(editor: Editor, tmp_path: Path) -> None:
    """Taking the number away takes the judgement away."""
    session = begin(editor, tmp_path)
    session.judge(editor.segment.id, 50)
    editor.press("E", "Del", "Return")
    assert session.judgement(editor.segment.id) is None
    assert editor.window.inspector.judge.word.text() == "not judged"


@pytest.mark.parametrize("text", ["101", "-1", "much", "nan"])
def test_what_is_no_number_is_refused_in_words(editor: Editor, tmp_path: Path, text: str) -> None:
    """Nothing is stored, and the panel says what it wants."""
    session = begin(editor, tmp_path)
    editor.press("E")
    editor.write(text)
    editor.press("Return")
    assert session.judgement(editor.segment.id) is None
    assert editor.window.inspector.judge.word.text() == "a number from 0 to 100"
    assert focus_name(editor) == "judge.number"
    editor.press("Esc")
    assert focus_name(editor) == "pane.final"
    assert editor.window.inspector.judge.word.text() == "not judged"


def test_a_number_belongs_to_the_segment_it_was_typed_for(editor: Editor, tmp_path: Path) -> None:
    """Clicking another row stores the number where it was meant."""
    session = begin(editor, tmp_path)
    editor.press("E")
    editor.write("62")
    editor.window.grid.row_pressed.emit(2)
    first, _, third = session.segments(1, 0, 3)
    assert [session.judgement(each.id) is not None for each in (first, third)] == [True, False]
    assert editor.window.inspector.judge.number.text() == ""


def test_judging_opens_the_inspector_where_it_was_hidden(editor: Editor, tmp_path: Path) -> None:
    """E leads to the number wherever it was put away."""
    begin(editor, tmp_path)
    editor.press("Ctrl+Shift+I", "E")
    assert focus_name(editor) == "judge.number"
