"""Words of two texts as small numbers: equal words, equal numbers."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import inlined

_SEED = np.uint64(14695981039346656037)
_PRIME = np.uint64(1099511628211)
"""FNV-1a's."""


class Vocabulary(NamedTuple):
    """The words of one pair of texts. A slot counts only where its stamp is that of the pair."""

    stamps: NDArray[np.int64]
    slots: NDArray[np.int64]
    """The word's number; the table's length is a power of two."""
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    """Where each word's first occurrence lies in `characters`, by the word's number."""
    size: NDArray[np.int64]
    """One number: how many words there are."""


class Pair(NamedTuple):
    """Two texts, word by word."""

    words: NDArray[np.int64]
    """The hypothesis as it stands; shifts change it."""
    rows: int
    """How many words it has."""
    reference: NDArray[np.int64]
    columns: int
    """How many words the reference has."""
    different: int
    """How many different words both have together."""


@inlined
def vocabulary(characters: int) -> Vocabulary:
    """Return room for the words of a pair of so many characters together."""
    words = characters // 2 + 2
    slots = 16
    while slots < 2 * words:
        slots *= 2
    return Vocabulary(
        np.zeros(slots, np.int64),
        np.zeros(slots, np.int64),
        np.zeros(words, np.int64),
        np.zeros(words, np.int64),
        np.zeros(1, np.int64),
    )


@inlined
def is_space(character: int) -> bool:
    """Whether `str.split` splits here."""
    if character <= 0x20:
        return character == 0x20 or 0x09 <= character <= 0x0D or character >= 0x1C
    if character < 0x1680 or character > 0x3000:
        return character in (0x85, 0xA0)
    if 0x2000 <= character <= 0x205F:
        return character <= 0x200A or character in (0x2028, 0x2029, 0x202F, 0x205F)
    return character in (0x1680, 0x3000)


@inlined
def number_words(
    characters: NDArray[np.uint32],
    start: int,
    end: int,
    known: Vocabulary,
    stamp: int,
    words: NDArray[np.int64],
) -> int:
    """Write a text's words as their numbers into `words`; return how many they are."""
    count = 0
    at = start
    while at < end:
        while at < end and is_space(characters[at]):
            at += 1
        first = at
        key = _SEED
        while at < end and not is_space(characters[at]):
            key = (key ^ np.uint64(characters[at])) * _PRIME
            at += 1
        if at > first:
            words[count] = _number(characters, first, at, known, stamp, key)
            count += 1
    return count


@inlined
def _number(
    characters: NDArray[np.uint32], start: int, end: int, known: Vocabulary, stamp: int, key: np.uint64
) -> int:
    """Return a word's number, a new one for a word not met before; hashes only say where to look."""
    last = len(known.slots) - 1
    slot = np.int64(key ^ (key >> np.uint64(29))) & last
    while known.stamps[slot] == stamp:
        number = known.slots[slot]
        if _is_same(characters, start, end, known.starts[number], known.ends[number]):
            return int(number)
        slot = (slot + 1) & last
    number = known.size[0]
    known.size[0] += 1
    known.stamps[slot] = stamp
    known.slots[slot] = number
    known.starts[number] = start
    known.ends[number] = end
    return int(number)


@inlined
def _is_same(characters: NDArray[np.uint32], start: int, end: int, other: int, other_end: int) -> bool:
    if end - start != other_end - other:
        return False
    for offset in range(end - start):
        if characters[start + offset] != characters[other + offset]:
            return False
    return True
