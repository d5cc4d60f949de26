"""A small panel beneath a button, gone as soon as the keys go elsewhere."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.ui.dialog.frame import KeyFrame


class Panel(KeyFrame):
    """Lies over the window; `Esc` and `Enter` close it and give the keys back to the button."""

    closed = Signal()

    def __init__(self, button: QWidget) -> None:
        super().__init__(button.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "floating")
        self._button = button

    def open(self, first: QWidget) -> None:
        """Show the panel and give the keys to its first part."""
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        first.setFocus()
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def place(self) -> None:
        """Lie beneath the button, inside the window."""
        window = self._button.window()
        corner = self._button.mapTo(window, QPoint(0, self._button.height() + 4))
        self.move(max(0, min(corner.x(), window.width() - self.width() - 8)), corner.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.dismiss()
        else:
            # Nothing of what is typed here is for the page beneath.
            event.accept()

    def dismiss(self) -> None:
        """Close, and give the keys back."""
        self._button.setFocus()
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's override."""
        super().hideEvent(event)
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        self.closed.emit()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()
