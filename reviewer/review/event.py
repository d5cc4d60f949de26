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


Event: TypeAlias = SegmentChanged | RowsChanged | DocumentsChanged | ProfileChanged | HistoryChanged
