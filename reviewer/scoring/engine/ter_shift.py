"""The shifts sacreBLEU tries in a round, in the order in which it prefers them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import inlined
from reviewer.scoring.engine.ter_trace import Trace
from reviewer.scoring.engine.ter_word import Pair

_MAX_SIZE = 10
_MAX_DISTANCE = 50
CANDIDATES = 1000
"""With so many tried in all rounds together, sacreBLEU stops and drops the round it is in."""
_PLACE_BITS = 28
_PLACE = (1 << _PLACE_BITS) - 1


class Shifts(NamedTuple):
    """The shifts of a round, and what lists them."""

    keys: NDArray[np.int64]
    """Length, start and target in one number: the smaller, the earlier sacreBLEU prefers it."""
    first: NDArray[np.int64]
    """By a word's number: its first place in the reference, or -1."""
    near: NDArray[np.int64]
    """The same, of places not too far before the word that is looked at."""
    following: NDArray[np.int64]
    """By a place in the reference: the next place of the same word, or -1."""
    hypothesis_sums: NDArray[np.int64]
    """Errors among the first words."""
    reference_sums: NDArray[np.int64]


@inlined
def shifts(rows: int, columns: int, words: int) -> Shifts:
    """Return room for texts of so many words, and so many different ones."""
    return Shifts(
        np.zeros(CANDIDATES + _MAX_SIZE + 1, np.int64),
        np.zeros(words, np.int64),
        np.zeros(words, np.int64),
        np.zeros(columns, np.int64),
        np.zeros(rows + 1, np.int64),
        np.zeros(columns + 1, np.int64),
    )


@inlined
def place_words(pair: Pair, room: Shifts) -> None:
    """Note where the reference has which word."""
    room.first[: pair.different] = -1
    for place in range(pair.columns - 1, -1, -1):
        word = pair.reference[place]
        room.following[place] = room.first[word]
        room.first[word] = place


@inlined
def list_shifts(pair: Pair, trace: Trace, room: Shifts, limit: int) -> int:
    """List a round's shifts, unordered; return how many, `limit` or more where there are too many.

    As sacreBLEU's `_shift` and `_find_shifted_pairs`.
    """
    _sum(trace.hypothesis_errors, pair.rows, room.hypothesis_sums)
    _sum(trace.reference_errors, pair.columns, room.reference_sums)
    room.near[: pair.different] = room.first[: pair.different]
    count = 0
    for start in range(pair.rows):
        if room.hypothesis_sums[min(pair.rows, start + _MAX_SIZE)] == room.hypothesis_sums[start]:
            continue
        place = room.near[pair.words[start]]
        while place >= 0 and place < start - _MAX_DISTANCE:
            place = room.following[place]
        room.near[pair.words[start]] = place
        while place >= 0 and place <= start + _MAX_DISTANCE:
            count = _list_pair(pair, start, place, trace, room, count, limit)
            if count >= limit:
                return count
            place = room.following[place]
    return count


@inlined
def _sum(errors: NDArray[np.int64], count: int, sums: NDArray[np.int64]) -> None:
    total = 0
    sums[0] = 0
    for at in range(count):
        total += errors[at]
        sums[at + 1] = total


@inlined
def _list_pair(pair: Pair, start: int, place: int, trace: Trace, room: Shifts, count: int, limit: int) -> int:
    """List the shifts of the words that are equal from `start` and from `place` on."""
    aligned = trace.alignment[place]
    longest = min(_MAX_SIZE, pair.rows - start, pair.columns - place)
    for last in range(longest):
        if pair.words[start + last] != pair.reference[place + last]:
            break
        size = last + 1
        if room.hypothesis_sums[start + size] == room.hypothesis_sums[start]:
            continue
        if room.reference_sums[place + size] == room.reference_sums[place]:
            continue
        if start <= aligned < start + size:
            continue
        before = -1
        for offset in range(-1, size):
            target = 0 if place + offset == -1 else trace.alignment[place + offset] + 1
            if target != before:
                before = target
                room.keys[count] = _key(size, start, target)
                count += 1
        if count >= limit:
            break
    return count


@inlined
def _key(size: int, start: int, target: int) -> int:
    return ((_MAX_SIZE - size) << (2 * _PLACE_BITS)) | (start << _PLACE_BITS) | target


@inlined
def bounds(key: int, rows: int) -> tuple[int, int, int]:
    """Return start, middle and end of the two runs of words that change places, as `_perform_shift`."""
    size = _MAX_SIZE - (key >> (2 * _PLACE_BITS))
    start = (key >> _PLACE_BITS) & _PLACE
    target = key & _PLACE
    if target < start:
        return target, start, start + size
    if target > start + size:
        return start, start + size, target
    return start, start + size, min(rows, target + size)


@inlined
def swap(words: NDArray[np.int64], start: int, middle: int, end: int) -> None:
    """Let `words[start:middle]` and `words[middle:end]` change places."""
    moved = words[start:middle].copy()
    for at in range(middle, end):
        words[at - middle + start] = words[at]
    words[start + end - middle : end] = moved
