"""The open row: its texts as widgets laid over the grid's cells, one a column."""

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from reviewer.domain.finding import Finding
from reviewer.domain.span import Side
from reviewer.ui.font import Fonts
from reviewer.ui.grid.hover import told
from reviewer.ui.grid.model import TEXT_COLUMNS, Column
from reviewer.ui.grid.pane import TextPane
from reviewer.ui.grid.row import Row, finding_marks
from reviewer.ui.mark import Mark
from reviewer.ui.theme import Theme

OPEN_PAD_X = 4
OPEN_PAD_Y = 5
HINDI_OPEN_SPACING = 1.75
ENGLISH_OPEN_SPACING = 1.5


class OpenRow(QObject):
    """The panes of the current row. The Hindi one is where the keys go unless another was chosen."""

    height_changed = Signal()
    selected = Signal()
    typed = Signal()
    flag_pressed = Signal(int)
    finding_pressed = Signal(str)
    leave_wanted = Signal(bool)
    pane_changed = Signal()

    def __init__(self, viewport: QWidget, theme: Theme, fonts: Fonts) -> None:
        super().__init__(viewport)
        self.fonts = fonts
        self.row: Row | None = None
        self._flag_id: int | None = None
        self._finding = ""
        self._widths: dict[Column, int] = {}
        self.panes = {column: self._make(column, viewport, theme) for column in TEXT_COLUMNS}
        self.active = self.panes[Column.HINDI]

    @property
    def hindi(self) -> TextPane:
        """The pane of the final text."""
        return self.panes[Column.HINDI]

    def show(self, row: Row | None, flag_id: int | None = None) -> None:
        """Show a row's texts and marks, or hide."""
        is_same = row is not None and self.row is not None and row.segment.id == self.row.segment.id
        self.row, self._flag_id = row, flag_id
        if row is None:
            for pane in self.panes.values():
                pane.hide()
            return
        for column, pane in self.panes.items():
            # What is being typed is newer than what is stored.
            if not (is_same and pane.is_editing):
                font = self.fonts.hindi_open if column is Column.HINDI else self.fonts.english_open
                spacing = HINDI_OPEN_SPACING if column is Column.HINDI else ENGLISH_OPEN_SPACING
                pane.show_text(row.segment.text(pane.side), font, spacing)
            pane.show_marks(row.marks(pane.side, flag_id, self._finding))
        if not is_same:
            self.activate(Column.HINDI)

    def show_flag(self, flag_id: int | None) -> None:
        """Make another flag of this row the current one."""
        self._flag_id = flag_id
        self._show_marks()

    def show_findings(self, row: Row, finding: str = "") -> None:
        """Mark other findings of the row that is shown already, one of them as the current."""
        self.row, self._finding = row, finding
        self._show_marks()

    def show_tried(self, findings: tuple[Finding, ...]) -> None:
        """Mark findings in the Hindi as it is being typed."""
        if self.row is not None:
            flags = replace(self.row, findings=()).marks(Side.FINAL, self._flag_id)
            self.hindi.show_marks((*flags, *finding_marks(findings, self.hindi.text(), Side.FINAL)))

    def _show_marks(self) -> None:
        if self.row is not None:
            for pane in self.panes.values():
                pane.show_marks(self.row.marks(pane.side, self._flag_id, self._finding))

    def activate(self, column: Column) -> None:
        """Send the keys to one of the texts."""
        pane = self.panes[column]
        if pane is not self.active:
            self.active = pane
            self.pane_changed.emit()
        if not pane.isHidden():
            pane.setFocus()

    def next_pane(self, by: int) -> None:
        """Send the keys to the next visible text, Hindi first."""
        shown = [
            c for c in (Column.HINDI, Column.SOURCE, Column.BACK_TRANSLATION) if not self.panes[c].isHidden()
        ]
        if shown:
            at = next((n for n, c in enumerate(shown) if self.panes[c] is self.active), 0)
            self.activate(shown[(at + by) % len(shown)])

    def place(self, cells: dict[Column, QRect]) -> None:
        """Lay the panes over these cells; keys that were on one without a cell go to the Hindi."""
        has_lost_keys = self.row is not None and all(self.panes[c] is not self.active for c in cells)
        for column, pane in self.panes.items():
            cell = cells.get(column)
            if cell is None or self.row is None:
                pane.hide()
                continue
            pane.setGeometry(cell.adjusted(OPEN_PAD_X, OPEN_PAD_Y, -OPEN_PAD_X, -OPEN_PAD_Y))
            pane.show()
        if has_lost_keys:
            self.activate(Column.HINDI)

    def height(self, widths: dict[Column, int]) -> int:
        """How high the row must be for all of its texts, in pixels."""
        self._widths = widths
        tallest = max((self.panes[c].height_for(w - 2 * OPEN_PAD_X) for c, w in widths.items()), default=0)
        return tallest + 2 * OPEN_PAD_Y

    def _make(self, column: Column, viewport: QWidget, theme: Theme) -> TextPane:
        side = column.side or Side.FINAL
        pane = TextPane(side, theme, viewport)
        pane.setObjectName(f"pane.{side.value}")
        pane.setAccessibleName(side.value.replace("_", "-"))
        pane.hide()
        pane.describe = self._describe
        pane.selected.connect(self.selected)
        pane.flag_pressed.connect(self.flag_pressed)
        pane.finding_pressed.connect(self.finding_pressed)
        pane.leave_wanted.connect(self.leave_wanted)
        pane.typed.connect(self._on_typed)
        pane.focused.connect(lambda: self._on_focused(pane))
        return pane

    def _describe(self, mark: Mark | None) -> str:
        return told(self.row, mark) if self.row else ""

    def _on_typed(self) -> None:
        self.height_changed.emit()
        self.typed.emit()

    def _on_focused(self, pane: TextPane) -> None:
        if pane is not self.active:
            self.active = pane
            self.pane_changed.emit()
