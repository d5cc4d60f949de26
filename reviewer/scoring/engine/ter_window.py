"""Edit distance within sacreBLEU's beam, a row at a time: a row's differences are the bits of two numbers.

Myers (1999), in Hyyrö's form (2003), on a window of 64 columns that moves along the diagonal with the beam.
Costs of neighbours within the beam differ as in the whole matrix: by at most one along a row or a column,
and never fall along a diagonal; so the same bits hold. At the beam's edges, cells outside are given costs
that no cell inside can gain from:

- left of the row's first cell, one more than above it; if the beam did not move, also the cell above that,
  one more than the one beside it, so that nothing comes in diagonally;
- beyond the end of the row before, one more each, and no match there.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import inlined
from reviewer.scoring.engine.ter_trace import Trace
from reviewer.scoring.engine.ter_word import Pair

_BEAM = 25
_NONE = np.uint64(0)
_ONE = np.uint64(1)
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_FIVES = np.uint64(0x5555555555555555)
_THREES = np.uint64(0x3333333333333333)
_NIBBLES = np.uint64(0x0F0F0F0F0F0F0F0F)
_BYTES = np.uint64(0x0101010101010101)


class Window(NamedTuple):
    """The matrix of the hypothesis as it stands, a number a row, and the reference.

    Bit `b` of a row is column `bases[row] + b`; column 0 stands for no word.
    """

    bases: NDArray[np.int64]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]
    """The row's cells are those from `lows` up to `highs`."""
    beyond: NDArray[np.uint64]
    """Bits of the columns that the row before did not have."""
    pinned: NDArray[np.uint64]
    """1 where the beam stands still beyond the first column."""
    more: NDArray[np.uint64]
    """Bits of the columns that cost one more than the column before."""
    less: NDArray[np.uint64]
    """Bits of those that cost one less."""
    level: NDArray[np.uint64]
    """Bits of those that cost the same as the column before in the row before."""
    risen: NDArray[np.uint64]
    """Bits of those that cost one more than the same column in the row before."""
    origins: NDArray[np.int64]
    """Costs of the cell left of the first bit's."""
    places: NDArray[np.uint64]
    """(words, blocks), by a word's number: bits of its places in the reference, and an empty block."""


@inlined
def window(rows: int, columns: int, words: int) -> Window:
    """Return room for texts of so many words, and so many different ones."""
    return Window(
        np.zeros(rows + 1, np.int64),
        np.zeros(rows + 1, np.int64),
        np.zeros(rows + 1, np.int64),
        np.zeros(rows + 1, np.uint64),
        np.zeros(rows + 1, np.uint64),
        np.zeros(rows + 1, np.uint64),
        np.zeros(rows + 1, np.uint64),
        np.zeros(rows + 1, np.uint64),
        np.zeros(rows + 1, np.uint64),
        np.zeros(rows + 1, np.int64),
        np.zeros((words, columns // 64 + 2), np.uint64),
    )


@inlined
def lay_window(pair: Pair, matrix: Window) -> None:
    """Lay the beam over a matrix; as sacreBLEU's `BeamEditDistance._edit_distance`, not widened."""
    rows, columns = pair.rows, pair.columns
    ratio = columns / rows
    lows, highs, bases = matrix.lows, matrix.highs, matrix.bases
    lows[0], highs[0] = 0, columns + 1
    for row in range(1, rows + 1):
        diagonal = math.floor(row * ratio)
        lows[row] = max(0, diagonal - _BEAM)
        highs[row] = min(columns + 1, diagonal + _BEAM)
        if row == rows:
            highs[row] = columns + 1
        bases[row] = max(1, lows[row])
        ends = highs[row - 1] - bases[row]
        matrix.beyond[row] = _ALL << np.uint64(ends) if ends < 64 else _NONE
        matrix.pinned[row] = _ONE if lows[row] == lows[row - 1] and lows[row] > 0 else _NONE
    bases[0] = bases[1]
    matrix.more[0], matrix.less[0] = _ALL, _NONE
    matrix.origins[0] = bases[0] - 1
    blocks = columns // 64 + 2
    for word in range(pair.different):
        for block in range(blocks):
            matrix.places[word, block] = _NONE
    for place in range(columns):
        matrix.places[pair.reference[place], place >> 6] |= _ONE << np.uint64(place & 63)


@inlined
def _enter(
    more: np.uint64, less: np.uint64, origin: int, row: int, matrix: Window
) -> tuple[np.uint64, np.uint64, int]:
    """Move a row's bits to the window of the next row, `row`."""
    for _ in range(matrix.bases[row] - matrix.bases[row - 1]):
        origin += int(more & _ONE) - int(less & _ONE)
        more >>= _ONE
        less >>= _ONE
    beyond = matrix.beyond[row]
    more |= beyond
    less &= ~beyond
    if matrix.pinned[row]:
        origin += int(more & _ONE) - int(less & _ONE) + 1
        more &= ~_ONE
        less |= _ONE
    return more, less, origin


@inlined
def _matches(word: int, row: int, matrix: Window) -> np.uint64:
    """Return the bits of the columns that match a word in a row; none where nothing can come diagonally."""
    first = matrix.bases[row] - 1
    block, offset = first >> 6, np.uint64(first & 63)
    found: np.uint64 = matrix.places[word, block] >> offset
    if offset:
        found |= matrix.places[word, block + 1] << (np.uint64(64) - offset)
    # Into the first column beyond, a match may still come from the last one of the row before.
    found &= ~(matrix.beyond[row] << _ONE)
    return found


@inlined
def fill_window(pair: Pair, first: int, matrix: Window) -> int:
    """Compute the rows after row `first`; return the distance."""
    more, less, origin = matrix.more[first], matrix.less[first], matrix.origins[first]
    for row in range(first + 1, pair.rows + 1):
        more, less, origin = _enter(more, less, origin, row, matrix)
        found = _matches(pair.words[row - 1], row, matrix) | less
        level = (((found & more) + more) ^ more) | found
        risen = less | ~(level | more)
        shifted = (risen << _ONE) | _ONE
        less, more = shifted & level, ((more & level) << _ONE) | ~(shifted | level)
        origin += 1
        matrix.more[row], matrix.less[row], matrix.origins[row] = more, less, origin
        matrix.level[row], matrix.risen[row] = level, risen
    return _last(more, less, origin, pair, matrix)


@inlined
def distance_window(pair: Pair, start: int, middle: int, end: int, distance: int, matrix: Window) -> int:
    """Return the distance once `words[start:middle]` and `words[middle:end]` have changed places.

    `distance` is what it is before.
    """
    more, less, origin = matrix.more[start], matrix.less[start], matrix.origins[start]
    for row in range(start + 1, pair.rows + 1):
        source = row - 1
        if row <= end:
            source += middle - start
            if source >= end:
                source -= end - start
        elif more == matrix.more[row - 1] and less == matrix.less[row - 1]:
            # From here on all is as before, but for what it costs to come here.
            return int(distance + origin - matrix.origins[row - 1])
        more, less, origin = _enter(more, less, origin, row, matrix)
        found = _matches(pair.words[source], row, matrix) | less
        level = (((found & more) + more) ^ more) | found
        risen = less | ~(level | more)
        shifted = (risen << _ONE) | _ONE
        less, more = shifted & level, ((more & level) << _ONE) | ~(shifted | level)
        origin += 1
    return _last(more, less, origin, pair, matrix)


@inlined
def _last(more: np.uint64, less: np.uint64, origin: int, pair: Pair, matrix: Window) -> int:
    """Return the cost of the last row's last cell."""
    unused = np.uint64(63 - (pair.columns - matrix.bases[pair.rows]))
    return int(origin + _ones(more << unused) - _ones(less << unused))


@inlined
def _ones(bits: np.uint64) -> int:
    """Count the bits that are set."""
    bits -= (bits >> _ONE) & _FIVES
    bits = (bits & _THREES) + ((bits >> np.uint64(2)) & _THREES)
    bits = (bits + (bits >> np.uint64(4))) & _NIBBLES
    return int(np.int64((bits * _BYTES) >> np.uint64(56)))


@inlined
def trace_window(pair: Pair, matrix: Window, trace: Trace) -> None:
    """Follow the cheapest edits back, of equal ones a match or substitution first, then a deletion."""
    words, reference = pair.words, pair.reference
    row, column = pair.rows, pair.columns
    while row > 0 or column > 0:
        is_pair = is_match = False
        is_deletion = column == 0
        if row > 0 and column > 0:
            bit = np.uint64(column - matrix.bases[row])
            if matrix.lows[row - 1] < column <= matrix.highs[row - 1]:
                is_match = words[row - 1] == reference[column - 1]
                is_pair = is_match or (matrix.level[row] >> bit) & _ONE == _NONE
            is_deletion = column < matrix.highs[row - 1] and (matrix.risen[row] >> bit) & _ONE == _ONE
        if is_pair:
            row -= 1
            column -= 1
            trace.hypothesis_errors[row] = trace.reference_errors[column] = 0 if is_match else 1
            trace.alignment[column] = row
        elif is_deletion:
            row -= 1
            trace.hypothesis_errors[row] = 1
        else:
            column -= 1
            trace.reference_errors[column] = 1
            trace.alignment[column] = row - 1
