"""Small text fields that store what was written when they are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class CommitField(QPlainTextEdit):
    """A text of a few lines. Enter or leaving stores it; Esc takes back what was written."""

    committed = Signal(str)
    left = Signal()

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
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a stored text, unless the field is being written in."""
        if text != self._stored or not self.hasFocus():
            self._stored = text
            if text != self.toPlainText():
                self.setPlainText(text)

    def commit(self) -> None:
        """Tell what was written, if it differs from what is stored."""
        text = self.toPlainText()
        if text != self._stored:
            self._stored = text
            self.committed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not has_shift:
            self.commit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._stored)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        self.commit()
        super().focusOutEvent(event)

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
