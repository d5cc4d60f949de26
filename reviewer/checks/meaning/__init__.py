"""What the English says and the Hindi does not, or the other way round."""

from reviewer.checks.check import Check
from reviewer.checks.meaning.negation import Negation

CHECKS: tuple[type[Check], ...] = (Negation,)
