"""The figures of the open document, kept up to date in the background."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.profile import Profile
from reviewer.domain.score import ScoreCard
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.scoreboard import Blocker, Cancelled, Scoreboard
from reviewer.scoring.comparison import Pending, compute
from reviewer.ui.desk import Desk
from reviewer.ui.job import Dispatcher


class LiveScores(QObject):
    """Builds a scoreboard for the open document, then changes it one segment at a time."""

    changed = Signal()

    def __init__(self, desk: Desk, dispatcher: Dispatcher) -> None:
        super().__init__(desk)
        self._desk, self._dispatcher = desk, dispatcher
        self._board: Scoreboard | None = None
        self._stale: set[int] = set()
        self.card: ScoreCard | None = None
        self.blockers: tuple[Blocker, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self._catch_up)
        desk.document_changed.connect(self.rebuild)
        desk.rows_changed.connect(self.rebuild)
        desk.segment_changed.connect(self._on_segment_changed)

    def rebuild(self) -> None:
        """Start over for the open document."""
        self._board, self.card, self.blockers = None, None, ()
        self._stale.clear()
        session, document_id = self._desk.session, self._desk.document_id
        self.changed.emit()
        if session is None or document_id is None:
            self._dispatcher.cancel("scores")
            return
        review = session.document_review(document_id)
        job = self._dispatcher.start_watched("scores", _build, (review, self._desk.profile))
        job.finished.connect(self._on_built)

    def _on_built(self, board: object) -> None:
        if isinstance(board, Scoreboard):
            self._board = board
            self._catch_up()

    def _on_segment_changed(self, segment_id: int, _position: int) -> None:
        self._stale.add(segment_id)
        self._later.start()

    def _catch_up(self) -> None:
        session = self._desk.session
        if self._board is None or session is None:
            return
        for segment_id in self._stale:
            segment = session.segment(segment_id)
            at = segment.position
            judged = session.judgements_between(segment.document_id, at, at + 1)
            self._board.update(segment, session.flags(segment_id), judged.get(segment_id, ()))
        self._stale.clear()
        self._tell()
        if self._board.pending:
            job = self._dispatcher.start("edit distance", _settle, self._board.pending)
            job.finished.connect(self._on_settled)

    def _on_settled(self, done: object) -> None:
        if self._board is not None and isinstance(done, tuple):
            self._board.settle(done)
            self._tell()

    def _tell(self) -> None:
        if self._board is not None:
            self.card = self._board.card()
            self.blockers = self._board.blockers()
            self.changed.emit()


def _settle(pending: tuple[Pending, ...]) -> object:
    return tuple(compute(task) for task in pending)


def _build(
    value: tuple[DocumentReview, Profile],
    /,
    *,
    is_cancelled: Callable[[], bool],
    report: Callable[[int, int], None],  # noqa: ARG001 - the dispatcher's signature
) -> object:
    review, profile = value
    try:
        return Scoreboard(review, profile, is_cancelled=is_cancelled)
    except Cancelled:
        return None
