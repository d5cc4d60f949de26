"""Merging, splitting, shifting, locking and naming rows at the desk."""

from pathlib import Path

import pytest

from reviewer.domain.segment import Role
from reviewer.domain.span import Range
from reviewer.review.placement import placed
from reviewer.review.session import Session
from reviewer.ui.grid.model import Column
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, HINDI, begin, flag_words


def finals(session: Session) -> list[str]:
    """The Hindi of all rows."""
    return [segment.final for segment in session.segments(1, 0, session.segment_count(1))]


def sources(session: Session) -> list[str | None]:
    """The source of all rows."""
    return [segment.source for segment in session.segments(1, 0, session.segment_count(1))]


def caret_at(editor: Editor, column: Column, words: str) -> None:
    """Put the caret before words of a text."""
    pane = editor.window.grid.open_row.panes[column]
    at = pane.text().index(words)
    pane.select(Range(at, at))


def test_merge_and_undo(editor: Editor, tmp_path: Path) -> None:
    """Two rows become one with both texts; undo gives them back."""
    session = begin(editor, tmp_path, sources=ENGLISH)
    editor.press("Ctrl+M")
    assert finals(session) == [f"{HINDI[0]} {HINDI[1]}", HINDI[2]]
    assert sources(session) == [f"{ENGLISH[0]} {ENGLISH[1]}", ENGLISH[2]]
    editor.press("Ctrl+Z")
    assert finals(session) == list(HINDI)


def test_flags_survive_merge_and_split(editor: Editor, tmp_path: Path) -> None:
    """A flag lies on the same words after its row was merged, and after it was split again."""
    session = begin(editor, tmp_path, sources=ENGLISH)
    editor.go_to(1)
    flag = flag_words(editor, "बड़ा लाभ")
    editor.go_to(0)
    editor.press("Ctrl+M")
    assert [known.quote for known in editor.flags] == ["बड़ा लाभ"]
    caret_at(editor, Column.HINDI, "किसानों")
    caret_at(editor, Column.SOURCE, "Farmers")
    editor.press("Ctrl+Shift+M")
    assert (finals(session), sources(session)) == (list(HINDI), list(ENGLISH))
    second = session.segments(1, 1, 2)[0]
    kept = session.flags(second.id)
    assert [known.id for known in kept] == [flag.id]
    span = placed(kept[0], second).span_on_final
    assert span is not None
    assert span.quote(second.final) == "बड़ा लाभ"


def test_merging_the_last_row_is_refused_in_words(editor: Editor, tmp_path: Path) -> None:
    """There is nothing to merge with."""
    session = begin(editor, tmp_path)
    editor.press("Ctrl+End", "Ctrl+M")
    assert finals(session) == list(HINDI)
    assert editor.notice


def test_split_needs_a_caret_inside_the_text(editor: Editor, tmp_path: Path) -> None:
    """At the start there is nothing to cut off."""
    session = begin(editor, tmp_path)
    editor.press("Home", "Ctrl+Shift+M")
    assert "where the Hindi is to be cut" in editor.notice
    assert finals(session) == list(HINDI)


def test_split_stores_what_is_being_typed_first(editor: Editor, tmp_path: Path) -> None:
    """Text typed a moment ago is part of what is cut."""
    session = begin(editor, tmp_path, "एक दो")
    editor.press("Return", "End")
    editor.write(" तीन")
    caret_at(editor, Column.HINDI, "तीन")
    editor.window.actions_["rows.split"].trigger()
    assert finals(session) == ["एक दो", "तीन"]


def test_shift_moves_the_english_down_and_up(editor: Editor, tmp_path: Path) -> None:
    """From the current row on the source moves by one row, and back."""
    session = begin(editor, tmp_path, sources=ENGLISH)
    editor.press("Ctrl+Alt+Down")
    assert sources(session)[:2] == [None, ENGLISH[0]]
    editor.press("Ctrl+Z")
    assert sources(session) == list(ENGLISH)


def test_a_locked_row_is_not_merged(editor: Editor, tmp_path: Path) -> None:
    """Locking fixes the alignment of a row; the window says why nothing happens."""
    session = begin(editor, tmp_path, sources=ENGLISH)
    editor.press("Ctrl+L")
    assert editor.segment.is_locked
    editor.press("Ctrl+M")
    assert len(finals(session)) == 3
    assert "lock" in editor.notice.lower()
    editor.press("Ctrl+L")
    assert not editor.segment.is_locked


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("Ctrl+1", Role.HEADLINE),
        ("Ctrl+2", Role.STANDFIRST),
        ("Ctrl+4", Role.CAPTION),
        ("Ctrl+5", Role.CREDIT),
    ],
)
def test_a_row_is_given_a_role(editor: Editor, tmp_path: Path, key: str, role: Role) -> None:
    """What part of the article a row is, is one key."""
    begin(editor, tmp_path)
    editor.press(key)
    assert editor.segment.role is role
    editor.press("Ctrl+3")
    assert editor.segment.role.value == "body"
