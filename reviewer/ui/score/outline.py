"""The sections of the page, to jump to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reviewer.domain.report import Section
from reviewer.ui.word import tr

_ID = Qt.ItemDataRole.UserRole


class Outline(QListWidget):
    """Section titles; the digits 1 to 9 lead to the first nine."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scores.outline")
        self.setProperty("kind", "outline")
        self.setAccessibleName(tr("Sections"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List these sections; where they are the same, nothing moves."""
        ids = [section.id for section in sections]
        if ids == self.ids:
            return
        row = max(self.currentRow(), 0)
        self.clear()
        for number, section in enumerate(sections, start=1):
            item = QListWidgetItem(section.title)
            item.setData(_ID, section.id)
            if number < 10:
                item.setToolTip(tr("Key {number}", number=number))
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))

    @property
    def ids(self) -> list[str]:
        """The ids of the sections listed."""
        return [self.item(row).data(_ID) for row in range(self.count())]

    def mark(self, section_id: str) -> None:
        """Show which section is being read; nothing is scrolled."""
        if section_id in self.ids:
            self.setCurrentRow(self.ids.index(section_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: arrows lead to the neighbours; a list would look for titles by other keys."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None or not self.count():
            event.ignore()
            return
        row = max(0, min(self.currentRow() + by, self.count() - 1))
        self._on_item_chosen(self.item(row))

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ID))
