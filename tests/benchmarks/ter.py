"""TER compiled against sacreBLEU's on the same pairs in one run: `python -m tests.benchmarks.ter`.

Every pair's edits and length must be equal. Paragraphs are the longest texts of the public data; sacreBLEU
takes so long for them that it counts only a part.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from reviewer.scoring.effort import edit_profile
from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.peer import peer
from reviewer.scoring.option import TerOptions

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
PARAGRAPHS = 300
ROUNDS = 5
Pairs = list[tuple[str, str]]
T = TypeVar("T")


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Read a file of the data."""
    with (DATA / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def segments() -> Pairs:
    """Return texts and post-edits, references and other systems' translations of at most 40 words."""
    found = [(row["mt"], row["pe"]) for row in rows("en_hi_post_edits/post_edits.jsonl")]
    found += [(row["mt"], row["ref"]) for row in rows("en_hi_mqm/mqm.jsonl")]
    found += [(row["original"], row["pe"]) for row in rows("en_hi_professional_post_edits/post_edits.jsonl")]
    found += [(row["mt"], row["ref"]) for row in rows("en_hi_esa/esa.jsonl")]
    found += systems()
    return [(text, final) for text, final in found if len(text.split()) <= 40 and len(final.split()) <= 40]


def systems() -> Pairs:
    """Return every system's translation with the reference, paragraphs for the most part."""
    return [
        (text or "", row["refA"])
        for row in rows("en_hi_systems/systems.jsonl")
        for text in row["systems"].values()
    ]


def paragraphs() -> Pairs:
    """Return some pairs of more than 40 words, from all over the data."""
    long = [pair for pair in systems() if len(pair[1].split()) > 40]
    return long[:: max(1, len(long) // PARAGRAPHS)]


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return seconds, and what came of them."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def compare(title: str, pairs: Pairs) -> None:
    """Print both times and their ratio; stop where a pair differs."""
    texts, finals = (list(side) for side in zip(*pairs, strict=True))
    ours = partial(extract, TerOptions(), texts, [finals])
    theirs = partial(peer(TerOptions()).extract, texts, [finals])
    seconds, found = min((timed(ours) for _ in range(ROUNDS)), key=lambda run: run[0])
    slow, expected = timed(theirs)
    if not np.array_equal(found, np.array(expected)):
        sys.exit(f"{title}: the counts differ")
    words = statistics.mean(len(text.split()) for text in texts)
    print(
        f"{title}: {len(pairs)} pairs of {words:.0f} words, all equal; {seconds:.3f} s,"
        f" sacreBLEU {slow:.1f} s: {slow / seconds:.0f} times"
    )


def latency(title: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Print what one segment takes after an edit."""
    times = sorted(timed(partial(edit_profile, *pair))[0] * 1000 for pair in pairs)
    print(f"{title}: p50 {times[len(times) // 2]:.3f}, p99 {times[len(times) * 99 // 100]:.3f} ms")


def salads(count: int, size: int, different: int) -> Pairs:
    """Return pairs of texts that have words in common, and no order."""
    rng = np.random.default_rng(size)
    drawn = rng.integers(different, size=(count, 2, size))
    return [(" ".join(map(str, one)), " ".join(map(str, other))) for one, other in drawn]


def main() -> None:
    """Print everything."""
    seconds, is_ready = timed(kernel.prepare)
    if not is_ready:
        sys.exit(kernel.why_not())
    print(f"kernels ready after {seconds:.2f} s")
    short, long = segments(), paragraphs()
    latency("one segment's edits", short[:2000])
    latency("one paragraph's edits", long)
    for different in (50, 400, 2000):
        latency(f"two texts of 200 words in no order, {different} different", salads(50, 200, different))
    latency("two texts of 10,000 words in no order", salads(3, 10_000, 5000))
    compare("paragraphs", long)
    compare("segments", short)


if __name__ == "__main__":
    main()
