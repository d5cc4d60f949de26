"""How fast every segment's statistics are counted, beside single-process sacreBLEU on the same pairs.

python -m tests.benchmarks.scoring [FOLDER | HYPOTHESES REFERENCES] [--metrics bleu chrf ter] [--pairs 20000]

FOLDER holds the research data; otherwise two files of lines are compared. Each metric runs in a process of
its own. Start-up, the compiler and the load of compiled kernels are told apart and are no part of a ratio;
`whole` is a whole process that reads the pairs, loads what it needs and counts.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.peer import peer
from reviewer.scoring.engine.runner import processors
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

METRICS: dict[str, MetricOptions] = {
    "bleu": BleuOptions(),
    "bleu-intl": BleuOptions(tokenize="intl"),
    "chrf": ChrfOptions(),
    "chrf++": ChrfOptions(word_order=2),
    "ter": TerOptions(),
}
_ROUNDS = 5
_DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def research_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Machine translations with their post-edits, references, and other engines' paragraphs."""
    for line in (folder / "en_hi_systems" / "systems.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield from ((text, row["refA"]) for text in row["systems"].values())
    for name, reference in (
        ("en_hi_post_edits/post_edits", "pe"),
        ("en_hi_mqm/mqm", "ref"),
        ("en_hi_esa/esa", "ref"),
    ):
        for line in (folder / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            if row.get(reference):
                yield row["mt"], row[reference]


def read(paths: list[Path], pairs: int) -> tuple[list[str], list[str]]:
    """So many pairs, repeated with a number of their own where there are fewer."""
    if len(paths) == 2:
        found = list(zip(*(path.read_text("utf-8").splitlines() for path in paths), strict=True))
    else:
        found = list(research_pairs(paths[0] if paths else _DATA))
    # Even steps through all of them: short and long rows in one measurement.
    if pairs <= len(found):
        found = [found[at * len(found) // pairs] for at in range(pairs)]
    else:
        found = [
            (f"{first} {at}", f"{second} {at}")
            for at in range(pairs)
            for first, second in [found[at % len(found)]]
        ]
    return [pair[0] for pair in found], [pair[1] for pair in found]


def peak() -> int:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def clock(action: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the wall, and of the processor, that an action takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    return time.perf_counter() - wall, time.process_time() - cpu


def measure(name: str, paths: list[Path], pairs: int) -> None:
    """Print one metric's figures: ours, sacreBLEU's, and whether they agree."""
    hypotheses, references = read(paths, pairs)
    options = METRICS[name]
    loading, _ = clock(kernel.prepare)
    before = peak()
    ours = [clock(lambda: extract(options, hypotheses, [references])) for _ in range(_ROUNDS)]
    added = peak() - before
    counted = extract(options, hypotheses, [references])
    expected: list[list[float]] = []
    theirs = clock(lambda: expected.extend(peer(options).extract(hypotheses, [references])))
    wall, cpu = min(our[0] for our in ours), min(our[1] for our in ours)
    characters = sum(map(len, hypotheses)) / len(hypotheses)
    print(
        f"{name:<10}{len(hypotheses):>8,} pairs of {characters:.0f} characters, {processors()} processors: "
        f"{theirs[0] / wall:.1f}x on the wall ({wall:.3f} s against {theirs[0]:.2f}), "
        f"{theirs[1] / cpu:.1f}x in processor time; equal: {np.array_equal(counted, np.array(expected))}; "
        f"load {loading:.2f} s, {added} MB more, sacreBLEU {peak() - before} MB more",
        flush=True,
    )


def whole(name: str, paths: list[Path], pairs: int, *, is_ours: bool) -> None:
    """Count in this process, from nothing."""
    hypotheses, references = read(paths, pairs)
    options = METRICS[name]
    started = time.perf_counter()
    if is_ours:
        extract(options, hypotheses, [references], wait=True)
    else:
        peer(options).extract(hypotheses, [references])
    print(f"counted in {time.perf_counter() - started:.2f} s, peak memory {peak()} MB")


def compiler() -> None:
    """Print what compiling all kernels takes, in a folder that is thrown away."""
    from reviewer.scoring.engine.cache import fill  # noqa: PLC0415 - of this measurement alone

    with tempfile.TemporaryDirectory() as kept:
        for name in kernel.Kernel:
            wall, cpu = clock(lambda name=name: fill(kernel.module_of(name), Path(kept) / name))  # type: ignore[misc]
            print(f"compiling {name}: {wall:.1f} s, {cpu:.1f} s of the processor", flush=True)


def main() -> None:
    """Measure each metric in its own process."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--metrics", nargs="*", default=list(METRICS), choices=list(METRICS))
    parser.add_argument("--pairs", type=int, default=20_000)
    parser.add_argument("--only", choices=["ratio", "ours", "theirs", "compiler"])
    given = parser.parse_args()
    if given.only == "compiler":
        compiler()
    elif given.only == "ratio":
        measure(given.metrics[0], given.paths, given.pairs)
    elif given.only:
        whole(given.metrics[0], given.paths, given.pairs, is_ours=given.only == "ours")
    else:
        _all(given)


def _all(given: argparse.Namespace) -> None:
    part = [
        sys.executable,
        "-m",
        "tests.benchmarks.scoring",
        *map(str, given.paths),
        "--pairs",
        str(given.pairs),
    ]
    subprocess.run([*part, "--only", "compiler"], check=True)
    for name in given.metrics:
        subprocess.run([*part, "--metrics", name, "--only", "ratio"], check=True)
        for only in ("ours", "theirs"):
            started = time.perf_counter()
            subprocess.run([*part, "--metrics", name, "--only", only], check=True)
            print(f"{name:<10}whole process, {only}: {time.perf_counter() - started:.2f} s", flush=True)


if __name__ == "__main__":
    main()
