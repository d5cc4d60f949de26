"""What the session tells those who listen."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class SegmentChanged:
    """A segment, its flags or its judgements are not what they were."""

    document_id: int
    segment_id: int
    position: int


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """Rows of a document came, went, or hold other texts."""

    document_id: int


@dataclass(frozen=True, slots=True)
class DocumentsChanged:
    """Documents came, went, were renamed or signed."""


@dataclass(frozen=True, slots=True)
class ProfileChanged:
    """The project is judged by another profile."""


@dataclass(frozen=True, slots=True)
class HistoryChanged:
    """There is more or less to undo or redo."""

    can_undo: bool
    can_redo: bool


@dataclass(frozen=True, slots=True)
class AnswersChanged:
    """Findings were answered, or answers taken back: of a segment, of a whole document, or everywhere."""

    document_id: int | None
    segment_id: int | None


@dataclass(frozen=True, slots=True)
class CheckDemoted:
    """Editors have not agreed with a check often enough: from now on it says hints only."""

    check: str
    accepted: int
    answered: int
    """Since it was last restored."""


Event: TypeAlias = (
    SegmentChanged
    | RowsChanged
    | DocumentsChanged
    | ProfileChanged
    | HistoryChanged
    | AnswersChanged
    | CheckDemoted
)
