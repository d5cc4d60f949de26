"""Words: what counts as one for a denominator, and what a double click takes."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

from reviewer.domain.span import Range
from reviewer.text import cluster

# A counted word is a chunk between spaces, dandas, long dashes or ellipses, without its punctuation;
# a number keeps the signs of currency, sign and per cent that touch it.
_COUNTED = regex.compile(
    r"""(?:[\p{Sc}±+−-]{1,3}(?=\p{N}))?
        [\p{L}\p{N}](?:[^\s।॥|—…]*[\p{L}\p{N}\p{M}\u200c\u200d])?+
        (?:(?<=\p{N})[%‰°\p{Sc}]{1,3})?""",
    regex.VERBOSE,
)
_LETTERS = r"[\p{L}\p{N}\p{M}\u200c\u200d]+"
_INSIDE = r"(?:(?<=\p{N})[.,:](?=\p{N})|(?<=\p{Latin})['’](?=\p{Latin}))"
_RUN = rf"{_LETTERS}(?:{_INSIDE}{_LETTERS})*"
_SIMPLE = regex.compile(_RUN)
_COMPOUND = regex.compile(rf"{_RUN}(?:[-‐‑]{_RUN})*")


def words(text: str) -> tuple[Range, ...]:
    """Return the words that count, as whole clusters.

    Hyphenated compounds, URLs and numbers with a sign are one word each.
    """
    return tuple(cluster.snap(text, Range(*match.span())) for match in _COUNTED.finditer(text))


def word_count(text: str) -> int:
    """Return the number of words, as the denominator of a score needs it."""
    return sum(1 for _ in _COUNTED.finditer(text))


def snap_words(text: str, piece: Range, *, compounds: bool = False) -> Range:
    """Widen a range to whole words, and a caret strictly inside a word to that word.

    Punctuation is neither taken in nor given up. Parts of a hyphenated compound are words of their
    own unless `compounds`. The result lies on cluster borders.
    """
    snapped = cluster.snap(text, piece)
    runs = _runs(text, _COMPOUND if compounds else _SIMPLE)
    start, end = snapped.start, snapped.end
    first = bisect_right(runs, start, key=lambda run: run[0]) - 1
    if first >= 0 and runs[first][0] < start < runs[first][1]:
        start = runs[first][0]
    last = bisect_left(runs, end, key=lambda run: run[1])
    if last < len(runs) and runs[last][0] < end < runs[last][1]:
        end = runs[last][1]
    return cluster.snap(text, Range(start, end))


@lru_cache(maxsize=256)
def _runs(text: str, pattern: regex.Pattern[str]) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in pattern.finditer(text))
