"""A text with marks beneath it, in a widget that can be read, selected and typed into."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from reviewer.domain.span import Range
from reviewer.text.cluster import snap
from reviewer.text.offset import from_utf16, to_utf16
from reviewer.ui.mark import Mark, MarkPainter
from reviewer.ui.theme import Theme

FRAME_X, FRAME_Y = 8, 6
"""Border and padding, as the style sheet sets them."""
_LINE_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


class MarkedText(QTextEdit):
    """Shows a text with its marks. Positions it gives and takes are code points, on cluster borders."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._shown = ""
        self.describe: Callable[[Mark | None], str] = lambda _: ""
        """What to say of the mark that the mouse rests on."""
        self._wanted: QFont | None = None
        self._spacing = 1.75
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "pane")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setCursorWidth(2)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAutoFillBackground(False)

    def show_text(self, text: str, font: QFont, spacing: float) -> None:
        """Show a text; where it is another one, the caret goes to its start."""
        self.blockSignals(True)
        self._spacing = spacing
        self._wanted = font
        self._keep_font()
        if text != self.text() or self.document().isEmpty():
            self.setPlainText(_in_one_block(text))
        self._shown = text
        self._space_lines()
        self.document().setModified(False)
        self.blockSignals(False)

    def text(self) -> str:
        """The text as it stands; exactly what was shown until something is typed."""
        if not self.document().isModified():
            return self._shown
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText().translate(_LINE_BREAKS)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Underline these."""
        self._marks = tuple(marks)
        self.viewport().update()

    def height_for(self, width: int) -> int:
        """How high a widget of this width must be to show all of its text."""
        self.document().setTextWidth(max(width - 2 * FRAME_X, 1))
        return round(self.document().size().height()) + 2 * FRAME_Y

    # Selection

    def selection(self) -> Range:
        """What is selected, snapped outwards to clusters; empty: where the caret is."""
        cursor, text = self.textCursor(), self.text()
        start = from_utf16(text, cursor.selectionStart())
        end = from_utf16(text, cursor.selectionEnd())
        return snap(text, Range(start, end))

    def select(self, chosen: Range) -> None:
        """Select a range, caret at its end."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(text, min(chosen.start, len(text))))
        cursor.setPosition(to_utf16(text, min(chosen.end, len(text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mark_at(self, where: QPointF) -> Mark | None:
        """The shortest mark at a point of the viewport."""
        position = self.cursorForPosition(where.toPoint()).position()
        here = [m for m in self._marks if any(r.start <= position <= r.end for r in m.ranges)]
        return min(here, key=lambda mark: len(mark.hull), default=None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt's override: resting on a mark tells what it is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.describe(self.mark_at(QPointF(event.pos()))), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: tints behind the text, lines beneath it."""
        with QPainter(self.viewport()) as painter:
            self._marker(painter).paint_tints(self._marks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._marker(painter).paint_lines(self._marks)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: a style sheet that is applied again would take the font away."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_font()

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return QSize(200, self.height_for(200))

    def _keep_font(self) -> None:
        font = self._wanted
        if font is not None and (self.font() != font or self.document().defaultFont() != font):
            self.setFont(font)
            self.document().setDefaultFont(font)

    def _marker(self, painter: QPainter) -> MarkPainter:
        block = self.document().firstBlock()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        origin = corner - QPointF(0, self.verticalScrollBar().value())
        return MarkPainter(painter, block.layout(), origin, self._theme.colours, self.font().pixelSize())

    def _space_lines(self) -> None:
        block = QTextBlockFormat()
        # The room between lines lies below each, where the marks are.
        room = self.font().pixelSize() * self._spacing - self.fontMetrics().height()
        block.setLineHeight(max(0.0, room), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)


def _in_one_block(text: str) -> str:
    """The text, as long as before, with its breaks as line separators: these stay inside a block."""
    return text.replace("\r\n", " \n").translate(dict.fromkeys(map(ord, "\n\r\u2029"), "\u2028"))
