"""How wide a text is, and how much of it fits."""

from collections.abc import Callable

import regex

from reviewer.text.cluster import boundaries

Measure = Callable[[str, float, bool], float]
"""Width in pixels of a text of a size in pixels, bold or not."""

_ZERO = regex.compile(r"[\p{Mn}\p{Me}\p{Cf}]")
_NARROW = frozenset("ijlI.,:;'|!()[] ")
_WIDE = frozenset("mwMW@%—…")


def estimate(text: str, size: float, is_bold: bool) -> float:
    """Return a width that the text in a common face does not exceed; for where no font can be asked."""
    return sum(map(_share, text)) * size * (1.06 if is_bold else 1.0)


def _share(letter: str) -> float:
    if _ZERO.match(letter):
        return 0.0
    if letter in _NARROW:
        return 0.33
    if letter in _WIDE:
        return 0.95
    if "\u0900" <= letter <= "\u097f":
        return 0.66
    if ord(letter) > 0x2E80:
        return 1.05
    return 0.7 if letter.isupper() else 0.6


def elided(text: str, width: float, size: float, measure: Measure, *, is_bold: bool = False) -> str:
    """Return the text, or as much of it as fits with `…` after it: whole words, or else whole letters."""
    if measure(text, size, is_bold) <= width:
        return text
    words = text.split(" ")
    for count in range(min(len(words) - 1, 40), 0, -1):
        shorter = " ".join(words[:count]) + " …"
        if len(shorter) > len(text) // 4 and measure(shorter, size, is_bold) <= width:
            return shorter
    for end in reversed(boundaries(text[:400])[1:]):
        if measure(found := text[:end] + "…", size, is_bold) <= width:
            return found
    return "…"
