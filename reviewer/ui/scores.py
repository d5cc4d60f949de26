"""The figures of the open document, kept up to date in the background."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Flag, Judgement
from reviewer.domain.profile import Profile
from reviewer.domain.score import ScoreCard
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.scoreboard import Blocker, Scoreboard
from reviewer.review.session import Session
from reviewer.scoring.comparison import Pending, compute
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.ui.desk import Desk
from reviewer.ui.grid.row import Row
from reviewer.ui.job import Dispatcher
from reviewer.ui.offer import offered

LONGEST = 100_000
"""Segments of a document beyond which scores are left to the report."""
PART = 1000


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
        self.edits: dict[int, int] = {}
        """How many edits of a segment, by its id, no flag explains; segments without any are left out."""
        self.is_too_long = False
        """Whether the document is left to the score report."""
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self._catch_up)
        desk.document_changed.connect(self.rebuild)
        desk.rows_changed.connect(self.rebuild)
        desk.segment_changed.connect(self._on_segment_changed)

    def rebuild(self) -> None:
        """Start over for the open document."""
        self._board, self.card, self.blockers, self.edits = None, None, (), {}
        self._stale.clear()
        for topic in ("scores", "edit distance"):
            self._dispatcher.cancel(topic)
        session, document_id = self._desk.session, self._desk.document_id
        self.is_too_long = False
        if session is not None and document_id is not None:
            self.is_too_long = session.segment_count(document_id) > LONGEST
        self.changed.emit()
        if session is None or document_id is None or self.is_too_long:
            return
        job = self._dispatcher.start_watched(
            "scores", _build, (session.path, document_id, self._desk.profile)
        )
        job.finished.connect(self._on_built)
        job.failed.connect(self._on_failed)

    def _on_built(self, built: object) -> None:
        if isinstance(built, _Built):
            self._board, self.edits = built.board, built.edits
            self._catch_up()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, ReviewerError):
            raise error
        self._desk.failed.emit(error)

    def _on_segment_changed(self, segment_id: int, _position: int) -> None:
        self._stale.add(segment_id)
        self._later.start()

    def _catch_up(self) -> None:
        session = self._desk.session
        if self._board is None or session is None:
            return
        for segment_id in self._stale:
            segment, flags = session.segment(segment_id), session.flags(segment_id)
            at = segment.position
            judged = session.judgements_between(segment.document_id, at, at + 1)
            self._board.update(segment, flags, judged.get(segment_id, ()))
            self.edits.pop(segment_id, None)
            if left := len(offered(session, Row(segment, flags))):
                self.edits[segment_id] = left
        self._stale.clear()
        self._tell()
        if self._board.pending:
            job = self._dispatcher.start("edit distance", _settle, self._board.pending)
            job.finished.connect(self._on_settled)
            job.failed.connect(self._on_failed)

    def _on_settled(self, done: object) -> None:
        if self._board is not None and isinstance(done, tuple):
            self._board.settle(done)
            self._tell()

    def _tell(self) -> None:
        if self._board is not None:
            self.card = self._board.card()
            self.blockers = self._board.blockers()
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class _Built:
    board: Scoreboard
    edits: dict[int, int]


def _settle(pending: tuple[Pending, ...]) -> object:
    return tuple(compute(task) for task in pending)


def _build(
    value: tuple[Path, int, Profile],
    /,
    *,
    is_cancelled: Callable[[], bool],
    report: Callable[[int, int], None],  # noqa: ARG001 - the dispatcher's signature
) -> object:
    # Loaded here: the window starts without what only counting needs.
    from reviewer.review.counting import Counting  # noqa: PLC0415

    path, document_id, profile = value
    try:
        # A door of its own: the window goes on with its work meanwhile.
        with Session.open(path, "") as session:
            review, edits = _read(session, document_id, is_cancelled)
            board = Scoreboard(review, profile, count=Counting(session), is_cancelled=is_cancelled)
        return _Built(board, edits)
    except Cancelled:
        return None


def _read(
    session: Session, document_id: int, is_cancelled: Callable[[], bool]
) -> tuple[DocumentReview, dict[int, int]]:
    """Read a document in parts, so that no edit has to wait for long."""
    segments: list[Segment] = []
    flags: list[Flag] = []
    judgements: list[Judgement] = []
    edits: dict[int, int] = {}
    for start in range(0, session.segment_count(document_id), PART):
        if is_cancelled():
            raise Cancelled
        part = session.segments(document_id, start, start + PART)
        said = session.flags_between(document_id, start, start + PART)
        segments += part
        for own in said.values():
            flags += own
        for judged in session.judgements_between(document_id, start, start + PART).values():
            judgements += judged
        edits |= _unexplained(session, part, said, is_cancelled)
    judgements += session.document_judgements(document_id)
    review = DocumentReview(
        document=session.document(document_id),
        segments=tuple(segments),
        flags=tuple(flags),
        judgements=tuple(judgements),
    )
    return review, edits


def _unexplained(
    session: Session,
    segments: Sequence[Segment],
    flags: Mapping[int, tuple[Flag, ...]],
    is_cancelled: Callable[[], bool],
) -> dict[int, int]:
    found = {}
    for segment in segments:
        if is_cancelled():
            raise Cancelled
        if left := len(offered(session, Row(segment, flags.get(segment.id, ())))):
            found[segment.id] = left
    return found
