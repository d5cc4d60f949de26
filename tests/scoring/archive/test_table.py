"""Database tables are cut into parts by their key."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import OperationalError

from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.partition import Columns
from reviewer.scoring.archive.table import table_partitions
from tests.scoring.archive.archives import BY_DOCUMENT, COLUMNS, as_rows, database, some_rows


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database: a file, and a server where the environment names one."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'archive.db'}"
        return
    server = os.environ.get("REVIEWER_TEST_POSTGRESQL", "")
    if not server:
        pytest.skip("REVIEWER_TEST_POSTGRESQL names no server")
    try:
        create_engine(server, poolclass=NullPool).connect().close()
    except OperationalError as error:
        pytest.skip(f"no server: {error}")
    yield server


@pytest.mark.parametrize("size", [1, 10, 33, 1000])
def test_parts_hold_every_row_once_and_in_order(url: str, size: int) -> None:
    """In the order of a key that has gaps."""
    rows = some_rows(100)
    parts = table_partitions(database(url, rows), "archive", BY_DOCUMENT, rows=size)
    read = [part.read() for part in parts]
    assert [text for part in read for text in part.hypotheses[1]] == as_rows(rows).hypotheses[1]
    assert [part.size for part in parts] == [len(each.references[0]) for each in read]
    assert [part.start for part in parts] == list(range(0, 100, size))


def test_missing_text_is_named_by_its_row(url: str) -> None:
    """Missing is missing: it is not scored as an empty line."""
    rows = some_rows(20)
    rows[13]["ref"] = None
    part = table_partitions(database(url, rows), "archive", COLUMNS, rows=10)[1]
    with pytest.raises(ReviewerError, match=r"archive, row 14: ref is missing"):
        part.read()


def test_unknown_table_column_and_key_are_named(url: str) -> None:
    """Before anything is read."""
    database(url, some_rows(3))
    with pytest.raises(ReviewerError, match="no table 'nowhere'"):
        table_partitions(url, "nowhere", COLUMNS)
    with pytest.raises(ReviewerError, match=r"no column 'hyp'.*id, doc, mt"):
        table_partitions(url, "archive", Columns(hypotheses=("hyp",), references=("ref",)))
    with pytest.raises(ReviewerError, match="'doc' is no whole number"):
        table_partitions(url, "archive", COLUMNS, key="doc")


@pytest.mark.parametrize("url", ["nonsense", "oracle://x", "postgresql+psycopg://a:geheim@127.0.0.1:1/x"])
def test_what_cannot_be_reached_is_told_without_its_password(url: str) -> None:
    """One line, and no secret in it."""
    with pytest.raises(ReviewerError) as caught:
        table_partitions(url, "archive", COLUMNS)
    assert "geheim" not in str(caught.value)
