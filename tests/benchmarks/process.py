"""Whole processes on line files: `reviewer score` against the `sacrebleu` command, equal values demanded.

`python -m tests.benchmarks.process [--pairs N] [--metrics bleu chrf chrf++ ter]`: made-up sentences of some
20 words; wall time and peak memory of each process, one after the other, kernels compiled before.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from reviewer.scoring.engine.kernel import prepare
from tests.benchmarks.resampling import corpus

METRICS = {
    "bleu": ["-m", "bleu"],
    "chrf": ["-m", "chrf"],
    "chrf++": ["-m", "chrf", "--chrf-word-order", "2"],
    "ter": ["-m", "ter"],
}
_PROBE = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=True)
wall = time.perf_counter() - start
print(json.dumps([wall, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, done.stdout]))
"""


def run(command: list[str]) -> tuple[float, float, object]:
    """Seconds, megabytes and the value that a command prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *command], capture_output=True, text=True, check=True
    )
    wall, peak, printed = json.loads(done.stdout)
    found = json.loads(printed)
    return wall, peak, (found[0] if isinstance(found, list) else found)["score"]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--metrics", nargs="*", default=list(METRICS), choices=list(METRICS))
    asked = parser.parse_args()
    prepare()
    hypotheses, _, references = corpus(asked.pairs)
    with tempfile.TemporaryDirectory() as made:
        system, reference = Path(made, "system"), Path(made, "reference")
        system.write_text("\n".join(hypotheses) + "\n", encoding="utf-8")
        reference.write_text("\n".join(references) + "\n", encoding="utf-8")
        for name in asked.metrics:
            options = [*METRICS[name], "-w", "6"]
            files = ["--hypothesis", str(system), "--reference", str(reference)]
            ours = run([sys.executable, "-m", "reviewer", "score", *files, *options, "--json"])
            theirs = run([sys.executable, "-m", "sacrebleu", str(reference), "-i", str(system), *options])
            print(
                f"{name:<7}{asked.pairs:,} pairs: {ours[0]:.2f} s, {ours[1]:,.0f} MB;"
                f" sacreBLEU {theirs[0]:.2f} s, {theirs[1]:,.0f} MB: {theirs[0] / ours[0]:.1f} times;"
                f" {'equal' if ours[2] == theirs[2] else f'{ours[2]} is not {theirs[2]}'}",
                flush=True,
            )


if __name__ == "__main__":
    main()
