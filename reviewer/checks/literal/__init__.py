"""What must be copied as it is, and what must not stay in English."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
