"""Choosing an error type by typing a few of its letters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from reviewer.domain.profile import ErrorType
from reviewer.ui.dialog.frame import KeyFrame
from reviewer.ui.inspector.field import column
from reviewer.ui.word import tr

ROW = 22


class TypePicker(KeyFrame):
    """A filter and the profile's types below it. Enter takes the highlighted one, Esc leaves."""

    chosen = Signal(str)
    left = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("type_picker")
        self._types: tuple[ErrorType, ...] = ()
        self._current = ""
        self.filter = QLineEdit(self)
        self.filter.setObjectName("type_filter")
        self.filter.setAccessibleName(tr("Error type"))
        self.list = QListWidget(self)
        self.list.setObjectName("type_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = column(self, 4)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        self.list.hide()
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._refill)
        self.list.itemClicked.connect(self._on_item_clicked)

    def show_types(self, types: Sequence[ErrorType], current: str) -> None:
        """Offer these types, the current one highlighted."""
        is_same = current == self._current
        self._types, self._current = tuple(types), current
        if current and all(known.id != current for known in types):
            title = current.rpartition("/")[2].replace("-", " ")
            self._types += (ErrorType(id=current, title=title.capitalize()),)
        title = next((known.title for known in self._types if known.id == current), tr("not classified"))
        self.filter.setPlaceholderText(tr("{title} (T to change)", title=title))
        if not self.filter.hasFocus():
            self.filter.clear()
            self._refill()
        elif not is_same:
            self._refill()

    def begin(self) -> None:
        """Take the keys."""
        self.filter.clear()
        self._refill()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: arrows move in the list while letters go to the filter."""
        if event.type() == QEvent.Type.FocusIn:
            self.list.show()
            self.opened.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.list.hide()
            self.filter.clear()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            item = self.list.currentItem()
            if item is not None:
                self._on_item_clicked(item)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
            return True
        return super().eventFilter(watched, event)

    def _refill(self) -> None:
        wanted = self.filter.text().casefold().split()
        self.list.clear()
        found = [kind for kind in self._types if _begins(f"{kind.title} {kind.id} {kind.hint}", wanted)]
        # "wrong" means the wrong term before a mistranslation, whose hint only speaks of a wrong fact.
        for kind in sorted(found, key=lambda kind: not _begins(kind.title, wanted)):
            dimension = kind.id.partition("/")[0].replace("-", " ")
            item = QListWidgetItem(f"{kind.title}   ·  {dimension}")
            item.setData(Qt.ItemDataRole.UserRole, kind.id)
            item.setToolTip(kind.hint)
            self.list.addItem(item)
            if kind.id == self._current and not wanted:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setFixedHeight(max(1, min(self.list.count(), 15)) * ROW + 4)

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        self.left.emit()


def _begins(text: str, wanted: Sequence[str]) -> bool:
    """Whether each typed part begins a word of the text."""
    starts = text.casefold().replace("/", " ").replace("-", " ").replace(",", " ").split()
    return all(any(word.startswith(part) for word in starts) for part in wanted)
