"""A chart of a report, painted from the same drawing that the files hold."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.report import Chart
from reviewer.ui.dialog.sheet import label
from reviewer.ui.font import Fonts
from reviewer.ui.theme import Theme


class ChartBlock(QWidget):
    """A chart under its title, its summary beneath."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self.title, self.summary = label("", "subtitle"), label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.summary)

    def show_block(self, block: Chart) -> None:
        """Show a chart in place of the one before."""
        self.title.setText(block.title)
        self.summary.setText(block.summary)
