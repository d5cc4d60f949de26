"""What the English says and the Hindi does not, or the other way round."""

from reviewer.checks.check import Check
from reviewer.checks.meaning.coverage import LengthRatio, SentenceCoverage
from reviewer.checks.meaning.hedge import Attribution, Modality, Quantifier
from reviewer.checks.meaning.negation import Negation
from reviewer.checks.meaning.question import SentenceType
from reviewer.checks.meaning.quotation import Quotation
from reviewer.checks.meaning.repetition import Repetition
from reviewer.checks.meaning.residue import CopiedOrEmpty

CHECKS: tuple[type[Check], ...] = (
    CopiedOrEmpty,
    Negation,
    Modality,
    Quantifier,
    Attribution,
    LengthRatio,
    SentenceCoverage,
    Quotation,
    SentenceType,
    Repetition,
)
