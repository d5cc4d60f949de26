"""Reviews, reports and copies leave the desk."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from reviewer.formats import jsonl
from reviewer.review.session import Session
from reviewer.ui.command.output import Output, safe_name
from reviewer.ui.dialog.export import ExportDialog
from reviewer.ui.dialog.notice import ErrorDialog
from tests.journeys.driver import Editor
from tests.ui.project import begin, draft_of, flag_words, shown


def an_output(editor: Editor) -> Output:
    """What writes for this window."""
    window = editor.window
    return Output(window.desk, window, window.notice, window.settings, window.dispatcher)


def wait_until_written(editor: Editor, target: Path) -> None:
    """Wait until the window says where the file is."""
    editor.qtbot.waitUntil(lambda: editor.notice == f"Written: {target}", timeout=20000)


def test_a_review_is_exported_from_the_dialog(editor: Editor, tmp_path: Path) -> None:
    """Ctrl+E offers the document's title as a name beside the project; what is written reads back equal."""
    session = begin(editor, tmp_path)
    flag_words(editor, "योजना", suggestion="नीति")
    editor.press("Ctrl+E")
    dialog = shown(editor, ExportDialog)
    dialog.choose("jsonl")
    form, target = dialog.target()
    assert (form, target) == ("jsonl", tmp_path / "लेख.jsonl")
    dialog.accept()
    wait_until_written(editor, target)
    assert jsonl.read(target) == session.project_review([1])


def test_the_format_used_last_is_offered_first(editor: Editor, tmp_path: Path) -> None:
    """The second export needs only Enter."""
    begin(editor, tmp_path)
    an_output(editor).export("tsv", tmp_path / "out.tsv")
    wait_until_written(editor, tmp_path / "out.tsv")
    editor.press("Ctrl+E")
    dialog = shown(editor, ExportDialog)
    assert dialog.target()[0] == "tsv"
    dialog.reject()


def test_all_documents_are_exported_together(editor: Editor, tmp_path: Path) -> None:
    """The whole project goes into one file."""
    session = begin(editor, tmp_path)
    session.add_document(draft_of("और एक लेख।", title="दूसरा"))
    target = tmp_path / "all.jsonl"
    an_output(editor).export("jsonl", target, is_all=True)
    wait_until_written(editor, target)
    assert [each.document.title for each in jsonl.read(target).documents] == ["लेख", "दूसरा"]


def test_what_is_being_typed_is_in_the_export(editor: Editor, tmp_path: Path) -> None:
    """Asking for an export stores the text and the comment in hand."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("C")
    editor.write("vague")
    editor.window.actions_["file.export"].trigger()
    dialog = shown(editor, ExportDialog)
    dialog.choose("jsonl")
    target = dialog.target()[1]
    dialog.accept()
    wait_until_written(editor, target)
    assert [flag.comment for flag in jsonl.read(target).documents[0].flags] == ["vague"]


def test_a_report_is_written_where_it_was_asked_for(editor: Editor, tmp_path: Path) -> None:
    """The dialog offers a name with the right ending."""
    begin(editor, tmp_path)
    editor.press("Ctrl+R")
    dialog = shown(editor, QFileDialog)
    assert dialog.defaultSuffix() == "html"
    target = tmp_path / "project scores.html"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    wait_until_written(editor, target)
    assert "MQM" in target.read_text(encoding="utf-8")


def test_a_copy_opens_as_a_project(editor: Editor, tmp_path: Path) -> None:
    """Save a copy writes all of the project, and the desk stays with the original."""
    session = begin(editor, tmp_path)
    editor.press("Ctrl+Shift+S")
    dialog = shown(editor, QFileDialog)
    target = tmp_path / "copy.review"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert editor.notice == f"Written: {target}"
    with Session.open(target, "editor") as copy:
        assert copy.project_review() == session.project_review()
    assert editor.session is session


def test_a_copy_onto_the_project_itself_is_refused(editor: Editor, tmp_path: Path) -> None:
    """The project cannot be overwritten with itself."""
    session = begin(editor, tmp_path)
    before = session.path.read_bytes()
    an_output(editor).copy(session.path)
    shown(editor, ErrorDialog).close()
    assert session.path.read_bytes() == before


def test_a_folder_that_is_gone_is_an_error_not_a_silence(editor: Editor, tmp_path: Path) -> None:
    """What cannot be written is told in a dialog."""
    begin(editor, tmp_path)
    an_output(editor).export("jsonl", tmp_path / "gone" / "out.jsonl")
    shown(editor, ErrorDialog).close()
    assert editor.notice == ""


def test_two_exports_at_once_are_both_written(editor: Editor, tmp_path: Path) -> None:
    """The second does not push the first aside, and closing the window loses neither."""
    begin(editor, tmp_path)
    output = an_output(editor)
    targets = [tmp_path / f"{number}.jsonl" for number in range(4)]
    for target in targets:
        output.export("jsonl", target)
    editor.window.close()
    assert all(target.exists() for target in targets)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("संसद: आज का दिन", "संसद आज का दिन"),
        ('a/b\\c<d>"e"|f?*', "a b c d e f"),
        ("  dots... ", "dots"),
        ("", "review"),
        ("???", "review"),
        ("क" * 200, "क" * 80),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    """Signs that some system forbids are left out, and an empty name gets one."""
    assert safe_name(title) == name
