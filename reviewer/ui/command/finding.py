"""Searching the open document: letters first, spelling variants too unless asked not to."""

from bisect import bisect_left, bisect_right
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
        self._last: Place | None = None
        """Where the search has led; the next step goes on from there."""
        self._next_row = 0
        self._query = ("", False)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._search_on)
        bar.query_changed.connect(self.look_for)
        bar.next_wanted.connect(lambda: self.step(1))
        bar.previous_wanted.connect(lambda: self.step(-1))
        bar.closed.connect(lambda: desk.pane().setFocus())
        desk.document_changed.connect(self._begin_anew)
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
        self._places, self._last, self._next_row = [], None, 0
        self._bar.show_place(None, 0)
        if query.strip():
            self._turn.start()

    def step(self, by: int) -> None:
        """Go to the next place, round the end; with nothing to look for, ask for words."""
        if not self._query[0].strip():
            self.begin()
            return
        if not self._places:
            self._search_all()
        if not self._places:
            return
        at = self._beside(by)
        position, column, found = self._last = self._places[at]
        focused = self._bar.focusWidget()
        is_typing = focused is not None and focused.hasFocus() and not self._bar.isHidden()
        self._desk.go(position)
        self._desk.grid.open_row.activate(column)
        self._desk.grid.open_row.panes[column].select(found)
        if is_typing:
            self._bar.begin()
        self._bar.show_place(at, len(self._places))

    def _beside(self, by: int) -> int:
        """The place after, or before, the last one; where the editor has gone on, the current row."""
        row = self._desk.position
        is_here = self._last is not None and self._last[0] == row
        here = _order(self._last) if is_here and self._last is not None else (row, -1, -1)
        order = [_order(place) for place in self._places]
        at = bisect_right(order, here) if by > 0 else bisect_left(order, here) - 1
        return at % len(order)

    def _search_all(self) -> None:
        last = self._last
        self.look_for(*self._query)
        self._last = last
        while self._turn.isActive():
            self._turn.stop()
            self._search_on()

    def _search_on(self) -> None:
        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None:
            return
        query, is_exact = self._query
        shown = [column for column in _SIDES if not self._desk.grid.isColumnHidden(column)]
        stop = min(self._next_row + _STEP, self._desk.model.rowCount())
        for segment in session.segments(document_id, self._next_row, stop):
            for column in shown:
                found = find(segment.text(_SIDES[column]), query, exact=is_exact)
                self._places.extend((segment.position, column, place) for place in found)
        self._next_row = stop
        self._bar.show_place(None, len(self._places))
        if stop < self._desk.model.rowCount():
            self._turn.start()

    def _begin_anew(self) -> None:
        self._places, self._last = [], None

    def _forget(self, *_: object) -> None:
        self._places = []


def _order(place: Place) -> tuple[int, int, int]:
    position, column, found = place
    return position, list(_SIDES).index(column), found.start
