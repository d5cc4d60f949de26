"""A table and a desk on a real project, without the window around them."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.review.session import Session
from reviewer.ui.app import make_application
from reviewer.ui.desk import Desk
from reviewer.ui.font import load_fonts
from reviewer.ui.grid.model import SegmentModel
from reviewer.ui.grid.pane import TextPane
from reviewer.ui.grid.view import ReviewTable
from reviewer.ui.theme import Theme, style_sheet
from tests.builders import a_draft

SENTENCE = "इस साल मानसून समय से पहले पहुँच गया और किसानों ने धान की रोपाई जल्दी शुरू कर दी है। "
LONG = SENTENCE * 3


class Workplace:
    """A table with its desk, and the project that is open on it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        make_application()
        self.qtbot, self.folder = qtbot, folder
        self.theme = Theme("light")
        self.fonts = load_fonts()
        self.model = SegmentModel()
        self.grid = ReviewTable(self.model, self.theme, self.fonts)
        self.grid.setStyleSheet(style_sheet(self.theme.colours))
        self.grid.resize(1000, 600)
        qtbot.addWidget(self.grid)
        self.desk = Desk(self.model, self.grid)

    def session(self, *texts: str, sources: tuple[str, ...] = (), name: str = "project") -> Session:
        """A new project with one document of these texts."""
        session = Session.create(self.folder / f"{name}.review", user="editor")
        session.add_document(a_draft(*texts, sources=sources))
        return session

    def open(self, *texts: str, sources: tuple[str, ...] = ()) -> Session:
        """Open such a project on the desk, with the table on the screen."""
        session = self.session(*texts, sources=sources)
        self.desk.attach(session)
        self.show()
        return session

    def show(self) -> None:
        """Bring the table to the screen."""
        with self.qtbot.waitExposed(self.grid):
            self.grid.show()
        self.grid.activateWindow()
        self.qtbot.waitUntil(self.grid.isActiveWindow)

    def close(self) -> None:
        """Leave nothing open."""
        self.desk.detach()
        self.grid.close()
        self.model.deleteLater()

    @property
    def hindi(self) -> TextPane:
        """The Hindi of the open row."""
        return self.grid.open_row.hindi


def press(widget: QWidget, *keys: str) -> None:
    """Press keys by name, such as `Shift+Right`."""
    for key in keys:
        QTest.keySequence(widget, QKeySequence(key))


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press the left button at one point, move, and let go at another."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(widget, (start + end) / 2)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)
