"""One text of the open row: read and marked by default, typed into when editing."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from reviewer.domain.span import Range, Side
from reviewer.text.cluster import next_boundary, previous_boundary, snap
from reviewer.text.offset import from_utf16, to_utf16
from reviewer.text.word import snap_words, words
from reviewer.ui.grid.marked import MarkedText
from reviewer.ui.theme import Theme

_MOVES = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}
_VERTICAL = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class TextPane(MarkedText):
    """A marked text with the keys and the mouse of the desk."""

    selected = Signal()
    """The selection has settled: mouse released or key pressed."""
    typed = Signal()
    flag_pressed = Signal(int)
    finding_pressed = Signal(str)
    leave_wanted = Signal(bool)
    """Leave editing; True when the editor is done with the segment too."""
    focused = Signal()

    def __init__(self, side: Side, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.side = side
        self.snaps_to_words = True
        self.setTextInteractionFlags(_READING)
        self.textChanged.connect(self._on_text_changed)

    def word_or_selection(self) -> Range:
        """The selection, or the word that the caret stands in or after."""
        chosen = self.selection()
        if not chosen.is_empty:
            return chosen
        near = [w for w in words(self.text()) if w.start <= chosen.start <= w.end]
        return near[0] if near else chosen

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
            self.setTextInteractionFlags(_READING)
        self.document().clearUndoRedoStacks()
        self.setProperty("editing", "true" if is_editing else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.viewport().update()

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
            if event.key() in _VERTICAL:
                self._leave_letter()
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

    def _leave_letter(self) -> None:
        """Move the caret out of a conjunct, which Qt takes for several letters."""
        text, cursor = self.text(), self.textCursor()
        here = from_utf16(text, cursor.position())
        there = snap(text, Range(here, here)).start
        if there != here:
            keeps = QTextCursor.MoveMode.KeepAnchor
            mode = keeps if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(to_utf16(text, there), mode)
            self.setTextCursor(cursor)

    # Mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's override: the selection settles on clusters, or on words."""
        super().mouseReleaseEvent(event)
        chosen = self.selection()
        if not chosen.is_empty and event.button() == Qt.MouseButton.LeftButton:
            self.select(
                snap_words(self.text(), chosen) if self.snaps_to_words and not self.is_editing else chosen
            )
        else:
            self._leave_letter()
            if not self.is_editing:
                self._press_flag(event.position())
        self.selected.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's override: a word, as Hindi has words."""
        text, where = self.text(), event.position().toPoint()
        cursor = self.cursorForPosition(where)
        here = from_utf16(text, cursor.position())
        if where.x() < self.cursorRect(cursor).center().x():
            # The caret stands behind the letter that was hit.
            here = previous_boundary(text, here)
        self.select(snap_words(text, Range(here, min(here + 1, len(text)))))
        self.selected.emit()

    def _press_flag(self, where: QPointF) -> None:
        mark = self.mark_at(where)
        if mark is None:
            return
        if mark.finding:
            self.finding_pressed.emit(mark.finding)
        else:
            self.flag_pressed.emit(mark.flag_id)

    # Qt's other overrides

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt's override: pasted text is one line without formatting."""
        self.textCursor().insertText(_one_line(source.text()))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt's override: words come only while editing, and in one line."""
        if not self.is_editing:
            event.ignore()
            return
        said = event.commitString()
        if said != _one_line(said):
            event.setCommitString(_one_line(said), event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        super().focusInEvent(event)
        self.focused.emit()

    def _on_text_changed(self) -> None:
        if self.is_editing:
            self.typed.emit()


def _one_line(text: str) -> str:
    lines = text.splitlines()
    return lines[0] if len(lines) == 1 else " ".join(filter(None, map(str.strip, lines)))


def _step(text: str, here: int, *, is_right: bool, by_word: bool, selects: bool) -> int:
    """Where the caret goes by one letter or one word; when selecting, to the word's far end."""
    if not by_word:
        return next_boundary(text, here) if is_right else previous_boundary(text, here)
    found = words(text)
    if is_right:
        stops = [w.end if selects else w.start for w in found] + [len(text)]
        return next((stop for stop in stops if stop > here), len(text))
    return next((w.start for w in reversed(found) if w.start < here), 0)
