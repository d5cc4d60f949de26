"""Time and memory of scoring an archive, from an eighth of a newsroom's year to all of it.

`python -m tests.benchmarks.archive [--rows N …] [--cluster]`: a Parquet file of made-up sentences for
each size, two systems, chrF++, BLEU and TER with 1,000 resamples of rows and of documents; whole processes,
kernels compiled before. With `--cluster` the same on a local Dask cluster of two workers of one thread; the
figures must be equal.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from reviewer.resources import resource as data
from reviewer.scoring.archive.parquet import parquet_partitions
from reviewer.scoring.archive.partition import Columns
from reviewer.scoring.archive.scheduler import scheduler
from reviewer.scoring.archive.score import score_archive
from reviewer.scoring.option import BleuOptions, ChrfOptions, TerOptions

SIZES = (250_000, 500_000, 1_000_000, 2_000_000)
METRICS = (ChrfOptions(word_order=2), BleuOptions(tokenize="intl"), TerOptions())
_GROUP = 50_000
_SEGMENTS_A_DOCUMENT = 60


def words() -> list[str]:
    """Hindi and English words of the program's own word lists."""
    found: set[str] = set()
    for path in sorted(data("lexicons").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            found.update(word for cell in line.split("\t") for word in cell.split() if len(word) < 16)
    return sorted(found)


def tables(rows: int) -> Iterator[pa.Table]:
    """Yield made-up sentences of some 20 words; one system changes a tenth of them, the other a sixth."""
    chance = random.Random(7)  # noqa: S311 - made-up sentences
    known = words()

    def changed(sentence: list[str], share: float) -> str:
        made = [chance.choice(known) if chance.random() < share else word for word in sentence]
        if len(made) > 4 and chance.random() < 0.3:
            place = chance.randrange(len(made) - 3)
            made.append(made.pop(place))
        return " ".join(made)

    for start in range(0, rows, _GROUP):
        columns: dict[str, list[str]] = {"doc": [], "first": [], "second": [], "ref": []}
        for number in range(start, min(start + _GROUP, rows)):
            sentence = chance.choices(known, k=max(1, int(chance.gauss(20, 8))))
            columns["doc"].append(f"d{number // _SEGMENTS_A_DOCUMENT}")
            columns["first"].append(changed(sentence, 0.1))
            columns["second"].append(changed(sentence, 0.17))
            columns["ref"].append(" ".join(sentence))
        yield pa.table(columns)


def write(path: Path, rows: int) -> None:
    """Write the archive, a row group at a time."""
    writer: Any = None
    for table in tables(rows):
        writer = writer or ParquetWriter(path, table.schema)
        writer.write_table(table)
    writer.close()


def run(path: Path, address: str, *, by_document: bool) -> None:
    """Score an archive in this process and print what it took."""
    columns = Columns(
        hypotheses=("first", "second"), references=("ref",), document="doc" if by_document else ""
    )
    started = time.perf_counter()
    with scheduler(address or None) as used:
        found = score_archive(
            parquet_partitions([path], columns),
            METRICS,
            used,
            resamples=1000,
        )
    seconds = time.perf_counter() - started
    print(
        json.dumps(
            {
                "seconds": seconds,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "figures": [
                    [each.value, each.interval and each.interval.half_width, each.p_value] for each in found
                ],
            }
        )
    )


def measured(path: Path, address: str, *, by_document: bool) -> dict[str, Any]:
    """Run it in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.archive", "--run", str(path), "--address", address]
    done = subprocess.run(
        command + ["--by-document"] * by_document, check=True, capture_output=True, text=True
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def two_workers() -> Any:
    """Start a local cluster."""
    from distributed import LocalCluster  # noqa: PLC0415 - only where asked for

    start: Callable[..., Any] = LocalCluster
    return start(n_workers=2, threads_per_worker=1, dashboard_address=None)


def worker_memory(address: str) -> list[float]:
    """Return each worker's peak, in MB."""
    from distributed import Client  # noqa: PLC0415 - only where asked for

    connect: Callable[..., Any] = Client
    with connect(address, set_as_default=False) as client:
        peaks = client.run(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return sorted(peaks.values())


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES)
    parser.add_argument("--cluster", action="store_true")
    parser.add_argument("--run", type=Path)
    parser.add_argument("--address", default="")
    parser.add_argument("--by-document", action="store_true")
    options = parser.parse_args()
    if options.run:
        run(options.run, options.address, by_document=options.by_document)
        return
    warnings.simplefilter("ignore")
    for rows in options.rows:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "archive.parquet"
            write(path, rows)
            size = path.stat().st_size / 2**20
            for by_document in (False, True):
                here = measured(path, "", by_document=by_document)
                unit = "documents" if by_document else "rows     "
                line = (
                    f"{rows:>9,} rows, {size:5.0f} MB, resampling {unit}: "
                    f"{here['seconds']:6.1f} s, peak {here['peak_mb']:4.0f} MB"
                )
                if options.cluster:
                    with two_workers() as cluster:
                        there = measured(path, cluster.scheduler_address, by_document=by_document)
                        peaks = ", ".join(f"{peak:.0f}" for peak in worker_memory(cluster.scheduler_address))
                    equal = "equal" if there["figures"] == here["figures"] else "DIFFERENT"
                    line += (
                        f" | two workers: {there['seconds']:6.1f} s, peak {there['peak_mb']:4.0f} MB"
                        f" + {peaks} MB, figures {equal}"
                    )
                print(line, flush=True)


if __name__ == "__main__":
    main()
