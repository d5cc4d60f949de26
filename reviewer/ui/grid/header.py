"""The table's header: number and state have a fixed width, the texts share the rest."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from reviewer.ui.grid.model import TEXT_COLUMNS, Column
from reviewer.ui.grid.share import Shares

STATE_WIDTH = 68


class TextHeader(QHeaderView):
    """Columns that can be moved, hidden and dragged, and always fill the table."""

    changed = Signal()
    """Columns have other widths or another order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("grid.header")
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(STATE_WIDTH)
        self._shares = Shares()
        self._given: dict[Column, int] = {}
        self._room = 0
        self._is_sharing = False
        self.sectionMoved.connect(self.changed)
        self.sectionResized.connect(self._on_section_resized)

    def shown(self) -> list[Column]:
        """The text columns on the screen, from left to right."""
        shown = [column for column in TEXT_COLUMNS if not self.isSectionHidden(column)]
        return sorted(shown, key=self.visualIndex)

    def widths(self) -> dict[Column, int]:
        """The widths of the text columns on the screen, in pixels."""
        return {column: self.sectionSize(column) for column in self.shown()}

    def share(self, width: int) -> None:
        """Divide the width of the table among the texts, in pixels."""
        self._room = width - STATE_WIDTH
        widths = self.widths()
        if not widths:
            return
        if self._given and any(self._given.get(c, given) != given for c, given in widths.items()):
            # The header was restored to what it was last time.
            self._shares.learn(widths)
        self._is_sharing = True
        self.resizeSection(Column.STATE, STATE_WIDTH)
        for column, given in self._shares.widths(self.shown(), self._room).items():
            self.resizeSection(column, given)
            self._given[column] = given
        self._is_sharing = False
        self.changed.emit()

    def _on_section_resized(self, section: int, _: int, width: int) -> None:
        if self._is_sharing or width == 0 or section not in TEXT_COLUMNS or self.isSectionHidden(section):
            return
        column = Column(section)
        self._given[column] = width
        self._shares.drag(column, width, self.shown(), self._room)
        self.share(self._room + STATE_WIDTH)
