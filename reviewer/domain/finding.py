"""What checks suspect about a segment; never counted in a score."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span


class Tier(StrEnum):
    """How sure a check is of itself, surest first."""

    ERROR = "error"
    """Precise; may keep a text from being published."""
    WARNING = "warning"
    HINT = "hint"
    """Shown on request."""

    @property
    def rank(self) -> int:
        """0 for an error to 2 for a hint."""
        return list(Tier).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check reports about one segment."""

    check: str
    """The check's id: `number.value`."""
    segment_id: int
    spans: tuple[Span, ...]
    """At most one a side, on letter borders; an omission is an empty span, or lies on the English alone."""
    type: str
    severity: Severity
    tier: Tier
    message: str
    """What is suspected, for the editor: one sentence."""
    suggestion: str | None = None
    """Replacement for the words on the Hindi side; empty means "delete them"."""
    is_safe: bool = False
    """Whether the replacement changes no meaning and can be applied without looking."""
    evidence: Side | None = None
    """The English it was compared with; on a back-translation it may be an artefact of that."""

    @property
    def key(self) -> str:
        """What tells it from other findings of the segment, as long as the words stay as they are."""
        places = ";".join(
            f"{span.side.value}:" + ",".join(f"{piece.start}-{piece.end}" for piece in span.ranges)
            for span in self.spans
        )
        return f"{self.check}@{places}"
