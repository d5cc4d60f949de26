"""What a committed change means to those who look at the project."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from reviewer.review import journal, query
from reviewer.review.event import (
    DocumentsChanged,
    Event,
    HistoryChanged,
    ProfileChanged,
    RowsChanged,
    SegmentChanged,
)
from reviewer.review.journal import History
from reviewer.review.query import DocumentSummary
from reviewer.review.store.ledger import Ledger
from reviewer.review.store.schema import segments


@dataclass(frozen=True, slots=True)
class News:
    """What the session must remember anew, and tell, once a change is committed."""

    history: History
    profile_id: str
    profile_text: str
    summaries: dict[int, DocumentSummary]
    """Documents as they are now, of those in `stale`."""
    stale: set[int] | None
    """Documents that changed or went; None means all."""
    events: tuple[Event, ...]

    def merged(self, known: dict[int, DocumentSummary]) -> dict[int, DocumentSummary]:
        """Bring remembered summaries up to date."""
        if self.stale is None:
            return self.summaries
        if self.stale <= known.keys() and self.summaries.keys() == self.stale:
            return known | self.summaries
        kept = {key: summary for key, summary in known.items() if key not in self.stale}
        return dict(sorted((kept | self.summaries).items()))


def gather(
    connection: Connection, ledger: Ledger, segment_id: int | None, *, is_everything_stale: bool
) -> News:
    """Read what changed, inside the transaction that changed it."""
    history = journal.history(connection)
    stale = None if is_everything_stale else ledger.documents | ledger.counted
    events: list[Event] = []
    if ledger.documents or is_everything_stale:
        events.append(DocumentsChanged())
    if ledger.is_profile_changed:
        events.append(ProfileChanged())
    events += [RowsChanged(document_id) for document_id in sorted(ledger.realigned)]
    events += _segment_events(connection, ledger, segment_id)
    events += [*ledger.answered, *ledger.demoted]
    events.append(HistoryChanged(history.undoable is not None, history.redoable is not None))
    return News(
        history,
        query.profile_id(connection),
        query.profile_text(connection),
        query.summaries(connection, stale),
        stale,
        tuple(events),
    )


def _segment_events(connection: Connection, ledger: Ledger, segment_id: int | None) -> list[Event]:
    """Name the segments that changed; in a realigned document, only the one the change is about."""
    touched = {key for key, document in ledger.segments.items() if document not in ledger.realigned}
    if segment_id is not None:
        touched.add(segment_id)
    rows = connection.execute(
        select(segments.c.document_id, segments.c.id, segments.c.position)
        .where(segments.c.id.in_(touched))
        .order_by(segments.c.position)
    )
    return [SegmentChanged(row.document_id, row.id, row.position) for row in rows]
