"""Which English belongs to which Hindi, and what part of the article a row is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from reviewer.domain.segment import Role
from reviewer.domain.span import Side
from reviewer.ui.command.guard import attempt
from reviewer.ui.desk import Desk
from reviewer.ui.grid.model import Column
from reviewer.ui.word import tr


class Rows(QObject):
    """Handlers of the Rows menu."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        made: dict[str, Callable[[], object]] = {
            f"rows.role_{role.value}": partial(self.role, role) for role in Role
        }
        return made | {
            "rows.merge": self.merge,
            "rows.split": self.split,
            "rows.down": partial(self.shift, 1),
            "rows.up": partial(self.shift, -1),
            "rows.lock": self.lock,
        }

    def merge(self) -> None:
        """Join the row with the next one."""
        segment, session = self._desk.segment(), self._desk.session
        if segment is not None and session is not None and self._desk.end_editing():
            attempt(self._desk, lambda: session.merge(segment.id))

    def split(self) -> None:
        """Cut the row at the carets: the Hindi, and each English text whose caret was moved off its start."""
        if not self._desk.end_editing():
            return
        segment, session = self._desk.segment(), self._desk.session
        if segment is None or session is None:
            return
        panes = self._desk.grid.open_row.panes
        at = panes[Column.HINDI].selection().start
        if not 0 < at < len(segment.final):
            self._desk.told.emit(tr("Put the caret where the Hindi is to be cut."))
            return
        source = panes[Column.SOURCE].selection().start or None
        back = panes[Column.BACK_TRANSLATION].selection().start or None
        attempt(self._desk, lambda: session.split(segment.id, at, source, back))

    def shift(self, by: int) -> None:
        """Move the English from this row on by one row; the text that the keys are on, else the source."""
        segment, session = self._desk.segment(), self._desk.session
        if segment is None or session is None or not self._desk.end_editing():
            return
        side = self._desk.pane().side
        if side is Side.FINAL:
            side = Side.SOURCE if segment.source is not None else Side.BACK_TRANSLATION
        attempt(self._desk, lambda: session.shift(segment.id, side, by))

    def lock(self) -> None:
        """Fix the row's alignment, or release it."""
        segment, session = self._desk.segment(), self._desk.session
        if segment is not None and session is not None:
            attempt(self._desk, lambda: session.set_locked(segment.id, not segment.is_locked))

    def role(self, role: Role) -> None:
        """Say what part of the article the row is."""
        segment, session = self._desk.segment(), self._desk.session
        if segment is not None and session is not None:
            attempt(self._desk, lambda: session.set_role(segment.id, role))
