"""What is shown, how large, and in which light."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.domain.span import Side
from reviewer.ui.action import Actions
from reviewer.ui.desk import Desk
from reviewer.ui.font import load_fonts
from reviewer.ui.grid.model import Column
from reviewer.ui.inspector.panel import Inspector
from reviewer.ui.settings import Settings
from reviewer.ui.theme import Theme, palette, style_sheet

SMALLEST, LARGEST = 0.7, 2.0
_COLUMNS = {"view.source": Column.SOURCE, "view.back_translation": Column.BACK_TRANSLATION}


class Viewing(QObject):
    """Handlers of the View menu; remembers what was chosen."""

    def __init__(self, desk: Desk, theme: Theme, settings: Settings, panels: dict[str, QWidget]) -> None:
        super().__init__(desk)
        self._desk, self._theme, self._settings, self._panels = desk, theme, settings, panels
        self._scale = settings.number("view.scale", 1.0)
        self._actions: Actions | None = None
        self._sides: frozenset[Side] = frozenset()
        desk.document_changed.connect(self.fit_columns)
        desk.segment_changed.connect(self._follow_texts)
        desk.mode_changed.connect(self._follow_texts)
        for name, panel in panels.items():
            if isinstance(panel, Inspector):
                panel.revealed.connect(partial(self._note_panel, name))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        made: dict[str, Callable[[], object]] = {
            name: partial(self._toggle_column, name) for name in _COLUMNS
        }
        made |= {name: partial(self._toggle_panel, name) for name in self._panels}
        made |= {
            f"view.{choice}": partial(self.choose_theme, choice) for choice in ("light", "dark", "system")
        }
        return made | {
            "view.diff": self._toggle_diff,
            "view.larger": lambda: self.zoom(self._scale * 1.1),
            "view.smaller": lambda: self.zoom(self._scale / 1.1),
            "view.normal": lambda: self.zoom(1.0),
        }

    def restore(self, actions: Actions) -> None:
        """Show what was shown last time."""
        self._actions = actions
        self.show_panels(is_there=False)
        if self._scale != 1.0:
            self.zoom(self._scale)
        self.choose_theme(self._settings.text("view.theme", "system"))
        self.fit_columns()

    def show_panels(self, *, is_there: bool) -> None:
        """Show the side panels that the editor wants; none while nothing is open."""
        for name, panel in self._panels.items():
            is_wanted = self._settings.flag(name, default=True)
            panel.setVisible(is_wanted and is_there)
            if self._actions is not None:
                self._actions[name].setChecked(is_wanted)

    def fit_columns(self) -> None:
        """Hide the English columns that the document has no text for, and those the editor hid."""
        desk = self._desk
        if desk.session is None or desk.document_id is None:
            return
        has = self._sides = desk.session.sides(desk.document_id)
        for name, column in _COLUMNS.items():
            is_there = column.side in has
            is_shown = is_there and self._settings.flag(name, default=True)
            desk.grid.show_column(column, is_shown=is_shown)
            if self._actions is not None:
                self._actions[name].setChecked(is_shown)
                self._actions[name].setEnabled(is_there)

    def _follow_texts(self) -> None:
        """Show the column of a text that is new, and hide that of one that went; not while it is typed."""
        desk = self._desk
        if desk.session is None or desk.document_id is None or desk.is_editing:
            return
        if desk.session.sides(desk.document_id) != self._sides:
            self.fit_columns()

    def zoom(self, scale: float) -> None:
        """Draw the texts in another size."""
        self._scale = max(SMALLEST, min(LARGEST, scale))
        self._settings.set("view.scale", self._scale)
        self._desk.grid.set_fonts(load_fonts(self._scale))

    def choose_theme(self, choice: str) -> None:
        """Set light, dark, or as the system is."""
        self._settings.set("view.theme", choice)
        self._theme.choose(choice)
        self.apply_theme()
        if self._actions is not None:
            for name in ("light", "dark", "system"):
                self._actions[f"view.{name}"].setChecked(name == choice)

    def apply_theme(self) -> None:
        """Paint the application in the colours in force."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self._theme.colours))
            application.setStyleSheet(style_sheet(self._theme.colours))

    def _toggle_column(self, name: str) -> None:
        self._settings.set(name, not self._settings.flag(name, default=True))
        self.fit_columns()

    def _toggle_panel(self, name: str) -> None:
        panel = self._panels[name]
        panel.setVisible(panel.isHidden())
        self._note_panel(name)

    def _note_panel(self, name: str) -> None:
        is_shown = not self._panels[name].isHidden()
        self._settings.set(name, is_shown)
        if self._actions is not None:
            self._actions[name].setChecked(is_shown)

    def _toggle_diff(self) -> None:
        self._desk.set_diff(not self._desk.shows_diff)
        if self._actions is not None:
            self._actions["view.diff"].setChecked(self._desk.shows_diff)
