"""Paired bootstrap of two systems against sacreBLEU's: time, memory and equal results, in one run.

`python -m tests.benchmarks.resampling [--segments N] [--samples N] [--metrics bleu chrf++ …]`: made-up
sentences, each side in a process of its own, one after the other. Times are apart for counting the segments
and for resampling, and together; loading compiled kernels is part of counting.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from typing import Any

from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.peer import metric as peer_metric
from reviewer.scoring.formula import formula
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions
from reviewer.scoring.statistic.paired import paired_bootstrap
from tests.benchmarks.archive import words

METRICS: dict[str, MetricOptions] = {
    "bleu": BleuOptions(),
    "chrf": ChrfOptions(),
    "chrf++": ChrfOptions(word_order=2),
    "ter": TerOptions(),
}


def corpus(segments: int) -> tuple[list[str], list[str], list[str]]:
    """Two systems and a reference: sentences of some 20 words, a tenth and a sixth of them changed."""
    chance = random.Random(7)  # noqa: S311 - made-up sentences
    known = words()

    def changed(sentence: list[str], share: float) -> str:
        return " ".join(chance.choice(known) if chance.random() < share else word for word in sentence)

    sentences = [chance.choices(known, k=chance.randint(12, 30)) for _ in range(segments)]
    first = [changed(sentence, 0.1) for sentence in sentences]
    second = [changed(sentence, 0.16) for sentence in sentences]
    return first, second, [" ".join(sentence) for sentence in sentences]


def megabytes() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ours(name: str, segments: int, samples: int) -> dict[str, Any]:
    """Figures of this program."""
    first, second, references = corpus(segments)
    before, start = megabytes(), time.perf_counter()
    statistics = [extract(METRICS[name], system, [references], wait=True) for system in (first, second)]
    counted = time.perf_counter()
    outcomes = paired_bootstrap(formula(METRICS[name]), statistics, samples=samples)
    done = time.perf_counter()
    results = [
        (one.score, one.p, one.interval.mean, one.interval.half_width) for one in outcomes if one.interval
    ]
    return told(counted - start, done - counted, before, results)


def peers(name: str, segments: int, samples: int) -> dict[str, Any]:
    """Figures of sacreBLEU's paired bootstrap."""
    from sacrebleu.significance import PairedTest, Result  # noqa: PLC0415 - this side's own cost

    first, second, references = corpus(segments)
    before, counting = megabytes(), 0.0
    made = peer_metric(METRICS[name])
    extract_ = made._extract_corpus_statistics

    def watched(*given: Any) -> Any:
        nonlocal counting
        start = time.perf_counter()
        found = extract_(*given)
        counting += time.perf_counter() - start
        return found

    made._extract_corpus_statistics = watched
    start = time.perf_counter()
    systems: Any = [("first", first), ("second", second)]
    _, scores = PairedTest(systems, {"m": made}, [references], test_type="bs", n_samples=samples)()
    took = time.perf_counter() - start
    found = [one for column in scores.values() for one in column if isinstance(one, Result)]
    results = [(one.score, one.p_value, float(one.mean or 0), float(one.ci or 0)) for one in found]
    return told(counting, took - counting, before, results)


def told(counting: float, resampling: float, before: float, results: list[Any]) -> dict[str, Any]:
    """One side's figures as they are passed on."""
    return {
        "counting": counting,
        "resampling": resampling,
        "together": counting + resampling,
        "memory": megabytes(),
        "over the texts": megabytes() - before,
        "results": results,
    }


def measured(side: str, name: str, segments: int, samples: int) -> dict[str, Any]:
    """Run one side in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.resampling", "--side", side, "--metrics", name]
    command += ["--segments", str(segments), "--samples", str(samples)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--samples", type=int, default=1000)
    parser.add_argument("--metrics", nargs="+", choices=METRICS, default=["bleu", "chrf++"])
    parser.add_argument("--side", choices=["ours", "peers"])
    given = parser.parse_args()
    if given.side:
        side = ours if given.side == "ours" else peers
        print(json.dumps(side(given.metrics[0], given.segments, given.samples)))
        return
    for name in given.metrics:
        one = measured("ours", name, given.segments, given.samples)
        other = measured("peers", name, given.segments, given.samples)
        is_equal = "equal" if one["results"] == other["results"] else "DIFFERENT"
        print(f"{name}, 2 systems x {given.segments:,} x {given.samples:,}: results {is_equal}")
        for part in ("counting", "resampling", "together"):
            ratio = other[part] / one[part]
            print(f"  {part:14} {one[part]:8.2f} s  sacreBLEU {other[part]:8.2f} s  {ratio:6.1f}x")
        for part in ("memory", "over the texts"):
            print(f"  {part:14} {one[part]:8.0f} MB sacreBLEU {other[part]:8.0f} MB", flush=True)


if __name__ == "__main__":
    main()
