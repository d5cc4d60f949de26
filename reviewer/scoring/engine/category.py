"""The classes of characters that tokenisers cut by, as tables."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.boundary import APART, DASH, DIGIT, JOINT, Rule

_EVERYTHING = 0x110000
_13A_APART = r"{|}~[\]^_` !" + '"' + r"#$%&()*+:;<=>?@/"


@cache
def classes(rule: Rule) -> NDArray[np.uint8]:
    """Return each code point's class; what lies beyond the table is in none."""
    if rule is Rule.V13A:
        return _of_13a()
    if rule is Rule.INTL:
        return _of_intl()
    return np.zeros(1, np.uint8)


def _of_13a() -> NDArray[np.uint8]:
    table = np.zeros(128, np.uint8)
    for characters, kind in ((_13A_APART, APART), ("0123456789", DIGIT), (".,", JOINT), ("-", DASH)):
        table[[ord(character) for character in characters]] = kind
    return table


def _of_intl() -> NDArray[np.uint8]:
    """Read the classes off the module that sacreBLEU asks too: its Unicode is not Python's."""
    import regex  # noqa: PLC0415 - 0.1 s that only this tokeniser needs

    table = np.zeros(_EVERYTHING, np.uint8)
    codes = np.arange(_EVERYTHING, dtype="<u4")
    everything = codes.tobytes().decode("utf-32-le", "surrogatepass")
    for kind, expression in ((DIGIT, r"\p{N}+"), (JOINT, r"\p{P}+"), (APART, r"\p{S}+")):
        for found in regex.finditer(expression, everything):
            table[found.start() : found.end()] = kind
    return table
