"""What a journal entry says: who changed what, when, and how to take it back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never

from reviewer.review.store.row import Values


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after. Made: no `before`; removed: no `after`; else only what differs."""

    table: str
    id: int | str
    before: Values | None
    after: Values | None

    def inverse(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class PositionShift:
    """All segments of a document from row `start` on move by so many rows."""

    document_id: int
    start: int
    by: int

    def inverse(self) -> "PositionShift":
        """The change that takes this one back."""
        return PositionShift(self.document_id, self.start + self.by, -self.by)


@dataclass(frozen=True, slots=True)
class TextSlide:
    """The texts of one column in rows `first` to `last` move one row down (+1) or up (−1).

    The cell that would fall out at the end is empty; the one at the beginning becomes empty.
    """

    document_id: int
    column: str
    first: int
    last: int
    by: int

    def inverse(self) -> "TextSlide":
        """The change that takes this one back."""
        return TextSlide(self.document_id, self.column, self.first, self.last, -self.by)


Step: TypeAlias = RowChange | PositionShift | TextSlide
"""One reversible step; a change is a few of them, in order."""


class Kind(StrEnum):
    """Whether an entry did something, took it back, or did it again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Action(StrEnum):
    """What an editor did, as menus say it after "Undo"."""

    ADD_DOCUMENT = "Add document"
    REMOVE_DOCUMENT = "Remove document"
    RESTORE_DOCUMENT = "Restore document"
    RENAME = "Rename document"
    SIGN_OFF = "Sign off"
    WITHDRAW = "Withdraw sign-off"
    SET_DESK = "Change desk"
    SET_PROFILE = "Change profile"
    ADD_FLAG = "Flag"
    CHANGE_FLAG = "Change flag"
    REMOVE_FLAG = "Remove flag"
    ACCEPT = "Accept finding"
    DISMISS = "Dismiss finding"
    FIX = "Apply fix"
    FIX_ALL = "Apply fixes"
    TAKE_BACK = "Take answer back"
    RESTORE_CHECK = "Restore check"
    PASS_OVER = "Pass over edit"  # noqa: S105 - not a password
    EDIT_FINAL = "Edit Hindi"
    EDIT_TEXT = "Edit text"
    SET_STATE = "Set state"
    SET_ROLE = "Set role"
    JUDGE = "Judge"
    MERGE = "Merge rows"
    SPLIT = "Split row"
    SHIFT = "Shift texts"
    LOCK = "Lock row"
    UNLOCK = "Unlock row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One journal entry."""

    id: int
    at: str
    """ISO 8601, UTC, milliseconds."""
    who: str
    kind: Kind
    action: str
    document_id: int | None
    segment_id: int | None
    ref: int | None
    """The entry that was undone or redone."""
    steps: tuple[Step, ...]
    """In the order they were taken; empty for an undo or redo, which `ref` explains."""


def encoded(steps: tuple[Step, ...]) -> list[object]:
    """Write steps as plain lists for the journal."""
    return [_encoded_step(step) for step in steps]


def decoded(stored: list[list[object]] | None) -> tuple[Step, ...]:
    """Read steps as `encoded` wrote them."""
    kinds: dict[object, type[Step]] = {"row": RowChange, "positions": PositionShift, "texts": TextSlide}
    return tuple(kinds[kind](*values) for kind, *values in stored or ())  # type: ignore[arg-type]


def _encoded_step(step: Step) -> list[object]:
    match step:
        case RowChange(table, row, before, after):
            return ["row", table, row, before, after]
        case PositionShift(document, start, by):
            return ["positions", document, start, by]
        case TextSlide(document, column, first, last, by):
            return ["texts", document, column, first, last, by]
        case _:
            assert_never(step)
