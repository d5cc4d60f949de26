"""What editors answer to findings, and what that says of the checks."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.finding import Anchor

FEWEST_ANSWERS = 30
"""Answers a check must have before it can be demoted."""
LEAST_ACCEPTANCE = 0.3
"""Share of accepted findings below which it is."""


class Verdict(StrEnum):
    """What became of a finding."""

    ACCEPTED = "accepted"
    """It was made a flag."""
    FIXED = "fixed"
    """Its suggestion was put into the text."""
    DISMISSED = "dismissed"
    RESTORED = "restored"
    """No answer to a finding: a demoted check has been given another chance."""

    @property
    def agrees(self) -> bool:
        """Whether the editor took the finding to be right."""
        return self in {Verdict.ACCEPTED, Verdict.FIXED}


class Scope(StrEnum):
    """How far an answer reaches."""

    HERE = "here"
    """This finding, as long as its words stay."""
    DOCUMENT = "document"
    """All findings of the check in the document."""
    WORD = "word"
    """All findings of the check on the same words, in the whole project."""
    CHECK = "check"
    """All findings of the check, in the whole project."""


class Reason(StrEnum):
    """Why a finding was dismissed."""

    WRONG = "wrong"
    HOUSE_RULE = "house rule"
    ARTEFACT = "artefact of the back-translation"
    NOT_WORTH_IT = "not worth it"
    OTHER = "other"
    """As the answer's note says."""


_NO_ANCHOR = Anchor()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One editor's word on one finding."""

    id: int
    check: str
    verdict: Verdict
    scope: Scope = Scope.HERE
    document_id: int | None = None
    segment_id: int | None = None
    quote: str = ""
    anchor: Anchor = _NO_ANCHOR
    reason: str = ""
    """A `Reason` where a finding was dismissed, else empty."""
    note: str = ""
    """The editor's own words."""
    who: str = ""
    at: str = ""
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How the editors of a project answered one check."""

    check: str
    accepted: int = 0
    """Made a flag or fixed."""
    dismissed: int = 0
    is_demoted: bool = False
    """Whether the answers since it was last restored have made it say hints only."""

    @property
    def answered(self) -> int:
        """All answers."""
        return self.accepted + self.dismissed

    @property
    def acceptance(self) -> float | None:
        """Share of accepted findings, 0 to 1; None where nobody has answered."""
        return self.accepted / self.answered if self.answered else None


def is_demoting(accepted: int, dismissed: int) -> bool:
    """Whether so many answers make a check say hints only."""
    answered = accepted + dismissed
    return answered >= FEWEST_ANSWERS and accepted < LEAST_ACCEPTANCE * answered
