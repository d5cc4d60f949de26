"""The strip at the foot: mode, progress and figures; what stands in the way can be clicked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reviewer.domain.flag import Severity
from reviewer.domain.score import MetricScore, MqmScore, ScoreCard, Verdict
from reviewer.ui.desk import Desk
from reviewer.ui.findings import Findings
from reviewer.ui.scores import LiveScores
from reviewer.ui.theme import Theme
from reviewer.ui.word import count, tr

HEIGHT = 32
EDITS, AGAINST_REFERENCE = "received against final", "final against reference"


class Strip(QFrame):
    """Each fact once, in a line."""

    edits_wanted = Signal()
    findings_wanted = Signal()

    def __init__(self, desk: Desk, scores: LiveScores, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setFixedHeight(HEIGHT)
        self._desk, self._scores, self._theme = desk, scores, theme
        self.mode = QLabel(self)
        self.mode.setObjectName("strip.mode")
        self.progress, self.mqm, self.counts = self._label(), self._label(), self._label()
        self.esa, self.edited, self.metrics = self._label(), self._label(), self._label()
        self.found = self._link("strip.findings")
        self.edits = self._link("strip.edits")
        self.blocker = self._link("strip.blocker")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(16)
        self.mode.setFixedHeight(20)
        for part in (self.mode, self.progress, self.mqm, self.counts, self.esa, self.edited, self.metrics):
            layout.addWidget(part)
        # The figures give way before the window has to grow.
        self.metrics.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.setStretchFactor(self.metrics, 1)
        layout.addWidget(self.found)
        layout.addWidget(self.edits)
        layout.addWidget(self.blocker)
        self.found.clicked.connect(self.findings_wanted)
        self.edits.clicked.connect(self.edits_wanted)
        self.blocker.clicked.connect(self._on_blocker_clicked)
        scores.changed.connect(self.refresh)
        for signal in (desk.mode_changed, desk.document_changed, desk.row_changed, theme.changed):
            signal.connect(self.refresh)
        self.refresh()

    def follow(self, findings: Findings) -> None:
        """Say how much checks suspect, too."""
        findings.changed.connect(lambda: self._show_found(findings.count()))

    def _show_found(self, number: int) -> None:
        self.found.setVisible(number > 0)
        self.found.setText(tr("{number} suspected", number=number))
        self.found.setToolTip(tr("Errors that checks suspect in this document: F8 leads to the next one."))

    def refresh(self) -> None:
        """Show the figures as they are now."""
        self._show_mode()
        session, document_id = self._desk.session, self._desk.document_id
        card = self._scores.card
        for part in (self.progress, self.mqm, self.counts, self.esa, self.edited, self.metrics):
            part.setVisible(document_id is not None)
        self.edits.setVisible(False)
        self.blocker.setVisible(False)
        if session is None or document_id is None:
            return
        summary = session.summary(document_id)
        if summary is not None:
            words = tr("{done} of {total} reviewed", done=f"{summary.done:,}", total=f"{summary.total:,}")
            self.progress.setText(words)
        if card is None:
            is_too_long = self._scores.is_too_long
            self.mqm.setText(tr("Scores: see the report") if is_too_long else tr("Scores are being computed"))
            for part in (self.counts, self.esa, self.edited):
                part.setVisible(False)
            self.metrics.clear()
            return
        self._show_card(card)
        self._show_blockers()

    def _show_mode(self) -> None:
        colours = self._theme.colours
        is_editing = self._desk.is_editing
        is_there = self._desk.position >= 0
        self.mode.setText((tr("EDITING") if is_editing else tr("MARKING")) if is_there else "")
        self.mode.setVisible(is_there)
        fill, ink = (colours.accent, colours.paper) if is_editing else (colours.hairline, colours.text)
        style = (
            f"background: {fill}; color: {ink}; border-radius: 3px; padding: 2px 8px;"
            " font-weight: 600; font-size: 11px;"
        )
        if style != self.mode.styleSheet():
            self.mode.setStyleSheet(style)
        self.mode.setToolTip(
            tr("Esc returns to marking") if is_editing else tr("Enter opens the Hindi for editing")
        )

    def _show_card(self, card: ScoreCard) -> None:
        colours = self._theme.colours
        score = card.received
        verdict = colours.done if score.verdict is Verdict.PASS else colours.critical
        if score.verdict in {Verdict.EDIT, Verdict.INSUFFICIENT}:
            verdict = colours.minor
        # Without a word said about any segment, 100 would only mean that nobody has looked.
        is_blank = score.verdict is Verdict.INSUFFICIENT and not score.penalty
        figure = "" if score.raw is None or is_blank else f" {score.raw:.1f}"
        word = tr(score.verdict.value)
        self.mqm.setText(f'MQM{figure} <span style="color:{verdict}; font-weight:600">{word}</span>')
        self.mqm.setToolTip(_mqm_tip(card))
        self.counts.setText(_counts(score))
        self.counts.setVisible(bool(_counts(score)))
        human = card.human
        self.esa.setText("ESA –" if human.value is None else f"ESA {human.value:.0f}")
        self.esa.setToolTip(
            tr("Mean of {judged} judged of {total} segments", judged=human.judged, total=human.segments)
        )
        hter = next((m for m in card.metrics if m.metric == "hter"), None)
        self.edited.setText(tr("edited {share} %", share=_share(hter.value)) if hter else "")
        self.edited.setToolTip(_tip(hter) if hter else "")
        self.edited.setVisible(hter is not None and card.edited_segments > 0)
        shown = [m for m in card.metrics if m.metric in {"chrf++", "bleu"}]
        if not card.edited_segments:
            # Nothing to compare yet, or the same figures twice.
            shown = [m for m in shown if m.compares not in {EDITS, AGAINST_REFERENCE}]
        self.metrics.setText("   ".join(_grouped(shown)))
        self.metrics.setToolTip("\n\n".join(_tip(m) for m in shown))

    def _show_blockers(self) -> None:
        here = self._desk.segment()
        # The row being worked on is counted as it is now, the others as the scores last saw them.
        elsewhere = (left for key, left in self._scores.edits.items() if here is None or key != here.id)
        left = sum(elsewhere) + len(self._desk.proposals())
        self.edits.setVisible(left > 0)
        self.edits.setText(count(left, "edit not yet classified", "edits not yet classified"))
        blockers = self._scores.blockers
        self.blocker.setVisible(bool(blockers))
        if blockers:
            self.blocker.setText(blockers[0].text)
            self.blocker.setToolTip("\n".join(blocker.text for blocker in blockers))

    def _on_blocker_clicked(self) -> None:
        blockers = self._scores.blockers
        if blockers and blockers[0].position is not None:
            self._desk.go(blockers[0].position)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.AutoText)
        return label

    def _link(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("kind", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.hide()
        return button


def _share(value: float) -> str:
    return "<1" if 0 < value < 0.5 else f"{value:.0f}"


def _counts(score: MqmScore) -> str:
    order = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
    return " ".join(f"{score.counts[s]} {tr(s.value)}" for s in order if score.counts.get(s))


def _mqm_tip(card: ScoreCard) -> str:
    lines = []
    for title, score in ((tr("As received"), card.received), (tr("As it stands"), card.final)):
        ratio = (
            "" if score.per_thousand is None else tr(" · {npt} per 1,000", npt=f"{score.per_thousand:.1f}")
        )
        lines.append(
            f"{title}: {tr(score.verdict.value)} · {score.penalty:g} {tr('points on')} {score.basis}{ratio}"
        )
        lines.extend(f"  {reason}" for reason in score.reasons)
        if score.provisional:
            lines.append("  " + count(score.provisional, "flag needs the source", "flags need the source"))
    lines.append(tr("Profile: {profile}", profile=card.received.profile))
    return "\n".join(lines)


def _grouped(metrics: Sequence[MetricScore]) -> list[str]:
    """The figures of each comparison together, a word for it before them."""
    words = {
        EDITS: tr("edits"),
        "received against reference": tr("received"),
        AGAINST_REFERENCE: tr("reference"),
        "back-translation against source": tr("back-translation"),
    }
    groups: dict[str, list[str]] = {}
    for metric in metrics:
        groups.setdefault(metric.compares, []).append(f"{metric.title} {metric.value:.1f}")
    return [f"{words.get(name, name)} {' '.join(figures)}" for name, figures in groups.items()]


def _tip(metric: MetricScore) -> str:
    return f"{metric.title} {metric.value:.2f} – {metric.compares}\n{metric.signature}"
