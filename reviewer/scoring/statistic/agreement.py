"""Agreement between judges: Krippendorff's α, Cohen's and Fleiss' κ."""

from collections import Counter
from collections.abc import Hashable, Sequence
from enum import StrEnum
from math import isfinite

import numpy as np

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.coefficient import Coefficient, Values


class Scale(StrEnum):
    """What the differences between values mean."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


class Weight(StrEnum):
    """How much a disagreement counts that is `d` categories wide."""

    NONE = "none"
    """All alike."""
    LINEAR = "linear"
    """d."""
    QUADRATIC = "quadratic"
    """d²."""


def krippendorff_alpha(ratings: Sequence[Values], scale: Scale = Scale.INTERVAL) -> Coefficient:
    """Return α of judges' numbers, (judges, units), missing ones left out (package krippendorff).

    `count` is the units with two judgements or more. No value where there is no such unit, or where all
    judgements are the same: then agreement cannot be told from a scale nobody used.

    Raises `ReviewerError` for rows of unequal lengths and values that are not numbers.
    """
    # Loaded here: only reports need it.
    import krippendorff  # noqa: PLC0415

    if len({len(row) for row in ratings}) > 1:
        raise ReviewerError("the judges have different numbers of segments", remedy="None is missing.")
    for number, row in enumerate(ratings, start=1):
        if any(value is not None and not isfinite(value) for value in row):
            raise ReviewerError("a judgement is not a number", place=f"judge {number}")
    units = [[v for v in unit if v is not None] for unit in zip(*ratings, strict=True)]
    pairable = [unit for unit in units if len(unit) > 1]
    if not pairable:
        return Coefficient(value=None, count=0, reason="no segment has two judgements")
    if len({value for unit in pairable for value in unit}) == 1:
        return Coefficient(value=None, count=len(pairable), reason="all judgements are the same")
    table = np.array([[np.nan if v is None else v for v in row] for row in ratings], dtype=np.float64)
    value = krippendorff.alpha(reliability_data=table, level_of_measurement=scale.value)
    return Coefficient(value=float(value), count=len(pairable))


def cohen_kappa(
    one: Sequence[Hashable | None],
    other: Sequence[Hashable | None],
    *,
    categories: Sequence[Hashable] = (),
    weight: Weight = Weight.NONE,
) -> Coefficient:
    """Return κ = 1 − Σ w·observed / Σ w·expected of two judges' labels (Cohen 1960, weighted 1968).

    `categories` in their order are needed for weights. Units where one is missing are left out. No value
    where both always gave one and the same label.

    Raises `ReviewerError` for unequal lengths, or a label that is no category.
    """
    if len(one) != len(other):
        raise ReviewerError(f"{len(one)} labels against {len(other)}")
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    if not pairs:
        return Coefficient(value=None, count=0, reason="no segment has two judgements")
    if weight is not Weight.NONE and not categories:
        raise ReviewerError("weights need the categories in order")
    order = list(categories) or list(dict.fromkeys(label for pair in pairs for label in pair))
    number = {label: place for place, label in enumerate(order)}
    observed = np.zeros((len(order), len(order)))
    for a, b in pairs:
        if a not in number or b not in number:
            raise ReviewerError(f"{b if a in number else a} is not a category")
        observed[number[a], number[b]] += 1
    observed /= len(pairs)
    expected = np.outer(observed.sum(axis=1), observed.sum(axis=0))
    places = np.arange(len(order))
    apart = np.abs(places[:, None] - places[None, :]).astype(np.float64)
    power = {Weight.NONE: 0, Weight.LINEAR: 1, Weight.QUADRATIC: 2}[weight]
    cost = np.where(apart > 0, apart**power, 0.0)
    chance = float((cost * expected).sum())
    if chance == 0:
        return Coefficient(value=None, count=len(pairs), reason="all judgements are the same")
    return Coefficient(value=1 - float((cost * observed).sum()) / chance, count=len(pairs))


def fleiss_kappa(labels: Sequence[Sequence[Hashable | None]]) -> Coefficient:
    """Return κ of many judges' labels, (judges, units) (Fleiss 1971).

    Every unit used needs the same number of judgements: the most that any unit has; others are left out
    and `count` tells how many are used. No value where all labels are the same.

    Raises `ReviewerError` for rows of unequal lengths.
    """
    if len({len(row) for row in labels}) > 1:
        raise ReviewerError("the judges have different numbers of segments", remedy="None is missing.")
    units = [[label for label in unit if label is not None] for unit in zip(*labels, strict=True)]
    judges = max(map(len, units), default=0)
    if judges < 2:
        return Coefficient(value=None, count=0, reason="no segment has two judgements")
    used = [Counter(unit) for unit in units if len(unit) == judges]
    agreed = sum(
        sum(count * (count - 1) for count in unit.values()) / (judges * (judges - 1)) for unit in used
    ) / len(used)
    totals: Counter[Hashable] = sum(used, Counter())
    if len(totals) == 1:
        return Coefficient(value=None, count=len(used), reason="all judgements are the same")
    chance = sum((count / (judges * len(used))) ** 2 for count in totals.values())
    return Coefficient(value=(agreed - chance) / (1 - chance), count=len(used))
