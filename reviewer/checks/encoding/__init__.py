"""Characters that are not what they seem: invisible ones, broken encodings, remains of markup."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
