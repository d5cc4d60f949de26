"""What checks suspect, brought to the desk: looked for in the background, marked, walked with keys."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.checks.check import Check
from reviewer.domain.error import ReviewerError
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.span import Range, Side
from reviewer.review.event import CheckDemoted, Event
from reviewer.review.inspection.event import (
    CheckFailed,
    FindingsChanged,
    InspectionEvent,
    InspectionFinished,
    WorkWanted,
)
from reviewer.review.inspection.inspection import Inspection
from reviewer.review.inspection.round import run
from reviewer.review.inspection.search import FIRM, Place, Search, Sought, search
from reviewer.ui.desk import Desk
from reviewer.ui.grid.model import Column
from reviewer.ui.job import Dispatcher
from reviewer.ui.word import tr

TOPIC, SEARCH_TOPIC = "checks", "next finding"
_PAUSE_MS = 250
_TYPING_MS = 300
_FRAME_MS = 40
"""Rows that were looked at are shown together, this often."""
_COLUMNS = {Side.SOURCE: Column.SOURCE, Side.BACK_TRANSLATION: Column.BACK_TRANSLATION}


class Findings(QObject):
    """Follows the desk; holds the one finding that keys act on."""

    changed = Signal()
    """Findings of the open document, or which one is current."""
    demoted = Signal(str, int, int)
    """A check editors did not agree with; accepted and answered."""

    def __init__(self, desk: Desk, jobs: Dispatcher) -> None:
        super().__init__(desk)
        self._desk, self._jobs = desk, jobs
        self._inspection: Inspection | None = None
        self._leave: tuple[Callable[[], None], ...] = ()
        self.current: Finding | None = None
        self.tiers = FIRM
        """What is shown and walked; hints only on request."""
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._work)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._try)
        self._frame = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._frame.timeout.connect(self.refresh)
        desk.model.findings_of = self.of
        desk.closing.connect(self._close)
        desk.session_changed.connect(self._on_session_changed)
        desk.document_changed.connect(self._on_document_changed)
        desk.row_changed.connect(self._on_row_changed)
        desk.grid.open_row.typed.connect(self._typing.start)
        desk.grid.open_row.finding_pressed.connect(self._on_pressed)

    # What there is

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks at work."""
        return self._inspection.checks if self._inspection else ()

    def of(self, segment_id: int) -> tuple[Finding, ...]:
        """The findings of a segment of the open document that are shown, most serious first."""
        if self._inspection is None or self._desk.document_id is None:
            return ()
        found = self._inspection.findings(self._desk.document_id, segment_id)
        return found if len(self.tiers) == len(Tier) else tuple(f for f in found if f.tier in self.tiers)

    def here(self) -> tuple[Finding, ...]:
        """Those of the current row."""
        row = self._desk.row()
        return row.findings if row else ()

    def count(self) -> int:
        """How many are shown in the open document."""
        if self._inspection is None or self._desk.document_id is None:
            return 0
        counts = self._inspection.counts(self._desk.document_id)
        return sum(counts[tier] for tier in self.tiers)

    def in_document(self) -> tuple[Finding, ...]:
        """All of the open document, hints too."""
        if self._inspection is None or self._desk.document_id is None:
            return ()
        return self._inspection.document_findings(self._desk.document_id)

    # Which one is meant

    def choose(self, finding: Finding | None) -> None:
        """Make a finding of the current row the one that keys act on, and put the caret before it."""
        self.current = finding
        self._desk.grid.show_finding(finding.key if finding else "")
        if finding is not None and not self._desk.is_editing:
            self._enter(finding)
        self.changed.emit()

    def show_hints(self, *, is_on: bool) -> None:
        """Show hints too, or what is firm only."""
        self.tiers = frozenset(Tier) if is_on else FIRM
        self.refresh()

    def step(self, *, is_forward: bool) -> None:
        """Go to the next finding, through the document and then through the project."""
        desk = self._desk
        if self._inspection is None or desk.document_id is None or not desk.end_editing():
            return
        place = self._inspection.next(
            desk.document_id, desk.position, self.current, is_forward=is_forward, tiers=self.tiers
        )
        if place is not None:
            self._go(place)
            return
        order = self._inspection.search(desk.document_id, is_forward=is_forward, tiers=self.tiers)
        job = self._jobs.start_watched(SEARCH_TOPIC, search, order)
        job.finished.connect(lambda sought: self._on_sought(order, sought))
        job.failed.connect(self._on_failed)

    def _go(self, place: Place) -> None:
        desk = self._desk
        if place.document_id != desk.document_id:
            desk.show_document(place.document_id, place.position)
        elif place.position != desk.position:
            desk.go(place.position)
        row = desk.row()
        if row is not None and place.finding not in row.findings:
            desk.model.refresh_findings()
        self.choose(next((each for each in self.here() if each.key == place.finding.key), place.finding))

    def _on_sought(self, order: Search, sought: object) -> None:
        if not isinstance(sought, Sought) or self._inspection is None:
            return
        self._inspection.remember(order, sought)
        if sought.place is None:
            self._desk.told.emit(tr("No more findings in this project."))
        else:
            self._go(sought.place)

    def _enter(self, finding: Finding) -> None:
        open_row = self._desk.grid.open_row
        span = finding.target_span
        column = Column.HINDI
        if span is None and (span := finding.english_span) is not None:
            column = _COLUMNS[span.side]
        if span is None or open_row.panes[column].isHidden():
            return
        open_row.activate(column)
        open_row.panes[column].select(Range(span.start, span.start))

    def _on_pressed(self, key: str) -> None:
        self.choose(next((each for each in self.here() if each.key == key), None))

    # Following the desk

    def _on_session_changed(self) -> None:
        self._close()
        session = self._desk.session
        if session is None:
            return
        self._inspection = Inspection(session)
        self._leave = (
            self._inspection.subscribe(self._on_event),
            session.subscribe(self._on_session_event),
        )

    def _close(self) -> None:
        for timer in (self._soon, self._typing, self._frame):
            timer.stop()
        for leave in self._leave:
            leave()
        self._leave, self.current = (), None
        if self._inspection is not None:
            for topic in (TOPIC, SEARCH_TOPIC):
                self._jobs.cancel(topic)
            self._inspection.close()
            self._inspection = None

    def _on_document_changed(self) -> None:
        self.current = None
        if self._inspection is not None and self._desk.document_id is not None:
            self._jobs.cancel(TOPIC)
            self._inspection.open(self._desk.document_id, max(0, self._desk.position))
            self._soon.start(0)
        self.changed.emit()

    def _on_row_changed(self) -> None:
        """Keep to the finding only while it is still there."""
        if self.current is not None:
            keys = {each.key: each for each in self.here()}
            self.current = keys.get(self.current.key)
            self._desk.grid.show_finding(self.current.key if self.current else "")
        self.changed.emit()

    def _on_event(self, event: InspectionEvent) -> None:
        match event:
            case FindingsChanged() | InspectionFinished():
                if event.document_id == self._desk.document_id and not self._frame.isActive():
                    self._frame.start()
            case WorkWanted():
                self._soon.start(_PAUSE_MS)
            case CheckFailed():
                self._desk.told.emit(event.message)

    def _on_session_event(self, event: Event) -> None:
        if isinstance(event, CheckDemoted):
            self.demoted.emit(event.check, event.accepted, event.answered)

    def refresh(self) -> None:
        """Show what is known now."""
        self._desk.model.refresh_findings()
        self._on_row_changed()

    # Work in the background

    def _work(self) -> None:
        order = self._inspection.pending() if self._inspection else None
        if order is None:
            return
        job = self._jobs.start_watched(TOPIC, run, order)
        job.progressed.connect(self._collect)
        job.finished.connect(self._collect)
        job.failed.connect(self._on_failed)

    def _collect(self, *_: object) -> None:
        if self._inspection is not None:
            self._inspection.collect()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, ReviewerError):
            raise error
        self._desk.failed.emit(error)

    def _try(self) -> None:
        """Look at what is being typed before it is stored."""
        row, open_row = self._desk.row(), self._desk.grid.open_row
        if self._inspection is None or row is None or not open_row.hindi.is_editing:
            return
        typed = replace(row.segment, final=open_row.hindi.text())
        found = self._inspection.tried(typed, row.flags)
        open_row.show_tried(tuple(each for each in found if each.tier in self.tiers))
