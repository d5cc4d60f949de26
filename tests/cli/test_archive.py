"""`reviewer score` on archives, as a script calls it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from reviewer.cli import main
from tests.scoring.archive.archives import database, parquet_file, some_rows

COLUMNS = ("--hypothesis-column", "mt", "other", "--reference-column", "ref", "--partition-rows", "17")


@pytest.fixture
def score(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Run the command and return what its JSON says."""

    def run(*arguments: str) -> Any:
        assert main(["score", *arguments, *COLUMNS, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def wrong(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command, which must fail with one line, and return that."""

    def run(*arguments: str) -> str:
        assert main(["score", *arguments]) == 2
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        return told

    return run


def test_figures_of_each_system_and_metric(tmp_path: Path, score: Callable[..., Any]) -> None:
    """With interval, p-value against the first, and what reproduces them."""
    found = score("--parquet", str(parquet_file(tmp_path, some_rows(60))), "--confidence", "--n", "50")
    assert [(each["system"], each["metric"]) for each in found["archive"]] == [
        ("mt", "bleu"),
        ("mt", "chrf++"),
        ("other", "bleu"),
        ("other", "chrf++"),
    ]
    assert (found["resamples"], found["seed"], found["partition_rows"]) == (50, 12345, 17)
    worse = found["archive"][-1]
    assert worse["low"] < worse["score"] < worse["high"]
    assert worse["p_value"] == pytest.approx(1 / 51)
    assert worse["signature"].startswith("nrefs:1|case:mixed|eff:yes|nc:6|nw:2")


def test_database_and_file_give_the_same(tmp_path: Path, score: Callable[..., Any]) -> None:
    """The figures are of the rows, wherever they are kept."""
    rows = some_rows(60)
    url = database(f"sqlite:///{tmp_path / 'archive.db'}", rows)
    assert score("--database", url, "--table", "archive", "-ci", "--n", "20") == score(
        "--parquet", str(parquet_file(tmp_path, rows)), "-ci", "--n", "20"
    )


@pytest.mark.filterwarnings("ignore")
def test_cluster_and_this_process_give_the_same(tmp_path: Path, score: Callable[..., Any]) -> None:
    """Two workers, and none."""
    start: Callable[..., Any] = LocalCluster
    path = str(parquet_file(tmp_path, some_rows(60)))
    with start(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        there = score("--parquet", path, "-ci", "--n", "20", "--scheduler", cluster.scheduler_address)
    assert there == score("--parquet", path, "-ci", "--n", "20")


def _mistakes() -> Iterator[tuple[list[str], str]]:
    yield ["--parquet", "FILE"], "needs --hypothesis-column and --reference-column"
    yield ["--parquet", "FILE", *COLUMNS[:3], "--reference-column", "gold"], "no column 'gold'"
    yield ["--parquet", "FILE", "--database", "sqlite://", *COLUMNS], "either --parquet or --database"
    yield ["--database", "sqlite://", *COLUMNS], "--database needs --table"
    yield ["--parquet", "FILE", *COLUMNS, "--metrics", "nonsense"], "nonsense"
    yield ["--parquet", "FILE", *COLUMNS, "--tokenize", "nonsense"], "nonsense"
    yield ["--parquet", "FILE", "--hypothesis", "x", *COLUMNS], "or an archive"
    yield ["--parquet", "FILE", *COLUMNS[:-1], "0"], "1 or more"


@pytest.mark.parametrize(("arguments", "told"), list(_mistakes()))
def test_wrong_use_is_one_line(
    tmp_path: Path, wrong: Callable[..., str], arguments: list[str], told: str
) -> None:
    """Which says what is wrong."""
    path = str(parquet_file(tmp_path, some_rows(3)))
    assert told in wrong(*[path if each == "FILE" else each for each in arguments])
