"""How long the desk takes to start: whole processes, from nothing to the sample painted."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]

_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTableView
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            table = watched.parent()
            if isinstance(table, QTableView) and table.model().rowCount():
                # The widgets beside it are painted in the same pass.
                QApplication.instance().removeEventFilter(self)
                QApplication.processEvents()
                sys.stdout.write(str(time.perf_counter()))
                sys.stdout.flush()
                os._exit(0)
        return False
"""
_DESK = f"""{_WATCH}
from reviewer.ui.app import make_application
make_application().installEventFilter(watch := Watch())
from reviewer.cli import main
sys.argv = ["reviewer", "open", "--sample", "--profile-folder", os.environ["HOME"]]
main()
"""
_PEER = f"""{_WATCH}
from PySide6.QtGui import QStandardItem, QStandardItemModel
application = QApplication([])
application.installEventFilter(watch := Watch())
model = QStandardItemModel()
model.appendRow(QStandardItem("कुछ"))
table = QTableView()
table.setModel(model)
table.resize(1280, 800)
table.show()
application.exec()
"""


def times(rounds: int) -> tuple[float, list[float]]:
    """Milliseconds of the first start, the desk not compiled and no sample made yet, and of later ones."""
    with tempfile.TemporaryDirectory() as home:
        for part in ("reviewer", "resources"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(_ROOT / part, Path(home) / part, ignore=ignored)
        first, *later = [_run(_DESK, Path(home)) for _ in range(rounds + 1)]
    return first, later


def peer_times(rounds: int) -> list[float]:
    """The same for a window of Qt's own with one table in it."""
    with tempfile.TemporaryDirectory() as home:
        return [_run(_PEER, Path(home)) for _ in range(rounds + 1)][1:]


def _run(code: str, home: Path) -> float:
    surroundings = {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(home),
    }
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
    )
    # Both processes read the same clock.
    return (float(done.stdout) - start) * 1000
