"""A part of an archive: where its rows are, and what they hold once they are read."""

from dataclasses import dataclass
from typing import Protocol

from reviewer.domain.error import ReviewerError

ROWS = 50_000
"""Rows of a part: some 30 MB of texts and counts while it is worked on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The names of the columns that hold the texts."""

    hypotheses: tuple[str, ...]
    """One column a system."""
    references: tuple[str, ...]
    document: str = ""
    """What is resampled as one; without it, each row is."""

    def names(self) -> tuple[str, ...]:
        """All columns that are read, each once."""
        named = (*self.hypotheses, *self.references, *filter(None, (self.document,)))
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a part, column by column."""

    hypotheses: tuple[list[str], ...]
    references: tuple[list[str], ...]
    documents: list[str] | None = None


class Partition(Protocol):
    """Where a part's rows are. Small, and can be sent to another machine."""

    @property
    def size(self) -> int:
        """How many rows it has."""

    def read(self) -> Rows:
        """Read the rows; raises `ReviewerError` where a text is missing."""


def rows_of(columns: Columns, values: dict[str, list[object]], *, file: str, first: int) -> Rows:
    """Return columns of raw values as rows; raises `ReviewerError` for what is no text.

    `first` is the number of the first row in the archive, counted from 0.
    """

    def texts(name: str) -> list[str]:
        found = []
        for row, value in enumerate(values[name], start=first + 1):
            if not isinstance(value, str):
                what = "is missing" if value is None else f"is no text but {type(value).__name__}"
                raise ReviewerError(
                    f"{name} {what}", file=file, place=f"row {row}", remedy="Leave such rows out."
                )
            found.append(value)
        return found

    documents = [str(value) for value in values[columns.document]] if columns.document else None
    return Rows(
        hypotheses=tuple(texts(name) for name in columns.hypotheses),
        references=tuple(texts(name) for name in columns.references),
        documents=documents,
    )
