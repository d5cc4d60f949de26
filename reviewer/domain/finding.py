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


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a finding is known by again, whatever was edited elsewhere in its segment."""

    words: str = ""
    """Found on either side; of a finding about a whole segment, a digest of all of it."""
    before: str = ""
    """The Hindi word in front."""
    after: str = ""


_LOOSE = Anchor()


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
    quote: str = ""
    """The words found, in NFC: the Hindi ones, or where Hindi is missing the English ones."""
    anchor: Anchor = _LOOSE

    @property
    def target_span(self) -> Span | None:
        """The span on the Hindi, received or final."""
        return next((span for span in self.spans if span.side in {Side.RECEIVED, Side.FINAL}), None)

    @property
    def english_span(self) -> Span | None:
        """The span on the source or the back-translation."""
        return next((span for span in self.spans if span.side in {Side.SOURCE, Side.BACK_TRANSLATION}), None)

    @property
    def key(self) -> str:
        """What tells it from other findings of the segment, as long as the words stay as they are."""
        places = ";".join(
            f"{span.side.value}:" + ",".join(f"{piece.start}-{piece.end}" for piece in span.ranges)
            for span in self.spans
        )
        return f"{self.check}@{places}"
