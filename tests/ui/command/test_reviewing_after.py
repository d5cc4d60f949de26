"""Classifying edits afterwards, undo, and projects that can only be read."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from reviewer.domain.flag import Resolution, Severity
from reviewer.domain.segment import State
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from reviewer.review.session import Session
from reviewer.ui.dialog.notice import ErrorDialog
from reviewer.ui.grid.model import Column
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, HINDI, begin, draft_of, flag_words, focus_name


def edit(editor: Editor, text: str) -> None:
    """Correct the current segment in the project itself."""
    editor.session.set_final(editor.segment.id, text)


# Edit first, classify after


def test_an_edit_is_confirmed_with_everything_filled_in(editor: Editor, tmp_path: Path) -> None:
    """Y makes a flag with span, suggestion and guessed type, and it counts as settled."""
    begin(editor, tmp_path)
    edit(editor, "सरकार ने कल नई नीति घोषित की।")
    editor.press("Y")
    flag = editor.flag
    assert (flag.quote, flag.suggestion, flag.origin) == ("योजना", "नीति", "change")
    assert flag.type
    assert flag.resolution is Resolution.AUTO
    assert placed(flag, editor.segment).is_resolved


@pytest.mark.parametrize(
    "final",
    [
        "सरकार ने कल नई नीति घोषित की।",
        "सरकार ने कल योजना घोषित की।",
        "सरकार ने कल एक नई योजना घोषित की।",
        "सरकार ने नई योजना कल घोषित की।",
        "सरकार ने कल, नई योजना घोषित की।",
        "सरकार ने कल नयी योजना घोषित की।",
        "सरकार ने कल 12 नई योजनाएँ घोषित कीं।",
        "योजना घोषित।",
        "",
        "बिल्कुल दूसरा वाक्य यहाँ है।",
        "सरकार  ने कल नई योजना घोषित की ।",
    ],
)
def test_every_edit_can_be_confirmed_to_the_last(editor: Editor, tmp_path: Path, final: str) -> None:
    """However the text was changed, Y explains one change after the other, and each counts as settled."""
    begin(editor, tmp_path)
    edit(editor, final)
    offered = len(editor.window.desk.proposals())
    assert offered > 0
    editor.press(*["Y"] * offered)
    assert editor.window.desk.proposals() == ()
    assert len(editor.flags) == offered
    assert all(placed(flag, editor.segment).is_resolved for flag in editor.flags)
    editor.press("Shift+Space")
    assert editor.session.segments(1, 0, 1)[0].state is State.CLEAN


def test_an_edit_is_passed_over_for_good(editor: Editor, tmp_path: Path) -> None:
    """P makes no flag, and the edit is not offered again when the project is reopened."""
    session = begin(editor, tmp_path)
    edit(editor, "सरकार ने कल नई नीति घोषित की।")
    editor.press("P")
    assert editor.window.desk.proposals() == ()
    assert editor.flags == ()
    path = session.path
    editor.window.desk.detach()
    editor.window.desk.attach(Session.open(path, "editor"))
    assert editor.segment.is_edited
    assert editor.window.desk.proposals() == ()


def test_a_passed_edit_is_offered_again_after_undo(editor: Editor, tmp_path: Path) -> None:
    """Passing over is a change like any other."""
    begin(editor, tmp_path)
    edit(editor, "सरकार ने कल नई नीति घोषित की।")
    editor.press("P", "Ctrl+Z")
    assert len(editor.window.desk.proposals()) == 1


def test_another_type_opens_the_picker(editor: Editor, tmp_path: Path) -> None:
    """Shift+Y confirms the edit and lets the type be chosen."""
    begin(editor, tmp_path)
    edit(editor, "सरकार ने कल नई नीति घोषित की।")
    editor.press("Shift+Y")
    assert focus_name(editor) == "type_filter"
    editor.write("term")
    editor.press("Return")
    assert editor.flag.type == "terminology/wrong-term"


def test_the_buttons_do_what_the_keys_do(editor: Editor, tmp_path: Path) -> None:
    """Confirm and Pass can be clicked, and the keys stay at the text."""
    begin(editor, tmp_path)
    edit(editor, "आज सरकार ने कल नई नीति घोषित की।")
    editor.click_named("edit.confirm")
    editor.click_named("edit.pass")
    assert len(editor.flags) == 1
    assert editor.window.desk.proposals() == ()
    assert focus_name(editor) == "pane.final"


def test_nothing_to_classify_is_said(editor: Editor, tmp_path: Path) -> None:
    """Y in a segment without edits explains why nothing happens."""
    begin(editor, tmp_path)
    editor.press("Y")
    assert "No edit of this segment" in editor.notice


def test_a_flagged_change_is_not_offered(editor: Editor, tmp_path: Path) -> None:
    """What a flag already explains needs no second one."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना", suggestion="नीति")
    editor.press("A")
    assert editor.segment.is_edited
    assert editor.window.desk.proposals() == ()


# Undo


def test_undo_goes_where_the_change_was(editor: Editor, tmp_path: Path) -> None:
    """The row of the change is current when it is taken back, in whichever document it is."""
    session = begin(editor, tmp_path)
    second = session.add_document(draft_of("और एक लेख।", title="दूसरा"))
    editor.go_to(2)
    editor.press("Space")
    editor.window.desk.show_document(second.id)
    editor.press("Ctrl+Z")
    assert (editor.window.desk.document_id, editor.window.desk.position) == (1, 2)
    states = [editor.segment.state]
    editor.press("Ctrl+Y")
    states.append(editor.segment.state)
    assert states == [State.UNREVIEWED, State.REVIEWED]


def test_undo_and_redo_of_everything(editor: Editor, tmp_path: Path) -> None:
    """Flags, types, texts, verdicts and numbers all go back and forth."""
    session = begin(editor, tmp_path, sources=ENGLISH)
    before = session.project_review()
    editor.select("योजना")
    editor.press("3")
    editor.write("spel")
    editor.press("Return", "C")
    editor.write("vague")
    editor.press("Return", "S")
    editor.write("नीति")
    editor.press("Return", "A", "E")
    editor.write("40")
    editor.press("Return", "Space", "Ctrl+M")
    after = session.project_review()
    steps = len(session.journal()) - 1
    editor.press(*["Ctrl+Z"] * steps)
    assert session.project_review() == before
    editor.press(*["Ctrl+Y"] * steps)
    assert session.project_review() == after


def test_undo_with_nothing_done_is_off(editor: Editor, tmp_path: Path) -> None:
    """The menu offers undo only where there is something to take back."""
    session = begin(editor, tmp_path)
    while session.undo() is not None:
        pass
    assert not editor.window.actions_["edit.undo"].isEnabled()
    assert editor.window.actions_["edit.redo"].isEnabled()


def test_a_comment_being_written_is_what_undo_takes_back(editor: Editor, tmp_path: Path) -> None:
    """Choosing undo in the menu stores the comment first, and then takes it back."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("C")
    editor.write("vague")
    editor.window.actions_["edit.undo"].trigger()
    assert [flag.comment for flag in editor.flags] == [""]
    editor.window.actions_["edit.redo"].trigger()
    assert [flag.comment for flag in editor.flags] == ["vague"]


# Read-only


def a_locked_project(folder: Path) -> Session:
    """A project that can only be read, with a flag and an edit in its first row."""
    with Session.create(folder / "kept.review", "editor") as made:
        made.add_document(draft_of(*HINDI, sources=ENGLISH))
        first = made.segments(1, 0, 1)[0].id
        made.add_flag(
            first, [Span.single(Side.RECEIVED, 15, 20)], "style/awkward", Severity.MINOR, suggestion="नीति"
        )
        made.set_final(first, "आज सरकार ने कल नई योजना घोषित की।")
    made.path.chmod(0o444)
    return Session.open(made.path, "editor")


def test_a_locked_project_is_not_opened_for_typing(editor: Editor, tmp_path: Path) -> None:
    """Enter says why the text cannot be typed into."""
    editor.window.desk.attach(a_locked_project(tmp_path))
    editor.press("Return")
    assert (editor.mode, "can only be read" in editor.notice) == ("MARKING", True)


@pytest.mark.parametrize(
    "action",
    [
        *("mark.minor", "mark.omission", "mark.apply", "mark.needs_source", "mark.resolve", "mark.place"),
        *("mark.link", "mark.grow", "mark.remove", "review.done", "review.confirm", "review.pass"),
        *("review.sign", "edit.restore", "edit.undo", "rows.merge", "rows.lock", "rows.down"),
        "rows.role_headline",
    ],
)
def test_a_locked_project_refuses_every_edit_once(editor: Editor, tmp_path: Path, action: str) -> None:
    """One dialog names the reason and the remedy, and nothing is changed."""
    session = a_locked_project(tmp_path)
    before, content = session.project_review(), session.path.read_bytes()
    editor.window.desk.attach(session)
    editor.press("N")
    pane = editor.window.grid.open_row.panes[Column.HINDI]
    pane.select(Range(3, 8))
    editor.wait_for_scores()
    editor.window.actions_[action].trigger()
    if action == "review.sign":  # which first says what is not done yet
        editor.window.actions_[action].trigger()
    shown = [dialog for dialog in editor.window.findChildren(ErrorDialog) if dialog.isVisible()]
    words = [label.text() for dialog in shown for label in dialog.findChildren(QLabel)]
    assert len(shown) == 1
    assert "The project is read-only." in words
    assert "Save a copy in a folder you may write to." in words
    shown[0].close()
    assert session.project_review() == before
    editor.window.close()
    assert session.path.read_bytes() == content


def test_a_comment_that_cannot_be_stored_stays_in_its_field(editor: Editor, tmp_path: Path) -> None:
    """What was written is still there when the remedy has been found, and is complained about once."""
    editor.window.desk.attach(a_locked_project(tmp_path))
    editor.press("N", "C")
    editor.write("vague")
    editor.press("Return")
    shown = [dialog for dialog in editor.window.findChildren(ErrorDialog) if dialog.isVisible()]
    assert len(shown) == 1
    shown[0].close()
    assert editor.window.inspector.form.comment.toPlainText() == "vague"
