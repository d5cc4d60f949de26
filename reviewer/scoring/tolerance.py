"""How many penalty points a text may have that is not of the usual length.

Readers accept fewer errors per word the longer a text is: E(x) = a · ln(1 + b · x) points on x words.
The family is that of Lommel, Gladkoff et al. 2024 (arXiv 2405.16969), fixed by two agreed points as in
Gladkoff, Han and Gasova 2025 (arXiv 2511.13467).
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from reviewer.domain.profile import TolerancePoint

_HALVINGS = 200
"""More than the bits of a double: the interval ends as two neighbours."""


@dataclass(frozen=True, slots=True)
class Curve:
    """E(x) = a · ln(1 + b · x)."""

    a: float
    b: float

    def points(self, words: float) -> float:
        """Return the penalty points accepted on so many words."""
        return self.a * math.log1p(self.b * words)


@lru_cache(maxsize=64)
def through(low: TolerancePoint, high: TolerancePoint) -> Curve:
    """Return the curve through two points; raise ValueError where none of the family goes through both.

    b is the root of ln(1 + b·x₁) / ln(1 + b·x₂) = E₁ / E₂, found by bisection: the left side grows with b
    from x₁/x₂ to 1. Then a = E₂ / ln(1 + b·x₂).
    """
    wanted = low.points / high.points
    if not low.words / high.words < wanted < 1:
        raise ValueError("no such curve goes through these points")
    # On the logarithm of b: it lies anywhere between nearly linear and nearly constant.
    left, right = math.log(1e-12 / high.words), math.log(1e300 / high.words)
    for _ in range(_HALVINGS):
        middle = (left + right) / 2
        b = math.exp(middle)
        if math.log1p(b * low.words) / math.log1p(b * high.words) < wanted:
            left = middle
        else:
            right = middle
    b = math.exp((left + right) / 2)
    return Curve(a=high.points / math.log1p(b * high.words), b=b)
