"""Axes: round numbers that enclose the values, and where a value lies."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.domain.report import Estimate

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(low: float, high: float, count: int = 5) -> tuple[float, ...]:
    """Return about `count` round numbers whose first and last enclose `low` and `high`."""
    if high < low:
        low, high = high, low
    if high == low:
        low, high = (low - 1, high + 1) if low else (0.0, 1.0)
    rough = (high - low) / max(1, count - 1)
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(found for each in _STEPS if (found := each * magnitude) >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    decimals = max(0, 2 - math.floor(math.log10(step)))
    return tuple(round(n * step, decimals) for n in range(first, last + 1))


def whole_ticks(high: float, count: int = 5) -> tuple[float, ...]:
    """Return round whole numbers from 0 to at least `high`."""
    found = ticks(0, max(high, 1), count)
    return found if all(each.is_integer() for each in found) else ticks(0, max(high, count), count)


def tick_digits(marks: Iterable[float]) -> int:
    """Return how many decimals the marks need to be told apart."""
    return max((len(f"{mark:.6f}".rstrip("0").partition(".")[2]) for mark in marks), default=0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Carries the values from `low` to `high` onto the pixels from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the pixel of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def plain(value: float | Estimate | None) -> float | None:
    """Return a series' value as a number; nothing where there is none or it is no number."""
    found = value.value if isinstance(value, Estimate) else value
    return None if found is None or not math.isfinite(found) else float(found)


def ends(value: float | Estimate | None) -> tuple[float, float] | None:
    """Return the interval of an estimate, if it has one."""
    if not isinstance(value, Estimate) or value.low is None or value.high is None:
        return None
    return (value.low, value.high) if math.isfinite(value.low) and math.isfinite(value.high) else None


def extent(values: Iterable[float | Estimate | None]) -> tuple[float, float] | None:
    """Return the least and the greatest number, the ends of intervals included."""
    found: list[float] = []
    for value in values:
        if (number := plain(value)) is not None:
            found += [number, *(ends(value) or ())]
    return (min(found), max(found)) if found else None
