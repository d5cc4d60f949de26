"""Parquet files are cut into parts that hold every row once."""

from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.parquet import parquet_partitions
from reviewer.scoring.archive.partition import Columns
from tests.scoring.archive.archives import BY_DOCUMENT, COLUMNS, as_rows, parquet_file, some_rows


@pytest.mark.parametrize("group", [1, 7, 16, 500])
@pytest.mark.parametrize("size", [1, 10, 16, 33, 1000])
def test_parts_hold_every_row_once_and_in_order(tmp_path: Path, group: int, size: int) -> None:
    """Whatever the row groups of the file and the size of the parts."""
    rows = some_rows(100)
    parts = parquet_partitions([parquet_file(tmp_path, rows, group=group)], BY_DOCUMENT, rows=size)
    read = [part.read() for part in parts]
    assert [text for part in read for text in part.hypotheses[1]] == as_rows(rows).hypotheses[1]
    assert [name for part in read for name in part.documents or ()] == [row["doc"] for row in rows]
    assert all(part.size == len(each.references[0]) <= size for part, each in zip(parts, read, strict=True))


def test_missing_text_is_named_by_its_row(tmp_path: Path) -> None:
    """Missing is missing: it is not scored as an empty line."""
    rows = some_rows(20)
    rows[13]["ref"] = None
    part = parquet_partitions([parquet_file(tmp_path, rows)], COLUMNS, rows=10)[1]
    with pytest.raises(ReviewerError, match=r"archive.parquet, row 14: ref is missing"):
        part.read()


def test_unknown_column_is_named_with_those_there_are(tmp_path: Path) -> None:
    """Before anything is read."""
    path = parquet_file(tmp_path, some_rows(3))
    with pytest.raises(ReviewerError, match=r"no column 'hyp'.*id, doc, mt"):
        parquet_partitions([path], Columns(hypotheses=("hyp",), references=("ref",)))


def test_what_is_no_parquet_is_refused(tmp_path: Path) -> None:
    """In one line that names the file."""
    path = tmp_path / "texts.parquet"
    path.write_bytes(b"PAR1 but no more")
    with pytest.raises(ReviewerError, match=r"texts\.parquet: this is no Parquet file"):
        parquet_partitions([path], COLUMNS)
    with pytest.raises(ReviewerError, match=r"absent\.parquet"):
        parquet_partitions([tmp_path / "absent.parquet"], COLUMNS)
