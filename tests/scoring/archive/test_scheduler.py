"""A cluster gives what this process gives."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.parquet import parquet_partitions
from reviewer.scoring.archive.partition import Columns
from reviewer.scoring.archive.scheduler import InProcess, scheduler
from reviewer.scoring.archive.score import score_archive
from reviewer.scoring.option import BleuOptions, ChrfOptions, TerOptions
from tests.scoring.archive.archives import BY_DOCUMENT, COLUMNS, parquet_file, some_rows

METRICS = (ChrfOptions(word_order=2), BleuOptions(tokenize="intl"), TerOptions())


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Two workers on this machine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        start: Callable[..., LocalCluster] = LocalCluster
        cluster = start(n_workers=2, threads_per_worker=1, dashboard_address=None)
        yield cluster.scheduler_address
        cluster.close()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("columns", [COLUMNS, BY_DOCUMENT])
def test_two_workers_give_the_same_figures(address: str, tmp_path: Path, columns: Columns) -> None:
    """Scores, intervals and p-values, to the last bit."""
    parts = parquet_partitions([parquet_file(tmp_path, some_rows(150))], columns, rows=11)
    with scheduler(address) as cluster:
        there = score_archive(parts, METRICS, cluster, resamples=200)
    assert there == score_archive(parts, METRICS, InProcess(), resamples=200)


@pytest.mark.filterwarnings("ignore")
def test_what_is_wrong_in_a_part_is_told_as_here(address: str, tmp_path: Path) -> None:
    """One line with file and row, though another process met it."""
    rows = some_rows(40)
    rows[30]["mt"] = None
    parts = parquet_partitions([parquet_file(tmp_path, rows)], COLUMNS, rows=10)
    with scheduler(address) as cluster, pytest.raises(ReviewerError, match=r"row 31: mt is missing"):
        score_archive(parts, METRICS, cluster)


def test_no_cluster_is_told_in_one_line() -> None:
    """With the address and what one looks like."""
    with pytest.raises(ReviewerError, match=r"not-an-address: no Dask scheduler answers.*tcp://"):
        scheduler("not-an-address").__enter__()
