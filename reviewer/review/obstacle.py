"""What stands in the way of a document, counted by kind, with the first row of each at hand."""

from collections import Counter, defaultdict
from collections.abc import Hashable
from heapq import heappop, heappush
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Obstacles(Generic[K]):
    """Counts by segment and kind; each question costs the same, however long the document is."""

    def __init__(self) -> None:
        self._counts: defaultdict[K, dict[int, int]] = defaultdict(dict)
        self._totals: Counter[K] = Counter()
        self._positions: dict[int, int] = {}
        # Rows by position; what has moved or gone since is skipped when it comes to the top.
        self._rows: defaultdict[K, list[tuple[int, int]]] = defaultdict(list)

    def add(self, kind: K, segment_id: int, position: int, number: int = 1) -> None:
        """Count so many more obstacles of a kind on a segment."""
        self._positions[segment_id] = position
        counts = self._counts[kind]
        if segment_id not in counts:
            heappush(self._rows[kind], (position, segment_id))
        counts[segment_id] = counts.get(segment_id, 0) + number
        self._totals[kind] += number

    def move(self, segment_id: int, position: int) -> None:
        """Note that a segment stands in another row."""
        if self._positions.get(segment_id, position) != position:
            self._positions[segment_id] = position
            for kind, counts in self._counts.items():
                if segment_id in counts:
                    heappush(self._rows[kind], (position, segment_id))

    def forget(self, segment_id: int) -> None:
        """Take all obstacles of a segment away."""
        self._positions.pop(segment_id, None)
        for kind, counts in self._counts.items():
            self._totals[kind] -= counts.pop(segment_id, 0)

    def total(self, kind: K) -> int:
        """Return how many obstacles of a kind there are."""
        return self._totals[kind]

    def segments(self, kind: K) -> int:
        """Return on how many segments a kind is found."""
        return len(self._counts[kind])

    def first(self, kind: K) -> int | None:
        """Return the first row with a kind, if there is one."""
        rows, counts = self._rows[kind], self._counts[kind]
        while rows:
            position, segment_id = rows[0]
            if segment_id in counts and self._positions[segment_id] == position:
                return position
            heappop(rows)
        return None
