"""TER of one pair of texts, exactly as sacreBLEU's `translation_edit_rate` finds it.

What makes it fast, and why it is the same:

- An edit distance is at least the difference of the two bags of words, and no shift changes these. Where it
  is reached, no shift can be of use; where a shift reaches it, none after it is better.
- Shifts are tried in sacreBLEU's order of preference, so that only a better one replaces the best.
- Only the rows from the shift on are computed, until they are as before (`ter_window`), or up to its end
  (`ter_band`).
- Without a beam, moving a run of `x` words over `y` words changes the distance by at most `2 * min(x, y)`.
  With one this does not hold. But the beam leaves out no cell within 23 of the diagonal, and a way of cost
  `k` between texts that differ by `a` words strays at most `(k + a) / 2` from it: where `k + a` is at most
  46, the beam is as none.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import inlined
from reviewer.scoring.engine.ter_band import Band, band, distance_band, fill_band, fill_rests, trace_band
from reviewer.scoring.engine.ter_shift import (
    CANDIDATES,
    Shifts,
    bounds,
    list_shifts,
    place_words,
    shifts,
    swap,
)
from reviewer.scoring.engine.ter_trace import Trace, trace_room
from reviewer.scoring.engine.ter_window import (
    Window,
    distance_window,
    fill_window,
    lay_window,
    trace_window,
    window,
)
from reviewer.scoring.engine.ter_word import Pair

_UNBOUND = 46
_WIDEST = 50
"""As many times as long as the hypothesis a reference may be before sacreBLEU widens its beam."""


class Size(NamedTuple):
    """How much room is needed."""

    rows: int
    columns: int
    different: int
    """Different words of both texts together."""
    largest: int
    """How many numbers of 64 bits may say where the reference has which word."""


class Room(NamedTuple):
    """What counting a pair needs, made once for many."""

    window: Window
    trace: Trace
    shifts: Shifts
    bag: NDArray[np.int64]
    unused: Band
    """Stands for a band where there is a window."""


@inlined
def room_for(size: Size) -> Room:
    """Return room for texts of so many words."""
    # What is too large for a window goes to the band.
    bits = size.columns if is_windowed(size) else 1
    return Room(
        window(size.rows, bits, size.different),
        trace_room(size.rows, size.columns),
        shifts(size.rows, size.columns, size.different),
        np.zeros(size.different, np.int64),
        band(1, 1),
    )


@inlined
def has_room(size: Size, pair: Size) -> bool:
    """Whether room for `size` is room for a pair."""
    if pair.rows > size.rows or pair.columns > size.columns or pair.different > size.different:
        return False
    return is_windowed(size) or not is_windowed(pair)


@inlined
def grown(size: Size, pair: Size) -> Size:
    """Return a size for this pair too; for it alone where a window for all would be too large."""
    both = Size(
        max(size.rows, pair.rows),
        max(size.columns, pair.columns),
        max(size.different, pair.different),
        size.largest,
    )
    return both if is_windowed(both) else pair


@inlined
def is_windowed(size: Size) -> bool:
    """Whether the beam has its usual width, and the reference's places are not too many numbers."""
    places = size.different * (size.columns // 64 + 2)
    return size.columns <= _WIDEST * size.rows and places <= size.largest


@inlined
def count_edits(pair: Pair, room: Room, largest: int, counts: NDArray[np.int64]) -> None:
    """Write shifts, insertions, deletions, substitutions and matches; reorders the hypothesis."""
    if pair.rows == 0 or pair.columns == 0:
        counts[0], counts[1], counts[2], counts[3], counts[4] = 0, pair.columns, pair.rows, 0, 0
        return
    has_window = is_windowed(Size(pair.rows, pair.columns, pair.different, largest))
    matrix = room.unused
    if has_window:
        lay_window(pair, room.window)
    else:
        matrix = band(pair.rows, pair.columns)
        fill_rests(pair, pair.rows, matrix)
    distance = _fill(has_window, pair, 0, room, matrix)
    least = max(pair.rows, pair.columns) - _common(pair, room.bag)
    place_words(pair, room.shifts)
    shifted = tried = 0
    while True:
        if has_window:
            trace_window(pair, room.window, room.trace)
        else:
            trace_band(pair, matrix, room.trace)
        if distance == least:
            break
        count = list_shifts(pair, room.trace, room.shifts, CANDIDATES - tried)
        tried += count
        if tried >= CANDIDATES:
            break
        key = _best(has_window, pair, room, matrix, room.shifts.keys[:count], distance, least)
        if key < 0:
            break
        shifted += 1
        start, middle, end = bounds(key, pair.rows)
        swap(pair.words, start, middle, end)
        distance = _fill(has_window, pair, start, room, matrix)
        if not has_window:
            fill_rests(pair, end - 1, matrix)
    wrong = room.trace.hypothesis_errors[: pair.rows].sum()
    missed = room.trace.reference_errors[: pair.columns].sum()
    counts[0], counts[1], counts[2] = shifted, distance - wrong, distance - missed
    counts[3], counts[4] = wrong + missed - distance, pair.rows - wrong


@inlined
def _fill(has_window: bool, pair: Pair, first: int, room: Room, matrix: Band) -> int:
    if has_window:
        return fill_window(pair, first, room.window)
    return fill_band(pair, first, matrix)


@inlined
def _common(pair: Pair, bag: NDArray[np.int64]) -> int:
    """Return how many words the two bags share."""
    bag[: pair.different] = 0
    for place in range(pair.columns):
        bag[pair.reference[place]] += 1
    common = 0
    for row in range(pair.rows):
        if bag[pair.words[row]] > 0:
            bag[pair.words[row]] -= 1
            common += 1
    return common


@inlined
def _best(
    has_window: bool, pair: Pair, room: Room, matrix: Band, keys: NDArray[np.int64], distance: int, least: int
) -> int:
    """Return the key of the shift that lowers the distance most; -1 where none does."""
    keys.sort()
    best = -1
    lowest = distance
    is_unbound = distance + abs(pair.rows - pair.columns) <= _UNBOUND
    for at in range(len(keys)):
        start, middle, end = bounds(keys[at], pair.rows)
        if middle == end or (at > 0 and keys[at] == keys[at - 1]):
            continue
        if is_unbound and distance - 2 * min(middle - start, end - middle) >= lowest:
            continue
        if has_window:
            reached = distance_window(pair, start, middle, end, distance, room.window)
        else:
            reached = distance_band(pair, start, middle, end, matrix)
        if reached < lowest:
            lowest = reached
            best = keys[at]
            if reached == least:
                break
    return int(best)
