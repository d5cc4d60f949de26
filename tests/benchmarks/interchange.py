"""Reading and writing what translation tools and evaluators exchange, beside the Translate Toolkit.

`python -m tests.benchmarks.interchange [--units N] [--toolkit PYTHON]`: made-up files, every figure from a
process of its own. The peer is another interpreter that has the Translate Toolkit, given by `--toolkit` or
in TRANSLATE_TOOLKIT_PYTHON; without one its figures are left out. Seconds are of reading alone, without
starting the process; the memory is the most that the process held.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reviewer.formats.registry import by_id
from tests.benchmarks.stopwatch import peak_memory
from tests.builders import a_flag, a_review, a_segment

HINDI = "यह वाक्य संख्या {n} है, जिसे <b>मोटे</b> अक्षरों में & बिना गलती के लिखा गया है।"
ENGLISH = "This is sentence number {n}, written in <b>bold</b> letters & without a mistake."
PEER = """
import resource, sys, time
from pathlib import Path
kind, path = sys.argv[1:3]
start = time.perf_counter()
if kind == "tmx":
    from translate.storage.tmx import tmxfile as store
elif kind.startswith("xliff-2"):
    from translate.storage.xliff2 import Xliff2File as store
else:
    from translate.storage.xliff import Xliff1File as store
start = time.perf_counter()
units = store.parsefile(path).units
if kind.endswith("codes"):
    texts = [(str(u.rich_source), str(u.rich_target)) for u in units]
else:
    texts = [(u.source, u.target) for u in units]
took = time.perf_counter() - start
print(len(texts), took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
"""What the peer does: all texts of all units, with their codes where there are any."""


def _pair(number: int) -> tuple[str, str]:
    return tuple(text.format(n=number) for text in (ENGLISH, HINDI))  # type: ignore[return-value]


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _coded(text: str) -> str:
    return text.replace("&", "&amp;").replace("<b>", '<g id="1">').replace("</b>", "</g>")


def _paired(text: str) -> str:
    return text.replace("&", "&amp;").replace("<b>", '<pc id="1">').replace("</b>", "</pc>")


def _tmx(units: int) -> Iterator[str]:
    yield '<tmx version="1.4"><header srclang="en" segtype="sentence" o-tmf="x" adminlang="en" datatype="xml"'
    yield ' creationtool="t" creationtoolversion="1"/><body>\n'
    for one, two in map(_pair, range(units)):
        yield f'<tu><tuv xml:lang="en"><seg>{_plain(one)}</seg></tuv>'
        yield f'<tuv xml:lang="hi"><seg>{_plain(two)}</seg></tuv></tu>\n'
    yield "</body></tmx>\n"


def _xliff_1(units: int, inline: Callable[[str], str]) -> Iterator[str]:
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
    yield ' source-language="en" target-language="hi" datatype="html"><body>\n'
    for number, (one, two) in enumerate(map(_pair, range(units))):
        yield f'<trans-unit id="{number}"><source>{inline(one)}</source><target>{inline(two)}</target>'
        yield "</trans-unit>\n"
    yield "</body></file></xliff>\n"


def _xliff_2(units: int, inline: Callable[[str], str]) -> Iterator[str]:
    yield '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="hi">'
    yield '<file id="f">\n'
    for number, (one, two) in enumerate(map(_pair, range(units))):
        yield f'<unit id="{number}"><segment><source>{inline(one)}</source><target>{inline(two)}</target>'
        yield "</segment></unit>\n"
    yield "</file></xliff>\n"


def _mqm(rows: int) -> Iterator[str]:
    yield "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
    for number, (one, two) in enumerate(map(_pair, range(rows))):
        target = two.replace("वाक्य", "<v>वाक्य</v>")
        lead = f"A\td{number // 50}\t1\t{number}\trater{number % 3}"
        yield f"{lead}\t{one}\t{target}\tAccuracy/Mistranslation\tMajor\n"


MADE: dict[str, tuple[str, str, Callable[[int], Iterator[str]]]] = {
    "tmx": ("tmx", "a.tmx", _tmx),
    "xliff-1.2": ("xliff-1.2", "a.xlf", lambda units: _xliff_1(units, _plain)),
    "xliff-1.2 codes": ("xliff-1.2", "a.xlf", lambda units: _xliff_1(units, _coded)),
    "xliff-2": ("xliff-2", "a.xlf", lambda units: _xliff_2(units, _plain)),
    "xliff-2 codes": ("xliff-2", "a.xlf", lambda units: _xliff_2(units, _paired)),
    "mqm-tsv": ("mqm-tsv", "a.tsv", _mqm),
}
"""What is read: the format, a name for the file, and how it is made."""


def _read(kind: str, path: Path) -> None:
    """Read a file in this process, and tell how long it took."""
    reader = by_id(MADE[kind][0]).load_reader()
    start = time.perf_counter()
    review = reader(path)
    took = time.perf_counter() - start
    print(sum(len(entry.segments) for entry in review.documents), took, peak_memory())


def _book(segments: int, path: Path) -> None:
    """Write an annotated Word document and read it, and tell how long each took."""
    members = [
        a_segment(HINDI.format(n=n), source=ENGLISH.format(n=n), id=n + 1, position=n)
        for n in range(segments)
    ]
    flags = [a_flag(3, 8, id=n + 1, segment_id=n + 1, comment="why") for n in range(0, segments, 2)]
    review = a_review(*(replace(each, final=f"{each.final} अब") for each in members), flags=tuple(flags))
    form = by_id("docx-review")
    write, read = form.load_writer(), form.load_reader()
    start = time.perf_counter()
    write(review, path)
    middle = time.perf_counter()
    read(path)
    print(middle - start, time.perf_counter() - middle, peak_memory())


def _ran(*command: str) -> list[float]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(part) for part in done.stdout.split()]


def _ours(*arguments: str) -> list[float]:
    return _ran(sys.executable, "-m", "tests.benchmarks.interchange", *arguments)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--toolkit", default=os.environ.get("TRANSLATE_TOOLKIT_PYTHON", ""))
    parser.add_argument("--read", nargs=2, metavar=("KIND", "FILE"))
    parser.add_argument("--book", nargs=2, metavar=("SEGMENTS", "FILE"))
    given = parser.parse_args()
    if given.read:
        _read(given.read[0], Path(given.read[1]))
        return
    if given.book:
        _book(int(given.book[0]), Path(given.book[1]))
        return
    if not given.toolkit:
        print("the Translate Toolkit is left out: name its interpreter with --toolkit")
    with tempfile.TemporaryDirectory() as folder:
        for kind, (_, name, lines) in MADE.items():
            path = Path(folder) / name
            with path.open("w", encoding="utf-8") as file:
                file.writelines(lines(given.units))
            count, took, memory = _ours("--read", kind, str(path))
            size = path.stat().st_size / 2**20
            line = f"{kind:16} {count:8,.0f} units {size:5.0f} MB  {took:6.2f} s {memory:6.0f} MB"
            if given.toolkit and kind != "mqm-tsv":
                found, other, held = _ran(given.toolkit, "-c", PEER, kind, str(path))
                is_all = "" if found >= given.units else f" ({found:,.0f} units only)"
                line += f"   toolkit {other:6.2f} s {held:6.0f} MB   {other / took:5.2f}x{is_all}"
            print(line, flush=True)
        for segments in (20, 2000):
            wrote, read, memory = _ours("--book", str(segments), str(Path(folder) / "a.docx"))
            print(f"docx {segments:5,} segments: written {wrote:.2f} s, read {read:.2f} s, {memory:.0f} MB")


if __name__ == "__main__":
    main()
