"""The desk in an editor's hands: every act is a real key or wheel event, and has to have its effect."""

from collections.abc import Callable
from functools import partial
from itertools import cycle, islice

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.domain.span import Range
from reviewer.review.session import Session
from reviewer.ui.window import MainWindow
from tests.benchmarks.stopwatch import Heartbeat, Painted, settle, until


class Ineffective(Exception):  # noqa: N818 - a benchmark that measures nothing
    """An act had no effect, so that its time would mean nothing."""


def press(keys: str) -> None:
    """Press keys where the focus is."""
    target = QApplication.focusWidget()
    if target is None:
        raise Ineffective(f"{keys}: no part of the window has the keys")
    QTest.keySequence(target, QKeySequence(keys))


def wheel(widget: QWidget, by: int) -> None:
    """Turn the mouse wheel over the middle of a widget, in eighths of a degree."""
    middle = widget.rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(widget.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


class Drive:
    """Does one thing again and again and returns how long each took, in milliseconds."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.desk = window, window.desk
        panes = [pane.viewport() for pane in self.desk.grid.open_row.panes.values()]
        self.paint = Painted(self.desk.grid.viewport(), *panes)

    @property
    def session(self) -> Session:
        """The open project."""
        if self.desk.session is None:
            raise Ineffective("no project is open")
        return self.desk.session

    def _timed(self, act: Callable[[], object], state: Callable[[], object]) -> float:
        before = state()
        taken = self.paint.after(act)
        if state() == before:
            raise Ineffective(f"still {before}")
        return taken

    def _pressed(self, keys: str, state: Callable[[], object]) -> float:
        return self._timed(partial(press, keys), state)

    def _position(self) -> int:
        return self.desk.position

    def _journal(self) -> int:
        return self.session.journal(1)[-1].id

    def _flags(self) -> int:
        row = self.desk.row()
        return len(row.flags) if row else -1

    def steps(self, rounds: int = 100) -> list[float]:
        """Times from the arrow key to the next row, open."""
        self.desk.go(0)
        settle()
        keys = cycle(["Down"] * 15 + ["Up"] * 15)
        return [self._pressed(key, self._position) for key in islice(keys, rounds)]

    def jumps(self, rounds: int = 20) -> list[float]:
        """Times from the key to the last row, and back to the first."""
        self.desk.go(0)
        settle()
        keys = cycle(["Ctrl+End", "Ctrl+Home"])
        return [self._pressed(key, self._position) for key in islice(keys, rounds)]

    def flags(self, rounds: int = 60) -> list[float]:
        """Times from the key that makes a flag to its mark."""
        times = []
        for n in range(rounds):
            self.desk.go(n % min(60, self.desk.model.rowCount()))
            self.desk.pane().select(Range(0, 12))
            settle(5)
            times.append(self._pressed("2", self._flags))
            press("Esc")
        return times

    def selections(self, rounds: int = 60) -> list[float]:
        """Times from the key that selects a word more to its paint."""
        self.desk.go(1)
        self.desk.pane().select(Range(0, 0))
        settle()
        keys = cycle(["Shift+Right"] * 4 + ["Shift+Left"] * 3)
        pane = self.desk.pane()
        return [self._pressed(key, pane.selection) for key in islice(keys, rounds)]

    def undos(self, rounds: int = 60) -> list[float]:
        """Times to take back the flags just made."""
        settle()
        return [self._pressed("Ctrl+Z", self._journal) for _ in range(rounds)]

    def next_flags(self, rounds: int = 60) -> list[float]:
        """Times from the key to the next flag, current and painted."""
        self.desk.go(0)
        settle()
        return [self._pressed("N", lambda: self.desk.flag_id) for _ in range(rounds)]

    def next_edits(self, rounds: int = 10) -> list[float]:
        """Times from the key to the next edit that no flag explains."""
        times = []
        for _ in range(rounds):
            self.desk.go(0)
            settle(20)
            times.append(self._pressed("G", self._position))
        return times

    def verdicts(self, rounds: int = 10) -> list[float]:
        """Times from "reviewed" to the next unreviewed row."""
        self.desk.go(0)
        settle()
        return [self._pressed("Space", self._position) for _ in range(rounds)]

    def letters(self, rounds: int = 150) -> list[float]:
        """Times from a typed letter to its paint."""
        self.desk.go(min(30, self.desk.model.rowCount() - 1))
        settle()
        press("Return")
        pane = self.desk.pane()
        times = [self._pressed("a", pane.text) for _ in range(rounds)]
        press("Esc")
        return times

    def pauses(self, rounds: int = 30) -> list[float]:
        """Times to store what was typed once the editor pauses."""
        self.desk.go(min(12, self.desk.model.rowCount() - 1))
        settle()
        press("Return")
        times = []
        for _ in range(rounds):
            press("a")
            settle(5)
            times.append(self._timed(self.desk.commit, self._journal))
        press("Esc")
        return times

    def switches(self, rounds: int = 30) -> list[float]:
        """Times from the key to the other document, painted; scores begin to be built each time."""
        keys = cycle(["Alt+Down", "Alt+Up"])
        return [self._pressed(key, lambda: self.desk.document_id) for key in islice(keys, rounds)]

    def filters(self, rounds: int = 6) -> list[float]:
        """Times from a letter in the filter to the documents that it leaves."""
        panel = self.window.documents
        paint = Painted(panel.filter, panel.list.viewport())
        panel.filter.setFocus()
        keys = cycle(["1", "Backspace"])
        times = [paint.after(partial(press, key)) for key in islice(keys, rounds)]
        panel.filter.clear()
        self.desk.pane().setFocus()
        return times

    def wheels(self, rounds: int = 300) -> list[float]:
        """Times of a notch of the wheel to the next frame."""
        grid = self.desk.grid
        self.desk.go(0)
        settle()
        bar, times, by = grid.verticalScrollBar(), [], -120
        for _ in range(rounds):
            if bar.value() in {bar.minimum(), bar.maximum()}:
                by = 120 if bar.value() == bar.maximum() else -120
            times.append(self._timed(partial(wheel, grid.viewport(), by), bar.value))
        return times

    def drags(self, rounds: int = 100) -> list[float]:
        """Times from the scroll bar put anywhere to the rows there."""
        bar = self.desk.grid.verticalScrollBar()
        # Multiples of a large prime land all over the document.
        places = [n * 7_368_787 % max(1, bar.maximum()) for n in range(1, rounds + 1)]
        return [self.paint.after(partial(bar.setValue, at)) for at in places]

    def after_edits(self, rounds: int = 10) -> list[float]:
        """How long the window stands still after each edit, while scores follow."""
        until(lambda: self.window.scores.card is not None or self.window.scores.is_too_long)
        worst = []
        for n in range(rounds):
            self.desk.go(n)
            press("Backspace" if n % 2 else "Space")
            settle(5)
            with Heartbeat() as heart:
                settle(150)
            worst.append(max(heart.gaps))
        return worst

    def under_load(self) -> tuple[list[float], list[float], float]:
        """Pauses of an idle window, times of arrow keys, and seconds taken, while scores are built."""
        scores = self.window.scores
        scores.rebuild()
        with Heartbeat() as heart:
            seconds = until(lambda: scores.card is not None or scores.is_too_long)
        scores.rebuild()
        keys, busy = cycle(["Down"] * 5 + ["Up"] * 5), []
        while scores.card is None and not scores.is_too_long:
            busy.append(self._pressed(next(keys), self._position))
        return heart.gaps, busy, seconds
