"""How Hindi words are spelt."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
