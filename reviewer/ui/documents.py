"""The documents of the project, with how far each has come."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.segment import State
from reviewer.review.query import DocumentSummary
from reviewer.text.fold import fold
from reviewer.ui.desk import Desk
from reviewer.ui.dialog.frame import KeyFrame
from reviewer.ui.font import Fonts
from reviewer.ui.grid.glyph import paint_seal, paint_state
from reviewer.ui.theme import Theme
from reviewer.ui.word import tr

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 56


class DocumentModel(QAbstractListModel):
    """The summaries of the open project."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._summaries: list[DocumentSummary] = []
        self._rows: dict[int, int] = {}

    def show(self, summaries: tuple[DocumentSummary, ...]) -> None:
        """Show these; rows are kept where only their figures changed."""
        same = [s.document.id for s in summaries] == list(self._rows)
        if not same:
            self.beginResetModel()
        self._summaries = list(summaries)
        self._rows = {summary.document.id: row for row, summary in enumerate(summaries)}
        if same and summaries:
            self.dataChanged.emit(self.index(0), self.index(len(summaries) - 1))
        elif not same:
            self.endResetModel()

    def show_one(self, summary: DocumentSummary) -> None:
        """Show one document as it is now, however many there are."""
        row = self._rows.get(summary.document.id)
        if row is not None and summary is not self._summaries[row]:
            self._summaries[row] = summary
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Qt's override."""
        return 0 if parent.isValid() else len(self._summaries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's override: title, or the whole summary."""
        summary = self._summaries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.document.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (summary.document.title, summary.document.system) if part)
        return summary if role == SUMMARY_ROLE else None


class TitleFilter(QSortFilterProxyModel):
    """Keeps the documents whose title holds the words typed, however they are spelt."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, ...] = ()

    def look_for(self, text: str) -> None:
        """Filter by words."""
        self.beginResetModel()
        self._wanted = tuple(fold(text.casefold()).text.split())
        self.endResetModel()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Qt's override."""
        title = str(self.sourceModel().index(row, 0, parent).data())
        folded = fold(title.casefold()).text
        return all(word in folded for word in self._wanted)


class DocumentDelegate(QStyledItemDelegate):
    """State, title, progress."""

    def __init__(self, theme: Theme, fonts: Fonts, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._desk = theme, fonts, desk

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Qt's override."""
        return QSize(120, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's override."""
        rect: QRect = option.rect
        summary: DocumentSummary = index.data(SUMMARY_ROLE)
        colours = self._theme.colours
        is_current = summary.document.id == self._desk.document_id
        if is_current:
            painter.fillRect(rect, QColor(colours.paper))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(colours.accent))
        centre = QPointF(rect.left() + 22, rect.top() + 19)
        if summary.document.is_signed:
            paint_seal(painter, centre, colours)
        else:
            paint_state(painter, centre, _state(summary), colours)
        font = QFont(self._fonts.interface)
        font.setWeight(QFont.Weight.DemiBold if is_current else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        line = QRectF(rect.left() + 38, rect.top() + 8, rect.width() - 48, 22)
        title = painter.fontMetrics().elidedText(
            summary.document.title, Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), title)
        self._paint_progress(painter, rect, summary)

    def _paint_progress(self, painter: QPainter, rect: QRect, summary: DocumentSummary) -> None:
        colours = self._theme.colours
        painter.setFont(self._fonts.interface)
        painter.setPen(QColor(colours.muted))
        box = QRectF(rect.left() + 38, rect.top() + 30, 72, 18)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"{summary.done:,}/{summary.total:,}")
        bar = QRectF(box.right() + 4, box.center().y() - 2, max(0.0, rect.right() - box.right() - 16), 4)
        painter.fillRect(bar, QColor(colours.hairline))
        if summary.total:
            bar.setWidth(bar.width() * summary.done / summary.total)
            painter.fillRect(bar, QColor(colours.done))


def _state(summary: DocumentSummary) -> State:
    if summary.total and summary.done == summary.total:
        return State.REVIEWED
    return State.IN_WORK if summary.done or summary.in_work else State.UNREVIEWED


class DocumentPanel(KeyFrame):
    """A filter over the list of documents."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documents")
        self.setProperty("kind", "panel")
        self.setMinimumWidth(160)
        self._desk = desk
        self.model = DocumentModel(self)
        self.proxy = TitleFilter(self)
        self.proxy.setSourceModel(self.model)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("documents.filter")
        self.filter.setPlaceholderText(tr("Filter documents"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setObjectName("documents.list")
        self.list.setModel(self.proxy)
        self.list.setItemDelegate(DocumentDelegate(theme, fonts, desk, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        field = QVBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.addWidget(self.filter)
        layout.addLayout(field)
        layout.addWidget(self.list)
        self.filter.textChanged.connect(self.proxy.look_for)
        self.filter.returnPressed.connect(self._choose_first)
        self.list.clicked.connect(lambda index: self.chosen.emit(index.data(SUMMARY_ROLE).document.id))
        theme.changed.connect(self.list.viewport().update)
        for signal in (desk.session_changed, desk.documents_changed):
            signal.connect(self.refresh)
        for signal in (desk.document_changed, desk.row_changed):
            signal.connect(self.refresh_current)
        desk.document_changed.connect(self.list.viewport().update)

    def _choose_first(self) -> None:
        first = self.proxy.index(0, 0)
        if first.isValid():
            self.chosen.emit(first.data(SUMMARY_ROLE).document.id)

    def refresh(self) -> None:
        """Show the project's documents as they are now."""
        self.model.show(self._desk.session.documents() if self._desk.session else ())
        self.list.viewport().update()

    def refresh_current(self) -> None:
        """Show how far the open document has come; no edit at the desk changes another one."""
        session, document_id = self._desk.session, self._desk.document_id
        summary = session.summary(document_id) if session and document_id is not None else None
        if summary is not None:
            self.model.show_one(summary)
