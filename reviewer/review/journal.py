"""The append-only journal, and the undo and redo stacks that follow from it.

Each entry names the one beneath it on its stack: an entry that did something, the one that was
undoable before it; an undo or redo, the undo that was redoable before it. So the last entry alone
tells what can be undone and redone, however long the journal is.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from reviewer.review.change import Change, Kind, Step, decoded, encoded
from reviewer.review.store.schema import journal


@dataclass(frozen=True, slots=True)
class History:
    """Where a project stands in its own history."""

    last: int = 0
    """The newest entry; 0 in a new project."""
    undoable: int | None = None
    """The entry the next undo takes back."""
    undo_action: str = ""
    redoable: int | None = None
    """The undo that the next redo takes back."""
    redo_action: str = ""


def now() -> str:
    """Return this moment in ISO 8601, UTC, with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def append(
    connection: Connection,
    *,
    who: str,
    kind: Kind,
    action: str,
    document_id: int | None,
    segment_id: int | None,
    steps: tuple[Step, ...] = (),
    ref: int | None = None,
    below: int | None = None,
) -> Change:
    """Write one entry."""
    at = now()
    entry = connection.execute(
        insert(journal).values(
            at=at,
            who=who,
            kind=kind.value,
            action=action,
            document_id=document_id,
            segment_id=segment_id,
            ref=ref,
            below=below,
            payload=encoded(steps) if steps else None,
        )
    ).inserted_primary_key
    if entry is None:
        raise RuntimeError("the journal gave no id")
    return Change(
        id=entry[0],
        at=at,
        who=who,
        kind=kind,
        action=action,
        document_id=document_id,
        segment_id=segment_id,
        ref=ref,
        steps=steps,
    )


def history(connection: Connection) -> History:
    """Read from the last entry what can be undone and redone."""
    columns = (journal.c.id, journal.c.kind, journal.c.action, journal.c.ref, journal.c.below)
    last = connection.execute(select(*columns).order_by(journal.c.id.desc()).limit(1)).one_or_none()
    if last is None:
        return History()
    if last.kind == Kind.DO:
        return History(last.id, last.id, last.action)
    if last.kind == Kind.REDO:
        undoable, redoable = last.ref, last.below
    else:
        undoable = connection.scalar(select(journal.c.below).where(journal.c.id == last.ref))
        redoable = last.id
    return History(last.id, undoable, _action(connection, undoable), redoable, _action(connection, redoable))


@dataclass(frozen=True, slots=True)
class Turn:
    """An undo or redo that is about to happen."""

    kind: Kind
    entry: Change
    """What is undone or done again."""
    below: int | None
    """What will lie under it on its stack."""


def turn(connection: Connection, history: History, kind: Kind) -> Turn | None:
    """Find out what an undo or redo would be about; None where there is nothing."""
    if kind is Kind.UNDO:
        if history.undoable is None:
            return None
        return Turn(kind, entry(connection, history.undoable), history.redoable)
    if history.redoable is None:
        return None
    undo = connection.execute(
        select(journal.c.ref, journal.c.below).where(journal.c.id == history.redoable)
    ).one()
    return Turn(kind, entry(connection, undo.ref), undo.below)


def append_turn(connection: Connection, who: str, turn: Turn) -> Change:
    """Write the entry of an undo or redo."""
    about = turn.entry
    return append(
        connection,
        who=who,
        kind=turn.kind,
        action=about.action,
        document_id=about.document_id,
        segment_id=about.segment_id,
        ref=about.id,
        below=turn.below,
    )


def entry(connection: Connection, entry_id: int) -> Change:
    """Read one entry."""
    return _change(connection.execute(select(journal).where(journal.c.id == entry_id)).one())


def entries(
    connection: Connection, *, limit: int | None = None, segment_id: int | None = None
) -> tuple[Change, ...]:
    """Read the newest entries, oldest first."""
    query = select(journal).order_by(journal.c.id.desc()).limit(limit)
    if segment_id is not None:
        query = query.where(journal.c.segment_id == segment_id)
    return tuple(_change(row) for row in reversed(connection.execute(query).all()))


def _action(connection: Connection, entry_id: int | None) -> str:
    if entry_id is None:
        return ""
    return connection.scalar(select(journal.c.action).where(journal.c.id == entry_id)) or ""


def _change(row: Row[Any]) -> Change:
    return Change(
        id=row.id,
        at=row.at,
        who=row.who,
        kind=Kind(row.kind),
        action=row.action,
        document_id=row.document_id,
        segment_id=row.segment_id,
        ref=row.ref,
        steps=decoded(row.payload),
    )
