"""How fast the desk is: start, opening, marking, typing; beside a plain Qt table in the same run."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from reviewer.domain.draft import DocumentDraft, SegmentDraft
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.session import Session
from reviewer.ui.app import make_window
from reviewer.ui.window import MainWindow

SENTENCE = "प्रधानमंत्री ने सोमवार को कहा कि सरकार किसानों की आय बढ़ाने के लिए {n} नई योजनाएँ शुरू करेगी।"
ENGLISH = (
    "The prime minister said on Monday that the government would launch {n} new schemes to raise farm income."
)


def a_project(folder: Path, segments: int) -> Path:
    """A project of one document with this many segments, one in ten flagged."""
    path = folder / f"{segments}.review"
    with Session.create(path, "bench") as session:
        rows = (
            SegmentDraft(received=SENTENCE.format(n=n), source=ENGLISH.format(n=n)) for n in range(segments)
        )
        document = session.add_document(DocumentDraft(title="लेख", segments=tuple(rows)))
        for segment in session.segments(document.id, 0, min(segments, 500)):
            if segment.position % 10 == 0:
                span = Span.single(Side.RECEIVED, 0, 12)
                session.add_flag(segment.id, [span], "accuracy/mistranslation", Severity.MINOR)
    return path


def milliseconds(action: Callable[[], object]) -> float:
    """How long one call takes, with everything painted that it leads to."""
    start = time.perf_counter()
    action()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def spread(times: list[float]) -> str:
    """Median and 99th percentile."""
    ordered = sorted(times)
    return f"p50 {statistics.median(ordered):7.2f} ms   p99 {ordered[int(len(ordered) * 0.99) - 1]:7.2f} ms"


def start_time(runs: int = 5) -> list[float]:
    """Whole processes: from nothing to the sample drawn, and out again."""
    code = (
        "import time,sys;from PySide6.QtWidgets import QApplication;from reviewer.ui.app import make_window;"
        "from pathlib import Path;w=make_window(Path(sys.argv[1]));w.show();w.files.open_sample();"
        "t=time.time();"
        "\nwhile w.desk.document_id is None and time.time()-t<20: QApplication.processEvents()"
        "\nQApplication.processEvents();w.close()"
    )
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", code, folder], check=True, env=os.environ | {"HOME": folder}
            )
            times.append((time.perf_counter() - start) * 1000)
    return times


def plain_table(segments: int) -> float:
    """Time to show the same texts in a plain table: what Qt itself costs."""
    model = QStandardItemModel(segments, 2)
    for n in range(segments):
        model.setItem(n, 0, QStandardItem(ENGLISH.format(n=n)))
        model.setItem(n, 1, QStandardItem(SENTENCE.format(n=n)))
    view = QTableView()
    view.resize(1280, 800)
    taken = milliseconds(lambda: (view.setModel(model), view.show()))
    view.close()
    return taken


def open_time(window: MainWindow, path: Path) -> float:
    """Time from the file to its first paint."""
    taken = milliseconds(lambda: window.desk.attach(Session.open(path, "bench")))
    QTest.qWait(400)
    return taken


def mark_times(window: MainWindow, rounds: int = 100) -> list[float]:
    """Times from the key that makes a flag to the painted mark."""
    times = []
    for n in range(rounds):
        window.desk.go(n % 60)
        QApplication.processEvents()
        window.desk.pane().select(Range(0, 12))
        times.append(milliseconds(lambda: QTest.keyClick(window.desk.pane(), Qt.Key.Key_2)))
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    return times


def key_times(window: MainWindow, rounds: int = 150) -> list[float]:
    """Times from a typed letter to its paint."""
    window.desk.go(30)
    window.desk.begin_editing()
    pane = window.desk.pane()
    times = [milliseconds(lambda: QTest.keyClick(pane, Qt.Key.Key_A)) for _ in range(rounds)]
    window.desk.end_editing()
    return times


def step_times(window: MainWindow, rounds: int = 100) -> list[float]:
    """Times from the arrow key to the next row, open and painted."""
    window.desk.go(0)
    pane = window.desk.pane()
    return [milliseconds(lambda: QTest.keyClick(pane, Qt.Key.Key_Down)) for _ in range(rounds)]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10_000])
    sizes = parser.parse_args().sizes
    print(f"start, sample drawn, whole process   {spread(start_time())}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = make_window(folder / "settings", "bench")
        window.resize(1280, 800)
        window.show()
        for size in sizes:
            path = a_project(folder, size)
            plain = plain_table(min(size, 10_000))
            first = open_time(window, path)
            print(
                f"{size:>9,} segments: open {first:.0f} ms, {first / plain:.2f} × a plain table ({plain:.0f} ms)"
            )
            print(f"{'':>9}  next row        {spread(step_times(window))}")
            print(f"{'':>9}  make a flag     {spread(mark_times(window))}")
            print(f"{'':>9}  key to paint    {spread(key_times(window))}")
        window.close()


if __name__ == "__main__":
    main()
