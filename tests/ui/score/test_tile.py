"""Figures shown large."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.report import Figure, Figures
from reviewer.ui.score.tile import Tiles
from tests.ui.score.reports import a_section


def _tiles(qtbot: QtBot, width: int) -> Tiles:
    made = Tiles()
    qtbot.addWidget(made)
    block = a_section().blocks[0]
    assert isinstance(block, Figures)
    made.show_block(block)
    made.resize(width, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_figure_stands_with_its_interval_and_its_sample(qtbot: QtBot) -> None:
    """No number is shown without what it was computed from."""
    tiles = _tiles(qtbot, 900)
    tile = tiles.tiles[0]
    assert (tile.value.text(), tile.range.text(), tile.note.text()) == (
        "104.6",
        "95 %: 90.0 to 120.0",
        "475 source words",
    )


def test_a_verdict_has_its_colour_and_nothing_has_none(qtbot: QtBot) -> None:
    """Good, bad, and not judged look different."""
    tiles = _tiles(qtbot, 900)
    tones = [tile.value.property("tone") for tile in tiles.tiles]
    assert tones == ["bad", "good", "none"]


def test_a_narrow_window_has_fewer_figures_in_a_row(qtbot: QtBot) -> None:
    """Tiles wrap instead of being cut."""
    wide, narrow = _tiles(qtbot, 900), _tiles(qtbot, 300)
    assert len({tile.y() for tile in wide.tiles}) == 1
    assert len({tile.y() for tile in narrow.tiles}) == 3


@pytest.mark.parametrize(("count", "kind"), [(4, "figure"), (6, "phrase")])
def test_few_figures_are_large(qtbot: QtBot, count: int, kind: str) -> None:
    """Where there are many, all are there to be looked up."""
    tiles = _tiles(qtbot, 900)
    tiles.show_block(Figures(figures=tuple(Figure(id=str(n), title="t", value=n) for n in range(count))))
    assert [tile.value.property("kind") for tile in tiles.tiles] == [kind] * count
