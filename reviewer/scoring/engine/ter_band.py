"""Edit distance within sacreBLEU's beam: the cells beside the diagonal, and none beyond.

A band's row holds its cells from `lows[row]` up to `highs[row]`. The last words of a shifted text are those
of the text before, so that a matrix filled from the end finishes what the shift changed.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import inlined
from reviewer.scoring.engine.ter_trace import Trace
from reviewer.scoring.engine.ter_word import Pair

_BEAM = 25
FAR = 1 << 28
"""What a cell costs that cannot be reached."""


class Band(NamedTuple):
    """The matrices of the hypothesis as it stands, and two rows to work in."""

    lows: NDArray[np.int64]
    highs: NDArray[np.int64]
    costs: NDArray[np.int32]
    """(rows + 1, width): from the start to each cell."""
    rests: NDArray[np.int32]
    """(rows + 1, width): from each cell to the end."""
    work: NDArray[np.int32]
    """(2, width)"""


@inlined
def band(rows: int, columns: int) -> Band:
    """Lay the beam over a matrix; at least one row. As sacreBLEU's `BeamEditDistance._edit_distance`."""
    ratio = columns / rows
    beam = _BEAM
    if ratio / 2 > _BEAM:
        beam = math.ceil(ratio / 2 + _BEAM)
    lows, highs = np.zeros(rows + 1, np.int64), np.zeros(rows + 1, np.int64)
    for row in range(1, rows + 1):
        diagonal = math.floor(row * ratio)
        lows[row] = max(0, diagonal - beam)
        highs[row] = min(columns + 1, diagonal + beam)
    highs[rows] = columns + 1
    # The first row is whole there; what the second never looks at is left out.
    highs[0] = highs[1]
    width = int((highs - lows).max())
    size = (rows + 1, width)
    return Band(
        lows, highs, np.zeros(size, np.int32), np.zeros(size, np.int32), np.zeros((2, width), np.int32)
    )


@inlined
def fill_band(pair: Pair, first: int, matrix: Band) -> int:
    """Compute the costs of the rows after row `first`; return the distance."""
    rows = pair.rows
    if first == 0:
        for column in range(matrix.highs[0]):
            matrix.costs[0, column] = column
    for row in range(first, rows):
        _next_row(matrix.costs[row], matrix.costs[row + 1], row + 1, pair.words[row], pair.reference, matrix)
    return int(matrix.costs[rows, matrix.highs[rows] - matrix.lows[rows] - 1])


@inlined
def _next_row(
    before: NDArray[np.int32],
    costs: NDArray[np.int32],
    row: int,
    word: int,
    reference: NDArray[np.int64],
    matrix: Band,
) -> None:
    low, high = matrix.lows[row], matrix.highs[row]
    low_before, high_before = matrix.lows[row - 1], matrix.highs[row - 1]
    step = low - low_before
    first = FAR
    if low < high_before:
        first = before[step] + 1
    if step > 0:
        first = min(first, before[step - 1] + (0 if word == reference[low - 1] else 1))
    costs[0] = first
    shared = min(high, high_before) - low
    for at in range(1, shared):
        pair = before[at + step - 1] + (0 if word == reference[low + at - 1] else 1)
        costs[at] = min(pair, before[at + step] + 1)
    if shared < high - low:
        at = shared
        costs[at] = before[at + step - 1] + (0 if word == reference[low + at - 1] else 1)
        costs[at + 1 : high - low] = FAR
    left = costs[0]
    for at in range(1, high - low):
        left = min(costs[at], left + 1)
        costs[at] = left


@inlined
def fill_rests(pair: Pair, last: int, matrix: Band) -> None:
    """Compute what remains from each cell to the end, for the rows up to row `last`, the first row apart."""
    words, rows, reference = pair.words, pair.rows, pair.reference
    lows, highs, rests = matrix.lows, matrix.highs, matrix.rests
    if last == rows:
        for column in range(lows[rows], highs[rows]):
            rests[rows, column - lows[rows]] = highs[rows] - 1 - column
        last -= 1
    for row in range(last, 0, -1):
        low, high, low_after, high_after = lows[row], highs[row], lows[row + 1], highs[row + 1]
        right = FAR
        for column in range(high - 1, low - 1, -1):
            least = right + 1
            if low_after <= column + 1 < high_after:
                change = 0 if words[row] == reference[column] else 1
                least = min(least, int(rests[row + 1, column + 1 - low_after]) + change)
            if low_after <= column < high_after:
                least = min(least, int(rests[row + 1, column - low_after]) + 1)
            right = min(least, FAR)
            rests[row, column - low] = right


@inlined
def distance_band(pair: Pair, start: int, middle: int, end: int, matrix: Band) -> int:
    """Return the distance once `words[start:middle]` and `words[middle:end]` have changed places."""
    before = matrix.costs[start]
    for row in range(start, end):
        source = row + middle - start
        if source >= end:
            source -= end - start
        costs = matrix.work[row & 1]
        _next_row(before, costs, row + 1, pair.words[source], pair.reference, matrix)
        before = costs
    rests = matrix.rests[end]
    least = 2 * FAR
    for at in range(matrix.highs[end] - matrix.lows[end]):
        least = min(least, before[at] + rests[at])
    return int(least)


@inlined
def trace_band(pair: Pair, matrix: Band, trace: Trace) -> None:
    """Follow the cheapest edits back, of equal ones a match or substitution first, then a deletion."""
    words, reference = pair.words, pair.reference
    lows, highs, costs = matrix.lows, matrix.highs, matrix.costs
    row, column = pair.rows, pair.columns
    while row > 0 or column > 0:
        is_pair = is_deletion = False
        change = 0
        if row > 0:
            cost = costs[row, column - lows[row]]
            low, high = lows[row - 1], highs[row - 1]
            if low <= column - 1 < high:
                change = 0 if words[row - 1] == reference[column - 1] else 1
                is_pair = costs[row - 1, column - 1 - low] + change == cost
            is_deletion = low <= column < high and costs[row - 1, column - low] + 1 == cost
        if is_pair:
            row -= 1
            column -= 1
            trace.hypothesis_errors[row] = trace.reference_errors[column] = change
            trace.alignment[column] = row
        elif is_deletion:
            row -= 1
            trace.hypothesis_errors[row] = 1
        else:
            column -= 1
            trace.reference_errors[column] = 1
            trace.alignment[column] = row - 1
