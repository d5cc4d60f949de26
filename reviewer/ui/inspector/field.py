"""Small text fields that store what was written when they are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class CommitField(QPlainTextEdit):
    """A text of a few lines. Enter or leaving stores it; Esc takes back what was written.

    Whoever stores it answers with `show_text`; what could not be stored stays in the field.
    """

    committed = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, name: str, placeholder: str, font: QFont | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if font is not None:
            self.setFont(font)
            self.setStyleSheet(f"font-size: {font.pixelSize()}px;")
        self._stored = ""
        self._offered: str | None = None
        self._told: str | None = None
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def was_offered(self) -> bool:
        """Whether the field began with words that were only offered."""
        return self._offered is not None

    def begin(self, offered: str = "") -> None:
        """Take the keys; where nothing is stored or written yet, offer words to start from."""
        if offered and not self._stored and not self.toPlainText():
            self._offered = offered
            self.setPlainText(offered)
            self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reset(self, text: str) -> None:
        """Show the text of another thing; what was written on the one before is dropped."""
        self._stored, self._offered, self._told = text, None, None
        if text != self.toPlainText():
            self.setPlainText(text)

    def show_text(self, text: str) -> None:
        """Show a stored text, unless the field is being written in or could not be stored."""
        if text != self._stored or not (self.hasFocus() or self._told is not None):
            self.reset(text)

    def commit(self, *, is_asked: bool = False) -> None:
        """Tell what was written, if it differs from what is stored or offered.

        What was refused once is told again, and offered words that were taken away are told at all,
        only when asked for.
        """
        text = self.toPlainText()
        if text == (self._stored if self._offered is None else self._offered):
            return
        is_doubtful = text == self._told or (self.was_offered and not text)
        if is_doubtful and not is_asked:
            return
        self._told = text
        self.committed.emit(text)
        self._offered = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not has_shift:
            self.commit(is_asked=True)
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.reset(self._stored)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override: offered words that were left as they are go away again."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.commit()
        if self.was_offered and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.reset(self._stored)

    def _fit(self) -> None:
        lines = max(1, min(4, self.document().lineCount()))
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * lines) + 18)


def caption(text: str, parent: QWidget) -> QLabel:
    """A quiet heading above a field."""
    label = QLabel(text, parent)
    label.setProperty("kind", "caption")
    return label


def rule(parent: QWidget) -> QFrame:
    """A hairline."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    return line


def column(parent: QWidget, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """A vertical layout of the panel's rhythm."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout
