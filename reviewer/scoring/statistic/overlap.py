"""How far two judges marked the same letters as errors of the same severity."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range

Mark = tuple[Severity, tuple[Range, ...]]
"""An error's severity and where in the text it is; an empty range (an omission) covers no letter."""

_GRADE = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 1}
"""Critical counts as major, as at WMT; neutral marks are no errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Agreement of two judges' marks, letter by letter."""

    precision: float
    """Share of the second judge's marked letters that the first one marked."""
    recall: float
    """Share of the first judge's marked letters that the second one marked."""
    f1: float
    """The same whoever is called the first; 1 where neither marked anything."""
    first: int
    """Letters the first judge marked, counted once for each mark."""
    second: int
    segments: int


def span_overlap(
    lengths: Sequence[int],
    first: Sequence[Sequence[Mark]],
    second: Sequence[Sequence[Mark]],
    *,
    credit: float = 0.5,
) -> Overlap | None:
    """Return the severity-weighted character F1 over segments; `None` where there are none.

    A letter marked by both with the same severity is a hit, with differing severity `credit` of one;
    overlapping marks count as often as they cover it. Micro-averaged over all segments: the measure of
    WMT's quality estimation (Blain et al. 2023; `scoring_esa.py` of wmt25-mteval, task 2). `lengths` are the
    texts' code points.

    Raises `ReviewerError` for unequal numbers of segments.
    """
    if not len(lengths) == len(first) == len(second):
        raise ReviewerError(f"{len(lengths)} texts, but marks for {len(first)} and {len(second)}")
    if not lengths:
        return None
    hits, counts = 0.0, [0, 0]
    for length, ours, theirs in zip(lengths, first, second, strict=True):
        one, other = _covered(length, ours), _covered(length, theirs)
        counts = [counts[0] + int(one.sum()), counts[1] + int(other.sum())]
        missed = np.maximum(one - other, 0).sum(axis=0)
        added = np.maximum(other - one, 0).sum(axis=0)
        hits += float(np.minimum(one, other).sum() + credit * np.minimum(missed, added).sum())
    precision = hits / counts[1] if counts[1] else 1.0
    recall = hits / counts[0] if counts[0] else 1.0
    both = precision + recall
    return Overlap(
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / both if both else 0.0,
        first=counts[0],
        second=counts[1],
        segments=len(lengths),
    )


def _covered(length: int, marks: Sequence[Mark]) -> NDArray[np.int64]:
    """Return how many minor and how many major marks cover each letter, (2, length)."""
    counts = np.zeros((2, length), dtype=np.int64)
    for severity, ranges in marks:
        grade = _GRADE.get(severity)
        if grade is not None:
            for piece in ranges:
                counts[grade, piece.start : piece.end] += 1
    return counts
