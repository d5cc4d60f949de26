"""How fast all checks are: start-up, an article, one edited segment, interface strings, large projects.

`python -m tests.benchmarks.checking [--profile] [--pofilter PATH] [--sizes N …]`: milliseconds, segments a
second on one core, peak memory of whole processes. `--profile` prints what every check costs a segment; facts
that several ask for are charged to the first that asks. With the path of the Translate Toolkit's `pofilter`,
its silence and speed on the same rows stand beside ours.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from reviewer.checks.catalogue import all_checks
from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, Lens, article_of
from reviewer.domain.finding import Tier
from reviewer.domain.segment import Segment
from tests.benchmarks.corpus import DATA, JUDGED, Row, articles, corpus, ui_strings

SIZES = (12_500, 25_000, 50_000, 100_000)
"""Segments of one document; the last is a project of the issue's size."""
_WORDS = 500
_ROUNDS = 15

_START = """
import time
start = time.perf_counter()
from reviewer.checks.catalogue import all_checks
from reviewer.checks.engine import Checker
from reviewer.checks.lens import article_of
from reviewer.domain.segment import Segment
checker = Checker(all_checks())
imported = time.perf_counter()
{segments}
list(checker.all(article_of(segments)))
print(imported - start, time.perf_counter() - imported)
"""


def main() -> None:
    """Print all figures, or those of one size for the process that measures it."""
    options = _options()
    if not DATA.is_dir():
        sys.exit("the data to measure on are not beside the project")
    if options.one:
        print(json.dumps(_size(options.one)))
        return
    if options.profile:
        profile()
        return
    start_up()
    article()
    strings()
    for count in options.sizes:
        made = json.loads(_output("-m", "tests.benchmarks.checking", "--one", str(count)))
        pace = count / made["seconds"]
        print(
            f"{count:7} segments in one document: {made['seconds']:.1f} s, {pace:.0f} a second,"
            f" {made['megabytes']} MB at most"
        )
    if options.pofilter:
        beside_pofilter(options.pofilter)


def start_up() -> None:
    """Import the checks and read their tables, in processes of their own."""
    row = corpus("mqm").human[0]
    made = (
        f"segments = [Segment(id=1, document_id=1, position=0, paragraph=0, source={row.source!r},"
        f" received={row.target!r}, final={row.target!r})]"
    )
    code = _START.format(segments=made)
    times = [[float(each) for each in _output("-c", code).split()] for _ in range(3)]
    imports, tables = (1000 * statistics.median(column) for column in zip(*times, strict=True))
    print(f"start-up: imports {imports:.0f} ms, tables and a first segment {tables:.0f} ms")


def article() -> None:
    """Check an article of 500 words anew, and a segment that was edited in it."""
    checker = Checker(all_checks())
    segments = _article()
    words = sum(len(segment.final.split()) for segment in segments)
    list(checker.all(article_of(segments)))
    whole, single, depending = [], [], []
    for _ in range(_ROUNDS):
        fresh = article_of(segments)
        start = time.perf_counter()
        list(checker.all(article_of(segments)))
        whole.append(time.perf_counter() - start)
        list(checker.all(fresh))
        for number, segment in enumerate(segments):
            start = time.perf_counter()
            edited = Lens(replace(segment, final=segment.final.replace(" ", "  ", 1)))
            lenses = [*fresh.lenses[:number], edited, *fresh.lenses[number + 1 :]]
            changed = Article(lenses, fresh.style)
            checker.find(edited, changed)
            single.append(time.perf_counter() - start)
            start = time.perf_counter()
            for lens in changed.lenses:
                checker.raw(lens, changed, checker.depending())
            depending.append(time.perf_counter() - start)
    print(f"article of {words} words in {len(segments)} segments: {_spread(whole)} (wanted < 150 ms)")
    print(f"one edited segment of it: {_spread(single)} (wanted < 5 ms)")
    print(f"and what depends on it in all others: {_spread(depending)}")


def strings() -> None:
    """Check interface strings in both languages, as documents of 200."""
    rows = ui_strings()
    checker = Checker(all_checks())
    start = time.perf_counter()
    found: Counter[Tier] = Counter()
    for first in range(0, len(rows), 200):
        segments = [_segment(number, *row) for number, row in enumerate(rows[first : first + 200])]
        for _, made in checker.all(article_of(segments)):
            found.update(each.tier for each in made)
    seconds = time.perf_counter() - start
    firm = 1000 * (found[Tier.ERROR] + found[Tier.WARNING]) / len(rows)
    print(
        f"{len(rows)} interface strings: {seconds:.1f} s, {len(rows) / seconds:.0f} a second"
        f" (wanted >= 2000); {firm:.1f} errors and warnings per 1,000"
    )


def profile() -> None:
    """Print microseconds a segment of every check, the dearest first, and its longest time on one."""
    checks = all_checks()
    spent: dict[str, float] = defaultdict(float)
    longest: dict[str, float] = {}
    made = [each for name in JUDGED for each, _ in articles(corpus(name).human, with_source=True)]
    list(Checker(checks).all(made[0]))
    count = 0
    for each in made:
        for lens in each.lenses:
            count += 1
            for check in checks:
                if check.can_look_at(lens):
                    start = time.perf_counter()
                    list(check.find(lens, each))
                    took = time.perf_counter() - start
                    spent[check.id] += took
                    longest[check.id] = max(took, longest.get(check.id, 0.0))
    each_took = 1e6 * sum(spent.values()) / count
    print(f"{count} segments, {each_took:.0f} µs each (wanted <= 500); {len(checks)} checks")
    for check_id, seconds in sorted(spent.items(), key=lambda each: -each[1]):
        print(f"{check_id:36}{1e6 * seconds / count:9.1f} µs{1000 * longest[check_id]:9.2f} ms at most")


def beside_pofilter(program: Path) -> None:
    """Print how many human segments are marked by its checks and by ours, and how long both take."""
    rows = [row for name in JUDGED for row in corpus(name).human if row.is_aligned]
    with tempfile.TemporaryDirectory() as folder:
        source, marked = Path(folder) / "rows.po", Path(folder) / "marked.po"
        source.write_text(_po(rows), encoding="utf-8")
        start = time.perf_counter()
        subprocess.run([program, "--language=hi", source, marked], check=True, capture_output=True)
        theirs = time.perf_counter() - start
        told = marked.read_text(encoding="utf-8").count("\nmsgctxt ") if marked.exists() else 0
    checker = Checker(all_checks())
    list(checker.all(article_of(_article())))
    start = time.perf_counter()
    ours = 0
    for made, _ in articles(rows, with_source=True):
        for _, found in checker.all(made):
            ours += any(each.tier is not Tier.HINT for each in found)
    seconds = time.perf_counter() - start
    print(
        f"{len(rows)} human segments: pofilter marks {1000 * told / len(rows):.0f} of 1,000 in {theirs:.2f} s"
    )
    print(
        f"ours {1000 * ours / len(rows):.0f} of 1,000 in {seconds:.2f} s:"
        f" {told / max(1, ours):.1f} times as quiet, {seconds / theirs:.2f} times the time"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--pofilter", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _output(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True).stdout


def _size(count: int) -> dict[str, float]:
    """Check one document of so many segments; real sentences, each with a number of its own."""
    known = [row for row in corpus("post-edits").human if row.is_aligned]
    rows = islice(cycle(known), count)
    document = article_of(
        _segment(number, f"{row.source} ({number})", f"{row.target} ({number})")
        for number, row in enumerate(rows)
    )
    checker = Checker(all_checks())
    start = time.perf_counter()
    for _ in checker.all(document):
        pass
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def _article() -> list[Segment]:
    """Return a news document of the data, cut at 500 words."""
    rows = [row for row in corpus("original").human if "news" in row.document]
    kept, words = [], 0
    for row in rows:
        if words < _WORDS:
            kept.append(row)
            words += len(row.target.split())
    return [_segment(number, row.source, row.target) for number, row in enumerate(kept)]


def _segment(number: int, source: str, target: str) -> Segment:
    return Segment(
        id=number,
        document_id=1,
        position=number,
        paragraph=number,
        received=target,
        final=target,
        source=source,
    )


def _po(rows: Sequence[Row]) -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: hi\\n"\n'
    units = [
        f'\n#: row:{number}\nmsgctxt "{number}"\nmsgid {json.dumps(row.source, ensure_ascii=False)}\n'
        f"msgstr {json.dumps(row.target, ensure_ascii=False)}\n"
        for number, row in enumerate(rows)
    ]
    return head + "".join(units)


def _spread(times: Sequence[float]) -> str:
    ordered = sorted(1000 * each for each in times)
    return f"median {statistics.median(ordered):.2f} ms, longest {ordered[-1]:.2f} ms"


if __name__ == "__main__":
    main()
