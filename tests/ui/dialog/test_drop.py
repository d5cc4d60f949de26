"""What dropped files are."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from reviewer.ui.dialog.drop import DropDialog, FileUse

HINDI, ENGLISH, MORE = Path("lekh.docx"), Path("source.txt"), Path("back.txt")


def _dialog(qtbot: QtBot, suggestion: dict[Path, FileUse], *, has_document: bool) -> DropDialog:
    dialog = DropDialog(tuple(suggestion), suggestion, has_document=has_document)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def _button(dialog: DropDialog, name: str) -> QRadioButton:
    return next(each for each in dialog.findChildren(QRadioButton) if each.accessibleName() == name)


def test_one_file_needs_only_enter(qtbot: QtBot) -> None:
    """What the language suggests is chosen, and Enter takes it."""
    dialog = _dialog(qtbot, {ENGLISH: FileUse.SOURCE}, has_document=True)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.choices() == {ENGLISH: FileUse.SOURCE}


def test_arrows_choose_another_use(qtbot: QtBot) -> None:
    """Down goes to the next use of the file."""
    dialog = _dialog(qtbot, {ENGLISH: FileUse.SOURCE}, has_document=True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert dialog.choices() == {ENGLISH: FileUse.BACK_TRANSLATION}


def test_a_single_file_without_a_document_is_an_article(qtbot: QtBot) -> None:
    """Where nothing is open, there is nothing it could be the source of."""
    dialog = _dialog(qtbot, {ENGLISH: FileUse.SOURCE}, has_document=False)
    assert dialog.choices() == {ENGLISH: FileUse.ARTICLE}
    assert not _button(dialog, "source.txt: English source").isEnabled()


def test_an_article_and_its_source_come_together(qtbot: QtBot) -> None:
    """Two files dropped on an empty desk are one document with two texts."""
    suggestion = {HINDI: FileUse.ARTICLE, ENGLISH: FileUse.SOURCE}
    dialog = _dialog(qtbot, suggestion, has_document=False)
    assert dialog.primary.isEnabled()
    assert dialog.choices() == suggestion


@pytest.mark.parametrize(
    ("uses", "has_document"),
    [
        ((FileUse.ARTICLE, FileUse.SOURCE, FileUse.SOURCE), True),
        ((FileUse.ARTICLE, FileUse.ARTICLE, FileUse.SOURCE), False),
        ((FileUse.FINAL, FileUse.SOURCE, FileUse.REFERENCE), False),
    ],
)
def test_what_cannot_be_is_held_back(qtbot: QtBot, uses: tuple[FileUse, ...], *, has_document: bool) -> None:
    """Two sources of one article, or companions of none or several, wait for another choice."""
    dialog = _dialog(qtbot, dict(zip((HINDI, ENGLISH, MORE), uses, strict=True)), has_document=has_document)
    assert dialog.trouble
    assert not dialog.primary.isEnabled()


def test_another_choice_clears_the_trouble(qtbot: QtBot) -> None:
    """As soon as the files go together the button is free."""
    suggestion = {HINDI: FileUse.ARTICLE, ENGLISH: FileUse.SOURCE, MORE: FileUse.SOURCE}
    dialog = _dialog(qtbot, suggestion, has_document=True)
    _button(dialog, "back.txt: Back-translation").click()
    assert dialog.trouble == ""
    assert dialog.choices()[MORE] is FileUse.BACK_TRANSLATION
