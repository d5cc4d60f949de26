"""Small archives to score, in every shape they are stored in."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.parquet import write_table
from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine, insert

from reviewer.scoring.archive.partition import Columns, Rows

COLUMNS = Columns(hypotheses=("mt", "other"), references=("ref",))
BY_DOCUMENT = Columns(hypotheses=("mt", "other"), references=("ref",), document="doc")
_WORDS = ("सरकार", "ने", "आज", "नई", "योजना", "की", "और", "किसान", "खुश", "हैं", "the", "plan", "2,500", "।")


@dataclass(frozen=True)
class InMemory:
    """A part that is already there."""

    rows: Rows

    @property
    def size(self) -> int:
        """How many rows it has."""
        return len(self.rows.references[0])

    def read(self) -> Rows:
        """Give the rows."""
        return self.rows


def some_rows(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Sentences of two systems, the second further from the reference."""
    chance = random.Random(seed)  # noqa: S311 - made-up sentences

    def changed(words: Sequence[str], share: float) -> str:
        return " ".join(chance.choice(_WORDS) if chance.random() < share else word for word in words)

    rows = []
    for number in range(count):
        words = chance.choices(_WORDS, k=chance.randint(1, 20))
        rows.append(
            {
                "id": 3 * number + 7,
                "doc": f"d{number // 6}",
                "mt": changed(words, 0.2),
                "other": changed(words, 0.6),
                "ref": " ".join(words),
            }
        )
    return rows


def as_rows(rows: Sequence[dict[str, Any]], *, with_documents: bool = False) -> Rows:
    """Return them column by column."""
    return Rows(
        hypotheses=([row["mt"] for row in rows], [row["other"] for row in rows]),
        references=([row["ref"] for row in rows],),
        documents=[row["doc"] for row in rows] if with_documents else None,
    )


def parquet_file(folder: Path, rows: Sequence[dict[str, Any]], *, group: int = 16) -> Path:
    """Write them in row groups of this size."""
    path = folder / "archive.parquet"
    write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=group)
    return path


def database(url: str, rows: Sequence[dict[str, Any]]) -> str:
    """Write them to a table called `archive` and return the address."""
    engine = create_engine(url)
    texts = [Column(name, Text) for name in ("doc", "mt", "other", "ref")]
    table = Table("archive", MetaData(), Column("id", Integer, primary_key=True), *texts)
    with engine.begin() as connection:
        table.drop(connection, checkfirst=True)
        table.create(connection)
        connection.execute(insert(table), list(rows))
    engine.dispose()
    return url
