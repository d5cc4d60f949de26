"""What metrics have counted, kept in the project by a hash of the texts they compared.

Looking at a project changes no byte of it: counts are written only once something was edited in it
anyway. They are no part of the review and stand in no journal.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select

from reviewer.review.store.database import Database
from reviewer.review.store.schema import statistics

_BATCH = 500
_Item = TypeVar("_Item")


def texts_key(hypothesis: str, references: Sequence[str]) -> bytes:
    """Return the key of a comparison: 16 bytes that depend on every letter of every text."""
    made = blake2b(digest_size=16)
    for text in (hypothesis, *references):
        encoded = text.encode("utf-8", "surrogatepass")
        made.update(len(encoded).to_bytes(8, "little"))
        made.update(encoded)
    return made.digest()


def recall(connection: Connection, metric: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
    """Return what is kept of these comparisons under one metric's signature."""
    found: dict[bytes, bytes] = {}
    for some in _batches(dict.fromkeys(keys)):
        rows = connection.execute(
            select(statistics.c.texts, statistics.c.counts).where(
                statistics.c.metric == metric, statistics.c.texts.in_(some)
            )
        )
        found.update((row.texts, row.counts) for row in rows)
    return found


def keep(database: Database, metric: str, counts: Mapping[bytes, bytes]) -> bool:
    """Write down what was counted, in place of what was kept of the same texts."""
    with database.write() as connection:
        for some in _batches(counts.items()):
            keys = [key for key, _ in some]
            connection.execute(
                delete(statistics).where(statistics.c.metric == metric, statistics.c.texts.in_(keys))
            )
            connection.execute(
                insert(statistics), [{"metric": metric, "texts": key, "counts": value} for key, value in some]
            )
    return True


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    left = iter(items)
    while batch := list(islice(left, _BATCH)):
        yield batch
