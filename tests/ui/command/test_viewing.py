"""What is shown, how large, and in which light."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.app import make_application, make_window
from reviewer.ui.grid.model import Column
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, begin


def hidden(editor: Editor) -> set[Column]:
    """The columns that are not shown."""
    return {column for column in Column if editor.window.grid.isColumnHidden(column)}


def test_texts_that_are_not_there_take_no_room(editor: Editor, tmp_path: Path) -> None:
    """Hindi alone is a first-class case: no empty columns."""
    begin(editor, tmp_path)
    assert hidden(editor) == {Column.SOURCE, Column.BACK_TRANSLATION}
    assert not editor.window.actions_["view.source"].isEnabled()


def test_a_column_is_put_away_and_fetched_back(editor: Editor, tmp_path: Path) -> None:
    """The source can be hidden with a key."""
    begin(editor, tmp_path, sources=ENGLISH)
    assert hidden(editor) == {Column.BACK_TRANSLATION}
    editor.press("Ctrl+Shift+1")
    assert hidden(editor) == {Column.SOURCE, Column.BACK_TRANSLATION}
    editor.press("Ctrl+Shift+1")
    assert hidden(editor) == {Column.BACK_TRANSLATION}


def test_a_text_that_comes_later_gets_its_column(editor: Editor, tmp_path: Path) -> None:
    """Typing English into a row shows the column and lets it be put away."""
    begin(editor, tmp_path)
    editor.press("Shift+F2")
    editor.write("The government")
    editor.press("Esc")
    assert Column.BACK_TRANSLATION not in hidden(editor)
    assert editor.window.actions_["view.back_translation"].isEnabled()


@pytest.mark.parametrize(("key", "name"), [("Ctrl+Shift+D", "documents"), ("Ctrl+Shift+I", "inspector")])
def test_a_panel_stays_away_until_the_next_time(
    editor: Editor, tmp_path: Path, qtbot: QtBot, key: str, name: str
) -> None:
    """What was put away is away in the next window too."""
    begin(editor, tmp_path)
    editor.press(key)
    panel = getattr(editor.window, name)
    assert panel.isHidden()
    assert not editor.window.actions_[f"view.{name}"].isChecked()
    editor.window.close()
    again = make_window(tmp_path / "settings", user="editor")
    qtbot.addWidget(again)
    assert not again.actions_[f"view.{name}"].isChecked()
    again.close()


def test_the_text_grows_and_shrinks_within_reason(editor: Editor, tmp_path: Path) -> None:
    """Text size goes up and down in steps, stops at both ends, and goes back to normal."""
    begin(editor, tmp_path)
    pane = editor.window.grid.open_row.hindi
    sizes = [pane.font().pixelSize()]
    for keys in (["Ctrl++"] * 2, ["Ctrl++"] * 20, ["Ctrl+-"] * 40, ["Ctrl+0"]):
        editor.press(*keys)
        sizes.append(pane.font().pixelSize())
    normal, larger, largest, smallest, again = sizes
    assert smallest < normal < larger < largest == 2 * normal
    assert again == normal


def test_the_theme_is_one_of_three(editor: Editor, tmp_path: Path) -> None:
    """Exactly the one in force is ticked, and the application is painted in it."""
    begin(editor, tmp_path)
    light = []
    for name in ("dark", "light"):
        editor.window.actions_[f"view.{name}"].trigger()
        ticked = [n for n in ("light", "dark", "system") if editor.window.actions_[f"view.{n}"].isChecked()]
        assert ticked == [name]
        light.append(QApplication.palette().window().color().lightness() > 128)
    assert light == [False, True]
    make_application().setStyleSheet("")


def test_the_difference_is_shown_or_not(editor: Editor, tmp_path: Path) -> None:
    """D shows what was changed from received to final, and puts it away."""
    session = begin(editor, tmp_path)
    session.set_final(editor.segment.id, "सरकार ने कल नई नीति घोषित की।")
    assert not editor.window.inspector.diff.isHidden()
    editor.press("D")
    assert editor.window.inspector.diff.isHidden()
    assert not editor.window.actions_["view.diff"].isChecked()
    editor.press("D")
    assert not editor.window.inspector.diff.isHidden()
