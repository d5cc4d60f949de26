"""Typing, stating that a segment is reviewed, judging, and classifying edits afterwards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reviewer.domain.segment import State
from reviewer.domain.span import Side, Span
from reviewer.review.proposal import Proposal, key
from reviewer.review.scoreboard import Blocker
from reviewer.ui.command.going import Going
from reviewer.ui.command.guard import attempt, did
from reviewer.ui.desk import Desk
from reviewer.ui.grid.model import Column
from reviewer.ui.inspector.panel import Inspector
from reviewer.ui.word import tr


class Reviewing(QObject):
    """Handlers of the Review menu, and of editing."""

    def __init__(self, desk: Desk, inspector: Inspector, going: Going) -> None:
        super().__init__(desk)
        self._desk, self._inspector, self._going = desk, inspector, going
        self.blockers: Callable[[], Sequence[Blocker]] = tuple
        """What keeps the document from being done."""
        self._told_of = ""
        judge = inspector.judge
        judge.judged.connect(self.judge)
        judge.cleared.connect(lambda: self.judge(None))
        judge.left.connect(lambda: desk.pane().setFocus())
        card = inspector.edit_card
        card.confirmed.connect(self.confirm)
        card.passed.connect(self.pass_over)
        card.retyped.connect(self.retype)
        desk.grid.open_row.leave_wanted.connect(self.leave_editing)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        return {
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.text": lambda: self._desk.begin_editing(Column.HINDI),
            "edit.source": self.edit_english,
            "edit.restore": self.restore,
            "review.done": lambda: self.state(State.REVIEWED),
            "review.clean": lambda: self.state(State.CLEAN),
            "review.reopen": lambda: self.state(State.UNREVIEWED),
            "review.judge": self.begin_judging,
            "review.confirm": self.confirm,
            "review.pass": self.pass_over,
            "review.retype": self.retype,
            "review.sign": self.sign,
        }

    def leave_editing(self, is_done: bool) -> None:
        """Return to marking; with `is_done`, the segment is reviewed too."""
        if not self._desk.end_editing():
            return
        self._desk.pane().setFocus()
        if is_done:
            self.state(State.REVIEWED)

    def edit_english(self) -> None:
        """Type into the English of this row: the text the keys are on, else the source."""
        side = self._desk.pane().side
        row = self._desk.row()
        if row is None:
            return
        if side is Side.SOURCE or (side is Side.FINAL and row.segment.source is not None):
            self._desk.begin_editing(Column.SOURCE)
        else:
            self._desk.begin_editing(Column.BACK_TRANSLATION)

    def restore(self) -> None:
        """Go back to the received text; undo brings the edits back."""
        segment, session = self._desk.segment(), self._desk.session
        if segment is None or session is None or not self._desk.end_editing():
            return
        attempt(self._desk, lambda: session.set_final(segment.id, segment.received))

    def state(self, state: State) -> None:
        """State how far the segment is; with the last word said, go on to the next unreviewed one."""
        segment, session = self._desk.segment(), self._desk.session
        if segment is None or session is None or not self._desk.end_editing():
            return
        done = did(self._desk, lambda: session.set_state(segment.id, state))
        if done and state.is_done:
            self._going.seek("unreviewed", forward=True)

    def judge(self, value: float | None) -> None:
        """Store the ESA number of the current segment, or that it is not judged."""
        segment, session = self._desk.segment(), self._desk.session
        if segment is not None and session is not None:
            attempt(self._desk, lambda: session.judge(segment.id, value))

    def begin_judging(self) -> None:
        """Let the ESA number be typed."""
        self._inspector.reveal()
        self._inspector.judge.begin()

    def confirm(self) -> bool:
        """Make a flag of the first edit that no flag explains."""
        segment, session = self._desk.segment(), self._desk.session
        proposal = self._first()
        if segment is None or session is None or proposal is None:
            return False
        flag = attempt(
            self._desk,
            lambda: session.add_flag(
                segment.id,
                (Span(Side.RECEIVED, (proposal.received,)),),
                proposal.guess,
                proposal.severity,
                suggestion=proposal.suggestion,
                origin="change",
            ),
        )
        if flag is not None:
            self._desk.choose_flag(flag.id)
        return flag is not None

    def pass_over(self) -> None:
        """Do not ask about the first unexplained edit again."""
        segment, session = self._desk.segment(), self._desk.session
        proposal = self._first()
        if segment is not None and session is not None and proposal is not None:
            attempt(self._desk, lambda: session.pass_over(segment.id, key(proposal)))

    def retype(self) -> None:
        """Make a flag of the first unexplained edit and choose its type."""
        if self.confirm():
            self._inspector.reveal()
            self._inspector.form.picker.begin()

    def sign(self) -> None:
        """Sign the document off, or take the signature back; what is left to do is told first."""
        desk = self._desk
        session, document_id = desk.session, desk.document_id
        if session is None or document_id is None or not desk.end_editing():
            return
        document = session.document(document_id)
        if document.is_signed:
            if did(desk, lambda: session.withdraw_sign_off(document_id)):
                desk.told.emit(tr("The sign-off was withdrawn."))
            return
        left = "; ".join(blocker.text for blocker in self.blockers())
        if left and self._told_of != left:
            self._told_of = left
            desk.told.emit(tr("Not done yet: {left}. The same key again signs off all the same.", left=left))
            return
        self._told_of = ""
        if did(desk, lambda: session.sign_off(document_id)):
            desk.told.emit(tr("Signed off by {user}.", user=session.user))

    def undo(self) -> None:
        """Take the last change back and go where it was."""
        self._travel(is_undo=True)

    def redo(self) -> None:
        """Do the change again that was taken back last, and go where it is."""
        self._travel(is_undo=False)

    def _travel(self, *, is_undo: bool) -> None:
        session = self._desk.session
        if session is None or not self._desk.end_editing():
            return
        change = attempt(self._desk, session.undo if is_undo else session.redo)
        if change is None:
            return
        if change.segment_id is not None:
            try:
                segment = session.segment(change.segment_id)
            except KeyError:
                return
            if segment.document_id != self._desk.document_id:
                self._desk.show_document(segment.document_id, segment.position)
            elif segment.position != self._desk.position:
                self._desk.go(segment.position)

    def _first(self) -> Proposal | None:
        if not self._desk.commit():
            return None
        found = self._desk.proposals()
        if not found:
            self._desk.told.emit(tr("No edit of this segment is waiting to be classified."))
            return None
        return found[0]
