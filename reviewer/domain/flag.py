"""What humans state and machines suspect about a segment."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.span import Side, Span


class Severity(StrEnum):
    """How bad an error is, mildest first."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral to 3 for critical."""
        return list(Severity).index(self)


class Resolution(StrEnum):
    """Whether a flag still stands against the final text."""

    AUTO = "auto"
    """Decided from the edits: resolved when the flagged text is gone."""
    OPEN = "open"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An error stated by a human. No spans means the whole segment.

    At most one span a side. A Hindi span lies on `received` where the engine's text is meant,
    on `final` where the words are the editor's own.
    """

    id: int
    segment_id: int
    spans: tuple[Span, ...]
    type: str
    """MQM type, dimension first: `accuracy/mistranslation`; empty until classified."""
    severity: Severity
    comment: str = ""
    suggestion: str | None = None
    """Replacement for the flagged text; empty string means "delete it"."""
    needs_source: bool = False
    """Whether only the English can decide; provisional until it does."""
    resolution: Resolution = Resolution.AUTO
    quote: str = ""
    """The flagged words when the flag was made."""
    author: str = ""
    created: str = ""
    """ISO 8601, UTC."""
    origin: str = "hand"
    """`hand`, `change` (classified edit), or the id of the check it was accepted from."""

    def span(self, side: Side) -> Span | None:
        """The flag's span on one side, if it has one."""
        return next((span for span in self.spans if span.side is side), None)

    @property
    def target_span(self) -> Span | None:
        """The span on the Hindi, received or final."""
        return self.span(Side.RECEIVED) or self.span(Side.FINAL)


class Scale(StrEnum):
    """What a judgement's number means."""

    ESA = "ESA"
    DA = "DA"
    MQM = "MQM"
    """The judge has marked this segment's errors, if any; the number says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A human's number, 0 to 100, for a segment, or for the document where `segment_id` is absent."""

    id: int
    document_id: int
    segment_id: int | None
    judge: str
    scale: Scale
    value: float
    created: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 100:
            raise ValueError(f"a judgement lies between 0 and 100, not {self.value}")

    @property
    def label(self) -> str:
        """Scale and number, to print; of a scale whose number says nothing, the scale alone."""
        return self.scale.value if self.scale is Scale.MQM else f"{self.scale.value} {self.value:g}"
