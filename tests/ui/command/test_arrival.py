"""Files on their way into the project."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel

from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.review.session import Session
from reviewer.ui.command.arrival import Arrivals, Arrived, Request, read_file
from reviewer.ui.dialog.drop import DropDialog
from reviewer.ui.dialog.encoding import EncodingDialog
from reviewer.ui.dialog.mapping import MappingDialog
from reviewer.ui.dialog.notice import ErrorDialog
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, HINDI, a_file, an_article, shown

ROWS = (
    ("Prices fell in most markets.", "ज़्यादातर बाज़ारों में कीमतें गिरीं।"),
    ("It rained all day.", "दिन भर बारिश हुई।"),
)
TABLE = "English,AI translation\n" + "".join(f"{english},{hindi}\n" for english, hindi in ROWS)


def finals(session: Session, document_id: int = 1) -> list[str]:
    """The Hindi of all rows."""
    return [each.final for each in session.segments(document_id, 0, session.segment_count(document_id))]


def wait_for_document(editor: Editor) -> Session:
    """Wait until a document is shown."""
    editor.qtbot.waitUntil(lambda: editor.window.desk.document_id is not None)
    return editor.session


def visible_errors(editor: Editor) -> list[ErrorDialog]:
    """The errors that stand open."""
    return [dialog for dialog in editor.window.findChildren(ErrorDialog) if dialog.isVisible()]


# Encodings


def test_a_file_without_a_known_encoding_is_asked_about(editor: Editor, tmp_path: Path) -> None:
    """The dialog shows readings; the chosen one is what is read."""
    path = a_file(tmp_path, "article.txt", "\n".join(HINDI).encode("utf-16-le"))
    editor.window.files.take([path])
    dialog = shown(editor, EncodingDialog)
    assert dialog.encoding() == "utf-16-le"
    dialog.accept()
    assert finals(wait_for_document(editor)) == list(HINDI)


def test_a_file_whose_encoding_is_not_chosen_is_left_out(editor: Editor, tmp_path: Path) -> None:
    """Cancelling leaves out this file only; the others go on."""
    odd = a_file(tmp_path, "odd.txt", "\n".join(HINDI).encode("utf-16-le"))
    editor.window.files.take([odd, an_article(tmp_path)])
    shown(editor, EncodingDialog).reject()
    session = wait_for_document(editor)
    assert len(session.documents()) == 1
    assert finals(session) == list(HINDI)


# Tables


def test_the_columns_of_a_table_are_asked_once(editor: Editor, tmp_path: Path) -> None:
    """The choice is remembered for this header, and the next table with it is read without asking."""
    editor.window.files.take([a_file(tmp_path, "first.csv", TABLE)])
    dialog = shown(editor, MappingDialog)
    dialog.accept()
    assert finals(wait_for_document(editor)) == [hindi for _, hindi in ROWS]
    second = a_file(tmp_path, "second.csv", TABLE.replace("बारिश", "वर्षा"))
    editor.window.files.offer([second])
    editor.qtbot.waitUntil(lambda: len(editor.session.documents()) == 2)
    assert finals(editor.session, 2) == [ROWS[0][1], "दिन भर वर्षा हुई।"]


def test_what_the_editor_chose_is_what_is_remembered(editor: Editor, tmp_path: Path) -> None:
    """A column that was ignored the first time is ignored the next time."""
    editor.window.files.take([a_file(tmp_path, "first.csv", TABLE)])
    dialog = shown(editor, MappingDialog)
    english = dialog.findChildren(QComboBox)
    next(box for box in english if box.currentText() == "Source").setCurrentIndex(0)
    dialog.accept()
    wait_for_document(editor)
    editor.window.files.offer([a_file(tmp_path, "second.csv", TABLE)])
    editor.qtbot.waitUntil(lambda: len(editor.session.documents()) == 2)
    assert editor.session.segments(2, 0, 1)[0].source is None


def test_a_table_without_column_names_is_always_asked_about(editor: Editor, tmp_path: Path) -> None:
    """Tables that only have the same number of columns need not be alike."""
    rows = TABLE.partition("\n")[2]
    editor.window.files.take([a_file(tmp_path, "first.csv", rows)])
    shown(editor, MappingDialog).accept()
    wait_for_document(editor)
    editor.window.files.offer([a_file(tmp_path, "second.csv", rows)])
    shown(editor, MappingDialog).reject()
    assert len(editor.session.documents()) == 1


# Files that cannot be read


def test_each_bad_file_gives_one_error_and_the_rest_go_on(editor: Editor, tmp_path: Path) -> None:
    """An empty file and a picture are named; the article between them is opened."""
    paths = [
        a_file(tmp_path, "empty.txt", ""),
        an_article(tmp_path),
        a_file(tmp_path, "picture.png", b"\x89PNG\r\n\x1a\n" + bytes(60)),
    ]
    editor.window.files.take(paths)
    session = wait_for_document(editor)
    assert finals(session) == list(HINDI)
    editor.qtbot.waitUntil(lambda: len(visible_errors(editor)) == 2)
    for dialog in visible_errors(editor):
        dialog.close()


def test_a_missing_file_is_an_error_with_its_name(editor: Editor, tmp_path: Path) -> None:
    """A file that was moved away meanwhile is told, not a traceback."""
    errors: list[ReviewerError] = []
    arrivals = Arrivals(editor.window, editor.window.dispatcher, editor.window.settings, errors.append)
    results: list[list[tuple[Request, Arrived]]] = []
    arrivals.read([Request(tmp_path / "gone.txt")], results.append)
    editor.qtbot.waitUntil(lambda: bool(results))
    assert results == [[]]
    assert "gone.txt" in str(errors[0])


def test_batches_wait_for_one_another(editor: Editor, tmp_path: Path) -> None:
    """Files given while others are read are handed over afterwards, in order."""
    results: list[list[str]] = []
    arrivals = Arrivals(editor.window, editor.window.dispatcher, editor.window.settings, lambda _: None)
    for name in ("first.txt", "second.txt"):
        arrivals.read(
            [Request(an_article(tmp_path, name))],
            lambda found: results.append([request.path.name for request, _ in found]),
        )
    editor.qtbot.waitUntil(lambda: len(results) == 2)
    assert results == [["first.txt"], ["second.txt"]]


# What files are


def test_an_english_article_alone_is_refused_with_a_remedy(editor: Editor, tmp_path: Path) -> None:
    """With nothing open there is nothing that English could belong to."""
    editor.window.files.take([a_file(tmp_path, "source.txt", "\n".join(ENGLISH))])
    dialog = shown(editor, ErrorDialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "not in Hindi" in words
    assert "Open the Hindi article first" in words
    dialog.close()
    assert editor.window.desk.session is None
    assert not (tmp_path / "source.review").exists()


def test_english_dropped_on_an_open_document_is_offered_as_its_source(editor: Editor, tmp_path: Path) -> None:
    """One Enter puts it beside the Hindi."""
    editor.open(an_article(tmp_path))
    editor.window.files.take_dropped([str(a_file(tmp_path, "source.txt", "\n".join(ENGLISH)))])
    dialog = shown(editor, DropDialog)
    assert [use.value for use in dialog.choices().values()] == ["source"]
    dialog.accept()
    assert [each.source for each in editor.session.segments(1, 0, 3)] == list(ENGLISH)


def test_a_second_english_text_is_offered_as_back_translation(editor: Editor, tmp_path: Path) -> None:
    """Where a source is there already, the next English is probably the back-translation."""
    source = a_file(tmp_path, "source.txt", "\n".join(ENGLISH))
    editor.open(an_article(tmp_path))
    editor.window.files.offer([source])
    shown(editor, DropDialog).accept()
    editor.window.files.offer([source])
    dialog = shown(editor, DropDialog)
    assert [use.value for use in dialog.choices().values()] == ["back_translation"]
    dialog.reject()


def test_hindi_and_english_together_become_one_document(editor: Editor, tmp_path: Path) -> None:
    """Two files, one question, rows side by side."""
    source = a_file(tmp_path, "source.txt", "\n".join(ENGLISH))
    editor.window.files.take([an_article(tmp_path), source])
    shown(editor, DropDialog).accept()
    session = wait_for_document(editor)
    rows = session.segments(1, 0, session.segment_count(1))
    assert [(row.received, row.source) for row in rows] == list(zip(HINDI, ENGLISH, strict=True))


def test_reading_does_not_change_the_file(tmp_path: Path) -> None:
    """An article is only looked at."""
    path = an_article(tmp_path)
    before = path.read_bytes()
    found = read_file(Request(path))
    assert isinstance(found, Article)
    assert path.read_bytes() == before
