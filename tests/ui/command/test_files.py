"""Opening articles, projects and reviews, and putting English beside an open document."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QRadioButton, QTextEdit, QWidget

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side, Span
from reviewer.formats.registry import by_id
from reviewer.review.output import write_review
from reviewer.review.session import Session
from reviewer.scoring.profile import load
from reviewer.ui.command.files import article_of, create_beside
from reviewer.ui.dialog.drop import DropDialog
from reviewer.ui.dialog.encoding import EncodingDialog
from reviewer.ui.dialog.notice import ErrorDialog
from reviewer.ui.dialog.paste import TextDialog
from reviewer.ui.job import Dispatcher
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, HINDI, begin, draft_of


def a_file(folder: Path, name: str, *lines: str) -> Path:
    """A text file of these paragraphs."""
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def an_article(folder: Path, name: str = "lekh.txt") -> Path:
    """A Hindi article of three sentences."""
    return a_file(folder, name, " ".join(HINDI))


def errors(editor: Editor) -> list[ErrorDialog]:
    """The error dialogs on the screen."""
    return [each for each in editor.window.findChildren(ErrorDialog) if each.isVisible()]


def words(dialog: QWidget) -> str:
    """All that a dialog says."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def the_error(editor: Editor) -> str:
    """Wait for an error, read the one there is, and close it."""
    editor.qtbot.waitUntil(lambda: bool(errors(editor)), timeout=10000)
    (dialog,) = errors(editor)
    said = words(dialog)
    dialog.close()
    return said


def the_question(editor: Editor) -> DropDialog:
    """Wait until it is asked what the files are."""
    dialogs: list[DropDialog] = []

    def is_asked() -> bool:
        dialogs[:] = [each for each in editor.window.findChildren(DropDialog) if each.isVisible()]
        return bool(dialogs)

    editor.qtbot.waitUntil(is_asked, timeout=10000)
    return dialogs[0]


def wait_until_read(editor: Editor) -> None:
    """Wait until nothing is being read any more."""
    busy: Dispatcher = editor.window.dispatcher
    editor.qtbot.waitUntil(lambda: not busy.is_busy, timeout=20000)


def received(editor: Editor) -> list[str]:
    """The Hindi of the open document."""
    document_id = editor.window.desk.document_id
    assert document_id is not None
    return [row.received for row in editor.session.segments(document_id, 0, 100)]


def beside(editor: Editor, side: Side) -> list[str]:
    """One text of each row of the open document."""
    document_id = editor.window.desk.document_id
    assert document_id is not None
    return [row.text(side) for row in editor.session.segments(document_id, 0, 100)]


def titles(editor: Editor) -> list[str]:
    """The documents of the open project."""
    return [each.document.title for each in editor.session.documents()]


# An article and its project


def test_an_article_gets_a_project_beside_it(editor: Editor, tmp_path: Path) -> None:
    """Opening a text makes a review of its name in its folder, a sentence a row."""
    editor.open(an_article(tmp_path))
    assert editor.session.path == tmp_path / "lekh.review"
    assert received(editor) == list(HINDI)
    assert editor.window.windowTitle() == "lekh.review – Reviewer"


def test_an_article_opened_again_goes_on(editor: Editor, tmp_path: Path) -> None:
    """The review begun last time is opened, with what was done in it."""
    path = an_article(tmp_path)
    editor.open(path)
    editor.press("Space", "Ctrl+W")
    editor.open(path)
    assert editor.session.documents()[0].done == 1
    assert "lekh.review" in editor.notice
    assert [each.name for each in tmp_path.glob("*.review")] == ["lekh.review"]


def test_an_article_dropped_again_goes_on(editor: Editor, tmp_path: Path) -> None:
    """Dropping it on the empty desk is the same as opening it."""
    path = an_article(tmp_path)
    editor.open(path)
    editor.press("Space", "Ctrl+W")
    editor.window.files.take_dropped([str(path)])
    wait_until_read(editor)
    assert editor.session.documents()[0].done == 1
    assert [each.name for each in tmp_path.glob("*.review")] == ["lekh.review"]


def test_an_article_dropped_on_a_project_joins_it(editor: Editor, tmp_path: Path) -> None:
    """A Hindi text is a new article of the open project, and it is shown."""
    begin(editor, tmp_path)
    path = an_article(tmp_path, "doosra.txt")
    editor.window.files.take_dropped([str(path)])
    wait_until_read(editor)
    assert len(titles(editor)) == 2
    assert editor.session.path.name == "project.review"
    assert received(editor) == list(HINDI)


def test_opening_an_article_leaves_the_project_before_alone(editor: Editor, tmp_path: Path) -> None:
    """What is opened comes into a project of its own."""
    first = begin(editor, tmp_path)
    editor.open(an_article(tmp_path))
    assert editor.session.path != first.path
    with Session.open(first.path, "editor") as before:
        assert len(before.documents()) == 1


def test_a_project_that_is_no_project_is_told_once(editor: Editor, tmp_path: Path) -> None:
    """A broken file leaves the desk empty but alive."""
    broken = tmp_path / "broken.review"
    broken.write_bytes(b"no database at all" * 100)
    editor.window.files.take([broken])
    assert "broken.review" in the_error(editor)
    assert editor.window.desk.session is None
    assert editor.window.pages.currentWidget() is editor.window.empty
    editor.open(an_article(tmp_path))
    assert received(editor) == list(HINDI)


def test_a_folder_that_is_closed_is_not_the_end(tmp_path: Path) -> None:
    """Where nothing can be written beside the article, the review is kept in the user's own folder."""
    closed = tmp_path / "closed"
    closed.mkdir()
    path = an_article(closed)
    closed.chmod(0o555)
    try:
        with create_beside(path, "editor") as session:
            where = session.path
    finally:
        closed.chmod(0o755)
    assert where == Path.home() / "Reviewer" / "lekh.review"


def test_a_folder_that_is_gone_is_not_the_end(tmp_path: Path) -> None:
    """An article whose folder has vanished can still be reviewed."""
    with create_beside(tmp_path / "gone" / "lekh.txt", "editor") as session:
        assert session.path == Path.home() / "Reviewer" / "lekh.review"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    """Nothing that exists is written over."""
    path = an_article(tmp_path)
    with create_beside(path, "editor") as first, create_beside(path, "editor") as second:
        assert [first.path.name, second.path.name] == ["lekh.review", "lekh 2.review"]


def test_a_review_kept_elsewhere_is_told(editor: Editor, tmp_path: Path) -> None:
    """Whoever opens an article in a closed folder learns where the review lies."""
    closed = tmp_path / "closed"
    closed.mkdir()
    path = an_article(closed)
    closed.chmod(0o555)
    try:
        editor.open(path)
        assert str(Path.home() / "Reviewer") in editor.notice
    finally:
        closed.chmod(0o755)


# What cannot be read


def test_a_bad_file_does_not_stop_the_others(editor: Editor, tmp_path: Path) -> None:
    """One error names the file that cannot be read; the articles around it are added."""
    begin(editor, tmp_path)
    bad = tmp_path / "picture.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    paths = [an_article(tmp_path, "ek.txt"), bad, an_article(tmp_path, "do.txt")]
    editor.window.files.offer(paths)
    assert "picture.txt" in the_error(editor)
    the_question(editor).accept()
    wait_until_read(editor)
    assert len(titles(editor)) == 3


def test_english_can_be_said_to_be_an_article(editor: Editor, tmp_path: Path) -> None:
    """The editor's word counts more than the guess."""
    begin(editor, tmp_path)
    english = a_file(tmp_path, "article.txt", *ENGLISH)
    editor.window.files.take_dropped([str(english)])
    question = the_question(editor)
    name = "article.txt: New article (Hindi)"
    next(each for each in question.findChildren(QRadioButton) if each.accessibleName() == name).click()
    question.accept()
    wait_until_read(editor)
    assert received(editor) == list(ENGLISH)


# Companions


def the_page(editor: Editor) -> TextDialog:
    """The page that a text is written on."""
    return next(each for each in editor.window.findChildren(TextDialog) if each.isVisible())


def test_a_back_translation_is_pasted_for_hindi_alone(editor: Editor, tmp_path: Path) -> None:
    """Ctrl+B, the text, Ctrl+Enter: each sentence comes beside its Hindi."""
    begin(editor, tmp_path)
    editor.press("Ctrl+B")
    page = the_page(editor).findChild(QTextEdit)
    assert page is not None
    QApplication.clipboard().setText("\n".join(ENGLISH))
    page.paste()
    editor.press("Ctrl+Return")
    assert beside(editor, Side.BACK_TRANSLATION) == list(ENGLISH)
    editor.window.actions_["edit.undo"].trigger()
    assert beside(editor, Side.BACK_TRANSLATION) == ["", "", ""]


def test_an_edited_text_is_put_beside_what_was_received(editor: Editor, tmp_path: Path) -> None:
    """The edits of somebody else become edits of the rows; what was received stays."""
    begin(editor, tmp_path)
    edited = (HINDI[0].replace("नई", "एक नई"), *HINDI[1:])
    editor.window.actions_["file.final"].trigger()
    page = the_page(editor)
    entry = page.findChild(QTextEdit)
    assert entry is not None
    entry.setPlainText("\n".join(edited))
    page.accept()
    assert beside(editor, Side.FINAL) == list(edited)
    assert received(editor) == list(HINDI)


def test_a_companion_of_unknown_letters_asks_how_to_read_it(editor: Editor, tmp_path: Path) -> None:
    """A file chosen for the page is asked about as any other, and its text comes onto the page."""
    begin(editor, tmp_path)
    path = tmp_path / "old.txt"
    path.write_bytes("The minister’s scheme – announced.\n".encode("cp1252"))
    editor.press("Ctrl+B")
    asked: list[str] = []

    def answer() -> None:
        top = QApplication.activeModalWidget()
        if isinstance(top, QFileDialog):
            QTimer.singleShot(0, answer)
            top.selectFile(str(path))
            top.accept()
        elif isinstance(top, EncodingDialog):
            asked.append(top.encoding())
            top.accept()
        else:
            QTimer.singleShot(0, answer)

    page = the_page(editor)
    QTimer.singleShot(0, answer)
    button = next(each for each in page.buttons.buttons() if "Open" in each.text())
    button.click()
    assert asked == ["cp1252"]
    assert page.text() == "The minister’s scheme – announced."
    page.reject()


def test_a_pasted_text_is_a_paragraph_a_line() -> None:
    """Blank lines and spaces around lines are nothing."""
    assert [each.text for each in article_of("  One. \n\n\tTwo.\n").paragraphs] == ["One.", "Two."]


# Reviews


@pytest.mark.parametrize(
    ("form", "suffix"),
    [("jsonl", ".jsonl"), ("html-review", ".html"), ("docx-review", ".docx"), ("tsv", ".tsv")],
)
def test_a_review_opens_with_its_flags(editor: Editor, tmp_path: Path, form: str, suffix: str) -> None:
    """What a colleague exported is a document with everything said about it."""
    with Session.create(tmp_path / "theirs.review", "colleague") as session:
        document = session.add_document(draft_of(*HINDI, sources=ENGLISH))
        segment = session.segments(document.id, 0, 1)[0]
        span = Span.single(Side.RECEIVED, 15, 20)
        session.add_flag(segment.id, [span], "style/awkward", Severity.MAJOR, comment="stiff")
        review = ProjectReview(documents=(session.document_review(document.id),))
    exported = tmp_path / f"exported{suffix}"
    write_review(review, load("newsroom"), by_id(form), exported)
    editor.open(exported)
    assert beside(editor, Side.SOURCE) == list(ENGLISH)
    (flag,) = editor.flags
    assert _said(flag) == ((span,), "style/awkward", Severity.MAJOR, "stiff", "योजना", "colleague")


def _said(flag: Flag) -> tuple[object, ...]:
    return flag.spans, flag.type, flag.severity, flag.comment, flag.quote, flag.author
