"""How Hindi words are spelt."""

from reviewer.checks.check import Check
from reviewer.checks.orthography.sequence import InvalidSequence
from reviewer.checks.orthography.spelling import FlapNukta, Spelling

CHECKS: tuple[type[Check], ...] = (InvalidSequence, FlapNukta, Spelling)
