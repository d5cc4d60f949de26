"""The shortcut sheet."""

from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from reviewer.ui.catalogue import ACTIONS
from reviewer.ui.dialog.shortcut import ShortcutSheet, cap_text, deal


def _sheet(qtbot: QtBot) -> ShortcutSheet:
    sheet = ShortcutSheet(ACTIONS)
    qtbot.addWidget(sheet)
    return sheet


def _filter(sheet: ShortcutSheet, words: str) -> set[str]:
    field = sheet.findChild(QLineEdit)
    assert field is not None
    field.setText(words)
    return set(sheet.shown)


def test_every_action_with_a_key_is_on_the_card(qtbot: QtBot) -> None:
    """Nothing that a key does is left out."""
    assert set(_sheet(qtbot).shown) == {spec.id for spec in ACTIONS if spec.shortcuts}


def test_filter_finds_actions_by_name(qtbot: QtBot) -> None:
    """All words of the filter occur in the name."""
    assert _filter(_sheet(qtbot), "one word") == {"mark.grow", "mark.shrink"}


def test_filter_finds_actions_by_key(qtbot: QtBot) -> None:
    """Whoever wonders what a key does types the key."""
    assert "edit.undo" in _filter(_sheet(qtbot), "ctrl+z")


def test_an_empty_card_says_so(qtbot: QtBot) -> None:
    """A filter that nothing passes leaves a line that tells it."""
    sheet = _sheet(qtbot)
    assert not _filter(sheet, "xyzzy")
    shown = {label.text() for label in sheet.findChildren(QLabel) if not label.isHidden()}
    assert "No action has this name or key." in shown


def test_the_card_fits_a_small_screen(qtbot: QtBot) -> None:
    """At 1280 by 800 the whole card is seen without scrolling."""
    sheet = _sheet(qtbot)
    with qtbot.waitExposed(sheet):
        sheet.show()
    area = sheet.findChild(QScrollArea)
    assert area is not None
    assert sheet.width() <= 1280
    assert sheet.height() <= 800
    assert area.verticalScrollBar().maximum() == 0


def test_arrow_keys_are_drawn_as_arrows() -> None:
    """A cap shows what is printed on the key."""
    assert cap_text("Down") == "↓"
    assert cap_text("Ctrl+Alt+Left").endswith("←")


def test_groups_go_to_the_shortest_column() -> None:
    """Columns come out about equally long, each group in one piece."""
    assert deal([5, 3, 4, 2, 1], 3) == [[0], [1, 3], [2, 4]]
