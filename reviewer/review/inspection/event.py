"""What an inspection tells those who listen, always in the thread that owns it."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class FindingsChanged:
    """Other findings are to be shown."""

    document_id: int
    segment_ids: frozenset[int] | None
    """None where it may be any of the document's."""


@dataclass(frozen=True, slots=True)
class WorkWanted:
    """There is something for the background: ask for `pending()`, after a pause while the editor types."""

    document_id: int


@dataclass(frozen=True, slots=True)
class InspectionFinished:
    """Everything known of a document is up to date."""

    document_id: int


@dataclass(frozen=True, slots=True)
class CheckFailed:
    """A check failed, or could not be loaded, and is put aside; told once."""

    check: str
    message: str


InspectionEvent: TypeAlias = FindingsChanged | WorkWanted | InspectionFinished | CheckFailed
