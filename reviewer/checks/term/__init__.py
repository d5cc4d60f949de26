"""Glossary, offices, and one word for one thing."""

from reviewer.checks.check import Check
from reviewer.checks.term.drift import OfficeTitle, TermDrift
from reviewer.checks.term.glossary import GlossaryTerm

CHECKS: tuple[type[Check], ...] = (GlossaryTerm, OfficeTitle, TermDrift)
