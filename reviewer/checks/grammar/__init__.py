"""Agreement, case, connectives and the shape of sentences."""

from reviewer.checks.check import Check
from reviewer.checks.grammar.agreement import AdjectiveAgreement, GenitiveGender, NumeralSingular
from reviewer.checks.grammar.conjunction import Connective, KiKee
from reviewer.checks.grammar.doubling import DoubledWord, DoubleMarking
from reviewer.checks.grammar.ergative import NeIntransitive
from reviewer.checks.grammar.manner import (
    ArticleEk,
    DvaaraPassive,
    Honorific,
    RelativeDistance,
    TenseDrift,
)
from reviewer.checks.grammar.postposition import ObliqueMissing
from reviewer.checks.grammar.pronoun import DirectPronoun, PronounSpacing
from reviewer.checks.grammar.sentence import CommaSplice, GenitiveChain, NoFiniteVerb, ReflexiveBinding
from reviewer.checks.grammar.verb import ObjectAgreement, RealWord

CHECKS: tuple[type[Check], ...] = (
    NeIntransitive,
    DirectPronoun,
    ObliqueMissing,
    GenitiveGender,
    AdjectiveAgreement,
    ObjectAgreement,
    NumeralSingular,
    KiKee,
    RealWord,
    PronounSpacing,
    Honorific,
    ReflexiveBinding,
    CommaSplice,
    NoFiniteVerb,
    DoubledWord,
    Connective,
    RelativeDistance,
    DvaaraPassive,
    ArticleEk,
    DoubleMarking,
    GenitiveChain,
    TenseDrift,
)
