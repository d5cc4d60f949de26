"""What the English says and the Hindi does not, or the other way round."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
