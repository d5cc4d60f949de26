"""Which word of a hypothesis stands for which of the reference, and which words are errors."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import inlined


class Trace(NamedTuple):
    """An alignment, as sacreBLEU's `trace_to_alignment` describes it."""

    alignment: NDArray[np.int64]
    """By a reference word: the hypothesis word for it, or the last one before; -1 before the first."""
    hypothesis_errors: NDArray[np.int64]
    """By a hypothesis word: 0 where it matches, else 1."""
    reference_errors: NDArray[np.int64]
    """The same of reference words."""


@inlined
def trace_room(rows: int, columns: int) -> Trace:
    """Return room for texts of so many words."""
    return Trace(np.zeros(columns, np.int64), np.zeros(rows, np.int64), np.zeros(columns, np.int64))
