"""Actions as data: one table feeds menus, shortcuts, the palette and the help."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reviewer.ui.word import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One thing the editor can do."""

    id: str
    text: str
    """Sentence case, a verb first."""
    menu: str
    shortcuts: tuple[str, ...] = ()
    """Portable key names; the first is shown in menus and help."""
    needs: str = "always"
    """When it can be done: `always`, `project`, `document`, `segment`, `flag`, `editable`."""
    is_checkable: bool = False
    separator_before: bool = False


class Actions:
    """The built actions, by id."""

    def __init__(self, specs: Iterable[ActionSpec], window: QWidget) -> None:
        self.specs = tuple(specs)
        self._window = window
        self._met: frozenset[str] | None = None
        self._actions = {spec.id: self._build(spec) for spec in self.specs}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __contains__(self, action_id: object) -> bool:
        return action_id in self._actions

    def spec(self, action_id: str) -> ActionSpec:
        """The data an action was built from."""
        return next(spec for spec in self.specs if spec.id == action_id)

    def connect(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Join each action to what it does; every action must have exactly one handler."""
        missing = set(self._actions) ^ set(handlers)
        if missing:
            raise ValueError(f"actions and handlers differ: {sorted(missing)}")
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(lambda _=False, run=handler: run())

    def fill(self, bar: QMenuBar, menus: Iterable[str]) -> dict[str, QMenu]:
        """Make the menus, in this order, each with its actions in table order."""
        made = {title: bar.addMenu(tr(title)) for title in menus}
        for spec in self.specs:
            if spec.separator_before:
                made[spec.menu].addSeparator()
            made[spec.menu].addAction(self._actions[spec.id])
        return made

    def enable(self, met: frozenset[str]) -> None:
        """Enable the actions whose need is met."""
        if met == self._met:
            return
        self._met = met
        for spec in self.specs:
            if spec.needs != "always":
                self._actions[spec.id].setEnabled(spec.needs in met)

    def _build(self, spec: ActionSpec) -> QAction:
        action = QAction(tr(spec.text), self._window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.shortcuts])
        self._window.addAction(action)
        return action


def key_text(key: str) -> str:
    """A shortcut as the user's platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
