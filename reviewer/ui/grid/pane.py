"""One text of the open row: read and marked by default, typed into when editing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reviewer.domain.span import Range, Side
from reviewer.text.cluster import next_boundary, previous_boundary, snap
from reviewer.text.offset import from_utf16, to_utf16
from reviewer.text.word import snap_words, words
from reviewer.ui.mark import Mark, MarkPainter
from reviewer.ui.theme import Theme

FRAME_X, FRAME_Y = 8, 6
"""Border and padding of a pane, as the style sheet sets them."""
_MOVES = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}


class TextPane(QTextEdit):
    """Shows a text with its marks. Positions it gives and takes are code points, on cluster borders."""

    selected = Signal()
    """The selection has settled: mouse released or key pressed."""
    typed = Signal()
    flag_pressed = Signal(int)
    leave_wanted = Signal(bool)
    """Leave editing; True when the editor is done with the segment too."""
    focused = Signal()

    def __init__(self, side: Side, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.side = side
        self.snaps_to_words = True
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._spacing = 1.75
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "pane")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.setCursorWidth(2)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self._on_text_changed)

    # Text and marks

    def show_text(self, text: str, font: QFont, spacing: float) -> None:
        """Show another text; the caret goes to its start."""
        self.blockSignals(True)
        self._spacing = spacing
        self.setFont(font)
        self.document().setDefaultFont(font)
        if text != self.text() or self.document().isEmpty():
            # A line separator stays inside the block, so that a text is always one block.
            self.setPlainText(text.replace("\n", "\u2028"))
        self._space_lines()
        self.blockSignals(False)

    def text(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Underline these."""
        self._marks = tuple(marks)
        self.viewport().update()

    def height_for(self, width: int) -> int:
        """How high a pane of this width must be to show all of its text."""
        self.document().setTextWidth(max(width - 2 * FRAME_X, 1))
        return round(self.document().size().height()) + 2 * FRAME_Y

    # Editing

    @property
    def is_editing(self) -> bool:
        """Whether the text can be typed into."""
        return not self.isReadOnly()

    def set_editing(self, is_editing: bool) -> None:
        """Let the text be typed into, or only read and marked."""
        if is_editing == self.is_editing:
            return
        self.setReadOnly(not is_editing)
        if not is_editing:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.document().clearUndoRedoStacks()
        self.setProperty("editing", "true" if is_editing else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.viewport().update()

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

    def word_or_selection(self) -> Range:
        """The selection, or the word that the caret stands in or after."""
        chosen = self.selection()
        if not chosen.is_empty:
            return chosen
        near = [w for w in words(self.text()) if w.start <= chosen.start <= w.end]
        return near[0] if near else chosen

    # Keys

    def event(self, event: QEvent) -> bool:
        """Qt's override: claim only the keys that this pane handles itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._wants(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        if self.is_editing and self._edit_key(event):
            return
        if event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())], event.modifiers())
            return
        if self.is_editing or event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(Range(0, len(self.text())))
            self.selected.emit()
        else:
            event.ignore()

    def _wants(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        )
        is_move = event.key() in _MOVES and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and (
                event.modifiers() & Qt.KeyboardModifier.AltModifier
                or event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}
            )
        )
        standard = QKeySequence.StandardKey
        if is_move or event.matches(standard.Copy) or event.matches(standard.SelectAll):
            return True
        if not self.is_editing:
            return False
        is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        own = (standard.Paste, standard.Cut, standard.Undo, standard.Redo, standard.DeleteStartOfWord)
        return (
            (plain and not is_function)
            or any(event.matches(key) for key in own)
            or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        )

    def _edit_key(self, event: QKeyEvent) -> bool:
        key, cursor = event.key(), self.textCursor()
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave_wanted.emit(has_control and key != Qt.Key.Key_Escape)
            return True
        if has_control or cursor.hasSelection() or key not in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            return False
        text = self.text()
        here = from_utf16(text, cursor.position())
        # Delete takes a whole letter; Backspace peels off one sign at a time, as Hindi typists expect.
        other = next_boundary(text, here) if key == Qt.Key.Key_Delete else max(0, here - 1)
        cursor.setPosition(to_utf16(text, other), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        return True

    def _move(self, way: str, modifiers: Qt.KeyboardModifier) -> None:
        text, cursor = self.text(), self.textCursor()
        here = from_utf16(text, cursor.position())
        by_word = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if not self.is_editing:
            by_word = by_word or (self.snaps_to_words and not modifiers & Qt.KeyboardModifier.AltModifier)
        keeps = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if way in {"home", "end"}:
            operation = (
                QTextCursor.MoveOperation.StartOfLine
                if way == "home"
                else QTextCursor.MoveOperation.EndOfLine
            )
            mode = QTextCursor.MoveMode.KeepAnchor if keeps else QTextCursor.MoveMode.MoveAnchor
            cursor.movePosition(operation, mode)
        else:
            target = _step(text, here, is_right=way == "right", by_word=by_word, selects=keeps)
            mode = QTextCursor.MoveMode.KeepAnchor if keeps else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(to_utf16(text, target), mode)
        self.setTextCursor(cursor)
        self.selected.emit()

    # Mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's override: the selection settles on clusters, or on words."""
        super().mouseReleaseEvent(event)
        chosen = self.selection()
        if not chosen.is_empty and event.button() == Qt.MouseButton.LeftButton:
            self.select(
                snap_words(self.text(), chosen) if self.snaps_to_words and not self.is_editing else chosen
            )
        elif not self.is_editing:
            self._press_flag(event.position())
        self.selected.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's override: a word, as Hindi has words."""
        cursor = self.cursorForPosition(event.position().toPoint())
        here = from_utf16(self.text(), cursor.position())
        self.select(snap_words(self.text(), Range(here, min(here + 1, len(self.text())))))
        self.selected.emit()

    def mark_at(self, where: QPointF) -> Mark | None:
        """The shortest mark at a point of the viewport."""
        position = self.cursorForPosition(where.toPoint()).position()
        here = [m for m in self._marks if any(r.start <= position <= r.end for r in m.ranges)]
        return min(here, key=lambda mark: len(mark.hull), default=None)

    def _press_flag(self, where: QPointF) -> None:
        mark = self.mark_at(where)
        if mark is not None:
            self.flag_pressed.emit(mark.flag_id)

    # Qt's overrides

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt's override: pasted text is one line without formatting."""
        self.textCursor().insertText(" ".join(source.text().split()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: tints behind the text, lines beneath it."""
        layout = self.document().firstBlock().layout()
        rect = self.document().documentLayout().blockBoundingRect(self.document().firstBlock())
        origin = QPointF(rect.topLeft()) - QPointF(0, self.verticalScrollBar().value())
        painter = QPainter(self.viewport())
        marker = MarkPainter(painter, layout, origin, self._theme.colours, self.font().pixelSize())
        marker.paint_tints(self._marks)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        marker = MarkPainter(painter, layout, origin, self._theme.colours, self.font().pixelSize())
        marker.paint_lines(self._marks)
        painter.end()

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return QSize(200, self.height_for(200))

    def _space_lines(self) -> None:
        block = QTextBlockFormat()
        pitch = self.font().pixelSize() * self._spacing
        block.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)

    def _on_text_changed(self) -> None:
        if self.is_editing:
            self.typed.emit()


def _step(text: str, here: int, *, is_right: bool, by_word: bool, selects: bool) -> int:
    """Where the caret goes by one letter or one word; when selecting, to the word's far end."""
    if not by_word:
        return next_boundary(text, here) if is_right else previous_boundary(text, here)
    found = words(text)
    if is_right:
        stops = [w.end if selects else w.start for w in found] + [len(text)]
        return next((stop for stop in stops if stop > here), len(text))
    return next((w.start for w in reversed(found) if w.start < here), 0)
