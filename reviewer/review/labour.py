"""Who did what and for how long, as the journal has it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, select

from reviewer.review.change import Action, Kind
from reviewer.review.store.schema import journal

IDLE_SECONDS = 300.0
_AT_ONCE = 5000

Entry = tuple[str, str, str, str, int | None, int | None]
"""When, who, kind, action, document and segment of a journal entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labour:
    """What editors did in one project."""

    seconds: Mapping[tuple[str, int | None], float] = field(default_factory=dict)
    """Time at work by editor and document, a lower bound: reading without a change leaves no trace."""
    reviewers: Mapping[int, str] = field(default_factory=dict)
    """Who set each segment's state last."""
    writers: Mapping[int, str] = field(default_factory=dict)
    """Who changed each segment's final text last."""
    dismissed: Mapping[tuple[str, int | None], int] = field(default_factory=dict)
    """Edits that an editor looked at and did not make a flag of, by editor and document."""
    entries: int = 0

    def workers(self) -> dict[int, set[str]]:
        """Return who changed something in each document."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for who, document_id in self.seconds:
            if document_id is not None:
                found[document_id].add(who)
        return dict(found)


def labour(connection: Connection, idle_seconds: float = IDLE_SECONDS) -> Labour:
    """Read who did what, entry by entry; a pause longer than `idle_seconds` is no work."""
    columns = (
        journal.c.at,
        journal.c.who,
        journal.c.kind,
        journal.c.action,
        journal.c.document_id,
        journal.c.segment_id,
    )
    query = select(*columns).order_by(journal.c.id).execution_options(yield_per=_AT_ONCE)
    return summed((tuple(row) for row in connection.execute(query)), idle_seconds)


def summed(entries: Iterable[Entry], idle_seconds: float = IDLE_SECONDS) -> Labour:
    """Sum up entries in the order they were written.

    The time between two entries of one editor counts for the document of the later one. Adding a
    document is nobody's work on it: it only starts the clock.
    """
    seconds: defaultdict[tuple[str, int | None], float] = defaultdict(float)
    reviewers: dict[int, str] = {}
    writers: dict[int, str] = {}
    dismissed: Counter[tuple[str, int | None]] = Counter()
    last: dict[str, datetime] = {}
    number = 0
    for at, who, kind, action, document_id, segment_id in entries:
        number += 1
        moment = datetime.fromisoformat(at)
        pause = (moment - last.get(who, moment)).total_seconds()
        last[who] = moment
        if action == Action.ADD_DOCUMENT:
            continue
        seconds[who, document_id] += pause if 0 < pause <= idle_seconds else 0.0
        if kind == Kind.UNDO:
            continue
        if segment_id is not None and action == Action.SET_STATE:
            reviewers[segment_id] = who
        elif segment_id is not None and action in {Action.EDIT_FINAL, Action.FIX}:
            writers[segment_id] = who
        elif action == Action.PASS_OVER:
            dismissed[who, document_id] += 1
    return Labour(
        seconds=dict(seconds),
        reviewers=reviewers,
        writers=writers,
        dismissed=dict(dismissed),
        entries=number,
    )
