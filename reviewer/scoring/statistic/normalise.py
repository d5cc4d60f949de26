"""Judges' numbers on one scale: each judge's own mean and spread taken out."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, isfinite, sqrt

from reviewer.domain.error import ReviewerError


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One judge's number for one segment of one system."""

    rater: Hashable
    system: Hashable
    segment: Hashable
    value: float | None
    """0 is a score; absent is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaterScale:
    """How one judge uses the scale."""

    mean: float
    spread: float | None
    """Standard deviation of a sample (n − 1), as WMT's scripts take it; absent for a judge of one segment."""
    count: int
    reason: str = ""
    """Why the judge's numbers cannot be normalised; empty where they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """Judgements with every judge's strictness taken out."""

    values: tuple[float | None, ...]
    """z = (x − μ_rater) / σ_rater of each rating, in order; absent where missing or not to be normalised."""
    segments: Mapping[tuple[Hashable, Hashable], float]
    """Mean z of each (system, segment)."""
    systems: Mapping[Hashable, float]
    """Mean of the system's segments."""
    raters: Mapping[Hashable, RaterScale]


def normalise(ratings: Sequence[Rating]) -> Normalised:
    """Return z-scores as at WMT: by judge, then the mean of a segment, then of a system's segments.

    A judge of one segment, or one who always gives the same number, has no spread: those judgements are
    left out, and `raters` says so. They would be 0 at best, as if the judge had found them average.

    Raises `ReviewerError` for a value that is not a number.
    """
    for number, rating in enumerate(ratings, start=1):
        if rating.value is not None and not isfinite(rating.value):
            raise ReviewerError("a judgement is not a number", place=f"judgement {number}")
    scales = _scales(ratings)
    values = tuple(_z(rating, scales) for rating in ratings)
    of_segment: dict[tuple[Hashable, Hashable], list[float]] = {}
    for rating, value in zip(ratings, values, strict=True):
        if value is not None:
            of_segment.setdefault((rating.system, rating.segment), []).append(value)
    segments = {key: _mean(found) for key, found in of_segment.items()}
    of_system: dict[Hashable, list[float]] = {}
    for (system, _), value in segments.items():
        of_system.setdefault(system, []).append(value)
    systems = {system: _mean(found) for system, found in of_system.items()}
    return Normalised(values=values, segments=segments, systems=systems, raters=scales)


def _scales(ratings: Sequence[Rating]) -> dict[Hashable, RaterScale]:
    given: dict[Hashable, list[float]] = {}
    for rating in ratings:
        if rating.value is not None:
            given.setdefault(rating.rater, []).append(rating.value)
    return {rater: _scale(values) for rater, values in given.items()}


def _scale(values: Sequence[float]) -> RaterScale:
    mean = _mean(values)
    if len(values) == 1:
        return RaterScale(mean=mean, spread=None, count=1, reason="judged one segment only")
    spread = sqrt(fsum((value - mean) ** 2 for value in values) / (len(values) - 1))
    # Equal values are compared as they are: their computed spread may be a rounding error.
    if min(values) == max(values):
        return RaterScale(mean=mean, spread=0.0, count=len(values), reason="always gave the same number")
    return RaterScale(mean=mean, spread=spread, count=len(values))


def _z(rating: Rating, scales: Mapping[Hashable, RaterScale]) -> float | None:
    if rating.value is None:
        return None
    scale = scales[rating.rater]
    return (rating.value - scale.mean) / scale.spread if scale.spread else None


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
