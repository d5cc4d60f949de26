"""The inspector: everything about the current segment beside the text, never over it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.segment import State
from reviewer.review.placement import placed
from reviewer.ui.desk import Desk
from reviewer.ui.findings import Findings
from reviewer.ui.font import Fonts
from reviewer.ui.inspector.diff_view import DiffView
from reviewer.ui.inspector.edit_card import EditCard
from reviewer.ui.inspector.field import column, rule
from reviewer.ui.inspector.finding_list import FindingList
from reviewer.ui.inspector.flag_list import FlagList
from reviewer.ui.inspector.judge import JudgePanel
from reviewer.ui.theme import Theme
from reviewer.ui.word import count, tr

WIDTH = 320


class Inspector(QFrame):
    """Header, edits to classify, flags, the current flag's form, and the judgement at the foot."""

    revealed = Signal()

    def __init__(self, desk: Desk, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setProperty("kind", "panel")
        self.setMinimumWidth(288)
        self._desk = desk
        self.title = QLabel(self)
        self.title.setProperty("kind", "title")
        self.summary = QLabel(self)
        self.summary.setProperty("kind", "muted")
        self.summary.setWordWrap(True)
        body = QWidget(self)
        self.edit_card = EditCard(theme, fonts, body)
        self.diff = DiffView(theme, fonts, body)
        self.flags = FlagList(theme, fonts, body)
        self.form = self.flags.form
        self.findings = FindingList(theme, fonts, body)
        self.judge = JudgePanel(self)
        self.body_scroll = QScrollArea(self)
        self._lay_out(body)
        desk.row_changed.connect(self.refresh)
        desk.flag_changed.connect(self._show_flags)
        desk.document_changed.connect(self.refresh)
        desk.committing.connect(self.commit)
        theme.changed.connect(self.refresh)
        self.form.entered.connect(self._on_form_entered)
        self.refresh()

    def refresh(self) -> None:
        """Show the current segment as it is now."""
        self._give_keys_back()
        row, session = self._desk.row(), self._desk.session
        is_there = row is not None and session is not None
        self.judge.setVisible(is_there)
        if row is None or session is None:
            self.title.setText(tr("Inspector"))
            self.summary.setText(tr("Open an article, and what is said about each segment appears here."))
            self.edit_card.hide()
            self.diff.hide()
            self.flags.hide()
            self.form.hide()
            self.findings.hide()
            return
        segment, profile = row.segment, self._desk.profile
        self.title.setText(tr("Segment {number}", number=segment.position + 1))
        proposals = self._desk.proposals()
        self.edit_card.show_proposal(proposals[0] if proposals else None, len(proposals), profile)
        self.diff.show_segment(segment if self._desk.shows_diff else None)
        self._show_flags()
        judgement = session.judgement(segment.id)
        self.judge.show_value(judgement.value if judgement else None)

    def _show_flags(self) -> None:
        """Show the flags, and the form of the current one: all that another current flag changes."""
        self._give_keys_back()
        row = self._desk.row()
        if row is None:
            return
        flag, profile = self._desk.flag(), self._desk.profile
        resolved = frozenset(flag.id for flag in row.flags if placed(flag, row.segment).is_resolved)
        self.summary.setText(_summary(row.segment.state, len(row.flags), len(resolved)))
        self.flags.setVisible(bool(row.flags))
        self.flags.show_flags(row.flags, profile, flag.id if flag else None, resolved)
        self.form.setVisible(flag is not None)
        if flag is not None:
            self.form.show_flag(flag, profile, flag.id in resolved)

    def follow(self, findings: Findings) -> None:
        """Show what checks suspect, too."""
        findings.changed.connect(lambda: self._show_findings(findings))

    def _show_findings(self, findings: Findings) -> None:
        titles = {check.id: check.title for check in findings.checks}
        current = findings.current.key if findings.current else ""
        self.findings.show_findings(findings.here(), titles, current)

    def commit(self) -> None:
        """Store what was written in any of the fields."""
        self.form.commit()
        self.judge.commit()

    def reveal(self) -> None:
        """Be seen, where the editor had put the inspector away."""
        if self.isHidden():
            self.show()
            self.revealed.emit()

    def _give_keys_back(self) -> None:
        """Where the form is about to go while it has the keys, return them to the text."""
        focused = self.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused) and self._desk.flag() is None:
            self.form.left.emit()

    def _on_form_entered(self, field: QWidget) -> None:
        # The form may have moved, and its list opened, in this very moment.
        QTimer.singleShot(0, self, lambda: self.body_scroll.ensureWidgetVisible(field, 0, 12))

    def _lay_out(self, body: QWidget) -> None:
        inner = column(body, 8, 0)
        inner.addWidget(self.edit_card)
        inner.addWidget(self.diff)
        inner.addWidget(self.flags)
        inner.addWidget(self.findings)
        inner.addStretch()
        scroll = self.body_scroll
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.summary)
        layout.addWidget(scroll, 1)
        layout.addWidget(rule(self))
        layout.addWidget(self.judge)


def _summary(state: State, flags: int, resolved: int) -> str:
    parts = [tr(state.value.capitalize())]
    if flags:
        parts.append(count(flags, "flag", "flags"))
        if resolved:
            parts.append(tr("{number} resolved", number=resolved))
    else:
        parts.append(tr("no flags"))
    return " · ".join(parts)
