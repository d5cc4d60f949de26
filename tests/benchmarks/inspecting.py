"""How fast findings follow the editor: at once in the row, in the background elsewhere, across documents.

python -m tests.benchmarks.inspecting [--on article 10k 100k] [--folder KEPT]
"""

import argparse
import gc
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from threading import Thread

from reviewer.review.inspection.inspection import Inspection
from reviewer.review.session import Session
from tests.benchmarks.specimen import SPECIMENS, build

_EDITS = 100
_WAIT_SECONDS = 0.05


def say(what: str, figures: str) -> None:
    """Print one line at once."""
    print(f"  {what:<34}{figures}", flush=True)


def memory() -> str:
    """What the process holds now; only Linux tells."""
    told = Path("/proc/self/statm")
    pages = int(told.read_text().split()[1]) if told.exists() else 0
    return f"{pages * 4096 // 2**20} MB" if pages else "unknown"


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that something takes."""
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def settle(inspection: Inspection, segments: int, what: str) -> None:
    """Do all the work there is in a thread of its own, as the window does, collecting all the while."""
    while (order := inspection.pending()) is not None:
        begun = time.perf_counter()
        worker = Thread(target=partial(order.run, is_cancelled=lambda: False, report=lambda _n, _of: None))
        worker.start()
        longest = 0.0
        while worker.is_alive():
            worker.join(_WAIT_SECONDS)
            longest = max(longest, timed(inspection.collect))
        longest = max(longest, timed(inspection.collect))
        seconds = time.perf_counter() - begun
        say(what, f"{seconds:.2f} s, {segments / seconds:,.0f} segments/s; longest collect {longest:.1f} ms")


def measure(name: str, folder: Path) -> None:
    """Print the figures of one project."""
    specimen = SPECIMENS[name]
    with tempfile.TemporaryDirectory() as place:
        path = Path(shutil.copy(folder / f"{name}.review", place))
        with Session.open(path, "bench") as session:
            print(f"{name}: {specimen.documents:,} × {specimen.segments:,} segments", flush=True)
            say("memory, nothing looked at", memory())
            inspection = Inspection(session)
            say("checks", str(len(inspection.checks)))
            inspection.open(1, specimen.segments // 2)
            settle(inspection, specimen.segments, "all checks, in the background")
            say("memory, everything looked at", memory())
            say("counts", f"{timed(lambda: inspection.counts(1)):.1f} ms")
            say("next finding", f"{timed(lambda: inspection.next(1, 0)):.1f} ms")
            _edit(session, inspection)
            settle(inspection, specimen.segments, "the other rows, after these edits")
            order = inspection.search(1)
            took = timed(lambda: order.run(is_cancelled=lambda: False, report=lambda _done, _total: None))
            say("the next document with a finding", f"{took:.0f} ms, of {len(order.documents):,}")
            inspection.close()


def _edit(session: Session, inspection: Inspection) -> None:
    rows = session.segments(1, 0, _EDITS)
    gc.disable()  # As the window does while an editor works.
    typed, edits = [], []
    for row in rows:
        text = f"{row.final} वह कल आया।"
        typed.append(timed(partial(inspection.tried, replace(row, final=text))))
        edits.append(timed(partial(session.set_final, row.id, text)))
    gc.enable()
    for what, taken in (("a row being typed", typed), ("an edit, findings included", edits)):
        say(what, f"median {median(taken):.2f}, worst {max(taken):.2f} ms")


def main() -> None:
    """Measure the projects named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--on", nargs="+", choices=list(SPECIMENS), default=["article", "10k"])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "reviewer-benchmarks")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in options.on:
        build(SPECIMENS[name], options.folder)
        measure(name, options.folder)


if __name__ == "__main__":
    main()
