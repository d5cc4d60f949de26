"""The cheapest chain of beads between two texts, in a band around the diagonal.

Every row of the table is one numpy vector, so that 10,000 sentences a side cost seconds, and the band keeps
memory linear. Where the chain touches the band's edge the band is doubled, up to a fixed size.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewer.align.bead import Shape

Row = npt.NDArray[np.float64]
Costs = Callable[[Shape, int, int, int], Row]
"""`costs(shape, start, first, stop)`: the costs in nats of the beads of a shape whose left side begins at
`start`, and whose right side begins at `first`, `first + 1` … `stop - 1`."""

_HALF_WIDTH = 120
_MOST_CELLS = 6_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of the cheapest chain; `margin` is what the best chain without it costs more, in nats."""

    left: int
    right: int
    shape: Shape
    margin: float


@dataclass(frozen=True, slots=True)
class _Band:
    """Which columns of each row are looked at: `width` of them, from `low[row]` on."""

    low: tuple[int, ...]
    width: int
    columns: int

    def touches_edge(self, row: int, column: int) -> bool:
        low = self.low[row]
        high = low + self.width - 1
        return (low > 0 and column <= low + 2) or (high < self.columns and column >= high - 2)


class _Table:
    """The table of least costs in a band, forwards, and the way back through it."""

    def __init__(self, rows: int, band: _Band, shapes: Sequence[Shape], costs: Costs) -> None:
        self.rows = rows
        self.band = band
        self.shapes = tuple(shapes)
        self.costs = costs
        self.steps: dict[tuple[int, Shape], Row] = {}
        self.best = np.full((rows + 1, band.width), np.inf)
        self.choice = np.zeros((rows + 1, band.width), dtype=np.int8)
        self._fill()

    def reach(self, row: int, shape: Shape) -> Row | None:
        """Return the cost of each bead of a shape that ends in `row`, by the band column it ends in."""
        start = row - shape.left
        if start < 0:
            return None
        key = (row, shape)
        if key not in self.steps:
            low = self.band.low[row]
            first = max(low - shape.right, 0)
            stop = min(low + self.band.width, self.band.columns + 1) - shape.right
            costs = np.full(self.band.width, np.inf)
            if stop > first:
                at = first + shape.right - low
                costs[at : at + stop - first] = self.costs(shape, start, first, stop)
            self.steps[key] = costs.astype(np.float32)
        return self.steps[key]

    def _fill(self) -> None:
        self.best[0, 0] = 0.0
        for row in range(self.rows + 1):
            low = self.band.low[row]
            for number, shape in enumerate(self.shapes):
                costs = self.reach(row, shape) if shape.left else None
                if costs is None:
                    continue
                start = row - shape.left
                total = _shifted(self.best[start], self.band.low[start], low - shape.right) + costs
                self._keep(row, number, total)
            self._fill_along(row)

    def _keep(self, row: int, number: int, total: Row) -> None:
        better = total < self.best[row]
        self.best[row][better] = total[better]
        self.choice[row][better] = number

    def _fill_along(self, row: int) -> None:
        """Beads without a left side stay in the row: a running minimum over their summed costs."""
        for number, shape in enumerate(self.shapes):
            if shape.left:
                continue
            costs = self.reach(row, shape)
            if costs is None:
                continue
            summed = np.cumsum(np.where(np.isfinite(costs), costs, 0.0))
            total = np.minimum.accumulate(self.best[row] - summed) + summed
            self._keep(row, number, np.where(total < self.best[row] - 1e-9, total, np.inf))

    def chain(self, columns: int) -> list[tuple[int, int, Shape]]:
        """Return the cheapest chain as (left start, right start, shape), in order."""
        row, column = self.rows, columns
        back: list[tuple[int, int, Shape]] = []
        while row or column:
            shape = self.shapes[int(self.choice[row, column - self.band.low[row]])]
            row, column = row - shape.left, column - shape.right
            back.append((row, column, shape))
        return back[::-1]


def cheapest(rows: int, columns: int, shapes: Sequence[Shape], costs: Costs) -> tuple[Step, ...]:
    """Return the cheapest chain of beads that uses up `rows` left and `columns` right sentences."""
    half = max(_HALF_WIDTH, 2 * abs(rows - columns)) if rows > _HALF_WIDTH else columns
    most = max(_HALF_WIDTH, _MOST_CELLS // (2 * (rows + 1)))
    while True:
        half = min(half, most)
        band = _band(rows, columns, half)
        table = _Table(rows, band, shapes, costs)
        if np.isfinite(table.best[rows, columns - band.low[rows]]):
            chain = table.chain(columns)
            if half == most or not any(band.touches_edge(left, right) for left, right, _ in chain):
                return _with_margins(table, chain, columns)
        if half == most:
            raise ValueError("the two texts are too unlike in length to be aligned")
        half *= 2


def _band(rows: int, columns: int, half: int) -> _Band:
    width = min(2 * half + 1, columns + 1)
    low = (
        min(max(round(row * columns / rows) - half, 0), columns + 1 - width) if rows else 0
        for row in range(rows + 1)
    )
    return _Band(tuple(low), width, columns)


def _with_margins(table: _Table, chain: list[tuple[int, int, Shape]], columns: int) -> tuple[Step, ...]:
    """Weigh each bead against the best chain without it.

    A chain avoids a bead exactly if another bead covers one of its sentences; so the costs of the best chains
    through every bead are gathered by the sentences which that bead covers.
    """
    band, rows = table.band, table.rows
    other_left = np.full(rows + 1, np.inf)
    other_right = np.full(columns + 1, np.inf)
    onward = np.full((rows + 1, band.width), np.inf)
    onward[rows, columns - band.low[rows]] = 0.0
    ends: dict[int, list[tuple[int, Shape]]] = {}
    for left, right, shape in chain:
        ends.setdefault(left + shape.left, []).append((right + shape.right, shape))
    for row in range(rows, -1, -1):
        _finish_along(table, onward, row)
        for shape in table.shapes:
            costs = table.reach(row, shape)
            if costs is None:
                continue
            start, low = row - shape.left, band.low[row]
            ahead = onward[row] + costs
            total = _shifted(table.best[start], band.low[start], low - shape.right) + ahead
            for column, used in ends.get(row, ()):
                if used == shape:
                    total[column - low] = np.inf
            _gather(total, low, row, shape, (other_left, other_right))
            if shape.left:
                back = _shifted(ahead, low - shape.right, band.low[start])
                np.minimum(onward[start], back, out=onward[start])
    best = float(table.best[rows, columns - band.low[rows]])
    steps: list[Step] = []
    for left, right, shape in chain:
        other = other_left[left] if shape.left else other_right[right]
        steps.append(Step(left, right, shape, max(float(other) - best, 0.0)))
    return tuple(steps)


def _gather(total: Row, low: int, row: int, shape: Shape, others: tuple[Row, Row]) -> None:
    """Keep the least of `total` for every sentence that the beads of a shape ending in `row` cover."""
    of_left, of_right = others
    least = float(total.min())
    for covered in range(row - shape.left, row):
        of_left[covered] = min(of_left[covered], least)
    for back in range(1, shape.right + 1):
        first = low - back  # the sentence that a bead ending in band column 0 covers
        skip = max(0, -first)
        piece = of_right[first + skip : max(first + len(total), 0)]
        np.minimum(piece, total[skip : skip + len(piece)], out=piece)


def _finish_along(table: _Table, onward: npt.NDArray[np.float64], row: int) -> None:
    """Let the ways to the end run through beads without a left side, right to left within the row."""
    for shape in table.shapes:
        if shape.left:
            continue
        costs = table.reach(row, shape)
        if costs is None:
            continue
        summed = np.cumsum(np.where(np.isfinite(costs), costs, 0.0))
        ahead = np.minimum.accumulate((onward[row] + summed)[::-1])[::-1] - summed
        np.minimum(onward[row], ahead, out=onward[row])


def _shifted(values: Row, low: int, wanted: int) -> Row:
    """Return values that begin at column `low` as seen from column `wanted` on, infinite outside."""
    seen = np.full(len(values), np.inf)
    shift = wanted - low
    if shift >= 0:
        kept = values[shift:]
        seen[: len(kept)] = kept
    elif -shift < len(values):
        seen[-shift:] = values[:shift]
    return seen
