"""How Hindi words are spelt."""

from reviewer.checks.check import Check
from reviewer.checks.orthography.letter import ForeignLetter
from reviewer.checks.orthography.policy import ChandrabinduPolicy, HomorganicNasal, NuktaPolicy, YGlide
from reviewer.checks.orthography.sequence import InvalidSequence
from reviewer.checks.orthography.spelling import FlapNukta, Spelling

CHECKS: tuple[type[Check], ...] = (
    InvalidSequence,
    NuktaPolicy,
    FlapNukta,
    ChandrabinduPolicy,
    Spelling,
    HomorganicNasal,
    YGlide,
    ForeignLetter,
)
