"""Texts as arrays of code points, which compiled code can read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BETWEEN = "\n"
"""Neither a letter nor ignored beside one: what is lower-cased on one side never looks across it."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Texts one after another: text `i` is `characters[starts[i]:ends[i]]`."""

    characters: NDArray[np.uint32]
    """Code points, of lone surrogates too."""
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def pack(texts: Sequence[str], *, lowercase: bool = False) -> Packed:
    """Return the texts as code points, lower-cased as `str.lower` does where asked for."""
    joined = _BETWEEN.join(texts)
    if lowercase:
        lower = joined.lower()
        if len(lower) != len(joined):
            # Some letter became two, so that every text after it begins elsewhere.
            texts = [text.lower() for text in texts]
            lower = _BETWEEN.join(texts)
        joined = lower
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(lengths + 1) - 1
    encoded = joined.encode("utf-32-le", "surrogatepass")
    # A copy, for compiled code takes writable arrays.
    characters = np.frombuffer(encoded, dtype="<u4").astype(np.uint32)
    return Packed(characters, ends - lengths, ends)
