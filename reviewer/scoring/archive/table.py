"""Parts of a database table: ranges of its whole-number key."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, MetaData, NullPool, Table, create_engine, func, make_url, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, NoSuchTableError, SQLAlchemyError

from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.partition import ROWS, Columns, Rows, rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePartition:
    """Rows of a table whose key lies in `[first, last]`, in the order of the key."""

    url: str
    """As SQLAlchemy takes it; may hold a password and is never shown."""
    table: str
    key: str
    columns: Columns
    first: int
    last: int
    start: int
    """How many rows come before."""
    size: int

    def read(self) -> Rows:
        """Read these rows; raises `ReviewerError` where there are no longer as many as were counted."""
        with _Archive(self.url, self.table, self.key, self.columns) as archive:
            values = archive.rows(self.first, self.last)
        if any(len(column) != self.size for column in values.values()):
            raise ReviewerError(
                "rows came or went while they were being scored", file=self.table, remedy="Try again."
            )
        return rows_of(self.columns, values, file=self.table, first=self.start)


def table_partitions(
    url: str, table: str, columns: Columns, *, key: str = "id", rows: int = ROWS
) -> tuple[TablePartition, ...]:
    """Cut a table into parts of so many rows, by its key; raises `ReviewerError` where it is not there."""
    with _Archive(url, table, key, columns) as archive:
        cuts = archive.cuts(rows)
    return tuple(
        TablePartition(
            url=url, table=table, key=key, columns=columns, first=first, last=last, start=start, size=size
        )
        for first, last, start, size in cuts
    )


class _Archive:
    """A table that is open for reading."""

    def __init__(self, url: str, table: str, key: str, columns: Columns) -> None:
        self._names = columns.names()
        try:
            self._place = make_url(url).host or make_url(url).database or ""
            self._engine = create_engine(url, poolclass=NullPool)
        except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
            raise ReviewerError(
                "this is no address of a database that can be reached from here",
                remedy="Give one like postgresql+psycopg://user@host/name.",
            ) from error
        self._table, self._key = self._reflected(table, key)
        self._connection: Connection | None = None

    def _reflected(self, name: str, key: str) -> tuple[Table, Any]:
        schema, _, bare = name.rpartition(".")
        try:
            table = Table(bare, MetaData(), schema=schema or None, autoload_with=self._engine)
        except NoSuchTableError as error:
            raise ReviewerError(f"there is no table {name!r}", file=self._place) from error
        except SQLAlchemyError as error:
            raise self._unreachable(error) from error
        for column in (key, *self._names):
            if column not in table.c:
                known = ", ".join(table.c.keys())
                raise ReviewerError(
                    f"there is no column {column!r}", file=name, remedy=f"Its columns are {known}."
                )
        if table.c[key].type.python_type is not int:
            raise ReviewerError(f"the key {key!r} is no whole number", file=name)
        return table, table.c[key]

    def _unreachable(self, error: SQLAlchemyError) -> ReviewerError:
        # The message of the driver can hold the address with its password: only its kind is told.
        kind = type(getattr(error, "orig", None) or error).__name__
        return ReviewerError(f"the database cannot be read ({kind})", file=self._place)

    def __enter__(self) -> "_Archive":
        try:
            self._connection = self._engine.connect()
        except SQLAlchemyError as error:
            raise self._unreachable(error) from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()
        self._engine.dispose()

    def cuts(self, rows: int) -> list[tuple[int, int, int, int]]:
        """Return first and last key, rows before, and rows of each part, all counted by the server."""
        number = func.row_number().over(order_by=self._key) - 1
        numbered = select(self._key.label("key"), (number // rows).label("part")).subquery()
        grouped = (
            select(
                func.min(numbered.c.key),
                func.max(numbered.c.key),
                func.count(),
            )
            .group_by(numbered.c.part)
            .order_by(func.min(numbered.c.key))
        )
        made, start = [], 0
        for first, last, size in self._execute(grouped):
            made.append((int(first), int(last), start, int(size)))
            start += int(size)
        return made

    def rows(self, first: int, last: int) -> dict[str, list[object]]:
        """Return the columns of the rows between two keys."""
        wanted = [self._table.c[name] for name in self._names]
        found = self._execute(select(*wanted).where(self._key.between(first, last)).order_by(self._key))
        return dict(zip(self._names, map(list, zip(*found, strict=True)), strict=True)) if found else {}

    def _execute(self, query: Any) -> list[Any]:  # noqa: ANN401 - rows of any query
        if self._connection is None:
            raise RuntimeError("the archive is not open")
        try:
            return list(self._connection.execute(query))
        except SQLAlchemyError as error:
            raise self._unreachable(error) from error
