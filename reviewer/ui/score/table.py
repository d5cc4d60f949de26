"""A table of a report: sorted by any column, walked by keys, copied as a spreadsheet takes it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QVBoxLayout, QWidget

from reviewer.domain.report import Table, Unit
from reviewer.reports.text import cell as written
from reviewer.ui.dialog.sheet import label
from reviewer.ui.score.tile import tabular
from reviewer.ui.score.value import plain, sortable
from reviewer.ui.word import tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole
PLAIN_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 32
MOST_ROWS = 12
"""Rows shown at once; a longer table scrolls in itself."""
_MEASURED = 60
_NARROWEST, _WIDEST = 56, 320
_PADDING = 36


class TableModel(QAbstractTableModel):
    """A report's table as Qt sees it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table(id="", title="", columns=(), rows=())

    def show(self, table: Table) -> None:
        """Take over a table; the selection lives on where columns and number of rows are as before."""
        is_alike = table.columns == self.table.columns and len(table.rows) == len(self.table.rows)
        if is_alike and table.rows:
            self.table = table
            last = self.index(len(table.rows) - 1, len(table.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Qt's override."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Qt's override."""
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's override."""
        column = self.table.columns[index.column()]
        cell = self.table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return written(cell, column.unit, column.digits)
            case Qt.ItemDataRole.ToolTipRole:
                return cell if isinstance(cell, str) and len(cell) > 30 else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.unit)
            case _ if role == SORT_ROLE:
                return sortable(cell)
            case _ if role == PLAIN_ROLE:
                return plain(cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's override: the columns' titles, their notes as tips."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self.table.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.unit)
            case Qt.ItemDataRole.ToolTipRole:
                return column.note or None
        return None


class Sorted(QSortFilterProxyModel):
    """The rows in the order of a column; what has no value comes last, whichever way."""

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Qt's override."""
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if one is None or other is None:
            is_falling = self.sortOrder() is Qt.SortOrder.DescendingOrder
            return (one is None) is is_falling and one is not other
        if isinstance(one, str) or isinstance(other, str):
            return str(one) < str(other)
        return bool(one < other)


class TableView(QTableView):
    """The table itself; the page scrolls over it until it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "figures")
        self.source = TableModel(self)
        self.sorted = Sorted(self)
        self.sorted.setSourceModel(self.source)
        self.setModel(self.sorted)
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns.setHighlightSections(False)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def show_table(self, table: Table) -> None:
        """Show a table, as high as its rows need, columns as wide as their values."""
        is_new = table.columns != self.source.table.columns
        self.source.show(table)
        self.setAccessibleName(table.title)
        self.setAccessibleDescription(tr("S sorts by the column, Ctrl+C copies"))
        if is_new:
            self._fit_columns()
        rows = min(max(len(table.rows), 1), MOST_ROWS)
        needed = sum(self.columnWidth(each) for each in range(len(table.columns)))
        bar = 12 if needed > self.width() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: copy, sort by the current column; what is not for a table goes to the page."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self._sort_by_current()
        elif event.text() and not event.matches(QKeySequence.StandardKey.SelectAll):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's override."""
        if self.hasFocus() or event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()

    def selected_text(self) -> str:
        """What is selected as tab-separated lines; several rows get the titles above them."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        rows = sorted({row for row, _ in chosen})
        columns = sorted({column for _, column in chosen})
        lines = [
            "\t".join(str(self.sorted.index(row, column).data(PLAIN_ROLE)) for column in columns)
            for row in rows
        ]
        if len(rows) > 1:
            lines.insert(0, "\t".join(self.source.table.columns[column].title for column in columns))
        return "\n".join(lines)

    def _sort_by_current(self) -> None:
        column = self.currentIndex().column()
        header = self.horizontalHeader()
        if column < 0:
            return
        falls = Qt.SortOrder.DescendingOrder
        is_again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is falls
        self.sortByColumn(column, Qt.SortOrder.AscendingOrder if is_again else falls)

    def _fit_columns(self) -> None:
        metrics = QFontMetrics(self.font())
        for place, column in enumerate(self.source.table.columns):
            texts = [
                written(row[place], column.unit, column.digits) for row in self.source.table.rows[:_MEASURED]
            ]
            widest = max(map(metrics.horizontalAdvance, (f"{column.title}  ▾", *texts)))
            self.setColumnWidth(place, min(max(widest + _PADDING, _NARROWEST), _WIDEST))


class TableBlock(QWidget):
    """A table under its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.note = label("", "subtitle"), label("", "caption")
        self.view = TableView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.title, self.view, self.note):
            column.addWidget(part)

    def show_block(self, block: Table) -> None:
        """Show a table in place of the one before."""
        self.title.setText(block.title)
        self.note.setText(block.note)
        self.note.setVisible(bool(block.note))
        self.view.show_table(block)


def _alignment(unit: Unit) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if unit in {Unit.TEXT, Unit.DAY} else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
