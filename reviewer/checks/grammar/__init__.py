"""Agreement, case, connectives and the shape of sentences."""

from reviewer.checks.check import Check
from reviewer.checks.grammar.conjunction import Connective, KiKee
from reviewer.checks.grammar.doubling import DoubledWord, DoubleMarking
from reviewer.checks.grammar.ergative import NeIntransitive
from reviewer.checks.grammar.pronoun import DirectPronoun, PronounSpacing

CHECKS: tuple[type[Check], ...] = (
    NeIntransitive,
    DirectPronoun,
    KiKee,
    PronounSpacing,
    DoubledWord,
    Connective,
    DoubleMarking,
)
