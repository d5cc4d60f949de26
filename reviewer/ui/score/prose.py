"""Paragraphs of a report, to read and to copy from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer.domain.report import Prose
from reviewer.ui.dialog.sheet import label


class ProseBlock(QWidget):
    """Text that can be selected with mouse and keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text: QLabel = label("", "prose")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)

    def show_block(self, block: Prose) -> None:
        """Show these paragraphs in place of those before."""
        self.text.setText("\n\n".join(block.paragraphs))
