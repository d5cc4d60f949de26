"""The flags of the current segment, one quiet card each."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.flag import Flag
from reviewer.domain.profile import Profile
from reviewer.domain.span import Range
from reviewer.ui.font import Fonts
from reviewer.ui.inspector.field import column
from reviewer.ui.inspector.flag_form import FlagForm
from reviewer.ui.mark import Mark, MarkPainter
from reviewer.ui.theme import Theme
from reviewer.ui.word import tr


class SeverityMark(QWidget):
    """The line that a severity draws under text, as a sample."""

    def __init__(self, flag: Flag, theme: Theme, is_resolved: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = Mark(flag.id, (Range(0, 2),), flag.severity, is_resolved=is_resolved)
        self._layout = QTextLayout("—" * 2, self.font())
        self._layout.beginLayout()
        line = self._layout.createLine()
        line.setLineWidth(100)
        self._layout.endLayout()
        self.setFixedSize(QSize(26, 18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt's override."""
        painter = QPainter(self)
        MarkPainter(painter, self._layout, QPointF(0, -8), self._theme.colours, 14).paint_lines([self._mark])
        painter.end()


class FlagCard(QWidget):
    """One flag: severity, type, words, comment."""

    pressed = Signal(int)

    def __init__(  # noqa: PLR0917 - all of a card's facts
        self,
        flag: Flag,
        profile: Profile,
        is_current: bool,
        is_resolved: bool,
        theme: Theme,
        fonts: Fonts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.flag_id = flag.id
        self._theme, self._is_current = theme, is_current
        self.setObjectName("flag_card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(SeverityMark(flag, theme, is_resolved, self))
        kind = profile.type(flag.type).title if flag.type else tr("Not classified")
        title = QLabel(f"{tr(flag.severity.value.capitalize())} · {kind}", self)
        title.setStyleSheet(f"color: {theme.colours.severity(flag.severity)}; font-weight: 600;")
        head.addWidget(title, 1)
        if is_resolved:
            head.addWidget(self._quiet(tr("resolved")))
        layout.addLayout(head)
        layout.addWidget(self._words(flag, fonts))
        if flag.comment and not is_current:
            layout.addWidget(self._quiet(flag.comment))

    def _words(self, flag: Flag, fonts: Fonts) -> QLabel:
        words = flag.quote or (tr("Whole segment") if not flag.spans else tr("Something is missing here"))
        if flag.suggestion is not None:
            words += "  →  " + (flag.suggestion or tr("(delete)"))
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(words)
        label.setFont(fonts.hindi)
        label.setStyleSheet("font-size: 15px;")
        label.setWordWrap(True)
        return label

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(len(text) > 20)
        label.setProperty("kind", "caption")
        return label

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt's override."""
        self.pressed.emit(self.flag_id)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt's override: the current card lies on paper."""
        if self._is_current:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._theme.colours.paper))
            painter.fillRect(0, 0, 3, self.height(), QColor(self._theme.colours.accent))
            painter.end()


class FlagList(QWidget):
    """The cards; the current one on paper."""

    pressed = Signal(int)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self._layout = column(self, 0)
        self._shown: tuple[object, ...] = ()
        self.form = FlagForm(fonts, self)
        self._layout.addWidget(self.form)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_flags(
        self, flags: Sequence[Flag], profile: Profile, current: int | None, resolved: frozenset[int]
    ) -> None:
        """Show these flags, most serious first; the form opens beneath the current one."""
        wanted = (tuple(flags), profile.id, current, resolved, self._theme.choice, self._theme.is_dark)
        if wanted == self._shown:
            return
        self._shown = wanted
        for card in self.findChildren(FlagCard):
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        at = 0
        order = sorted(flags, key=lambda f: (f.id in resolved, -f.severity.rank, _start(f)))
        for flag in order:
            card = FlagCard(
                flag, profile, flag.id == current, flag.id in resolved, self._theme, self._fonts, self
            )
            card.pressed.connect(self.pressed)
            if flag.id == current:
                self._layout.removeWidget(self.form)
                self._layout.insertWidget(at, card)
                self._layout.insertWidget(at + 1, self.form)
                at += 2
            else:
                self._layout.insertWidget(at, card)
                at += 1


def _start(flag: Flag) -> int:
    span = flag.target_span
    return span.start if span else -1
