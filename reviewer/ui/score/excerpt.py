"""Segments worth reading, with their errors marked as at the desk."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.report import Excerpt, Excerpts, MarkedText, Remark
from reviewer.domain.span import Range
from reviewer.text.offset import to_utf16
from reviewer.ui.dialog.sheet import label
from reviewer.ui.font import Fonts
from reviewer.ui.grid.layout import Laid, lay_out
from reviewer.ui.mark import Mark, MarkPainter
from reviewer.ui.theme import Theme
from reviewer.ui.word import tr

_X, _Y = 16, 12
_NAME = 104
"""Room at the left for what a text is."""
_LINE = 22
_GAP = 8
_REMARK = 1.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A laid-out text at its place."""

    name: str
    laid: Laid
    at: QPointF
    marks: tuple[Mark, ...] = ()
    colour: str = "muted"
    """Of the name."""


class ExcerptCard(QWidget):
    """One segment; `Enter` or a double click leads to its row at the desk."""

    wanted = Signal(int, int)
    """Document and position."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self.excerpt: Excerpt | None = None
        self._pieces: tuple[_Piece, ...] = ()
        self._laid_for = (-1, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_excerpt(self, excerpt: Excerpt) -> None:
        """Show a segment in place of the one before."""
        if excerpt == self.excerpt:
            return
        self.excerpt = excerpt
        self._laid_for = (-1, 0)
        self.setAccessibleName(f"{excerpt.heading}. {excerpt.document}, {excerpt.position + 1}")
        self.setToolTip(tr("Enter or a double click opens this row at the desk"))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt's override."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's override."""
        return self._lay_out(width)

    def sizeHint(self) -> QSize:
        """Qt's override."""
        width = self.width() or 640
        return QSize(width, self._lay_out(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: open, go to the neighbours, copy."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.matches(QKeySequence.StandardKey.Copy) and self.excerpt:
            QGuiApplication.clipboard().setText("\n".join(text.text for text in self.excerpt.texts))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's override
        """Qt's override."""
        self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's override
        """Qt's override: heading, texts with their marks, what was said."""
        if self.excerpt is None:
            return
        self._lay_out(self.width())
        colours = self._theme.colours
        with QPainter(self) as painter:
            if self.hasFocus():
                painter.fillRect(self.rect(), QColor(colours.panel))
                painter.fillRect(0, 0, 3, self.height(), QColor(colours.accent))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.hairline))
            self._paint_heading(painter)
            for piece in self._pieces:
                self._paint_piece(painter, piece)

    def _open(self) -> None:
        if self.excerpt is not None:
            self.wanted.emit(self.excerpt.document_id, self.excerpt.position)

    def _paint_heading(self, painter: QPainter) -> None:
        if self.excerpt is None:
            return
        colours, room = self._theme.colours, QRectF(_X, _Y, self.width() - 2 * _X, _LINE)
        strong = QFont(self._fonts.interface)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, middle, self.excerpt.heading)
        taken = painter.fontMetrics().horizontalAdvance(self.excerpt.heading) + 24
        painter.setFont(self._fonts.interface)
        painter.setPen(QColor(colours.muted))
        place = tr("{document} · row {row:,}", document=self.excerpt.document, row=self.excerpt.position + 1)
        rest = room.adjusted(taken, 0, 0, 0)
        line = painter.fontMetrics().elidedText(place, Qt.TextElideMode.ElideMiddle, int(rest.width()))
        painter.drawText(rest, middle | int(Qt.AlignmentFlag.AlignRight), line)

    def _paint_piece(self, painter: QPainter, piece: _Piece) -> None:
        colours = self._theme.colours
        painter.setFont(self._fonts.interface)
        painter.setPen(QColor(getattr(colours, piece.colour)))
        first = piece.laid.layout.lineAt(0)
        base = piece.at.y() + first.y() + first.ascent()
        painter.drawText(QPointF(_X, base), piece.name)
        marker = MarkPainter(painter, piece.laid.layout, piece.at, colours, piece.laid.pixels)
        marker.paint_tints(piece.marks)
        painter.setPen(QColor(colours.text))
        piece.laid.layout.draw(painter, piece.at)
        marker.paint_lines(piece.marks)

    def _lay_out(self, width: int) -> int:
        if self._laid_for[0] == width or self.excerpt is None:
            return self._laid_for[1]
        y = float(_Y + _LINE + 4)
        room = width - 2 * _X - _NAME
        pieces = []
        for text in self.excerpt.texts:
            is_hindi = text.language.startswith("hi")
            font = self._fonts.hindi if is_hindi else self._fonts.english
            laid = lay_out(text.text or " ", font, room, 1.7 if is_hindi else 1.5)
            pieces.append(_Piece(text.title, laid, QPointF(_X + _NAME, y), _marks(text)))
            y += laid.height + _GAP / 2
        for remark in self.excerpt.remarks:
            laid = lay_out(_said(remark), self._fonts.english, room, _REMARK)
            name = f"{remark.number}  {tr(remark.severity.value)}"
            pieces.append(_Piece(name, laid, QPointF(_X + _NAME, y), colour=remark.severity.value))
            y += laid.height
        self._pieces = tuple(pieces)
        self._laid_for = (width, round(y + _Y))
        return self._laid_for[1]


class ExcerptBlock(QWidget):
    """Segments under their title."""

    wanted = Signal(int, int)
    """Document and position."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self.title, self.note = label("", "subtitle"), label("", "caption")
        self.cards: list[ExcerptCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.note)
        theme.changed.connect(self.update)

    def show_block(self, block: Excerpts) -> None:
        """Show these segments in place of those before."""
        self.title.setText(block.title)
        self.note.setText(block.note)
        self.note.setVisible(bool(block.note))
        while len(self.cards) > len(block.excerpts):
            gone = self.cards.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self.cards) < len(block.excerpts):
            card = ExcerptCard(self._theme, self._fonts, self)
            card.wanted.connect(self.wanted)
            self.cards.append(card)
            self._column.addWidget(card)
        for card, excerpt in zip(self.cards, block.excerpts, strict=True):
            card.show_excerpt(excerpt)


def _marks(text: MarkedText) -> tuple[Mark, ...]:
    def in_qt(each: Range) -> Range:
        return Range(to_utf16(text.text, each.start), to_utf16(text.text, each.end))

    return tuple(
        Mark(mark.number, tuple(in_qt(each) for each in mark.ranges), mark.severity)
        for mark in text.marks
        if mark.ranges
    )


def _said(remark: Remark) -> str:
    """Everything about an error in one line."""
    quoted = f"“{remark.quote}”" if remark.quote else ""
    better = f"→ “{remark.suggestion}”" if remark.suggestion else ""
    words = " ".join(filter(None, (remark.type, quoted, better)))
    return " · ".join(filter(None, (words, remark.comment, remark.author)))
