"""Coefficients of agreement and correlation: a number, or why there is none."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """One coefficient with the sample it comes from."""

    value: float | None
    count: int
    """Pairs, units or groups it was computed from."""
    reason: str = ""
    """Why there is no value; empty where there is one."""


class Kind(StrEnum):
    """Which correlation."""

    PEARSON = "pearson"
    SPEARMAN = "spearman"
    KENDALL = "kendall"
    """τ_b."""


class Grouping(StrEnum):
    """Over what a correlation of (systems, items) is taken, and then averaged."""

    NONE = "none"
    """All at once."""
    ITEM = "item"
    """Over the systems of each item."""
    SYSTEM = "system"
    """Over the items of each system."""


Values = Sequence[float | None]


def paired(one: Values, other: Values) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the pairs without a missing value as two arrays.

    Raises `ReviewerError` for unequal lengths and for a value that is not a number.
    """
    if len(one) != len(other):
        raise ReviewerError(f"{len(one)} values against {len(other)}", remedy="Give pairs; None is missing.")
    for values in (one, other):
        if any(value is not None and not isfinite(value) for value in values):
            raise ReviewerError("a value is not a number", remedy="Leave out what is missing.")
    kept = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    table = np.array(kept, dtype=np.float64).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy()


def correlate(one: Values, other: Values, kind: Kind) -> Coefficient:
    """Return scipy's correlation of the pairs both have; no value, with the reason, where it has none.

    Raises `ReviewerError` for unequal lengths and for a value that is not a number.
    """
    return correlate_arrays(*paired(one, other), kind)


def correlate_arrays(x: NDArray[np.float64], y: NDArray[np.float64], kind: Kind) -> Coefficient:
    """Return the correlation of two arrays of finite numbers."""
    # Loaded here: only reports need it.
    from scipy import stats  # noqa: PLC0415

    if len(x) < 2:
        return Coefficient(value=None, count=len(x), reason="fewer than two pairs")
    for values in (x, y):
        if (values == values[0]).all():
            return Coefficient(value=None, count=len(x), reason="all values are the same")
    used = {Kind.PEARSON: stats.pearsonr, Kind.SPEARMAN: stats.spearmanr, Kind.KENDALL: stats.kendalltau}
    # Nearly equal values make scipy warn and give NaN; told here as a reason.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = float(used[kind](x, y).statistic)
    if not isfinite(value):
        return Coefficient(value=None, count=len(x), reason="the values hardly differ")
    return Coefficient(value=value, count=len(x))


def grouped_correlation(
    human: Sequence[Values], metric: Sequence[Values], kind: Kind, grouping: Grouping
) -> Coefficient:
    """Return the mean correlation over groups of (systems, items), as mt-metrics-eval averages it.

    Groups without a correlation are left out; `count` is the groups (pairs with `Grouping.NONE`).
    """
    if len(human) != len(metric):
        raise ReviewerError(f"{len(human)} systems against {len(metric)}")
    for ours, theirs in zip(human, metric, strict=True):
        if len(ours) != len(theirs):
            raise ReviewerError(f"{len(ours)} values against {len(theirs)}")
    rows = list(zip(human, metric, strict=True))
    if grouping is Grouping.NONE:
        return correlate([v for row in human for v in row], [v for row in metric for v in row], kind)
    if grouping is Grouping.ITEM:
        rows = [
            (ours, theirs)
            for ours, theirs in zip(zip(*human, strict=True), zip(*metric, strict=True), strict=True)
        ]
    found = [correlate(ours, theirs, kind).value for ours, theirs in rows]
    values = [value for value in found if value is not None]
    if not values:
        return Coefficient(value=None, count=0, reason="no group has values that differ")
    return Coefficient(value=float(np.mean(values)), count=len(values))
