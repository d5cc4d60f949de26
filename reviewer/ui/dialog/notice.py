"""What went wrong, and what is worth knowing: one calm dialog and one quiet bar."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reviewer.domain.error import ReviewerError
from reviewer.ui.dialog.frame import KeyFrame
from reviewer.ui.dialog.sheet import Sheet, label
from reviewer.ui.word import tr

_SAYS = ("is ", "has ", "holds ", "was ", "cannot ", "ends ")
"""How the reason of an error begins whose subject is the file."""


class ErrorDialog(Sheet):
    """The thing, the reason, the remedy."""

    def __init__(self, error: ReviewerError, parent: QWidget | None = None) -> None:
        thing = ", ".join(part for part in (error.file, error.place) if part)
        super().__init__(thing or tr("This did not work"), parent=parent)
        self.setWindowTitle(tr("Reviewer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, kind in ((_sentence(error.reason), ""), (error.remedy, "muted")):
            if text:
                line = label(text, kind)
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.body.addWidget(line)
        self.fit(480)
        self.primary.setFocus()


def show_error(parent: QWidget | None, error: ReviewerError) -> ErrorDialog:
    """Show an error without stopping the event loop; return the open dialog."""
    dialog = ErrorDialog(error, parent)
    dialog.open()
    return dialog


class Notice(KeyFrame):
    """A line at the top of the window, replaced by the next one, that never takes the focus itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._run: Callable[[], object] | None = None
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._action = QPushButton()
        self._action.setProperty("kind", "link")
        self._close = QPushButton(tr("Dismiss"))
        self._close.setProperty("kind", "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """The line being shown, empty where there is none."""
        return self._text.text()

    def show_message(
        self,
        text: str,
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        is_problem: bool = False,
    ) -> None:
        """Show one line in place of the last; `action` is a button that calls `run` and ends the notice."""
        self._run = run
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setProperty("tone", "problem" if is_problem else "")
        self.style().polish(self)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Take the line away."""
        self._run = None
        self._text.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on `Esc` and press the focused button on `Enter`."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _on_action_clicked(self) -> None:
        run = self._run
        self.clear()
        if run:
            run()


def _sentence(reason: str) -> str:
    """Turn "is a picture" into "It is a picture.", and "the disk is full" into "The disk is full."."""
    text = tr("It {says}", says=reason) if reason.startswith(_SAYS) else reason[:1].upper() + reason[1:]
    return text if not text or text[-1] in ".!?।" else f"{text}."
