"""House rules for scoring: error types, weights and thresholds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.style import Style


class Denominator(StrEnum):
    """Which words an MQM score is divided by."""

    SOURCE = "source"
    """Source words; without a source, target words ÷ `target_per_source`."""
    TARGET = "target"
    """Target words as they are."""


class Raters(StrEnum):
    """What several people's flags on one segment are to a score."""

    TOGETHER = "together"
    """One review made by several hands: all flags add up."""
    MEAN = "mean"
    """Independent annotations: each person's flags add up, and the mean over the people counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRule:
    """A weight by regular expression, searched for in `severity:dimension/type`, case ignored."""

    pattern: str
    weight: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class TolerancePoint:
    """How many penalty points a text of so many words may have."""

    words: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorType:
    """One MQM type of a profile."""

    id: str
    title: str
    weight: float = 1.0
    severity_weights: Mapping[Severity, float] = field(default_factory=dict)
    """Weights that replace `weight` at single severities."""
    usual_severity: Severity = Severity.MINOR
    hint: str = ""

    def weight_at(self, severity: Severity) -> float:
        """The type's weight at one severity."""
        return self.severity_weights.get(severity, self.weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a text may still hold and be published. `None` means no limit."""

    critical: int | None = None
    major: int | None = None
    minor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named set of rules; the shipped ones are files under `resources/profiles`."""

    id: str
    title: str
    types: tuple[ErrorType, ...]
    multipliers: Mapping[Severity, float]
    default_type: str
    denominator: Denominator = Denominator.SOURCE
    target_per_source: float = 1.2
    role_weights: Mapping[Role, float] = field(default_factory=dict)
    lead_weight: float = 1.0
    """Position weight of the first body segment."""
    repeat_weight: float = 1.0
    """Weight of the second and later occurrence of the same error."""
    acceptable_npt: float = 15.0
    """Penalty points per 1,000 words at which the calibrated score is `passing_score`."""
    passing_score: float = 90.0
    edit_npt: float = 60.0
    """Up to here "publish after edit"; above, "retranslate"."""
    limits: Limits = Limits()
    lead_limits: Limits = Limits()
    short_words: int = 150
    """Below this many words counts decide, not ratios."""
    short_limits: Limits = Limits()
    description: str = ""
    """Where the weights come from, and how they differ from what others publish under the name."""
    raters: Raters = Raters.TOGETHER
    rules: tuple[WeightRule, ...] = ()
    """Where there are any, the first that matches is the whole penalty of a flag before its position
    counts; a flag that none matches has none. Multipliers and types' weights are then not used."""
    tolerance: tuple[TolerancePoint, TolerancePoint] | None = None
    """Two agreed points of a tolerance that grows ever more slowly with the length of the text."""
    style: Style = field(default_factory=Style)
    """What checks expect of the Hindi; no part of any score."""

    def type(self, type_id: str) -> ErrorType:
        """The type with this id; one that is not named weighs as the first of its dimension, else 1."""
        dimension, _, name = type_id.rpartition("/")
        kin: ErrorType | None = None
        for known in self.types:
            if known.id == type_id:
                return known
            if kin is None and dimension and known.id.startswith(f"{dimension}/"):
                kin = known
        title = name.replace("-", " ").capitalize() or "Not classified"
        return ErrorType(id=type_id, title=title, weight=kin.weight if kin else 1.0)
