"""What a desk does not print, though it is no error of language."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
