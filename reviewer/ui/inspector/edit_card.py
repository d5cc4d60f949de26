"""An edit that no flag explains yet: confirm, pass, or give it another type."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reviewer.domain.profile import Profile
from reviewer.review.proposal import Proposal
from reviewer.ui.font import Fonts
from reviewer.ui.inspector.field import caption, column
from reviewer.ui.theme import Theme
from reviewer.ui.word import tr


class EditCard(QWidget):
    """The next unexplained edit of the segment, with the type it probably has."""

    confirmed = Signal()
    passed = Signal()
    retyped = Signal()

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("edit_card")
        self._theme = theme
        self.title = caption("", self)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setFont(fonts.hindi)
        self.words.setStyleSheet("font-size: 15px;")
        self.guess = QLabel(self)
        self.guess.setTextFormat(Qt.TextFormat.PlainText)
        self.guess.setWordWrap(True)
        layout = column(self, 4, 12)
        for label in (self.title, self.words, self.guess):
            layout.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for name, text, signal in (
            ("confirm", tr("Confirm (Y)"), self.confirmed),
            ("pass", tr("Pass (P)"), self.passed),
            ("retype", tr("Retype"), self.retyped),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"edit.{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("kind", "small")
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch()
        layout.addLayout(buttons)

    def show_proposal(self, proposal: Proposal | None, left: int, profile: Profile) -> None:
        """Show an edit, and how many of this segment are left; hide without one."""
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        self.title.setText(tr("Edit not yet classified · {left} here", left=left))
        colours = self._theme.colours
        quote = escape(proposal.quote.strip())
        struck = f'<span style="color:{colours.muted}; text-decoration: line-through">{quote}</span>'
        before = struck if quote else tr("(nothing)")
        after = escape(proposal.suggestion.strip()) or tr("(deleted)")
        self.words.setText(f"{before}&nbsp; → &nbsp;<span>{after}</span>")
        kind = profile.type(proposal.guess).title
        self.guess.setText(f"{tr(proposal.severity.value.capitalize())} · {kind} – {proposal.reason}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt's override."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.paper))
        painter.fillRect(0, 0, 3, self.height(), QColor(self._theme.colours.finding))
        painter.end()
