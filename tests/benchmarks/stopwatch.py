"""Measuring what an editor waits for: until it is painted, and how long the window stands still."""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE = 20.0
_TICK_MS = 1


class Painted(QObject):
    """Knows whether any of these widgets has been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)

    def after(self, action: Callable[[], object]) -> float:
        """Milliseconds until what the action leads to is painted, and all that is due at once is done."""
        self.count = 0
        start = time.perf_counter()
        action()
        while not self.count:
            QApplication.processEvents()
            if time.perf_counter() - start > _PATIENCE:
                raise TimeoutError("nothing was painted")
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1000


class Heartbeat:
    """Ticks every millisecond in the window's thread; the longest pause is how long the window froze."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(max(0.0, (now - self._last) * 1000 - _TICK_MS))
        self._last = now


def settle(milliseconds: int = 150) -> None:
    """Let timers and background work have their turn."""
    QTest.qWait(milliseconds)


def until(condition: Callable[[], bool], patience: float = 120.0) -> float:
    """Seconds until something is so, the window going on meanwhile."""
    start = time.perf_counter()
    while not condition():
        QTest.qWait(1)
        if time.perf_counter() - start > patience:
            raise TimeoutError("it did not come to pass")
    return time.perf_counter() - start


def spread(times: Sequence[float]) -> str:
    """Median, 99th percentile and longest, in milliseconds."""
    ordered = sorted(times)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    middle = statistics.median(ordered)
    return f"p50 {middle:6.1f}   p99 {last:6.1f}   max {ordered[-1]:6.1f} ms   n {len(ordered)}"


def peak_memory() -> int:
    """The most memory this process ever held, in megabytes; 0 where the platform does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return int(lines["VmHWM"].split()[0]) // 1024
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
