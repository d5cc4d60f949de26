"""Moving through segments, flags, edits and documents."""

from collections.abc import Callable

from reviewer.review.placement import placed
from reviewer.review.query import Goal
from reviewer.ui.desk import Desk
from reviewer.ui.word import tr


class Going:
    """Handlers of the Go menu."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        desk = self._desk
        return {
            "go.next": lambda: desk.go(desk.position + 1),
            "go.previous": lambda: desk.go(desk.position - 1),
            "go.next_unreviewed": lambda: self.seek("unreviewed", forward=True),
            "go.previous_unreviewed": lambda: self.seek("unreviewed", forward=False),
            "go.next_flag": lambda: self.flag(1),
            "go.previous_flag": lambda: self.flag(-1),
            "go.next_edit": self.next_edit,
            "go.first": lambda: desk.go(0),
            "go.last": lambda: desk.go(desk.model.rowCount() - 1),
            "go.next_document": lambda: self.document(1),
            "go.previous_document": lambda: self.document(-1),
            "go.pane": lambda: desk.grid.open_row.next_pane(1),
            "go.pane_back": lambda: desk.grid.open_row.next_pane(-1),
        }

    def seek(self, goal: Goal, *, forward: bool) -> bool:
        """Go to the nearest row with what is looked for, round the end; tell when there is none."""
        desk = self._desk
        if desk.session is None or desk.document_id is None:
            return False
        found = desk.session.find_next(desk.document_id, desk.position, forward=forward, kind=goal)
        if found is None:
            edge = -1 if forward else desk.model.rowCount()
            found = desk.session.find_next(desk.document_id, edge, forward=forward, kind=goal)
        if found is None:
            words = {
                "unreviewed": tr("Every segment is reviewed."),
                "flag": tr("No flags in this document."),
                "edited": tr("Nothing in this document was edited."),
                "unclassified": tr("Every flag has a type."),
            }
            desk.told.emit(words[goal])
            return False
        desk.go(found)
        return True

    def flag(self, by: int) -> None:
        """Make the next flag current: within the row in reading order, then in the next row that has one."""
        order = self._flags_in_order()
        desk = self._desk
        at = order.index(desk.flag_id) if desk.flag_id in order else (-1 if by > 0 else len(order))
        if 0 <= at + by < len(order):
            desk.choose_flag(order[at + by])
            return
        if self.seek("flag", forward=by > 0) and (order := self._flags_in_order()):
            desk.choose_flag(order[0] if by > 0 else order[-1])

    def next_edit(self) -> None:
        """Go to the next row with an edit that no flag explains, round the end."""
        desk = self._desk
        if desk.session is None or desk.document_id is None:
            return
        for start, stop in ((desk.position, desk.model.rowCount()), (-1, desk.position)):
            position: int | None = start
            while position is not None and position < stop:
                position = desk.session.find_next(desk.document_id, position, forward=True, kind="edited")
                if position is not None and desk.proposals_at(position):
                    desk.go(position)
                    return
        desk.told.emit(tr("No edit is waiting to be classified."))

    def document(self, by: int) -> None:
        """Show the next document of the project."""
        desk = self._desk
        if desk.session is None:
            return
        ids = [summary.document.id for summary in desk.session.documents()]
        if desk.document_id in ids and 0 <= ids.index(desk.document_id) + by < len(ids):
            desk.show_document(ids[ids.index(desk.document_id) + by])

    def _flags_in_order(self) -> list[int]:
        row = self._desk.row()
        if row is None:
            return []
        starts = {}
        for flag in row.flags:
            span = placed(flag, row.segment).span_on_final
            starts[flag.id] = (span.start, span.end) if span else (-1, -1)
        return sorted(starts, key=lambda flag_id: starts[flag_id])
