"""Flagging: from a selection to a complete flag in two or three keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reviewer.domain.flag import Flag, Resolution, Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.correction import corrected
from reviewer.review.placement import placed
from reviewer.review.reach import linked, moved, resized
from reviewer.review.session import Session
from reviewer.ui.command.guard import attempt
from reviewer.ui.desk import Desk
from reviewer.ui.grid.caret import is_caret_in
from reviewer.ui.inspector.panel import Inspector
from reviewer.ui.word import tr

OMISSION = "accuracy/omission"


class Marking(QObject):
    """Handlers of the Mark menu."""

    words_toggled = Signal(bool)

    def __init__(self, desk: Desk, inspector: Inspector) -> None:
        super().__init__(desk)
        self._desk, self._inspector = desk, inspector
        self._usual = ""
        form = inspector.form
        form.changed.connect(self._on_form_changed)
        form.apply_wanted.connect(self.apply)
        form.resolve_wanted.connect(self.resolve)
        form.remove_wanted.connect(self.remove)
        form.left.connect(self.back_to_text)
        inspector.flags.pressed.connect(desk.choose_flag)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        made: dict[str, Callable[[], object]] = {
            f"mark.{severity.value}": partial(self.flag, severity) for severity in Severity
        }
        return made | {
            "mark.omission": self.omission,
            "mark.type": self.choose_type,
            "mark.comment": self.comment,
            "mark.suggest": self.suggest,
            "mark.apply": self.apply,
            "mark.needs_source": self.needs_source,
            "mark.resolve": self.resolve,
            "mark.place": self.place,
            "mark.link": self.link,
            "mark.grow": partial(self.resize, 1),
            "mark.shrink": partial(self.resize, -1),
            "mark.remove": self.remove,
            "mark.words": self.toggle_words,
        }

    def flag(self, severity: Severity) -> None:
        """Set the severity of the flag that the caret is in; elsewhere, or with a selection, flag anew."""
        pane = self._desk.pane()
        current = self._desk.flag()
        if current is not None and pane.selection().is_empty and self._is_caret_in(current):
            self.change({"severity": severity})
            return
        chosen = pane.word_or_selection()
        if chosen.is_empty:
            self._desk.told.emit(tr("Select the words first, or press O for something missing."))
            return
        usual = self._usual or self._desk.profile.default_type
        self._make(pane.side, chosen, usual, severity)

    def _is_caret_in(self, flag: Flag) -> bool:
        row = self._desk.row()
        return row is not None and is_caret_in(flag, row, self._desk.grid.open_row)

    def omission(self) -> None:
        """Flag something missing at the caret; with words of the English selected, link them."""
        row, panes = self._desk.row(), self._desk.grid.open_row.panes.values()
        if row is None:
            return
        if not self._desk.end_editing():
            return
        at = self._desk.grid.open_row.hindi.selection().end
        english = [
            pane
            for pane in panes
            if pane.side is not Side.FINAL and not pane.isHidden() and not pane.selection().is_empty
        ]
        spans = [Span.single(Side.FINAL, at, at), *(Span(pane.side, (pane.selection(),)) for pane in english)]
        if self._add(tuple(spans), OMISSION, Severity.MAJOR) is not None:
            for pane in english:
                end = pane.selection().end
                pane.select(Range(end, end))

    def choose_type(self) -> None:
        """Let the type of the current flag be chosen."""
        if self._desk.flag() is not None:
            self._inspector.reveal()
            self._inspector.form.picker.begin()

    def comment(self) -> None:
        """Write a comment on the current flag."""
        if self._desk.flag() is not None:
            self._inspector.reveal()
            self._inspector.form.comment.setFocus()

    def change(self, fields: dict[str, object]) -> None:
        """Change fields of the current flag."""
        flag, session = self._desk.flag(), self._desk.session
        if flag is None or session is None:
            return
        if "type" in fields:
            self._usual = str(fields["type"])
        attempt(self._desk, lambda: session.change_flag(flag.id, **fields))

    def suggest(self) -> None:
        """Write a suggestion, starting from the flagged words."""
        flag = self._desk.flag()
        if flag is None:
            return
        self._inspector.reveal()
        self._inspector.form.suggestion.begin(flag.quote if flag.suggestion is None else "")

    def apply(self) -> None:
        """Put the suggestion into the final text."""
        if not self._desk.end_editing():
            return
        flag, row, session = self._desk.flag(), self._desk.row(), self._desk.session
        if flag is None or row is None or session is None:
            return
        if flag.suggestion is None:
            self._desk.told.emit(tr("This flag has no suggestion yet: press S to write one."))
            return
        span = placed(flag, row.segment).span_on_final
        if span is None:
            self._desk.told.emit(tr("This flag lies on no words of the Hindi."))
            return
        text, suggestion = row.segment.final, flag.suggestion
        changed = corrected(text, span, suggestion)
        if changed == text or span.quote(text).strip() == suggestion.strip():
            self._desk.told.emit(tr("The text already reads so."))
            return
        attempt(self._desk, lambda: session.set_final(row.segment.id, changed))

    def needs_source(self) -> None:
        """Say that only the English can decide, or take that back."""
        flag = self._desk.flag()
        if flag is not None:
            self.change({"needs_source": not flag.needs_source})

    def resolve(self) -> None:
        """Say that the flag no longer stands, or that it does."""
        flag, row = self._desk.flag(), self._desk.row()
        if flag is None or row is None:
            return
        is_resolved = placed(flag, row.segment).is_resolved
        self.change({"resolution": Resolution.OPEN if is_resolved else Resolution.RESOLVED})

    def place(self) -> None:
        """Move the flag to what is selected, or to the word at the caret; an omission to the caret."""
        if not self._desk.commit():
            return
        flag, pane = self._desk.flag(), self._desk.pane()
        if flag is None:
            return
        is_omission = flag.target_span is not None and flag.target_span.is_empty
        chosen = pane.selection() if is_omission else pane.word_or_selection()
        self.change({"spans": moved(flag, pane.side, chosen)})

    def link(self) -> None:
        """Add what is selected to the flag: a second range, or words of the other language."""
        if not self._desk.commit():
            return
        flag, pane, row = self._desk.flag(), self._desk.pane(), self._desk.row()
        chosen = pane.selection()
        if flag is None or row is None or chosen.is_empty:
            self._desk.told.emit(tr("Select the words to add, with the flag current (N)."))
            return
        self.change({"spans": linked(flag, row.segment, pane.side, chosen)})

    def resize(self, by: int) -> None:
        """Move the flag's end to the next word's end, or back to the word before."""
        if not self._desk.commit():
            return
        flag, row = self._desk.flag(), self._desk.row()
        if flag is not None and row is not None:
            self.change({"spans": resized(flag, row.segment, by)})

    def remove(self) -> None:
        """Remove the current flag; undo brings it back."""
        if not self._desk.commit():
            return
        flag, session = self._desk.flag(), self._desk.session
        if flag is not None and session is not None:
            attempt(self._desk, lambda: session.remove_flag(flag.id))
            self.back_to_text()

    def toggle_words(self) -> None:
        """Let selections snap to words, or to letters only."""
        panes = self._desk.grid.open_row.panes.values()
        is_on = not next(iter(panes)).snaps_to_words
        for pane in panes:
            pane.snaps_to_words = is_on
        self.words_toggled.emit(is_on)
        self._desk.told.emit(
            tr("Selections snap to words.") if is_on else tr("Selections snap to letters only.")
        )

    def back_to_text(self) -> None:
        """Return the keys to the text."""
        self._desk.pane().setFocus()

    def _make(self, side: Side, chosen: Range, type_id: str, severity: Severity) -> None:
        flag = self._add((Span(side, (chosen,)),), type_id, severity)
        if flag is not None:
            pane = self._desk.pane()
            pane.select(Range(chosen.end, chosen.end))
            self._inspector.reveal()
            self._inspector.form.picker.begin()

    def _add(self, spans: tuple[Span, ...], type_id: str, severity: Severity) -> Flag | None:
        segment, session = self._desk.segment(), self._desk.session
        if segment is None or session is None:
            return None
        if not self._desk.end_editing():
            return None
        flag = attempt(self._desk, lambda: session.add_flag(segment.id, spans, type_id, severity))
        if flag is not None:
            self._desk.choose_flag(flag.id)
        return flag

    def _on_form_changed(self, flag_id: int, fields: dict[str, object]) -> None:
        """Store what was written about a flag, which need not be the current one any more."""
        session = self._desk.session
        if flag_id == self._desk.flag_id:
            self.change(fields)
        elif session is not None and _is_there(session, flag_id):
            attempt(self._desk, lambda: session.change_flag(flag_id, **fields))


def _is_there(session: Session, flag_id: int) -> bool:
    try:
        session.flag(flag_id)
    except KeyError:
        return False
    return True
