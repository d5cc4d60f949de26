"""Shortcuts, all commands, and what this program is."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from reviewer import __version__
from reviewer.ui.action import Actions
from reviewer.ui.dialog.about import AboutDialog
from reviewer.ui.dialog.palette import CommandPalette
from reviewer.ui.dialog.shortcut import ShortcutSheet


class Helping(QObject):
    """Handlers of the Help menu."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        return {
            "help.shortcuts": lambda: ShortcutSheet(self._actions.specs, self._window).open(),
            "help.palette": lambda: CommandPalette(self._actions, self._window).open(),
            "help.about": lambda: AboutDialog(__version__, self._window).open(),
            "file.quit": self._window.close,
        }
