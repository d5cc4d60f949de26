"""What Qt itself costs: the same texts in a plain table, and letters in a plain text field."""

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QTextEdit

from tests.benchmarks.drive import press, wheel
from tests.benchmarks.specimen import ENGLISH, HINDI
from tests.benchmarks.stopwatch import Painted, settle

Index = QModelIndex | QPersistentModelIndex


class _Texts(QAbstractTableModel):
    """Rows that cost nothing to hold."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's override."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's override."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's override."""
        texts = (ENGLISH, HINDI)[index.column()]
        is_text = role == Qt.ItemDataRole.DisplayRole
        return texts[index.row() % len(texts)].format(n=index.row()) if is_text else None


class Table:
    """A plain table, its rows as high as the desk's."""

    def __init__(self, rows: int) -> None:
        self._model = _Texts(rows)
        self._view = QTableView()
        self._view.resize(1280, 800)
        self._view.verticalHeader().setDefaultSectionSize(96)
        self._view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._view.setColumnWidth(0, 500)
        self._paint = Painted(self._view.viewport())
        self._view.show()
        settle()

    def open(self) -> float:
        """Milliseconds from the rows to their first paint."""
        return self._paint.after(lambda: self._view.setModel(self._model))

    def wheels(self, rounds: int = 300) -> list[float]:
        """Times of a notch of the wheel to the next frame."""
        # Down and up again: a short table has no room for all notches one way.
        ways = (-120 if n % 2 == 0 else 120 for n in range(rounds))
        return [self._paint.after(partial(wheel, self._view.viewport(), way)) for way in ways]

    def close(self) -> None:
        """Take it off the screen."""
        self._view.close()


def letters(rounds: int = 150) -> list[float]:
    """Times from a letter typed into a plain text field to its paint."""
    field = QTextEdit()
    field.setPlainText(HINDI[1])
    field.show()
    field.activateWindow()
    field.setFocus()
    settle()
    paint = Painted(field.viewport())
    times = [paint.after(lambda: press("a")) for _ in range(rounds)]
    field.close()
    return times
