"""Scores as values: each carries what it was computed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.flag import Severity


class Verdict(StrEnum):
    """What a score means for publication."""

    PASS = "pass"  # noqa: S105 - not a password
    EDIT = "publish after edit"
    FAIL = "fail"
    INSUFFICIENT = "insufficient sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class MqmScore:
    """An MQM score with its denominator, counts and verdict."""

    profile: str
    text: str
    """`received` or `final`: which text was scored."""
    penalty: float
    """APT, the sum of severity multiplier × type weight × position weight × repeat weight."""
    words: float
    """EWC, the evaluation word count: the denominator."""
    basis: str
    """Where `words` comes from, to print: `530 target words`, `442 words (530 target words ÷ 1.2)`."""
    per_thousand: float | None
    """NPT = 1000 × APT / EWC; absent where the text is too short for a ratio."""
    raw: float | None
    """100 × (1 − APT / EWC), may be negative; absent where the text is too short."""
    calibrated: float | None
    """100 − NPT × (100 − passing score) / acceptable NPT."""
    counts: Mapping[Severity, int]
    provisional: int
    """Flags left out because only the English can decide them."""
    segments: int
    verdict: Verdict
    reasons: tuple[str, ...]
    """Why the verdict is not a pass, most serious first; empty on a pass."""
    annotated: int = 0
    """Segments that somebody has annotated, with errors or without: the sample of `per_segment`."""
    raters: tuple[str, ...] = ()
    """Names of those who annotated; empty for whoever gave none."""
    per_segment: float | None = None
    """APT / annotated segments, lower is better: the MQM score of WMT and Marot where the profile takes
    the mean over raters; mt-metrics-eval states it negated. Absent where nobody has annotated."""
    tolerated: float | None = None
    """Penalty points that a text of this length may have: E(EWC), where the profile has a tolerance."""
    non_linear: float | None = None
    """100 − APT × (100 − passing score) / E(EWC)."""
    shortfall: str = ""
    """Why there is no ratio: `Insufficient sample for a ratio: 90 words; 150 are needed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricScore:
    """An automatic metric's figure with its signature."""

    metric: str
    title: str
    value: float
    signature: str
    segments: int
    higher_is_better: bool = True
    compares: str = ""
    """What was compared with what: `received against final`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanScore:
    """The mean of judgements; absent value means nobody has judged."""

    scale: str
    value: float | None
    judged: int
    """Segments with at least one judgement."""
    judges: int
    segments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreCard:
    """All figures of one document or project."""

    title: str
    received: MqmScore
    final: MqmScore
    human: HumanScore
    metrics: tuple[MetricScore, ...]
    edited_segments: int
    segments: int
    done_segments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectScores:
    """A project's figures, whole and by document."""

    total: ScoreCard
    documents: tuple[ScoreCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemScore:
    """What people say about one engine, over all its documents."""

    system: str
    documents: int
    received: MqmScore
    final: MqmScore
    human: HumanScore
