"""Numbers, amounts, dates, times and units."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
