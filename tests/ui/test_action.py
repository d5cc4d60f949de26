"""Actions built from data."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.ui.action import Actions, ActionSpec, key_text

SPECS = (
    ActionSpec(id="file.open", text="Open…", menu="File", shortcuts=("Ctrl+O", "F4")),
    ActionSpec(id="file.close", text="Close", menu="File", needs="project", separator_before=True),
    ActionSpec(id="view.diff", text="Diff", menu="View", needs="segment", is_checkable=True),
)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """An empty window."""
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def nothing() -> None:
    """Do nothing."""


def handlers(**others: Callable[[], object]) -> dict[str, Callable[[], object]]:
    """A handler for each action; `file_open=` sets that of `file.open`."""
    made: dict[str, Callable[[], object]] = {spec.id: nothing for spec in SPECS}
    return made | {name.replace("_", "."): handler for name, handler in others.items()}


def test_every_action_carries_its_data(window: QMainWindow) -> None:
    """Name, keys and kind of the action are those of the table."""
    action = Actions(SPECS, window)["file.open"]
    assert (action.objectName(), action.text(), action.isCheckable()) == ("file.open", "Open…", False)
    assert action.shortcuts() == [QKeySequence("Ctrl+O"), QKeySequence("F4")]


def test_actions_are_found_by_id(window: QMainWindow) -> None:
    """An id that is not in the table is not there."""
    actions = Actions(SPECS, window)
    assert ("view.diff" in actions, "view.none" in actions, actions.spec("view.diff")) == (
        True,
        False,
        SPECS[2],
    )


def test_triggering_calls_the_handler_without_arguments(window: QMainWindow) -> None:
    """A handler need not know of Qt's `checked`."""
    called: list[str] = []
    actions = Actions(SPECS, window)
    actions.connect(handlers(file_open=lambda: called.append("open")))
    actions["file.open"].trigger()
    assert called == ["open"]


def test_an_action_without_a_handler_is_refused(window: QMainWindow) -> None:
    """A menu entry that does nothing cannot be built."""
    made = handlers()
    del made["view.diff"]
    with pytest.raises(ValueError, match=r"view\.diff"):
        Actions(SPECS, window).connect(made)


def test_a_handler_without_an_action_is_refused(window: QMainWindow) -> None:
    """A handler that nothing can call is a mistake too."""
    with pytest.raises(ValueError, match=r"file\.print"):
        Actions(SPECS, window).connect(handlers(file_print=nothing))


def test_menus_come_in_their_order(window: QMainWindow) -> None:
    """Menus are made as listed, actions in table order with separators between."""
    menus = Actions(SPECS, window).fill(window.menuBar(), ("File", "View"))
    assert [menu.title() for menu in menus.values()] == ["File", "View"]
    assert [entry.objectName() for entry in menus["File"].actions()] == ["file.open", "", "file.close"]
    assert menus["File"].actions()[1].isSeparator()


@pytest.mark.parametrize(
    ("met", "enabled"),
    [
        (frozenset(), ["file.open"]),
        (frozenset({"project"}), ["file.open", "file.close"]),
        (frozenset({"project", "segment"}), ["file.open", "file.close", "view.diff"]),
    ],
)
def test_actions_wait_for_what_they_need(
    window: QMainWindow, met: frozenset[str], enabled: list[str]
) -> None:
    """Only what can be done now is enabled."""
    actions = Actions(SPECS, window)
    actions.enable(met)
    assert [spec.id for spec in SPECS if actions[spec.id].isEnabled()] == enabled


@pytest.mark.usefixtures("qapp")
def test_keys_are_written_as_the_platform_does() -> None:
    """A key that Qt knows is never shown empty."""
    assert key_text("Ctrl+Shift+Z") != ""
