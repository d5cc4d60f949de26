"""Searching the open document: letters first, spelling variants too unless asked not to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reviewer.domain.span import Range, Side
from reviewer.text.fold import find
from reviewer.ui.desk import Desk
from reviewer.ui.dialog.find import FindBar
from reviewer.ui.grid.model import Column

Place = tuple[int, Column, Range]
_SIDES = {
    Column.HINDI: Side.FINAL,
    Column.SOURCE: Side.SOURCE,
    Column.BACK_TRANSLATION: Side.BACK_TRANSLATION,
}
_STEP = 200
"""Segments searched before the window is given a turn."""


class Finding(QObject):
    """Handlers of the find bar."""

    def __init__(self, desk: Desk, bar: FindBar) -> None:
        super().__init__(desk)
        self._desk, self._bar = desk, bar
        self._places: list[Place] = []
        self._at: int | None = None
        self._next_row = 0
        self._query = ("", False)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._search_on)
        bar.query_changed.connect(self.look_for)
        bar.next_wanted.connect(lambda: self.step(1))
        bar.previous_wanted.connect(lambda: self.step(-1))
        bar.closed.connect(lambda: desk.pane().setFocus())
        desk.document_changed.connect(self._forget)
        desk.segment_changed.connect(self._forget)
        desk.rows_changed.connect(self._forget)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        return {"edit.find": self.begin, "edit.find_next": lambda: self.step(1)}

    def begin(self) -> None:
        """Open the bar with the selected words."""
        pane = self._desk.pane()
        chosen = pane.selection()
        self._bar.begin(pane.text()[chosen.start : chosen.end])

    def look_for(self, query: str, is_exact: bool) -> None:
        """Start a search from the top of the document."""
        self._query = (query, is_exact)
        self._places, self._at, self._next_row = [], None, 0
        self._bar.show_place(None, 0)
        if query.strip():
            self._turn.start()

    def step(self, by: int) -> None:
        """Go to the next place, round the end."""
        if not self._places and self._query[0]:
            self.look_for(*self._query)
            while self._turn.isActive():
                self._turn.stop()
                self._search_on()
        if not self._places:
            return
        if self._at is None:
            here = self._desk.position
            self._at = next((n for n, place in enumerate(self._places) if place[0] >= here), 0)
        else:
            self._at = (self._at + by) % len(self._places)
        position, column, found = self._places[self._at]
        has_focus = self._bar.isAncestorOf(self._bar.focusWidget()) if self._bar.focusWidget() else False
        self._desk.go(position)
        self._desk.grid.open_row.panes[column].select(found)
        if has_focus and not self._bar.isHidden():
            self._bar.begin()
        self._bar.show_place(self._at, len(self._places))

    def _search_on(self) -> None:
        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None:
            return
        query, is_exact = self._query
        stop = min(self._next_row + _STEP, self._desk.model.rowCount())
        for segment in session.segments(document_id, self._next_row, stop):
            for column, side in _SIDES.items():
                found = find(segment.text(side), query, exact=is_exact)
                self._places.extend((segment.position, column, place) for place in found)
        self._next_row = stop
        self._bar.show_place(self._at, len(self._places))
        if stop < self._desk.model.rowCount():
            self._turn.start()

    def _forget(self, *_: object) -> None:
        self._places, self._at = [], None
