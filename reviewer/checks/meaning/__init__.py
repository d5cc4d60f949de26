"""What the English says and the Hindi does not, or the other way round."""

from reviewer.checks.check import Check
from reviewer.checks.meaning.coverage import LengthRatio, SentenceCoverage
from reviewer.checks.meaning.day import RelativeDay
from reviewer.checks.meaning.divergence import BackTranslation
from reviewer.checks.meaning.hedge import Attribution, Modality, Quantifier
from reviewer.checks.meaning.negation import Negation
from reviewer.checks.meaning.polarity import Polarity
from reviewer.checks.meaning.question import SentenceType
from reviewer.checks.meaning.quotation import Quotation
from reviewer.checks.meaning.repetition import Repetition
from reviewer.checks.meaning.residue import CopiedOrEmpty
from reviewer.checks.meaning.role import RoleReversal
from reviewer.checks.meaning.sense import Polysemy

CHECKS: tuple[type[Check], ...] = (
    CopiedOrEmpty,
    Negation,
    Modality,
    Quantifier,
    Polarity,
    Attribution,
    RelativeDay,
    Polysemy,
    RoleReversal,
    BackTranslation,
    LengthRatio,
    SentenceCoverage,
    Quotation,
    SentenceType,
    Repetition,
)
