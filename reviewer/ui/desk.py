"""What the desk is about at this moment: project, document, row, flag, and whether text is being typed."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Flag
from reviewer.domain.profile import Profile
from reviewer.domain.segment import Segment
from reviewer.domain.span import Side
from reviewer.review.proposal import Proposal
from reviewer.review.session import Session
from reviewer.ui.bridge import Bridge
from reviewer.ui.grid.caret import enter
from reviewer.ui.grid.model import Column, SegmentModel
from reviewer.ui.grid.pane import TextPane
from reviewer.ui.grid.row import Row
from reviewer.ui.grid.view import ReviewTable
from reviewer.ui.offer import offered, profile_of
from reviewer.ui.word import tr

PAUSE_MS = 1000
"""After this long without a key press, what was typed is committed."""


class Desk(QObject):
    """The one mutable place of the window; panels read it and listen to it."""

    session_changed = Signal()
    document_changed = Signal()
    documents_changed = Signal()
    row_changed = Signal()
    """Another row is current, or the current row's data changed."""
    segment_changed = Signal(int, int)
    """Segment id and position: anything of this document's rows changed."""
    rows_changed = Signal()
    flag_changed = Signal()
    mode_changed = Signal()
    committing = Signal()
    """What is being written anywhere at the desk is to be stored now."""
    history_changed = Signal()
    profile_changed = Signal()
    closing = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, model: SegmentModel, grid: ReviewTable) -> None:
        super().__init__(grid)
        self.model, self.grid = model, grid
        self.session: Session | None = None
        self.document_id: int | None = None
        self.position = -1
        self.flag_id: int | None = None
        self.shows_diff = True
        self._bridge: Bridge | None = None
        self._places: dict[int, int] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        grid.row_pressed.connect(self.go)
        grid.open_row.typed.connect(self._pause.start)
        grid.open_row.flag_pressed.connect(self.choose_flag)

    # Project and document

    def attach(self, session: Session) -> None:
        """Work on this project; the one before is closed."""
        self.detach()
        self.session = session
        bridge = Bridge(session, self)
        bridge.segment_changed.connect(self._on_segment_changed)
        bridge.rows_changed.connect(self._on_rows_changed)
        bridge.documents_changed.connect(self._on_documents_changed)
        bridge.history_changed.connect(self.history_changed)
        bridge.profile_changed.connect(self.document_changed)
        bridge.profile_changed.connect(self.profile_changed)
        self._bridge = bridge
        self.session_changed.emit()
        first = next(iter(session.documents()), None)
        self.show_document(first.document.id if first else None)

    def detach(self) -> None:
        """Close the project, with what was typed committed."""
        if not self.end_editing():
            self._stop_editing()
        self.closing.emit()
        if self._bridge is not None:
            self._bridge.close()
            self._bridge.deleteLater()
            self._bridge = None
        session, self.session = self.session, None
        self.show_document(None)
        self._places.clear()
        if session is not None:
            session.close()
        self.session_changed.emit()

    def show_document(self, document_id: int | None, position: int | None = None) -> None:
        """Show a document where it was left."""
        if not self.end_editing():
            return
        if self.document_id is not None:
            self._places[self.document_id] = self.position
        self.document_id = document_id
        self.position, self.flag_id = -1, None
        self.model.show(self.session, document_id)
        self.document_changed.emit()
        if document_id is not None and self.model.rowCount():
            self.go(self._places.get(document_id, 0) if position is None else position)
        else:
            self.row_changed.emit()

    # Row and flag

    def row(self) -> Row | None:
        """The current row."""
        return self.model.row(self.position) if 0 <= self.position < self.model.rowCount() else None

    def segment(self) -> Segment | None:
        """The current segment."""
        return row.segment if (row := self.row()) else None

    def flag(self) -> Flag | None:
        """The current flag."""
        return row.flag(self.flag_id) if (row := self.row()) else None

    @property
    def profile(self) -> Profile:
        """The profile that the project is judged by."""
        return profile_of(self.session)

    def proposals(self) -> tuple[Proposal, ...]:
        """The edits of the current row that no flag explains and nobody has passed over."""
        return self.proposals_at(self.position)

    def proposals_at(self, position: int) -> tuple[Proposal, ...]:
        """The same for any row."""
        if self.session is None or not 0 <= position < self.model.rowCount():
            return ()
        return offered(self.session, self.model.row(position))

    def pane(self) -> TextPane:
        """The text that the keys go to."""
        return self.grid.open_row.active

    def go(self, position: int, flag_id: int | None = None) -> None:
        """Make a row the current one, and a flag of it."""
        if not self.model.rowCount():
            return
        position = max(0, min(position, self.model.rowCount() - 1))
        if position != self.position and not self.end_editing():
            return
        self.position, self.flag_id = position, flag_id
        self.grid.open_current(position, flag_id)
        self.row_changed.emit()
        self.flag_changed.emit()
        if not self.is_editing:
            self.grid.open_row.activate(Column.HINDI)

    def choose_flag(self, flag_id: int | None) -> None:
        """Make a flag of the current row the current one, and put the caret into it."""
        if flag_id != self.flag_id:
            self.committing.emit()
        self.flag_id = flag_id
        self.grid.show_flag(flag_id)
        flag, row = self.flag(), self.row()
        if flag is not None and row is not None and not self.is_editing:
            enter(flag, row, self.grid.open_row)
        self.flag_changed.emit()

    def set_diff(self, is_on: bool) -> None:
        """Show what was changed from received to final in the open row, or not."""
        self.shows_diff = is_on
        self.row_changed.emit()

    # Editing

    @property
    def is_editing(self) -> bool:
        """Whether a text is being typed into."""
        return any(pane.is_editing for pane in self.grid.open_row.panes.values())

    def begin_editing(self, column: Column = Column.HINDI) -> None:
        """Open a text of the current row for typing."""
        if self.session is None or self.row() is None:
            return
        if self.session.is_read_only:
            self.told.emit(tr("This project can only be read: its file or folder is write-protected."))
            return
        pane = self.grid.open_row.panes[column]
        if not pane.is_editing and not self.end_editing():
            return
        if self.grid.isColumnHidden(column):
            self.grid.show_column(column, is_shown=True)
        self.grid.open_row.activate(column)
        pane.set_editing(is_editing=True)
        pane.setFocus()
        self.mode_changed.emit()

    def end_editing(self) -> bool:
        """Commit what was typed and return to marking; False, and all stays, where it cannot be stored."""
        if not self.is_editing:
            self.committing.emit()
            return True
        # A word that the input method is still composing belongs to the text.
        QGuiApplication.inputMethod().commit()
        if not self.commit():
            return False
        self._stop_editing()
        return True

    def commit(self) -> bool:
        """Store what has been typed so far; False where it cannot be stored."""
        self.committing.emit()
        self._pause.stop()
        row = self.row()
        if self.session is None or row is None:
            return True
        for pane in self.grid.open_row.panes.values():
            is_new = pane.is_editing and pane.text() != row.segment.text(pane.side)
            if is_new and not self._store(self.session, row.segment.id, pane):
                return False
        return True

    def _stop_editing(self) -> None:
        for pane in self.grid.open_row.panes.values():
            pane.set_editing(is_editing=False)
        self.grid.open_row.show(self.row(), self.flag_id)
        self.mode_changed.emit()

    def _store(self, session: Session, segment_id: int, pane: TextPane) -> bool:
        try:
            if pane.side is Side.FINAL:
                session.set_final(segment_id, pane.text())
            else:
                session.set_text(segment_id, pane.side, pane.text() or None)
        except ReviewerError as error:
            # The text stays in the pane: nothing typed is lost while the remedy is sought.
            self.failed.emit(error)
            return False
        return True

    # What the session tells

    def _on_segment_changed(self, document_id: int, segment_id: int, position: int) -> None:
        if document_id != self.document_id:
            return
        self.model.refresh(position)
        self.segment_changed.emit(segment_id, position)
        if position == self.position:
            if self.flag_id is not None and self.flag() is None:
                self.choose_flag(None)
            self.row_changed.emit()

    def _on_rows_changed(self, document_id: int) -> None:
        if document_id != self.document_id:
            return
        position, segment = self.position, self.segment()
        panes = self.grid.open_row.panes
        typed = next(((c, pane.selection()) for c, pane in panes.items() if pane.is_editing), None)
        self.end_editing()
        self.model.reload()
        self.position, self.flag_id = -1, None
        self.rows_changed.emit()
        self.go(position)
        now = self.segment()
        if typed and segment and now and now.id == segment.id:
            # Rows may come in the middle of a sentence: the next letters are still text, not commands.
            self.begin_editing(typed[0])
            panes[typed[0]].select(typed[1])

    def _on_documents_changed(self) -> None:
        known = [summary.document.id for summary in self.session.documents()] if self.session else []
        if self.document_id is not None and self.document_id not in known:
            self.show_document(known[0] if known else None)
        self.documents_changed.emit()
