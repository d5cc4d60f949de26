"""Session events as Qt signals: the one place where the two meet."""

from PySide6.QtCore import QObject, Signal

from reviewer.review.event import (
    DocumentsChanged,
    Event,
    HistoryChanged,
    ProfileChanged,
    RowsChanged,
    SegmentChanged,
)
from reviewer.review.session import Session


class Bridge(QObject):
    """Turns what a session tells into signals, until it is closed."""

    segment_changed = Signal(int, int, int)
    """Document, segment, position."""
    rows_changed = Signal(int)
    documents_changed = Signal()
    profile_changed = Signal()
    history_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = session.subscribe(self._on_event)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()

    def _on_event(self, event: Event) -> None:
        match event:
            case SegmentChanged():
                self.segment_changed.emit(event.document_id, event.segment_id, event.position)
            case RowsChanged():
                self.rows_changed.emit(event.document_id)
            case DocumentsChanged():
                self.documents_changed.emit()
            case ProfileChanged():
                self.profile_changed.emit()
            case HistoryChanged():
                self.history_changed.emit()
