"""Bars inside the window keep plain keys from its shortcuts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.dialog.frame import KeyFrame


class _Bench(QMainWindow):
    """A window with a check box in a frame, a button outside, and a list of the shortcuts that fired."""

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self.fired: list[str] = []
        middle = QWidget()
        self.setCentralWidget(middle)
        frame = KeyFrame()
        self.box, self.outside = QCheckBox("Exact"), QPushButton("Outside")
        QVBoxLayout(frame).addWidget(self.box)
        column = QVBoxLayout(middle)
        column.addWidget(frame)
        column.addWidget(self.outside)
        for key in keys:
            action = QAction(key, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, name=key: self.fired.append(name))
            self.addAction(action)


def _bench(qtbot: QtBot, *keys: str) -> _Bench:
    bench = _Bench(*keys)
    qtbot.addWidget(bench)
    with qtbot.waitExposed(bench):
        bench.show()
    bench.activateWindow()
    return bench


def test_space_presses_the_button_inside(qtbot: QtBot) -> None:
    """Space in the frame ticks its box and does not review the segment."""
    bench = _bench(qtbot, "Space")
    bench.box.setFocus()
    qtbot.keyClick(bench.box, Qt.Key.Key_Space)
    assert bench.box.isChecked()
    assert bench.fired == []


def test_space_elsewhere_is_the_shortcut(qtbot: QtBot) -> None:
    """Outside the frame the window's shortcut fires."""
    bench = _bench(qtbot, "Space")
    bench.outside.setFocus()
    qtbot.keyClick(bench.outside, Qt.Key.Key_Space)
    assert bench.fired == ["Space"]


def test_commands_and_function_keys_stay_the_window_s(qtbot: QtBot) -> None:
    """Ctrl and F keys work wherever the focus is."""
    bench = _bench(qtbot, "Ctrl+K", "F3")
    bench.box.setFocus()
    qtbot.keyClick(bench.box, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(bench.box, Qt.Key.Key_F3)
    assert bench.fired == ["Ctrl+K", "F3"]
