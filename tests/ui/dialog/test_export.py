"""Where a review goes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from reviewer.formats.registry import FORMATS
from reviewer.ui.dialog.export import ExportDialog

WRITTEN = tuple(entry for entry in FORMATS if entry.writes)


def _dialog(qtbot: QtBot, folder: Path, name: str = "लेख") -> ExportDialog:
    dialog = ExportDialog(WRITTEN, folder, name)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def _fields(dialog: ExportDialog) -> list[QLineEdit]:
    return dialog.findChildren(QLineEdit)


def test_the_file_gets_the_suffix_of_its_format(qtbot: QtBot, tmp_path: Path) -> None:
    """Choosing another format changes the end of the name only."""
    dialog = _dialog(qtbot, tmp_path)
    dialog.choose("docx-review")
    assert dialog.target() == ("docx-review", tmp_path / "लेख.docx")
    dialog.choose("html-review")
    assert dialog.target() == ("html-review", tmp_path / "लेख.html")


def test_a_suffix_that_was_typed_is_not_doubled(qtbot: QtBot, tmp_path: Path) -> None:
    """A full file name is understood."""
    dialog = _dialog(qtbot, tmp_path, "review.v2.docx")
    dialog.choose("docx-review")
    assert dialog.target()[1].name == "review.v2.docx"


def test_an_unknown_format_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """A remembered format that is gone leaves the first one chosen."""
    dialog = _dialog(qtbot, tmp_path)
    dialog.choose("gone")
    assert dialog.target()[0] == WRITTEN[0].id


def test_enter_exports(qtbot: QtBot, tmp_path: Path) -> None:
    """With everything filled in, Enter is enough."""
    dialog = _dialog(qtbot, tmp_path)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.findChildren(QRadioButton)[0], Qt.Key.Key_Return)


def test_replacing_a_file_is_said_on_the_button(qtbot: QtBot, tmp_path: Path) -> None:
    """A file that is there already is replaced only by a button that says so."""
    (tmp_path / "लेख.docx").touch()
    dialog = _dialog(qtbot, tmp_path)
    dialog.choose("docx-review")
    assert dialog.primary.text() == "&Replace"
    assert dialog.primary.isEnabled()
    dialog.choose("html-review")
    assert dialog.primary.text() == "&Export"


def test_a_missing_folder_holds_back(qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing can be written where nothing is."""
    dialog = _dialog(qtbot, tmp_path / "gone")
    assert not dialog.primary.isEnabled()
    assert "no such folder" in dialog.trouble


def test_a_name_is_needed(qtbot: QtBot, tmp_path: Path) -> None:
    """No name and names with slashes are refused in a line."""
    dialog = _dialog(qtbot, tmp_path, "")
    assert dialog.trouble == "Give the file a name."
    _fields(dialog)[0].setText("a/b")
    assert dialog.trouble == "Give the file a name without slashes."


def test_a_folder_of_that_name_is_not_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    """Only files are replaced."""
    (tmp_path / "लेख.html").mkdir()
    dialog = _dialog(qtbot, tmp_path)
    dialog.choose("html-review")
    assert not dialog.primary.isEnabled()
