"""The choice of an encoding."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from reviewer.formats.encoding import Candidate
from reviewer.ui.dialog.encoding import EncodingDialog, encoding_title

CANDIDATES = (Candidate("utf-16-le", "कीमतें गिरीं।", 0.9), Candidate("cp1252", "à¤•à¥€", 0.4))


def _dialog(qtbot: QtBot, candidates: tuple[Candidate, ...] = CANDIDATES) -> EncodingDialog:
    dialog = EncodingDialog("lekh.txt", candidates)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def _list(dialog: EncodingDialog) -> QListWidget:
    names = dialog.findChild(QListWidget)
    assert names is not None
    return names


def test_the_likeliest_needs_only_enter(qtbot: QtBot) -> None:
    """Enter on the open dialog takes the first candidate, once."""
    dialog = _dialog(qtbot)
    accepted: list[str] = []
    dialog.accepted.connect(lambda: accepted.append(dialog.encoding()))
    qtbot.keyClick(_list(dialog), Qt.Key.Key_Return)
    assert accepted == ["utf-16-le"]


def test_the_preview_follows_the_choice(qtbot: QtBot) -> None:
    """Moving down shows what the text would be."""
    dialog = _dialog(qtbot)
    qtbot.keyClick(_list(dialog), Qt.Key.Key_Down)
    assert dialog.encoding() == "cp1252"
    assert "à¤•à¥€" in {label.text() for label in dialog.findChildren(QLabel)}


def test_no_candidate_cannot_be_confirmed(qtbot: QtBot) -> None:
    """Where nothing fits, the dialog says what to do with the file."""
    dialog = _dialog(qtbot, ())
    assert not dialog.primary.isEnabled()
    assert "UTF-8" in dialog.trouble


def test_encodings_are_named_for_people() -> None:
    """Known ones by their usual name, others by the standard's."""
    assert encoding_title("cp1252") == "Western (Windows-1252)"
    assert encoding_title("big5") == "BIG5"
