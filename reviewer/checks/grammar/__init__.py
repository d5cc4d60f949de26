"""Agreement, case, connectives and the shape of sentences."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
