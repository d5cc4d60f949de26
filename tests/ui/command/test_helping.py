"""Shortcuts, all commands, and what this program is."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from reviewer import __version__
from reviewer.ui.dialog.about import AboutDialog
from reviewer.ui.dialog.palette import CommandPalette
from reviewer.ui.dialog.shortcut import ShortcutSheet
from tests.journeys.driver import Editor
from tests.ui.project import begin, shown


def test_the_sheet_shows_every_key(editor: Editor) -> None:
    """F1 lists what the keys do, from the same table that makes them."""
    editor.press("F1")
    sheet = shown(editor, ShortcutSheet)
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    keyed = [spec for spec in editor.window.actions_.specs if spec.shortcuts]
    assert [spec.text for spec in keyed if spec.text.rstrip("…") not in words] == []
    sheet.close()


def test_the_palette_runs_what_is_typed(editor: Editor, tmp_path: Path) -> None:
    """Ctrl+K, some letters, Enter: the command is done."""
    begin(editor, tmp_path)
    editor.run("last segment")
    assert editor.window.desk.position == 2
    assert [each for each in editor.window.findChildren(CommandPalette) if each.isVisible()] == []


def test_the_program_says_which_it_is(editor: Editor) -> None:
    """The version is where one looks for it."""
    editor.window.actions_["help.about"].trigger()
    dialog = shown(editor, AboutDialog)
    assert __version__ in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_quitting_closes_the_project(editor: Editor, tmp_path: Path) -> None:
    """Quit stores what is being typed and closes the window."""
    session = begin(editor, tmp_path)
    editor.press("Return")
    editor.write("आज ")
    editor.window.actions_["file.quit"].trigger()
    assert not editor.window.isVisible()
    assert editor.window.desk.session is None
    assert "आज ".encode() in session.path.read_bytes()
