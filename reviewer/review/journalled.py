"""An open project on which every edit is one saved, reversible change that is told to listeners."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from reviewer.review import journal
from reviewer.review.change import Action, Change, Kind
from reviewer.review.edit.unit import Edit
from reviewer.review.event import Event
from reviewer.review.journal import History
from reviewer.review.news import News, gather
from reviewer.review.reading import Reading
from reviewer.review.store.database import Database
from reviewer.review.store.ledger import Ledger

Listener = Callable[[Event], None]


class Journalled(Reading):
    """How edits are made: each is committed together with its journal entry, then told.

    An edit that changes nothing writes nothing.
    """

    def __init__(self, database: Database, user: str) -> None:
        super().__init__(database, user)
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every event from now on, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def undo(self) -> Change | None:
        """Take the last change back and return it; None where there is nothing."""
        return self._travel(Kind.UNDO)

    def redo(self) -> Change | None:
        """Do again what was undone last and return it; None where there is nothing."""
        return self._travel(Kind.REDO)

    def _travel(self, kind: Kind) -> Change | None:
        with self._database.write() as connection:
            history = journal.history(connection)
            turn = journal.turn(connection, history, kind)
            if turn is None:
                return None
            ledger = Ledger(connection)
            ledger.travel(turn.entry.steps, is_back=kind is Kind.UNDO)
            journal.append_turn(connection, self.user, turn)
            news = self._close(connection, ledger, history, turn.entry.segment_id)
        self._publish(news)
        return turn.entry

    @contextmanager
    def _editing(self, action: Action) -> Iterator[Edit]:
        """Commit what is done inside as one change with one journal entry."""
        news = None
        with self._database.write() as connection:
            edit = Edit(connection, self.user)
            yield edit
            if edit.ledger.steps:
                history = journal.history(connection)
                journal.append(
                    connection,
                    who=self.user,
                    kind=Kind.DO,
                    action=action,
                    document_id=edit.document_id,
                    segment_id=edit.segment_id,
                    steps=tuple(edit.ledger.steps),
                    below=history.undoable,
                )
                news = self._close(connection, edit.ledger, history, edit.segment_id)
        if news is not None:
            self._publish(news)

    def _close(self, connection: Connection, ledger: Ledger, before: History, segment_id: int | None) -> News:
        """Finish a transaction's rows; what follows from them is published after the commit."""
        ledger.close()
        is_ours = before.last == self._history.last
        return gather(connection, ledger, segment_id, is_everything_stale=not is_ours)

    def _publish(self, news: News) -> None:
        self._history = news.history
        self._profile_id, self._profile_text = news.profile_id, news.profile_text
        self._summaries = news.merged(self._summaries)
        for event in news.events:
            for listener in tuple(self._listeners):
                listener(event)
