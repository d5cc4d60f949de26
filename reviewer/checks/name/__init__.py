"""People, places and organisations."""

from reviewer.checks.check import Check
from reviewer.checks.name.acronym import Acronym
from reviewer.checks.name.country import Confusable
from reviewer.checks.name.missing import NameMissing
from reviewer.checks.name.variant import NameMisspelt

CHECKS: tuple[type[Check], ...] = (Confusable, NameMissing, NameMisspelt, Acronym)
