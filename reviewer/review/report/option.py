"""What a report can be asked to do differently."""

from dataclasses import dataclass

from reviewer.domain.error import ReviewerError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """How intervals are drawn and how much is listed."""

    resamples: int = 1000
    seed: int = 12345
    excerpts: int = 20
    """Segments listed as the worst."""
    idle_seconds: float = 300.0
    """A longer pause between two changes by an editor is no work."""

    def __post_init__(self) -> None:
        if self.resamples < 100:
            raise ReviewerError(
                f"{self.resamples} resamples say nothing about an interval", remedy="Take 100 or more."
            )
        if not 0 <= self.seed < 2**32:
            raise ReviewerError("a seed lies between 0 and 4,294,967,295")
