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

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._layout = QTextLayout("—" * 2, self.font())
        self._layout.beginLayout()
        line = self._layout.createLine()
        line.setLineWidth(100)
        self._layout.endLayout()
        self.setFixedSize(QSize(26, 18))

    def show_severity(self, flag: Flag, is_resolved: bool) -> None:
        """Show the line of a flag."""
        marks = (Mark(flag.id, (Range(0, 2),), flag.severity, is_resolved=is_resolved),)
        if marks != self._marks:
            self._marks = marks
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt's override."""
        painter = QPainter(self)
        MarkPainter(painter, self._layout, QPointF(0, -8), self._theme.colours, 14).paint_lines(self._marks)
        painter.end()


class FlagCard(QWidget):
    """One flag: severity, type, words, comment. The same card shows one flag after another."""

    pressed = Signal(int)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.flag_id = -1
        self._theme, self._is_current, self._tint = theme, False, ""
        self.setObjectName("flag_card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._mark = SeverityMark(theme, self)
        self._title = QLabel(self)
        self._resolved, self._comment = self._quiet(), self._quiet()
        self._words = self._plain()
        self._words.setFont(fonts.hindi)
        self._words.setStyleSheet("font-size: 15px;")
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._resolved)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self._comment)

    def show_flag(self, flag: Flag, profile: Profile, *, is_current: bool, is_resolved: bool) -> None:
        """Show a flag."""
        self.flag_id = flag.id
        self._mark.show_severity(flag, is_resolved)
        kind = profile.type(flag.type).title if flag.type else tr("Not classified")
        self._title.setText(f"{tr(flag.severity.value.capitalize())} · {kind}")
        tint = self._theme.colours.severity(flag.severity)
        if tint != self._tint:
            self._tint = tint
            self._title.setStyleSheet(f"color: {tint}; font-weight: 600;")
        self._resolved.setText(tr("resolved"))
        self._resolved.setVisible(is_resolved)
        words = flag.quote or (tr("Whole segment") if not flag.spans else tr("Something is missing here"))
        if flag.suggestion is not None:
            words += "  →  " + (flag.suggestion or tr("(delete)"))
        self._words.setText(words)
        self._comment.setText(flag.comment)
        self._comment.setWordWrap(len(flag.comment) > 20)
        self._comment.setVisible(bool(flag.comment) and not is_current)
        if is_current is not self._is_current:
            self._is_current = is_current
            self.update()

    def _quiet(self) -> QLabel:
        label = self._plain()
        label.setProperty("kind", "caption")
        return label

    def _plain(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
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
        self._cards: list[FlagCard] = []
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
        order = sorted(flags, key=lambda f: (f.id in resolved, -f.severity.rank, _start(f)))
        self._make_cards(len(order))
        for card, flag in zip(self._cards, order, strict=True):
            card.show_flag(flag, profile, is_current=flag.id == current, is_resolved=flag.id in resolved)
        place = next((at for at, flag in enumerate(order, 1) if flag.id == current), len(order))
        if self._layout.indexOf(self.form) != place:
            self._layout.removeWidget(self.form)
            self._layout.insertWidget(place, self.form)

    def _make_cards(self, number: int) -> None:
        """Have so many cards: to make one takes longer than to show another flag in it."""
        while len(self._cards) > number:
            card = self._cards.pop()
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < number:
            card = FlagCard(self._theme, self._fonts, self)
            card.pressed.connect(self.pressed)
            self._layout.addWidget(card)
            self._cards.append(card)


def _start(flag: Flag) -> int:
    span = flag.target_span
    return span.start if span else -1
