"""How fast the desk is, on small and large projects, beside plain Qt in the same run.

python -m tests.benchmarks.desk [--on article 100 10k 100k 1M 33k-documents] [--folder KEPT] [--start 5]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from reviewer.review.session import Session
from reviewer.ui.app import make_application, make_window
from reviewer.ui.garbage import PauseCollector
from tests.benchmarks import peer, start
from tests.benchmarks.drive import Drive
from tests.benchmarks.specimen import SPECIMENS, build
from tests.benchmarks.stopwatch import peak_memory, settle, spread

DEFAULT = ("article", "100", "10k")


def say(what: str, figures: str) -> None:
    """Print one line at once."""
    print(f"  {what:<34}{figures}", flush=True)


def measure(name: str, folder: Path) -> None:
    """Print the figures of one project; the process should be a fresh one."""
    specimen = SPECIMENS[name]
    with tempfile.TemporaryDirectory() as settings:
        # A copy, for the edits made here would change what the next run measures.
        path = Path(shutil.copy(folder / f"{name}.review", settings))
        window = make_window(Path(settings), "bench")
        window.resize(1280, 800)
        window.show()
        PauseCollector(make_application())
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        settle()
        drive = Drive(window)
        print(f"{name}: {specimen.documents:,} × {specimen.segments:,} segments", flush=True)
        say("memory, nothing open", f"{peak_memory()} MB")
        first = drive.paint.after(lambda: window.desk.attach(Session.open(path, "bench")))
        window.desk.pane().setFocus()
        settle(500)
        say("memory, opened", f"{peak_memory()} MB")
        _acts(drive)
        again = [drive.paint.after(lambda: window.desk.attach(Session.open(path, "bench"))) for _ in range(5)]
        say("open to first paint, in a new window", f"{first:.0f} ms")
        say("open to first paint, again", spread(again))
        say("memory, peak", f"{peak_memory()} MB")
        _peers(specimen.total, again)
        window.close()


def _acts(drive: Drive) -> None:
    gaps, busy, seconds = drive.under_load()
    if gaps:
        say(f"idle pauses, scores built {seconds:.1f} s", spread(gaps))
    if busy:
        say("next row, while scores are built", spread(busy))
    acts: dict[str, Callable[[], list[float]]] = {
        "next row": drive.steps,
        "last row and first row": drive.jumps,
        "select a word more": drive.selections,
        "make a flag": drive.flags,
        "undo it": drive.undos,
        "next flag": drive.next_flags,
        "next edit": drive.next_edits,
        "type a letter": drive.letters,
        "store what was typed": drive.pauses,
        "reviewed, next": drive.verdicts,
        "frozen after an edit": drive.after_edits,
        "wheel": drive.wheels,
        "drag the scroll bar": drive.drags,
        "other document": drive.switches,
        "filter documents": drive.filters,
    }
    for name, act in acts.items():
        say(name, spread(act()))
    settle(500)


def _peers(segments: int, opened: list[float]) -> None:
    table = peer.Table(segments)
    own = table.open()
    say("plain Qt table: open", f"{own:6.1f} ms; the desk takes {min(opened) / own:.2f} × that")
    say("plain Qt table: wheel", spread(table.wheels()))
    table.close()
    say("plain Qt text: type a letter", spread(peer.letters()))


def _starts(rounds: int) -> None:
    print("start to the sample painted, from the first instruction of the process", flush=True)
    first, later = start.times(rounds)
    say("first start, nothing compiled", f"{first:.0f} ms")
    say("later starts", spread(later))
    say("Python and Qt alone, an empty table", spread(start.peer_times(rounds)))


def main() -> None:
    """Print the figures of each project, measured in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--on", nargs="+", choices=SPECIMENS, default=DEFAULT, metavar="NAME")
    parser.add_argument("--folder", type=Path, help="keep the projects here for the next run")
    parser.add_argument("--start", type=int, default=5, help="times to start the desk; 0 for none")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    parser.add_argument("--build", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure, options.folder)
    elif options.build:
        build(SPECIMENS[options.build], options.folder)
    else:
        if options.start:
            _starts(options.start)
        with tempfile.TemporaryDirectory() as name:
            folder = options.folder or Path(name)
            folder.mkdir(parents=True, exist_ok=True)
            for each in options.on:
                for task in ("--build", "--measure"):
                    command = [sys.executable, "-m", "tests.benchmarks.desk", task, each]
                    subprocess.run([*command, "--folder", str(folder)], check=True)


if __name__ == "__main__":
    main()
