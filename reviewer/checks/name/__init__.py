"""People, places and organisations."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
