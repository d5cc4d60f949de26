"""What checks suspect about the current segment: quieter cards than those of flags."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.finding import Finding, Tier
from reviewer.domain.span import Side
from reviewer.review.finding.fix import can_fix
from reviewer.ui.font import Fonts
from reviewer.ui.inspector.field import caption, column
from reviewer.ui.theme import Theme
from reviewer.ui.word import count, tr

_TIERS = {Tier.ERROR: "Error", Tier.WARNING: "Warning", Tier.HINT: "Hint"}


class FindingCard(QWidget):
    """One finding: how sure, of what, on which words, and what would be right."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self._theme, self._is_current = theme, False
        self.setObjectName("finding_card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title, self._evidence = _label("", self), _label("caption", self)
        self._title.setStyleSheet("font-weight: 600;")
        self._message, self._fix = _label("", self), _label("", self)
        self._message.setWordWrap(True)
        self._fix.setWordWrap(True)
        self._fix.setFont(fonts.hindi)
        self._fix.setStyleSheet("font-size: 15px;")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(2)
        for part in (self._title, self._message, self._fix, self._evidence):
            layout.addWidget(part)

    def show_finding(self, finding: Finding, title: str, *, is_current: bool) -> None:
        """Show a finding; `title` is its check's."""
        self.key, self._is_current = finding.key, is_current
        self._title.setText(f"{tr(_TIERS[finding.tier])} · {title}")
        colour = self._theme.colours.muted if finding.tier is Tier.HINT else self._theme.colours.finding
        self._title.setStyleSheet(f"color: {colour}; font-weight: 600;")
        self._message.setText(finding.message)
        self._fix.setText(_correction(finding))
        self._fix.setVisible(finding.suggestion is not None)
        is_doubtful = finding.evidence is Side.BACK_TRANSLATION
        self._evidence.setText(tr("Found in the back-translation, which may itself be wrong."))
        self._evidence.setVisible(is_doubtful)
        self.setAccessibleName(f"{self._title.text()}. {finding.message}")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt's override."""
        self.pressed.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt's override: the current card lies on paper."""
        if self._is_current:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._theme.colours.paper))
            painter.fillRect(0, 0, 3, self.height(), QColor(self._theme.colours.finding))
            painter.end()


class FindingList(QWidget):
    """The cards, most serious first, and the keys that answer the current one."""

    pressed = Signal(str)
    accept_wanted = Signal()
    fix_wanted = Signal()
    dismiss_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._theme, self._fonts = theme, fonts
        self._cards: list[FindingCard] = []
        self._shown: tuple[object, ...] = ()
        self._layout = column(self, 0)
        self.title = caption("", self)
        self.title.setContentsMargins(0, 6, 0, 2)
        self._layout.addWidget(self.title)
        self._buttons = QWidget(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(3, 2, 0, 8)
        row.setSpacing(2)
        for name, text, signal in (
            ("fix", tr("Use (U)"), self.fix_wanted),
            ("accept", tr("Flag (F)"), self.accept_wanted),
            ("dismiss", tr("Not here (H)"), self.dismiss_wanted),
            ("more", tr("…"), self.more_wanted),
        ):
            button = QPushButton(text, self._buttons)
            button.setObjectName(f"finding.{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("kind", "small")
            button.clicked.connect(signal)
            row.addWidget(button)
            self.buttons[name] = button
        self.buttons["more"].setAccessibleName(tr("Dismiss with a reason"))
        self.buttons["more"].setToolTip(tr("Dismiss with a reason (Shift+H)"))
        row.addStretch()
        self._layout.addWidget(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_findings(self, findings: Sequence[Finding], titles: dict[str, str], current: str) -> None:
        """Show these; the buttons stand beneath the current one."""
        self.setVisible(bool(findings))
        wanted = (tuple(findings), current, self._theme.choice, self._theme.is_dark)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.title.setText(tr("{what} suspected", what=count(len(findings), "error", "errors")))
        self._make_cards(len(findings))
        place = 0
        for at, (card, finding) in enumerate(zip(self._cards, findings, strict=True), 1):
            is_current = finding.key == current
            card.show_finding(finding, titles.get(finding.check, finding.check), is_current=is_current)
            if is_current:
                place = at
                self.buttons["fix"].setVisible(can_fix(finding))
        self._layout.removeWidget(self._buttons)
        self._buttons.setVisible(place > 0)
        self._layout.insertWidget(place + 1, self._buttons)

    def _make_cards(self, number: int) -> None:
        while len(self._cards) > number:
            card = self._cards.pop()
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < number:
            card = FindingCard(self._theme, self._fonts, self)
            card.pressed.connect(self.pressed)
            self._layout.addWidget(card)
            self._cards.append(card)


def _correction(finding: Finding) -> str:
    if finding.suggestion is None:
        return ""
    after = finding.suggestion or tr("(delete)")
    span = finding.target_span
    before = "" if span is None or span.is_empty else finding.quote
    return f"{before}  →  {after}" if before.strip() else f"→  {after}"


def _label(kind: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        label.setProperty("kind", kind)
        label.setWordWrap(True)
    return label
