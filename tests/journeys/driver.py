"""An editor's hands: verbs that press real keys and click real widgets."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.review.session import Session
from reviewer.ui.window import MainWindow


class Editor:
    """Sits at one window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=5000)

    # What is on the screen

    @property
    def session(self) -> Session:
        """The open project."""
        assert self.window.desk.session is not None
        return self.window.desk.session

    @property
    def segment(self) -> Segment:
        """The current segment, as stored."""
        current = self.window.desk.segment()
        assert current is not None
        return self.session.segment(current.id)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags of the current segment, as stored."""
        return self.session.flags(self.segment.id)

    @property
    def flag(self) -> Flag:
        """The current flag."""
        current = self.window.desk.flag()
        assert current is not None
        return current

    @property
    def mode(self) -> str:
        """The word in the strip."""
        return self.window.strip.mode.text()

    @property
    def notice(self) -> str:
        """The line at the top of the window."""
        return self.window.notice.text if not self.window.notice.isHidden() else ""

    # Hands

    def press(self, *keys: str) -> None:
        """Press keys by name, such as `2`, `Shift+Right`, `Ctrl+Return`."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index] # the binding has it, its stubs do not
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text into what has the focus, as an input method commits it."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self._focus(), character)
            else:
                _commit(self._focus(), character)
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        QApplication.processEvents()

    def click_named(self, name: str) -> None:
        """Click the visible widget of this name."""
        found = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"nothing called {name} is visible"
        self.click(found[0])

    def go_to(self, position: int) -> None:
        """Walk to a row with the arrow keys."""
        while self.window.desk.position != position:
            self.press("Down" if self.window.desk.position < position else "Up")

    def select(self, words: str) -> None:
        """Walk with the keyboard to words of the current text and select them."""
        pane = self.window.desk.pane()
        start = pane.text().index(words)
        while pane.selection().start > start:
            self.press("Left")
        while pane.selection().start < start:
            before = pane.selection().start
            self.press("Right")
            assert pane.selection().start > before, "the caret does not move"
        while pane.selection().end < start + len(words):
            self.press("Shift+Right")

    def run(self, words: str) -> None:
        """Choose a command by typing some of its name."""
        self.press("Ctrl+K")
        self.write(words)
        self.press("Return")

    def open(self, *paths: Path) -> None:
        """Open files as if chosen in the dialog, and wait until a document is shown."""
        with self.qtbot.waitSignal(self.window.desk.document_changed, timeout=20000):
            self.window.files.take(list(paths))
        self.qtbot.waitUntil(lambda: self.window.desk.document_id is not None, timeout=20000)

    def wait_for_scores(self) -> None:
        """Wait until the strip shows figures."""
        self.qtbot.waitUntil(lambda: self.window.scores.card is not None, timeout=30000)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def _commit(widget: QWidget, text: str) -> None:
    from PySide6.QtGui import QInputMethodEvent  # noqa: PLC0415 - only here

    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
