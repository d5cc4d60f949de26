"""One section of the page: heading, answer, and its blocks in order."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.report import Block, Chart, Excerpts, Figures, Prose, Section, Table
from reviewer.ui.dialog.sheet import label
from reviewer.ui.font import Fonts
from reviewer.ui.score.chart import ChartBlock
from reviewer.ui.score.excerpt import ExcerptBlock
from reviewer.ui.score.prose import ProseBlock
from reviewer.ui.score.table import TableBlock
from reviewer.ui.score.tile import Tiles
from reviewer.ui.theme import Theme

BlockView = Tiles | TableBlock | ChartBlock | ExcerptBlock | ProseBlock


class SectionView(QWidget):
    """Shows a section; a newer one changes what differs and leaves the rest in place."""

    excerpt_wanted = Signal(int, int)
    """Document and position of a row to open at the desk."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self.section: Section | None = None
        self.blocks: list[BlockView] = []
        self._shown: list[Block | None] = []
        self.title, self.lead = label("", "section"), label("", "lead")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(24)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.lead)
        self._column.addLayout(head)

    def showing(self, section: Section) -> Iterator[None]:
        """Show a section in place of the one before, a block a step: the window lives in between."""
        self.section = section
        self.title.setText(section.title)
        self.lead.setText(section.lead)
        self.lead.setVisible(bool(section.lead))
        self._drop_from(_alike(self._shown, section.blocks))
        for place, block in enumerate(section.blocks):
            if place == len(self.blocks):
                self.blocks.append(self._add(block))
                self._shown.append(None)
            if self._shown[place] != block:
                self._shown[place] = block
                _show(self.blocks[place], block)
                yield

    def _drop_from(self, first: int) -> None:
        while len(self.blocks) > first:
            gone = self.blocks.pop()
            self._shown.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()

    def _add(self, block: Block) -> BlockView:
        view: BlockView
        match block:
            case Figures():
                view = Tiles(self)
            case Table():
                view = TableBlock(self)
            case Chart():
                view = ChartBlock(self._theme, self._fonts, self)
            case Excerpts():
                view = ExcerptBlock(self._theme, self._fonts, self)
                view.wanted.connect(self.excerpt_wanted)
            case Prose():
                view = ProseBlock(self)
        self._column.addWidget(view)
        return view


def _alike(before: Sequence[Block | None], after: Sequence[Block]) -> int:
    """Count the blocks at the start that are of the same kind, and can be shown in the same place."""
    same = 0
    for one, other in zip(before, after, strict=False):
        if type(one) is not type(other):
            break
        same += 1
    return same


def _show(view: BlockView, block: Block) -> None:
    match view, block:
        case (Tiles(), Figures()):
            view.show_block(block)
        case (TableBlock(), Table()):
            view.show_block(block)
        case (ChartBlock(), Chart()):
            view.show_block(block)
        case (ExcerptBlock(), Excerpts()):
            view.show_block(block)
        case (ProseBlock(), Prose()):
            view.show_block(block)
