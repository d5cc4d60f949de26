"""Numbers for equal things: what kernels compare instead of texts.

Tables are open-addressed, their size a power of two and at most half full. A hash only says where to look
first; two things have one number only where they are equal in full.
"""

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import embedded

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Characters = NDArray[np.uint32]

EMPTY = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
"""No key: the prefix in a key's upper half is less than 2**31."""
_GOLDEN = np.uint64(0x9E37_79B9_7F4A_7C15)
_FNV_BASIS = np.uint64(0xCBF2_9CE4_8422_2325)
_FNV_PRIME = np.uint64(0x0000_0100_0000_01B3)
_HALF = np.uint64(32)


@embedded
def shift_for(entries: int) -> int:
    """Return by how much a hash of 64 bits is shifted for a table that holds so many entries half full."""
    bits = 2
    while (1 << bits) < 2 * entries:
        bits += 1
    return 64 - bits


@embedded
def key_of(prefix: int, symbol: int) -> np.uint64:
    """Return the key of an n-gram: the slot of its prefix, and its last symbol."""
    return (np.uint64(prefix) << _HALF) | np.uint64(symbol)


@embedded
def slot_of(keys: Keys, key: np.uint64, shift: int) -> np.int64:
    """Return the key's slot, or the empty one where it belongs."""
    mask = (1 << (64 - shift)) - 1
    slot = np.int64((key * _GOLDEN) >> np.uint64(shift))
    while keys[slot] != key and keys[slot] != EMPTY:
        slot = (slot + 1) & mask
    return slot


@embedded
def clear(keys: Keys, shift: int) -> None:
    """Empty the part of a table that is used."""
    for slot in range(1 << (64 - shift)):
        keys[slot] = EMPTY


@embedded
def intern(
    characters: Characters, start: int, end: int, table: Ints, shift: int, words: Ints, known: int
) -> int | np.int64:
    """Return the number of a word; a word not seen in this row gets `known`, the next one.

    `table` holds numbers, -1 where empty; `words` three values a word: start, end, hash.
    """
    hashed = _FNV_BASIS
    for at in range(start, end):
        hashed = (hashed ^ np.uint64(characters[at])) * _FNV_PRIME
    stored = np.int64(hashed >> np.uint64(1))
    mask = (1 << (64 - shift)) - 1
    slot = np.int64((hashed * _GOLDEN) >> np.uint64(shift))
    while table[slot] >= 0:
        word: np.int64 = table[slot]
        if words[3 * word + 2] == stored and _are_equal(
            characters, words[3 * word], words[3 * word + 1], start, end
        ):
            return word
        slot = (slot + 1) & mask
    table[slot] = known
    words[3 * known], words[3 * known + 1], words[3 * known + 2] = start, end, stored
    return known


@embedded
def _are_equal(characters: Characters, first: int, first_end: int, second: int, second_end: int) -> bool:
    if first_end - first != second_end - second:
        return False
    for k in range(first_end - first):
        if characters[first + k] != characters[second + k]:
            return False
    return True


@embedded
def is_space(character: int) -> bool:
    """Whether `str.split` and `str.rstrip` take a character for white space."""
    if character <= 0x20:
        return character == 0x20 or 0x09 <= character <= 0x0D or character >= 0x1C
    if character < 0x85:
        return False
    if character < 0x1680:
        return character in (0x85, 0xA0)
    return 0x2000 <= character <= 0x200A or character in (0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
