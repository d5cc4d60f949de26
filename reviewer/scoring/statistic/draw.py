"""Random draws in pieces: the very numbers that sacreBLEU draws all at once."""

import os
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.cancel import Cancelled

SEED = 12345
"""sacreBLEU's default."""
_NUMBERS_AT_ONCE = 3_000_000
_BITS_AT_ONCE = 32
"""numpy cuts one draw of 32 bits into booleans, and starts anew at each call."""

Progress = Callable[[int, int], None]


def environment_seed() -> int | None:
    """Return the seed of `SACREBLEU_SEED`, 12345 where it is not set, nothing where it says `none`."""
    given = os.environ.get("SACREBLEU_SEED", str(SEED))
    if given.lower() == "none":
        return None
    if not given.isdecimal():
        raise ReviewerError(
            f"SACREBLEU_SEED is {given}", remedy="Give a whole number from 0, or none for chance."
        )
    return int(given)


def drawn_rows(
    generator: np.random.Generator, units: int, samples: int, *, watch: "Watch | None" = None
) -> Iterator[tuple[slice, NDArray[np.int64]]]:
    """Yield which samples, and the units drawn into each, (samples in the piece, units)."""
    step = max(1, _NUMBERS_AT_ONCE // max(1, units))
    parts = [slice(first, min(first + step, samples)) for first in range(0, samples, step)]

    def draw(part: slice) -> NDArray[np.int64]:
        return generator.integers(0, units, size=(part.stop - part.start, units))

    # One thread draws ahead, in order, while the last draw is being used.
    with ThreadPoolExecutor(1) as ahead:
        waiting = ahead.submit(draw, parts[0])
        for place, part in enumerate(parts):
            if watch:
                watch(part.start, samples)
            drawn = waiting.result()
            if place + 1 < len(parts):
                waiting = ahead.submit(draw, parts[place + 1])
            yield part, drawn


def drawn_flips(
    generator: np.random.Generator, units: int, trials: int, *, watch: "Watch | None" = None
) -> Iterator[tuple[slice, NDArray[np.bool_]]]:
    """Yield which trials, and whether each unit keeps its system, (trials in the piece, units)."""
    step = max(1, _NUMBERS_AT_ONCE // max(1, units) // _BITS_AT_ONCE) * _BITS_AT_ONCE
    for first in range(0, trials, step):
        part = slice(first, min(first + step, trials))
        if watch:
            watch(first, trials)
        yield part, generator.integers(2, size=(part.stop - first, units), dtype=bool)


class Watch:
    """Tells how far a computation is, and ends it when asked to."""

    def __init__(
        self, progress: Progress | None = None, is_cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._progress = progress
        self._is_cancelled = is_cancelled

    def __call__(self, done: int, of: int) -> None:
        """Report; raises `Cancelled`."""
        if self._is_cancelled and self._is_cancelled():
            raise Cancelled
        if self._progress:
            self._progress(done, of)


def grouped(statistics: NDArray[Any], groups: Sequence[Hashable] | None) -> NDArray[Any]:
    """Add up the rows of each group, in order of first appearance; without groups, return the rows.

    Raises `ReviewerError` where there are no rows, or not as many groups as rows.
    """
    if len(statistics) == 0:
        raise ReviewerError("there are no segments to draw from")
    if groups is None:
        return statistics
    if len(groups) != len(statistics):
        raise ReviewerError(f"{len(statistics)} segments, but {len(groups)} groups")
    number: dict[Hashable, int] = {}
    places = np.array([number.setdefault(group, len(number)) for group in groups])
    sums = np.zeros((len(number), statistics.shape[1]), dtype=statistics.dtype)
    np.add.at(sums, places, statistics)
    return sums
