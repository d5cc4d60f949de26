"""One condition of the selection: a button that tells what is chosen, and a list to choose from."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from reviewer.text.fold import fold
from reviewer.ui.score.panel import Panel
from reviewer.ui.word import tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WIDTH, _ROW, _ROWS = 280, 28, 12
_FILTERED = 8
"""From so many options on, a field narrows the list."""

Option = tuple[Hashable, str]
"""What is chosen, and how it reads."""


class OptionModel(QAbstractListModel):
    """Options that can be ticked."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options: tuple[Option, ...] = ()
        self.chosen: set[Hashable] = set()

    def show(self, options: Sequence[Option], chosen: set[Hashable]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.options, self.chosen = tuple(options), set(chosen)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Qt's override."""
        return 0 if parent.isValid() else len(self.options)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Qt's override."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else own

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's override."""
        value, text = self.options[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value in self.chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = 0) -> bool:  # noqa: ANN401, ARG002 - Qt's override
        """Qt's override: tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.chosen ^= {self.options[index.row()][0]}
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True


class _Narrowed(QSortFilterProxyModel):
    wanted: tuple[str, ...] = ()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        text = fold(str(self.sourceModel().index(row, 0, parent).data()).casefold()).text
        return all(word in text for word in self.wanted)

    def narrow(self, words: str) -> None:
        self.beginResetModel()
        self.wanted = tuple(fold(words.casefold()).text.split())
        self.endResetModel()


class OptionList(Panel):
    """The list beneath the button: Space or a click ticks."""

    def __init__(self, model: OptionModel, button: QWidget) -> None:
        super().__init__(button)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Filter"))
        self.list = QListView(self)
        self._narrowed = _Narrowed(self)
        self._narrowed.setSourceModel(model)
        self.list.setModel(self._narrowed)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("kind", "options")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._narrowed.narrow)
        rows = model.rowCount()
        self.field.setVisible(rows >= _FILTERED)
        self.list.setFixedHeight(min(max(rows, 1), _ROWS) * _ROW + 4)
        self.setFixedWidth(_WIDTH)
        self.list.setCurrentIndex(self._narrowed.index(0, 0))

    def begin(self) -> None:
        """Show the list and give it the keys."""
        self.open(self.list if self.field.isHidden() else self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: down from the field into the list."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        # A click on the box has ticked it already; one on the words does it here.
        box = self.list.visualRect(index).left() + 28
        if self.list.viewport().mapFromGlobal(self.list.cursor().pos()).x() > box:
            self._narrowed.setData(index, None, Qt.ItemDataRole.CheckStateRole)


class FacetButton(QPushButton):
    """`Engine: all`, `Engine: Alpha`, `Engine: 3 chosen`."""

    changed = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"scores.{name}")
        self.setProperty("kind", "facet")
        self.setAutoDefault(False)
        self.title = title
        self.model = OptionModel(self)
        self.model.ticked.connect(self._on_ticked)
        self.clicked.connect(self.open)
        self.list: OptionList | None = None
        self._tell()

    @property
    def chosen(self) -> tuple[Any, ...]:
        """What is ticked, in the order of the list; nothing means everything."""
        return tuple(value for value, _ in self.model.options if value in self.model.chosen)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these; what was ticked stays so where it is still there."""
        if tuple(options) != self.model.options:
            self.model.show(options, self.model.chosen & {value for value, _ in options})
        self.setVisible(len(options) > 1 or bool(self.model.chosen))
        self._tell()

    def choose(self, *values: Hashable) -> None:
        """Tick these alone, without telling."""
        self.model.show(self.model.options, set(values))
        self._tell()

    def open(self) -> None:
        """Show the list."""
        self.list = OptionList(self.model, self)
        self.list.closed.connect(self._on_closed)
        self.list.begin()

    def _on_closed(self) -> None:
        self.list = None

    def _on_ticked(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        names = [text for value, text in self.model.options if value in self.model.chosen]
        if not names:
            words = tr("all")
        elif len(names) == 1:
            words = names[0] if len(names[0]) <= 24 else f"{names[0][:23]}…"
        else:
            words = tr("{number:,} chosen", number=len(names))
        self.setText(f"{self.title}: {words}")
        self.setProperty("is_set", bool(names))
        self.style().polish(self)
