"""All commands by name, for hands that stay on the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.action import Actions, ActionSpec, key_text
from reviewer.ui.dialog.frame import KeyFrame
from reviewer.ui.dialog.match import best
from reviewer.ui.word import tr

_WIDTH = 560
_ROW = 32
_ROWS = 11
_ID = Qt.ItemDataRole.UserRole
_MENU = Qt.ItemDataRole.UserRole + 1
_KEYS = Qt.ItemDataRole.UserRole + 2
_CAN = Qt.ItemDataRole.UserRole + 3
_PAGING = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS + 1,
    Qt.Key.Key_PageDown: _ROWS - 1,
}


class CommandPalette(KeyFrame):
    """A panel over the window: type, arrow, `Enter`. For one use: it goes away with the focus."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setProperty("kind", "floating")
        self._actions = actions
        self._window = parent
        self._before: QWidget | None = None
        self._query = QLineEdit()
        self._query.setPlaceholderText(tr("What do you want to do?"))
        self._query.setAccessibleName(tr("Command"))
        self._query.setProperty("kind", "large")
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Line(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QLabel(tr("No command has this name."))
        self._empty.setProperty("kind", "muted")
        self._empty.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._query)
        column.addWidget(self._empty)
        column.addWidget(self._list)
        self._cast_shadow()
        self._query.textEdited.connect(self._on_query_edited)
        self._list.itemClicked.connect(self._on_item_clicked)
        parent.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the commands in the list, best first."""
        return tuple(self._list.item(row).data(_ID) for row in range(self._list.count()))

    def open(self) -> None:
        """Show all commands and take the focus."""
        self._before = QApplication.focusWidget()
        self._query.clear()
        self._fill("")
        self.show()
        self.raise_()
        self._query.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def dismiss(self) -> None:
        """Take the panel away and give the focus back."""
        if self.isHidden():
            return
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.close()
        if self._before and had_focus:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, run the chosen command, or leave."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self._list.currentItem())
        elif key in _PAGING and self._list.count():
            row = self._list.currentRow() + _PAGING[key]
            self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the focus in the field: there is nowhere else to go."""
        return True

    def _fill(self, query: str) -> None:
        self._list.clear()
        for spec in _found(query, self._actions.specs):
            if spec.id != "help.palette":
                self._list.addItem(_item(spec, self._actions[spec.id]))
        self._list.setCurrentRow(0)
        has_rows = self._list.count() > 0
        self._list.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        self._list.setFixedHeight(min(self._list.count(), _ROWS) * _ROW)
        self._place()

    def _place(self) -> None:
        window = self._window
        self.setFixedWidth(min(_WIDTH, window.width() - 32))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() // 8)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = self._actions[item.data(_ID)]
        if action.isEnabled():
            self.dismiss()
            action.trigger()

    def _on_query_edited(self, query: str) -> None:
        self._fill(query)

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._run(item)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new):
            self.dismiss()

    def _cast_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 72))
        self.setGraphicsEffect(shadow)


class _Line(QStyledItemDelegate):
    """A command's name, its menu in grey, its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One height for all lines."""
        return QSize(option.rect.width(), _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line; a disabled command is grey throughout."""
        colours, area = option.palette, option.rect
        can_run = bool(index.data(_CAN))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.brush(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(area, 4, 4)
        inner = area.adjusted(12, 0, -12, 0)
        grey = colours.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(colours.color(QPalette.ColorRole.Text) if can_run else grey)
        name = str(index.data())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(grey)
        beside = painter.fontMetrics().horizontalAdvance(name) + 12
        painter.drawText(inner.adjusted(beside, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, index.data(_MENU))
        keys = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, keys, index.data(_KEYS))
        painter.restore()


def _item(spec: ActionSpec, action: QAction) -> QListWidgetItem:
    item = QListWidgetItem(tr(spec.text))
    item.setData(_ID, spec.id)
    item.setData(_MENU, tr(spec.menu))
    item.setData(_KEYS, key_text(spec.shortcuts[0]) if spec.shortcuts else "")
    item.setData(_CAN, action.isEnabled())
    if not action.isEnabled():
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{name}, not now", name=item.text()))
    return item


def _found(query: str, specs: Sequence[ActionSpec]) -> list[ActionSpec]:
    """The commands that the query names, best first, then those of a menu that it names."""
    named = best(query, specs, lambda spec: tr(spec.text))
    start = query.strip().casefold()
    return named + [
        spec for spec in specs if spec not in named and tr(spec.menu).casefold().startswith(start)
    ]
