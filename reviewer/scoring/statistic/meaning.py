"""What a difference between two systems' scores means to humans."""

from dataclasses import dataclass
from math import isfinite

from reviewer.domain.error import ReviewerError

_KNOWN = {"bleu": "bleu", "chrf": "chrf", "spbleu": "spbleu200"}
"""Ours to mt-thresholds' names; chrF++ and TER were never measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """How many humans would agree with a difference (Kocmi et al. 2024, arXiv 2401.06760)."""

    metric: str
    difference: float
    """Of two systems' corpus scores, in points, without sign."""
    share: float | None
    """Share of system pairs in which humans agreed on the better one, 0–1; absent where `reason` says why."""
    reason: str
    smallest: float
    """The smallest difference that says more than a coin does."""
    ceiling: float
    """The share that no difference of this metric exceeds, 0–1."""


def meaning(metric: str, difference: float) -> Meaning | None:
    """Return what a difference in points between two systems means; `None` for metrics never measured.

    Holds for whole test sets of the same language pair and sacreBLEU's default options, not for segments,
    documents or other tokenisers. Raises `ReviewerError` for a difference that is not a number.
    """
    # Loaded here: only comparisons need it.
    import mt_thresholds  # noqa: PLC0415

    if not isfinite(difference):
        raise ReviewerError("a difference is not a number")
    known = _KNOWN.get(metric)
    if known is None:
        return None
    size = abs(difference)
    smallest = mt_thresholds.delta(0.5, known)
    share = mt_thresholds.accuracy(size, known) / 100
    is_told = size >= smallest
    return Meaning(
        metric=metric,
        difference=size,
        share=share if is_told else None,
        reason="" if is_told else f"below {smallest:.2f} points, no better than chance",
        smallest=smallest,
        ceiling=mt_thresholds.accuracy(1e6, known) / 100,
    )
