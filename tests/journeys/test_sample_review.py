"""An editor reviews the sample article without touching the mouse."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewer.domain.flag import Severity
from reviewer.domain.segment import State
from reviewer.formats import docx_review, html_review, jsonl, tsv
from reviewer.formats.registry import by_id
from reviewer.ui.dialog.export import ExportDialog
from tests.journeys.driver import Editor

pytestmark = pytest.mark.journey


def open_sample(editor: Editor) -> None:
    """Open the sample from the palette and wait for its figures."""
    editor.run("open the sample")
    editor.qtbot.waitUntil(lambda: editor.window.desk.document_id is not None, timeout=20000)
    editor.wait_for_scores()


def test_a_flag_takes_three_keys_from_the_selection(editor: Editor) -> None:
    """Severity, and Enter for the usual type: two keys make a complete flag."""
    open_sample(editor)
    editor.go_to(10)
    editor.select(editor.segment.final.split()[2])
    before = len(editor.flags)
    editor.press("3", "Return")
    assert len(editor.flags) == before + 1
    assert editor.flag.severity is Severity.MAJOR
    assert editor.flag.type == "accuracy/mistranslation"
    assert editor.flag.quote == editor.segment.received.split()[2]


def test_type_comment_and_suggestion_are_written_by_keyboard(editor: Editor) -> None:
    """A few letters choose the type; C and S write what is wrong and what it should be."""
    open_sample(editor)
    editor.go_to(11)
    word = editor.segment.final.split()[1]
    editor.select(word)
    editor.press("2")
    editor.write("spel")
    editor.press("Return", "C")
    editor.write("wrong matra")
    editor.press("Return", "S")
    editor.write("नया")
    editor.press("Return")
    made = editor.flag
    assert (made.type, made.comment, made.suggestion) == ("linguistic/spelling", "wrong matra", "नया")
    editor.press("A")
    assert "नया" in editor.segment.final
    assert editor.segment.received.split()[1] == word


def test_editing_is_a_mode_of_its_own(editor: Editor) -> None:
    """Letters are commands until Enter opens the text; Esc returns, and what was typed is stored."""
    open_sample(editor)
    editor.go_to(12)
    received = editor.segment.received
    assert editor.mode == "MARKING"
    editor.press("Return")
    assert editor.mode == "EDITING"
    editor.press("Home")
    editor.write("आज ")
    editor.press("Esc")
    assert editor.mode == "MARKING"
    assert editor.segment.final == f"आज {received}"
    assert editor.segment.received == received


def test_an_edit_is_classified_afterwards_with_one_key(editor: Editor) -> None:
    """What was typed is offered as a flag; Y confirms it, with the words and a guessed type filled in."""
    open_sample(editor)
    editor.go_to(13)
    editor.press("Return", "End")
    editor.press("Ctrl+Left")
    editor.write("बहुत ")
    editor.press("Esc")
    assert "not yet classified" in editor.window.strip.edits.text()
    before = len(editor.flags)
    editor.press("Y")
    assert len(editor.flags) == before + 1
    assert editor.flag.origin == "change"
    assert "बहुत" in (editor.flag.suggestion or "")
    assert not editor.window.strip.edits.isVisible()


def test_space_reviews_and_goes_on(editor: Editor) -> None:
    """One key says the last word on a segment and leads to the next that waits."""
    open_sample(editor)
    editor.press("Ctrl+Down")
    first = editor.segment
    assert first.state is not State.REVIEWED
    editor.press("Space")
    assert editor.session.segment(first.id).state is State.REVIEWED
    assert editor.segment.id != first.id


def test_a_judgement_is_typed_and_zero_counts(editor: Editor) -> None:
    """E and a number judge the segment; 0 is a judgement, not the lack of one."""
    open_sample(editor)
    editor.press("E")
    editor.write("0")
    editor.press("Return")
    judgement = editor.session.judgement(editor.segment.id)
    assert judgement is not None
    assert judgement.value == 0
    editor.qtbot.waitUntil(lambda: editor.window.strip.esa.text() == "ESA 0", timeout=5000)


def test_everything_can_be_undone_after_a_restart(editor: Editor) -> None:
    """Close the project, open it again, and take the last change back."""
    open_sample(editor)
    editor.go_to(9)
    before = editor.segment
    editor.press("Return")
    editor.write("अब ")
    editor.press("Esc")
    path = editor.session.path
    editor.press("Ctrl+W")
    editor.open(path)
    editor.press("Ctrl+Z")
    assert editor.segment.id == before.id
    assert editor.segment.final == before.final


@pytest.mark.parametrize("form", ["docx-review", "html-review", "tsv", "jsonl"])
def test_the_review_is_exported_by_keyboard(editor: Editor, tmp_path: Path, form: str) -> None:
    """Ctrl+E, a format and a place: the file holds the whole review."""
    open_sample(editor)
    editor.press("Ctrl+E")
    dialog = editor.window.findChild(ExportDialog)
    assert dialog is not None
    editor.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.choose(form)
    name, folder = dialog.findChildren(QLineEdit)[:2]
    name.setText("review")
    folder.setText(str(tmp_path))
    editor.press("Return")
    target = tmp_path / f"review{by_id(form).suffixes[0]}"
    editor.qtbot.waitUntil(lambda: "Written" in editor.notice, timeout=30000)
    reader = {"docx-review": docx_review, "html-review": html_review, "tsv": tsv, "jsonl": jsonl}[form]
    stored = editor.session.project_review([editor.window.desk.document_id or 0])
    assert set(reader.read(target).documents[0].flags) == set(stored.documents[0].flags)


def test_the_sample_is_reviewed_from_open_to_sign_off(editor: Editor) -> None:
    """Every segment reviewed with the space bar, then the document signed off."""
    open_sample(editor)
    for _ in range(editor.window.desk.model.rowCount()):
        editor.press("Space")
    summary = editor.session.documents()[0]
    assert summary.done == summary.total
    editor.qtbot.waitUntil(lambda: "critical" in editor.window.strip.blocker.text(), timeout=5000)
    editor.press("Ctrl+Shift+Return")
    assert "Not done yet" in editor.notice
    assert not editor.session.documents()[0].document.is_signed
    editor.press("Ctrl+Shift+Return")
    assert editor.session.documents()[0].document.is_signed
    QApplication.processEvents()
    assert "Signed off" in editor.notice
