"""The shortcut sheet: all keys on one card."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reviewer.ui.action import ActionSpec, key_text
from reviewer.ui.dialog.sheet import Sheet, label, scrolled
from reviewer.ui.word import tr

COLUMNS = 4
CAPS = 2
_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class ShortcutSheet(Sheet):
    """Every action that has a key, by menu, in columns; typing narrows the card."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Shortcuts"))
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(tr("Filter by action or key"))
        self._filter.setAccessibleName(tr("Filter by action or key"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._empty = label(tr("No action has this name or key."), "muted")
        self._empty.hide()
        groups = _groups(specs)
        self._groups = [_Group(title, members) for title, members in groups]
        card = QWidget()
        columns = QHBoxLayout(card)
        columns.setContentsMargins(0, 4, 12, 0)
        columns.setSpacing(32)
        heights = [len(members) + 2 for _, members in groups]
        for numbers in deal(heights, COLUMNS):
            column = QVBoxLayout()
            column.setSpacing(12)
            for number in numbers:
                column.addWidget(self._groups[number])
            column.addStretch(1)
            columns.addLayout(column, 1)
        top = QHBoxLayout()
        top.addWidget(label(tr("Shortcuts"), "title"), 1)
        top.addWidget(self._filter, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._empty)
        self.body.addWidget(scrolled(card), 1)
        self.resize(1240, 704)
        self._filter.setFocus()

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the actions on the card that pass the filter."""
        return tuple(line for group in self._groups for line in group.shown)

    def _on_filter_changed(self, query: str) -> None:
        for group in self._groups:
            group.narrow(query.strip().casefold())
        self._empty.setVisible(not self.shown)


class _Group(QWidget):
    """One menu's actions under its name."""

    def __init__(self, title: str, specs: Sequence[ActionSpec]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = label(tr(title), "heading")
        heading.setIndent(0)
        column.addWidget(heading)
        self._lines: dict[str, tuple[str, QWidget]] = {}
        for spec in specs:
            line = _Line(spec)
            column.addWidget(line)
            self._lines[spec.id] = (_searched(title, spec), line)
        self.shown: tuple[str, ...] = tuple(self._lines)

    def narrow(self, query: str) -> None:
        """Keep the lines in which all words of the query occur."""
        words = query.split()
        self.shown = tuple(
            key for key, (text, _) in self._lines.items() if all(word in text for word in words)
        )
        for key, (_, line) in self._lines.items():
            line.setVisible(key in self.shown)
        self.setVisible(bool(self.shown))


class _Line(QWidget):
    """One action and its keys, drawn as key caps."""

    def __init__(self, spec: ActionSpec) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        name = label(tr(spec.text).rstrip("…"))
        name.setWordWrap(False)
        row.addWidget(name, 1)
        for key in spec.shortcuts[:CAPS]:
            cap = QLabel(cap_text(key))
            cap.setProperty("kind", "key")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(cap)


def cap_text(key: str) -> str:
    """Return a shortcut as a key cap shows it: arrows as arrows."""
    head, plus, last = key.rpartition("+")
    if last in _ARROWS:
        return f"{key_text(f'{head}+A')[:-1] if plus else ''}{_ARROWS[last]}"
    return key_text(key)


def deal(heights: Sequence[int], columns: int) -> list[list[int]]:
    """Deal groups in order, each to the column that is shortest so far; return their numbers by column."""
    dealt: list[list[int]] = [[] for _ in range(columns)]
    for number in range(len(heights)):
        shortest = min(dealt, key=lambda column: sum(heights[each] for each in column))
        shortest.append(number)
    return dealt


def _groups(specs: Sequence[ActionSpec]) -> list[tuple[str, list[ActionSpec]]]:
    groups: dict[str, list[ActionSpec]] = {}
    for spec in specs:
        if spec.shortcuts:
            groups.setdefault(spec.menu, []).append(spec)
    return list(groups.items())


def _searched(title: str, spec: ActionSpec) -> str:
    keys = (*spec.shortcuts, *(key_text(key) for key in spec.shortcuts))
    return " ".join((tr(title), tr(spec.text), *keys)).casefold()
