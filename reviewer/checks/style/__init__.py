"""What a desk does not print, though it is no error of language."""

from reviewer.checks.check import Check
from reviewer.checks.style.shape import Dateline, FirstMention, HeadlineRules, LongSentence
from reviewer.checks.style.wording import Calque, DisallowedTerm, FixedLine, Register

CHECKS: tuple[type[Check], ...] = (
    DisallowedTerm,
    Calque,
    FixedLine,
    Register,
    LongSentence,
    HeadlineRules,
    FirstMention,
    Dateline,
)
