"""What was changed from the received text to the final one, word by word."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reviewer.domain.segment import Segment
from reviewer.text.diff import Op, word_diff
from reviewer.ui.font import Fonts
from reviewer.ui.inspector.field import caption, column
from reviewer.ui.theme import Colours, Theme
from reviewer.ui.word import tr


class DiffView(QWidget):
    """Deleted words struck through, new ones underlined: told apart without colour too."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diff")
        self._theme = theme
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setFont(fonts.hindi)
        self.words.setStyleSheet("font-size: 15px;")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = column(self, 4)
        layout.addWidget(caption(tr("Received → final (D)"), self))
        layout.addWidget(self.words)

    def show_segment(self, segment: Segment | None) -> None:
        """Show a segment's changes; hide where there are none."""
        self.setVisible(segment is not None and segment.is_edited)
        if segment is not None and segment.is_edited:
            self.words.setText(marked_up(segment.received, segment.final, self._theme.colours))


def marked_up(before: str, after: str, colours: Colours) -> str:
    """The difference of two texts as HTML."""
    parts = []
    for hunk in word_diff(before, after):
        old = escape(before[hunk.before.start : hunk.before.end])
        new = escape(after[hunk.after.start : hunk.after.end])
        if hunk.op is Op.EQUAL:
            parts.append(old)
            continue
        if old:
            parts.append(f'<span style="color:{colours.muted};text-decoration:line-through">{old}</span>')
        if new:
            parts.append(f'<span style="color:{colours.done};text-decoration:underline">{new}</span>')
    return "".join(parts)
