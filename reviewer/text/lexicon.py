"""The word lists shipped with the desk: tab-separated tables with a header."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reviewer.resources import resource


@lru_cache(maxsize=32)
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of `resources/lexicons/<name>.tsv` by column; short rows are filled with ''."""
    lines = resource("lexicons", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    cells = (line.split("\t") for line in lines[1:] if line.strip())
    return tuple(
        MappingProxyType(dict(zip(columns, [*row, *[""] * len(columns)], strict=False))) for row in cells
    )


def alternatives(cell: str) -> tuple[str, ...]:
    """Return the words of a cell, which are separated by `|`."""
    return tuple(word for part in cell.split("|") if (word := part.strip()))


@lru_cache(maxsize=32)
def word_list(name: str, language: str = "") -> frozenset[str]:
    """Return one list of `sentence_words.tsv`, of one language or of all."""
    return frozenset(
        word
        for row in rows("sentence_words")
        if row["list"] == name and language in {"", row["language"]}
        for word in alternatives(row["words"])
    )
