"""Figures shown large, with the words they must not be shown without."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from reviewer.domain.report import Estimate, Figure, Figures
from reviewer.reports.text import NONE, interval, point
from reviewer.ui.word import tr

_NARROWEST = 208
_GAP = 24
_LARGE = 4
"""So many figures lead; more than that are there to be looked up."""
_LONG_WORD = 12
"""Letters beyond which a value is a phrase, and set smaller."""


class Tile(QFrame):
    """One figure: name, value, interval, and what it was computed from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tile")
        self.title, self.value = _label("caption"), _label("figure")
        self.range, self.note = _label("caption"), _label("caption")
        self.value.setFont(tabular(self.value.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 4)
        column.setSpacing(0)
        for part in (self.title, self.value, self.range, self.note):
            column.addWidget(part)
        column.addStretch(1)

    def show_figure(self, figure: Figure, *, is_minor: bool = False) -> None:
        """Show a figure; a verdict in its colour."""
        text = point(figure.value, figure.unit, figure.digits)
        value = figure.value
        span = interval(value, figure.unit, figure.digits) if isinstance(value, Estimate) else ""
        self.title.setText(figure.title)
        self.value.setText(text[:1].upper() + text[1:])
        size = "phrase" if is_minor or len(text) > _LONG_WORD else "figure"
        tone = figure.tone if text != NONE else "none"
        if (self.value.property("kind"), self.value.property("tone")) != (size, tone):
            self.value.setProperty("kind", size)
            self.value.setProperty("tone", tone)
            self.value.style().polish(self.value)
        self.range.setText(tr("95 %: {span}", span=span) if span else "")
        self.range.setVisible(bool(span))
        self.note.setText(figure.note)
        self.note.setVisible(bool(figure.note))
        self.setAccessibleName(f"{figure.title}: {text}. {figure.note}")


class Tiles(QWidget):
    """Figures side by side, as many in a row as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)

    def show_block(self, block: Figures) -> None:
        """Show these figures in place of those before."""
        while len(self.tiles) > len(block.figures):
            gone = self.tiles.pop()
            self._grid.removeWidget(gone)
            gone.deleteLater()
            self._columns = 0
        while len(self.tiles) < len(block.figures):
            self.tiles.append(Tile(self))
            self._columns = 0
        for tile, figure in zip(self.tiles, block.figures, strict=True):
            tile.show_figure(figure, is_minor=len(block.figures) > _LARGE)
        self._deal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: another width may hold another number of tiles."""
        super().resizeEvent(event)
        self._deal()

    def _deal(self) -> None:
        fitting = max(1, (self.width() + _GAP) // (_NARROWEST + _GAP))
        columns = min(fitting, _LARGE, max(1, len(self.tiles)))
        if columns == self._columns:
            return
        for each in range(self._columns):
            self._grid.setColumnStretch(each, 0)
        self._columns = columns
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        for each in range(columns):
            self._grid.setColumnStretch(each, 1)


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _label(kind: str) -> QLabel:
    made = QLabel()
    made.setProperty("kind", kind)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setWordWrap(True)
    # Left to itself, Qt indents a label that has a padding.
    made.setIndent(0)
    return made
