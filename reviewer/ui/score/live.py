"""The report that the page shows, built anew in the background a short while after each change."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.error import ReviewerError
from reviewer.domain.profile import Profile
from reviewer.domain.report import Report, Selection
from reviewer.domain.snapshot import ProjectReview
from reviewer.review.labour import Labour
from reviewer.review.session import Session
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.ui.desk import Desk
from reviewer.ui.job import Dispatcher
from reviewer.ui.score.snapshot import read_document

TOPIC = "scores page"
_PAUSE_MS = 600
"""After this long without a change, the figures follow."""


class LiveReport(QObject):
    """Holds the newest report; works only while somebody looks."""

    changed = Signal()
    """Another report, or the same one is out of date now."""
    progressed = Signal(int, int)

    def __init__(self, desk: Desk, dispatcher: Dispatcher) -> None:
        super().__init__(desk)
        self._desk, self._dispatcher = desk, dispatcher
        self.report: Report | None = None
        self.editors: tuple[str, ...] = ()
        """Everybody whose work the project holds."""
        self.selection = Selection()
        self.is_stale = True
        """Whether the project has changed since the report was built."""
        self._is_watched = False
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.build)
        desk.session_changed.connect(self._on_session_changed)
        for signal in (desk.history_changed, desk.documents_changed, desk.profile_changed):
            signal.connect(self._on_changed)

    @property
    def is_updating(self) -> bool:
        """Whether newer figures are on their way."""
        return self._is_watched and self.is_stale

    def watch(self) -> None:
        """Somebody looks: build at once what is out of date."""
        self._is_watched = True
        if self.is_stale:
            self.build()

    def leave(self) -> None:
        """Nobody looks any more: stop."""
        self._is_watched = False
        self._later.stop()
        self._dispatcher.cancel(TOPIC)

    def select(self, selection: Selection) -> None:
        """Report on these from now on."""
        if selection != self.selection:
            self.selection = selection
            self._go_stale()
            if self._is_watched:
                self.build()

    def build(self) -> None:
        """Start to build the report; what was being built is dropped."""
        session = self._desk.session
        self._later.stop()
        if session is None:
            return
        order = _Order(session.path, self._desk.profile, self.selection)
        job = self._dispatcher.start_watched(TOPIC, _make, order)
        job.progressed.connect(self.progressed)
        job.finished.connect(self._on_made)
        job.failed.connect(self._on_failed)

    def _on_session_changed(self) -> None:
        self._dispatcher.cancel(TOPIC)
        self.report, self.editors, self.selection = None, (), Selection()
        self._on_changed()

    def _on_changed(self) -> None:
        self._go_stale()
        if self._is_watched:
            self._later.start()

    def _go_stale(self) -> None:
        self.is_stale = True
        self.changed.emit()

    def _on_made(self, made: object) -> None:
        if isinstance(made, _Made) and not self._later.isActive():
            self.report, self.is_stale = made.report, False
            if made.editors is not None:
                self.editors = made.editors
            self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, ReviewerError):
            raise error
        self._desk.failed.emit(error)


@dataclass(frozen=True, slots=True)
class _Order:
    path: Path
    profile: Profile
    selection: Selection


@dataclass(frozen=True, slots=True)
class _Made:
    report: Report
    editors: tuple[str, ...] | None
    """None where not all documents were looked at."""


def _make(
    order: _Order,
    /,
    *,
    is_cancelled: Callable[[], bool],
    report: Callable[[int, int], None],
) -> object:
    # Loaded here: the window starts without what only a report needs.
    from reviewer.review.counting import Counting  # noqa: PLC0415
    from reviewer.review.report.assembly import build  # noqa: PLC0415
    from reviewer.review.report.selection import editors_of  # noqa: PLC0415

    try:
        # A door of its own: the window goes on with its work meanwhile.
        with Session.open(order.path, "") as session:
            project, labour = _read(session, order, is_cancelled)
            made = build(
                [project],
                order.profile,
                order.selection,
                labours=[labour],
                count=Counting(session),
                progress=report,
                is_cancelled=is_cancelled,
            )
    except Cancelled:
        return None
    if order.selection.documents:
        return _Made(made, None)
    workers = labour.workers()
    editors = {
        name
        for review in project.documents
        for name in editors_of(review, workers.get(review.document.id, ()))
    }
    return _Made(made, tuple(sorted(editors)))


def _read(session: Session, order: _Order, is_cancelled: Callable[[], bool]) -> tuple[ProjectReview, Labour]:
    """Read what is selected."""
    ids = [summary.document.id for summary in session.documents()]
    wanted = [key for key in ids if not order.selection.documents or key in order.selection.documents]
    project = ProjectReview(
        documents=tuple(read_document(session, key, is_cancelled) for key in wanted),
        profile=session.profile_id,
        profile_text=session.profile_text,
    )
    return project, session.labour()
