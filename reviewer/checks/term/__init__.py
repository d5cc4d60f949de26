"""Glossary, offices, and one word for one thing."""

from reviewer.checks.check import Check

CHECKS: tuple[type[Check], ...] = ()
