"""Flagging: from a selection to a complete flag in two or three keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reviewer.domain.flag import Flag, Resolution, Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from reviewer.text.word import words
from reviewer.ui.command.guard import attempt
from reviewer.ui.desk import Desk
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
        form.changed.connect(self.change)
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
            "mark.type": self._inspector.form.picker.begin,
            "mark.comment": self._inspector.form.comment.setFocus,
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
        if current is not None and pane.selection().is_empty and self._desk.is_caret_in_flag():
            self.change({"severity": severity})
            return
        chosen = pane.word_or_selection()
        if chosen.is_empty:
            self._desk.told.emit(tr("Select the words first, or press O for something missing."))
            return
        usual = self._usual or self._desk.profile.default_type
        self._make(pane.side, chosen, usual, severity)

    def omission(self) -> None:
        """Flag something missing at the caret; with words of the English selected, link them."""
        row, panes = self._desk.row(), self._desk.grid.open_row.panes.values()
        if row is None:
            return
        hindi = self._desk.grid.open_row.hindi
        at = hindi.selection().end
        spans = [Span.single(Side.FINAL, at, at)]
        spans += [
            Span(pane.side, (pane.selection(),))
            for pane in panes
            if pane.side is not Side.FINAL and not pane.isHidden() and not pane.selection().is_empty
        ]
        self._add(tuple(spans), OMISSION, Severity.MAJOR)

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
        field = self._inspector.form.suggestion
        if flag is not None and flag.suggestion is None and not field.toPlainText():
            field.setPlainText(flag.quote)
            field.selectAll()
        field.setFocus()

    def apply(self) -> None:
        """Put the suggestion into the final text."""
        flag, row, session = self._desk.flag(), self._desk.row(), self._desk.session
        if flag is None or row is None or session is None:
            return
        if flag.suggestion is None:
            self._desk.told.emit(tr("This flag has no suggestion yet: press S to write one."))
            return
        place = placed(flag, row.segment)
        if place.span_on_final is None:
            self._desk.told.emit(tr("This flag lies on no words of the Hindi."))
            return
        text = row.segment.final
        changed = _replaced(text, place.span_on_final, flag.suggestion)
        if changed == text:
            self._desk.told.emit(tr("The text already reads so."))
            return
        self._desk.end_editing()
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
        """Move the flag to what is selected, on the side where it is selected."""
        flag, pane = self._desk.flag(), self._desk.pane()
        if flag is None:
            return
        others = tuple(span for span in flag.spans if not _is_same_text(span.side, pane.side))
        self.change({"spans": (*others, Span(pane.side, (pane.selection(),)))})

    def link(self) -> None:
        """Add what is selected to the flag: a second range, or words of the other language."""
        flag, pane, row = self._desk.flag(), self._desk.pane(), self._desk.row()
        chosen = pane.selection()
        if flag is None or row is None or chosen.is_empty:
            self._desk.told.emit(tr("Select the words to add, with the flag current (N)."))
            return
        kept = self._spans_shown(flag)
        same = next((span for span in kept if span.side is pane.side), None)
        ranges = (*(r for r in same.ranges if not r.is_empty), chosen) if same else (chosen,)
        others = tuple(span for span in kept if span.side is not pane.side)
        self.change({"spans": (*others, Span.covering(pane.side, ranges))})

    def resize(self, by: int) -> None:
        """Move the flag's end to the next word's end, or back to the word before."""
        flag, row = self._desk.flag(), self._desk.row()
        if flag is None or row is None:
            return
        kept = self._spans_shown(flag)
        span = next((s for s in kept if s.side is Side.FINAL), kept[0] if kept else None)
        if span is None:
            return
        last = span.ranges[-1]
        ends = [word.end for word in words(row.segment.text(span.side))]
        if by > 0:
            end = next((e for e in ends if e > last.end), last.end)
        else:
            end = next((e for e in reversed(ends) if last.start < e < last.end), last.end)
        moved = Span.covering(span.side, (*span.ranges[:-1], Range(last.start, end)))
        self.change({"spans": (*(s for s in kept if s is not span), moved)})

    def remove(self) -> None:
        """Remove the current flag; undo brings it back."""
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
            self._inspector.form.picker.begin()

    def _add(self, spans: tuple[Span, ...], type_id: str, severity: Severity) -> Flag | None:
        segment, session = self._desk.segment(), self._desk.session
        if segment is None or session is None:
            return None
        self._desk.end_editing()
        flag = attempt(self._desk, lambda: session.add_flag(segment.id, spans, type_id, severity))
        if flag is not None:
            self._desk.choose_flag(flag.id)
        return flag

    def _spans_shown(self, flag: Flag) -> tuple[Span, ...]:
        """The flag's spans with the Hindi one where the final text shows it."""
        row = self._desk.row()
        if row is None:
            return flag.spans
        on_final = placed(flag, row.segment).span_on_final
        others = tuple(s for s in flag.spans if s.side in {Side.SOURCE, Side.BACK_TRANSLATION})
        return (on_final, *others) if on_final is not None else others


def _is_same_text(one: Side, other: Side) -> bool:
    hindi = {Side.RECEIVED, Side.FINAL}
    return one is other or (one in hindi and other in hindi)


def _replaced(text: str, span: Span, suggestion: str) -> str:
    """The text with the span's first range replaced by the suggestion and its other ranges cut out."""
    for piece in reversed(span.ranges[1:]):
        text = text[: piece.start] + text[piece.end :]
    first = span.ranges[0]
    before, after = text[: first.start], text[first.end :]
    if first.is_empty and suggestion:
        # What was missing comes in as words of its own.
        lead = " " if before and not before[-1].isspace() and not suggestion[0].isspace() else ""
        tail = " " if after and after[0] not in " ।,?!:;" and not suggestion[-1].isspace() else ""
        suggestion = f"{lead}{suggestion}{tail}"
    joined = before + suggestion + after
    return joined.replace("  ", " ") if span.is_discontinuous or not suggestion else joined
