"""How Hindi words are spelt."""

from reviewer.checks.check import Check
from reviewer.checks.orthography.sequence import InvalidSequence

CHECKS: tuple[type[Check], ...] = (InvalidSequence,)
