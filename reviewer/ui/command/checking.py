"""Answering what checks suspect: one key accepts, one dismisses, one applies the fix."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from reviewer.domain.answer import Reason, Scope
from reviewer.domain.finding import Finding
from reviewer.review.finding.fix import can_fix
from reviewer.ui.command.guard import attempt
from reviewer.ui.desk import Desk
from reviewer.ui.dialog.checks import ChecksDialog
from reviewer.ui.dialog.dismissal import DismissalDialog
from reviewer.ui.dialog.fixes import FixesDialog
from reviewer.ui.dialog.notice import Notice
from reviewer.ui.findings import Findings
from reviewer.ui.inspector.panel import Inspector
from reviewer.ui.settings import Settings
from reviewer.ui.theme import Theme
from reviewer.ui.word import count, tr

_HINTS = "findings.hints"


class Checking(QObject):
    """Handlers of the Check menu."""

    def __init__(
        self,
        desk: Desk,
        findings: Findings,
        inspector: Inspector,
        *,
        window: QMainWindow,
        notice: Notice,
        theme: Theme,
        settings: Settings,
    ) -> None:
        super().__init__(desk)
        self._desk, self._findings, self._window = desk, findings, window
        self._notice, self._theme, self._settings = notice, theme, settings
        panel = inspector.findings
        panel.pressed.connect(self._on_pressed)
        panel.accept_wanted.connect(self.accept)
        panel.fix_wanted.connect(self.fix)
        panel.dismiss_wanted.connect(self.dismiss)
        panel.more_wanted.connect(self.ask_dismissal)
        findings.demoted.connect(self._on_demoted)

    @property
    def shows_hints(self) -> bool:
        """Whether hints are shown, as they were left the last time."""
        return self._settings.text(_HINTS) == "yes"

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        return {
            "check.next": partial(self._findings.step, is_forward=True),
            "check.previous": partial(self._findings.step, is_forward=False),
            "check.accept": self.accept,
            "check.fix": self.fix,
            "check.dismiss": self.dismiss,
            "check.dismiss_more": self.ask_dismissal,
            "check.safe": self.fix_safe,
            "check.hints": self.toggle_hints,
            "check.all": self.show_checks,
        }

    def accept(self) -> None:
        """Make a flag of the finding: type, severity and suggestion are filled in."""
        self._answer(lambda session, finding: session.accept(finding), leads_on=False)

    def fix(self) -> None:
        """Put the finding's suggestion into the Hindi."""
        finding = self._meant()
        if finding is not None and not can_fix(finding):
            self._desk.told.emit(tr("This finding comes without a correction: press F to flag it."))
        else:
            self._answer(lambda session, finding: session.apply_fix(finding))

    def dismiss(self) -> None:
        """Say that the finding is wrong here."""
        self._answer(lambda session, finding: session.dismiss(finding, Scope.HERE, Reason.WRONG))

    def ask_dismissal(self) -> None:
        """Dismiss with a reason, and as far as the editor wants."""
        finding = self._meant()
        if finding is None:
            return
        title = next((each.title for each in self._findings.checks if each.id == finding.check), "")
        dialog = DismissalDialog(finding, title, parent=self._window)
        dialog.accepted.connect(
            lambda: self._answer(
                lambda session, finding: session.dismiss(
                    finding, dialog.scope(), dialog.reason(), dialog.note()
                )
            )
        )
        dialog.open()

    def fix_safe(self) -> None:
        """Show what can be put right without a thought, and do it in one step."""
        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None or not self._desk.end_editing():
            return
        found = [each for each in self._findings.in_document() if each.is_safe]
        fixes = session.preview_fixes(document_id, found)
        if not fixes:
            self._desk.told.emit(tr("Nothing in this document can be put right without looking."))
            return
        dialog = FixesDialog(fixes, self._theme.colours, parent=self._window)
        dialog.accepted.connect(lambda: self._apply(document_id, found))
        dialog.open()

    def toggle_hints(self) -> None:
        """Show hints too, or only errors and warnings."""
        is_on = not self.shows_hints
        self._settings.set(_HINTS, "yes" if is_on else "no")
        self._findings.show_hints(is_on=is_on)

    def show_checks(self) -> None:
        """Show every check, how often editors agreed with it, and what was silenced."""
        session = self._desk.session
        if session is not None:
            ChecksDialog(session, self._findings.checks, parent=self._window).open()

    def _meant(self) -> Finding | None:
        """The current finding; without one, the first of the row becomes it and nothing is done yet."""
        if self._findings.current is not None:
            return self._findings.current
        here = self._findings.here()
        if here:
            self._findings.choose(here[0])
            return here[0] if len(here) == 1 else None
        self._desk.told.emit(tr("No finding in this row: F8 leads to the next one."))
        return None

    def _answer(self, answer: Callable[..., object], *, leads_on: bool = True) -> None:
        """Answer the current finding; the row's next one is current then."""
        if not self._desk.end_editing():
            return
        finding, session = self._meant(), self._desk.session
        if finding is None or session is None:
            return
        made = attempt(self._desk, lambda: answer(session, finding))
        if made is None:
            return
        self._findings.refresh()
        here = self._findings.here()
        self._findings.choose(here[0] if here and leads_on else None)

    def _apply(self, document_id: int, found: list[Finding]) -> None:
        session = self._desk.session
        if session is None:
            return
        fixes = attempt(self._desk, lambda: session.apply_fixes(document_id, found))
        if fixes:
            self._desk.told.emit(
                tr("{what} put right; undo takes all of it back.", what=count(len(fixes), "row", "rows"))
            )

    def _on_pressed(self, key: str) -> None:
        self._findings.choose(next((each for each in self._findings.here() if each.key == key), None))

    def _on_demoted(self, check: str, accepted: int, answered: int) -> None:
        title = next((each.title for each in self._findings.checks if each.id == check), check)
        session = self._desk.session
        text = tr(
            "“{title}” is shown as a hint from now on: {accepted} of {answered} findings were accepted.",
            title=title,
            accepted=accepted,
            answered=answered,
        )
        self._notice.show_message(
            text,
            action=tr("Give it another chance"),
            run=lambda: session is not None and attempt(self._desk, lambda: session.restore_check(check)),
        )
