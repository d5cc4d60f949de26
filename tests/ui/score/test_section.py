"""Sections of the Scores page."""

from pytestqt.qtbot import QtBot

from reviewer.domain.report import Prose
from reviewer.ui.app import make_application
from reviewer.ui.font import load_fonts
from reviewer.ui.score.chart import ChartBlock
from reviewer.ui.score.excerpt import ExcerptBlock
from reviewer.ui.score.prose import ProseBlock
from reviewer.ui.score.section import SectionView
from reviewer.ui.score.table import TableBlock
from reviewer.ui.score.tile import Tiles
from reviewer.ui.theme import Theme
from tests.ui.score.reports import a_chart, a_section, a_table


def _view(qtbot: QtBot) -> SectionView:
    make_application()
    made = SectionView(Theme("light"), load_fonts())
    qtbot.addWidget(made)
    return made


def test_every_kind_of_block_has_its_widget(qtbot: QtBot) -> None:
    """What the report holds is on the page, in order."""
    view = _view(qtbot)
    list(view.showing(a_section()))
    assert [type(block) for block in view.blocks] == [Tiles, TableBlock, ChartBlock, ExcerptBlock, ProseBlock]


def test_newer_figures_keep_the_widgets(qtbot: QtBot) -> None:
    """A change of one block repaints that block; the others are not even touched."""
    view = _view(qtbot)
    list(view.showing(a_section("s", a_table(), a_chart())))
    before = list(view.blocks)
    steps = list(view.showing(a_section("s", a_table(title="New"), a_chart())))
    assert view.blocks == before
    assert len(steps) == 1
    assert isinstance(before[0], TableBlock)
    assert before[0].title.text() == "New"


def test_another_kind_of_block_replaces_the_widget(qtbot: QtBot) -> None:
    """Where a chart was, prose can stand."""
    view = _view(qtbot)
    list(view.showing(a_section("s", a_table(), a_chart())))
    list(view.showing(a_section("s", a_table(), Prose(paragraphs=("Nothing to draw.",)))))
    assert [type(block) for block in view.blocks] == [TableBlock, ProseBlock]


def test_a_section_interrupted_halfway_is_finished_by_the_next(qtbot: QtBot) -> None:
    """Figures that come while others are being shown leave no block empty."""
    view = _view(qtbot)
    section = a_section("s", a_table(), a_chart())
    next(view.showing(section))
    list(view.showing(section))
    chart = view.blocks[1]
    assert isinstance(chart, ChartBlock)
    assert chart.title.text() == "Errors by engine"
