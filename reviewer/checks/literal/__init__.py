"""What must be copied as it is, and what must not stay in English."""

from reviewer.checks.check import Check
from reviewer.checks.literal.preserve import Preserved
from reviewer.checks.literal.script import MixedScript, Untranslated

CHECKS: tuple[type[Check], ...] = (Preserved, MixedScript, Untranslated)
