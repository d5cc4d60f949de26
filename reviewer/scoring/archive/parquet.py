"""Parts of Parquet files: runs of whole row groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.partition import ROWS, Columns, Rows, rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ParquetPartition:
    """Rows `[start, start + size)` of a file, which lie in the row groups named."""

    path: str
    columns: Columns
    groups: tuple[int, ...]
    start: int
    size: int
    skip: int = 0
    """Rows of the first group that belong to the part before."""

    def read(self) -> Rows:
        """Read these rows and these columns only."""
        with _opened(Path(self.path)) as file:
            table = file.read_row_groups(list(self.groups), columns=list(self.columns.names()))
            values = table.slice(self.skip, self.size).to_pydict()
        return rows_of(self.columns, values, file=Path(self.path).name, first=self.start)


def parquet_partitions(
    paths: Sequence[Path], columns: Columns, *, rows: int = ROWS
) -> tuple[ParquetPartition, ...]:
    """Cut files into parts of about so many rows, in order; raises `ReviewerError` for a missing column.

    Row groups larger than that are cut, smaller ones joined. The cuts depend on the files alone, so that
    resampling gives the same figures wherever it runs.
    """
    return tuple(part for path in paths for part in _partitions(path, columns, rows))


def _partitions(path: Path, columns: Columns, rows: int) -> Iterator[ParquetPartition]:
    with _opened(path) as file:
        names = file.schema_arrow.names
        if missing := [name for name in columns.names() if name not in names]:
            raise ReviewerError(
                f"there is no column {missing[0]!r}",
                file=path.name,
                remedy=f"Its columns are {', '.join(names)}.",
            )
        sizes = [file.metadata.row_group(group).num_rows for group in range(file.metadata.num_row_groups)]
    ends = [sum(sizes[: group + 1]) for group in range(len(sizes))]
    total = ends[-1] if ends else 0
    for start in range(0, total, rows):
        stop = min(start + rows, total)
        groups = tuple(
            group
            for group, end in enumerate(ends)
            if end > start and end - sizes[group] < stop and sizes[group]
        )
        skip = start - (ends[groups[0]] - sizes[groups[0]])
        yield ParquetPartition(
            path=str(path.absolute()),
            columns=columns,
            groups=groups,
            start=start,
            size=stop - start,
            skip=skip,
        )


def _opened(path: Path) -> Any:  # noqa: ANN401 - pyarrow has no types
    try:
        from pyarrow import ArrowInvalid  # noqa: PLC0415 - 0.2 s and an extra
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise ReviewerError(
            "reading Parquet needs pyarrow",
            file=path.name,
            remedy="Install Reviewer with its extra `cluster`.",
        ) from error
    try:
        return ParquetFile(path)
    except OSError as error:
        raise ReviewerError(error.strerror or "cannot be read", file=path.name) from error
    except ArrowInvalid as error:
        raise ReviewerError("this is no Parquet file", file=path.name) from error
