"""Which Hindi words are known, and how common they are."""

from collections.abc import Mapping
from functools import cache

from reviewer.resources import resource

RARE = 1.0
"""Zipf frequency told of a word that only a dictionary has."""


def frequency(word: str) -> float:
    """Return how common a word in NFC is: the log10 of its occurrences in a billion words, 0 if unknown."""
    return _frequencies().get(word, 0.0)


def is_known(word: str) -> bool:
    """Whether a word in NFC is in one of the lists."""
    return word in _frequencies()


@cache
def _frequencies() -> Mapping[str, float]:
    # Forty thousand lines: rows as mappings would take ten times as long to load.
    found = dict.fromkeys(_lines("dictionary_words"), RARE)
    found |= {
        word: float(zipf) for word, _, zipf in (line.partition("\t") for line in _lines("word_frequency"))
    }
    return found


def _lines(name: str) -> list[str]:
    return resource("lexicons", f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
