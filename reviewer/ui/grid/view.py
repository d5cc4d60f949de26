"""The grid: a table over the paged model, with the current row open in the middle of the screen."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollBar,
    QTableView,
    QToolTip,
    QWidget,
)

from reviewer.domain.span import Side
from reviewer.ui.font import Fonts
from reviewer.ui.grid.delegate import PAD_X, PAD_Y, Current, RowDelegate
from reviewer.ui.grid.header import TextHeader
from reviewer.ui.grid.hover import mark_at, told
from reviewer.ui.grid.model import TEXT_COLUMNS, Column, SegmentModel
from reviewer.ui.grid.open_row import OpenRow
from reviewer.ui.theme import Theme

GUESSED_HEIGHT = 96


class ReviewTable(QTableView):
    """Rows of source, back-translation and Hindi. Only rows in view are ever fitted."""

    row_pressed = Signal(int)

    def __init__(
        self, model: SegmentModel, theme: Theme, fonts: Fonts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName("Segments")
        self.segments = model
        self.current = Current()
        self.painter_delegate = RowDelegate(model, theme, fonts, self.current)
        self._fitting = False
        self.header = TextHeader(self)
        self.setHorizontalHeader(self.header)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.fit_visible)
        self._measure = QTimer(self, singleShot=True, interval=0)
        self._measure.timeout.connect(self.updateGeometries)
        self.setModel(model)
        self.setItemDelegate(self.painter_delegate)
        self.open_row = OpenRow(self.viewport(), theme, fonts)
        self._set_up()
        theme.changed.connect(self.viewport().update)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        self.open_row.height_changed.connect(self._on_typed)
        model.marks_changed.connect(self._on_marks_changed)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(30)
        rows.setDefaultSectionSize(GUESSED_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Fixed)
        self.header.share(self.viewport().width())
        self.header.changed.connect(self._on_columns_changed)

    # What is shown

    def set_fonts(self, fonts: Fonts) -> None:
        """Draw with other fonts."""
        self.painter_delegate.fonts = fonts
        self.painter_delegate.cache.clear()
        self.open_row.fonts = fonts
        self.verticalHeader().setDefaultSectionSize(GUESSED_HEIGHT)
        self._settle.start()
        self.open_current(self.current.position, self.current.flag_id)
        if self.current.position >= 0:
            self._centre(self.current.position)

    def show_column(self, column: Column, is_shown: bool) -> None:
        """Show or hide a column; the others share its room."""
        self.setColumnHidden(column, not is_shown)
        self.header.share(self.viewport().width())

    def open_current(self, position: int, flag_id: int | None = None) -> None:
        """Open a row and bring it to the middle of the screen; -1 closes."""
        if not 0 <= position < self.segments.rowCount():
            position = -1
        before = self.current.position
        self.current.position, self.current.flag_id = position, flag_id
        if position < 0:
            self.open_row.show(None)
            self.viewport().update()
            return
        if 0 <= before < self.segments.rowCount() and before != position:
            self._fit(before)
        self.open_row.show(self.segments.row(position), flag_id)
        self._fit(position)
        if before != position:
            self._centre(position)
        self._place_open_row()
        self.viewport().update()

    def show_flag(self, flag_id: int | None) -> None:
        """Make another flag of the open row the current one."""
        self.current.flag_id = flag_id
        self.open_row.show_flag(flag_id)

    def fit_visible(self) -> None:
        """Give the rows in view the height they need; keep the top of the view where it is."""
        if self._fitting or self.segments.rowCount() == 0:
            return
        self._fitting = True
        first = max(self.rowAt(0), 0)
        # A row that juts out above is seen by its lower part: keep that where it is.
        is_cut = self.rowViewportPosition(first) < 0
        before = self.rowHeight(first)
        row, bottom = first, self.viewport().height()
        while row < self.segments.rowCount() and self.rowViewportPosition(row) < bottom + 200:
            self._fit(row)
            row += 1
        if is_cut and self.rowHeight(first) != before:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowHeight(first) - before)
        self._fitting = False
        self._place_open_row()

    def show_finding(self, key: str) -> None:
        """Make a finding of the open row the current one; empty for none."""
        self.current.finding = key
        self._on_marks_changed()

    def _on_marks_changed(self) -> None:
        if 0 <= self.current.position < self.segments.rowCount():
            self.open_row.show_findings(self.segments.row(self.current.position), self.current.finding)
        self.viewport().update()

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        position = self.current.position
        top = self.rowViewportPosition(position)
        was_seen = position >= 0 and -self.rowHeight(position) < top < event.oldSize().height()
        self.header.share(self.viewport().width())
        if was_seen:
            self._centre(position)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt's override."""
        super().scrollContentsBy(dx, dy)
        self._place_open_row()
        self._settle.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's override: a click opens a row, nothing else."""
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0:
            self.row_pressed.emit(row)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt's override: resting on a mark tells what it is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._told_under(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _told_under(self, where: QPoint) -> str:
        index = self.indexAt(where)
        if not index.isValid() or Column(index.column()).side is None:
            return ""
        row, column = self.segments.row(index.row()), Column(index.column())
        side = column.side or Side.FINAL
        cell = self.visualRect(index)
        laid = self.painter_delegate.laid(row, column, cell.width())
        inside = QPointF(where - cell.topLeft()) - QPointF(PAD_X, PAD_Y)
        return told(row, mark_at(laid.layout, row.marks(side), inside))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: a page up or down without leaving the row; other keys are the window's."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown:
            bar.triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)
        elif event.key() == Qt.Key.Key_PageUp:
            bar.triggerAction(QScrollBar.SliderAction.SliderPageStepSub)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Qt's override: letters are commands here."""

    # Sizes

    def _fit(self, row: int) -> None:
        widths = self.header.widths()
        if row == self.current.position:
            height = self.open_row.height(widths)
        else:
            height = self.painter_delegate.height(self.segments.row(row), widths)
        if self.rowHeight(row) != height:
            self._resize_row(row, height)

    def _resize_row(self, row: int, height: int) -> None:
        """Give a row another height; the table itself would paint all below it twice."""
        rows = self.verticalHeader()
        rows.blockSignals(True)
        rows.resizeSection(row, height)
        rows.blockSignals(False)
        self.viewport().update(self.viewport().rect().adjusted(0, self.rowViewportPosition(row), 0, 0))
        self._measure.start()

    def _centre(self, position: int) -> None:
        """Fit the rows around a row, then put it in the middle; two passes as heights are guesses first."""
        for _ in range(2):
            top = self.verticalHeader().sectionPosition(position)
            self.updateGeometries()
            spare = max(0, self.viewport().height() - self.rowHeight(position)) // 2
            self.verticalScrollBar().setValue(max(0, top - spare))
            self.fit_visible()

    def _place_open_row(self) -> None:
        position = self.current.position
        if position < 0 or self.open_row.row is None:
            return
        cells: dict[Column, QRect] = {}
        for column in TEXT_COLUMNS:
            if not self.isColumnHidden(column):
                cells[column] = self.visualRect(self.segments.index(position, column))
        self.open_row.place(cells)

    def _on_columns_changed(self) -> None:
        if self.current.position >= 0:
            self._fit(self.current.position)
        self._settle.start()
        self._place_open_row()

    def _on_reset(self) -> None:
        self.current.position, self.current.flag_id = -1, None
        self.open_row.show(None)
        self._settle.start()

    def _on_data_changed(
        self, first: QModelIndex | QPersistentModelIndex, last: QModelIndex | QPersistentModelIndex
    ) -> None:
        for row in range(first.row(), last.row() + 1):
            if row == self.current.position:
                self.open_row.show(self.segments.row(row), self.current.flag_id)
            if self.rowViewportPosition(row) < self.viewport().height():
                self._fit(row)
        self._place_open_row()

    def _on_typed(self) -> None:
        if self.current.position >= 0:
            self._fit(self.current.position)
            self._place_open_row()
