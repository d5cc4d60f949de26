"""Dandas, quotes, brackets, dashes and the spaces around them."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
