"""People, places and organisations."""

from reviewer.checks.check import Check
from reviewer.checks.name.acronym import Acronym
from reviewer.checks.name.missing import Confusable, NameMissing, NameMisspelt

CHECKS: tuple[type[Check], ...] = (Confusable, NameMissing, NameMisspelt, Acronym)
