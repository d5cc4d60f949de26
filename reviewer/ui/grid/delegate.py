"""Painting the rows: text from the cache, marks beneath it, nothing else."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reviewer.domain.segment import Role
from reviewer.ui.font import Fonts
from reviewer.ui.grid.glyph import paint_state
from reviewer.ui.grid.layout import Laid, LayoutCache
from reviewer.ui.grid.model import Column, SegmentModel
from reviewer.ui.grid.row import Row
from reviewer.ui.mark import MarkPainter
from reviewer.ui.theme import Theme
from reviewer.ui.word import tr

PAD_X = 12
PAD_Y = 10
ACCENT_BAR = 3
HINDI_SPACING = 1.7
ENGLISH_SPACING = 1.5
_ROLE_WORDS = {
    Role.HEADLINE: "Headline",
    Role.STANDFIRST: "Standfirst",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Credit",
}


@dataclass(slots=True)
class Current:
    """Which row is open, and which flag or finding is current in it."""

    position: int = -1
    flag_id: int | None = None
    finding: str = ""


class RowDelegate(QStyledItemDelegate):
    """Paints one cell; the open row's texts are widgets of their own and left out here."""

    def __init__(self, model: SegmentModel, theme: Theme, fonts: Fonts, current: Current) -> None:
        super().__init__(model)
        self._model, self._theme, self.fonts, self._current = model, theme, fonts, current
        self.cache = LayoutCache()

    def laid(self, row: Row, column: Column, width: int) -> Laid:
        """A cell's text laid out in a cell `width` pixels wide."""
        side = column.side
        assert side is not None  # noqa: S101 - only text columns are laid out
        is_hindi = column is Column.HINDI
        font = self.fonts.hindi if is_hindi else self.fonts.english
        if row.segment.role is Role.HEADLINE:
            font = QFont(font)
            font.setWeight(QFont.Weight.DemiBold)
        spacing = HINDI_SPACING if is_hindi else ENGLISH_SPACING
        return self.cache.get(row.segment.text(side), font, width - 2 * PAD_X, spacing)

    def height(self, row: Row, widths: dict[Column, int]) -> int:
        """How high a row must be for its texts, in pixels."""
        tallest = max((self.laid(row, column, width).height for column, width in widths.items()), default=0.0)
        return max(round(tallest) + 2 * PAD_Y, 44)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's override."""
        rect: QRect = option.rect
        row = self._model.row(index.row())
        is_open = index.row() == self._current.position
        colours = self._theme.colours
        painter.fillRect(rect, QColor(colours.panel if is_open else colours.paper))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.hairline))
        column = Column(index.column())
        if column is Column.STATE:
            self._paint_state(painter, rect, row, index.row(), is_open)
        elif not is_open:
            self._paint_text(painter, rect, row, column)

    def _paint_state(self, painter: QPainter, rect: QRect, row: Row, position: int, is_open: bool) -> None:
        colours = self._theme.colours
        if is_open:
            painter.fillRect(rect.left(), rect.top(), ACCENT_BAR, rect.height() - 1, QColor(colours.accent))
        painter.setFont(self.fonts.interface)
        painter.setPen(QColor(colours.text if is_open else colours.muted))
        line = QRectF(rect.left() + 4, rect.top() + PAD_Y, 32, 20)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(right), str(position + 1))
        paint_state(painter, QPointF(rect.left() + 52, line.center().y() + 0.5), row.segment.state, colours)
        self._paint_notes(painter, rect, row)

    def _paint_notes(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colours = self._theme.colours
        notes = [tr(_ROLE_WORDS[row.segment.role])] if row.segment.role in _ROLE_WORDS else []
        if row.segment.is_locked:
            notes.append(tr("locked"))
        if row.segment.confidence is not None and row.segment.confidence < 0.5 and not row.segment.is_locked:
            notes.append(tr("check row"))
        font = QFont(self.fonts.interface)
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        for number, note in enumerate(notes):
            box = QRectF(rect.left() + 6, rect.top() + PAD_Y + 22 + 14 * number, rect.width() - 8, 14)
            if box.bottom() <= rect.bottom():
                painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), note)

    def _paint_text(self, painter: QPainter, rect: QRect, row: Row, column: Column) -> None:
        colours = self._theme.colours
        laid = self.laid(row, column, rect.width())
        side = column.side
        assert side is not None  # noqa: S101 - only text columns come here
        origin = QPointF(rect.left() + PAD_X, rect.top() + PAD_Y)
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, 0, -1))
        marks = row.marks(side)
        marker = MarkPainter(painter, laid.layout, origin, colours, laid.pixels)
        marker.paint_tints(marks)
        painter.setPen(QColor(colours.text if column is Column.HINDI else colours.muted))
        laid.layout.draw(painter, origin)
        if marks:
            marker.paint_lines(marks)
        painter.restore()
