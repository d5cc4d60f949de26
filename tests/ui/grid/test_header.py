"""The header: widths of the columns."""

import pytest

from reviewer.ui.grid.model import Column
from reviewer.ui.grid.view import ReviewTable
from tests.ui.workplace import Workplace

SHORT = "छोटा वाक्य।"


def test_a_hidden_column_comes_back(place: Workplace) -> None:
    """Shown again, its text lies over its cell, and all columns are as wide as before."""
    place.open(SHORT)
    before = place.grid.header.widths()
    place.grid.show_column(Column.SOURCE, is_shown=False)
    place.grid.show_column(Column.SOURCE, is_shown=True)
    assert place.grid.header.widths() == before


def test_a_wider_column_takes_its_room_from_the_others(place: Workplace) -> None:
    """Dragging a column's edge never pushes the Hindi off the screen."""
    place.open(SHORT)
    place.grid.horizontalHeader().resizeSection(Column.SOURCE, 420)
    cell = place.grid.visualRect(place.model.index(0, Column.HINDI))
    assert place.grid.columnWidth(Column.SOURCE) == 420
    assert cell.right() < place.grid.viewport().width()


def test_columns_cover_the_whole_width(place: Workplace) -> None:
    """No strip of paper is left over at the right."""
    place.open(SHORT)
    used = sum(place.grid.columnWidth(column) for column in Column)
    assert used == place.grid.viewport().width()


def test_chosen_widths_survive_a_wider_window(place: Workplace) -> None:
    """Columns keep their shares of the room when the window grows."""
    place.open(SHORT)
    place.grid.horizontalHeader().resizeSection(Column.SOURCE, 420)
    share = 420 / (place.grid.viewport().width() - place.grid.columnWidth(Column.STATE))
    place.grid.resize(1500, 600)
    room = place.grid.viewport().width() - place.grid.columnWidth(Column.STATE)
    assert place.grid.columnWidth(Column.SOURCE) / room == pytest.approx(share, abs=0.01)


def test_widths_of_last_time_are_taken_up(place: Workplace) -> None:
    """A header restored before the window is shown gives the columns their shares."""
    place.open(SHORT)
    place.grid.horizontalHeader().resizeSection(Column.SOURCE, 420)
    state, widths = place.grid.horizontalHeader().saveState(), place.grid.header.widths()
    again = ReviewTable(place.model, place.theme, place.fonts)
    place.qtbot.addWidget(again)
    again.horizontalHeader().restoreState(state)
    again.resize(1000, 600)
    with place.qtbot.waitExposed(again):
        again.show()
    assert again.header.widths() == pytest.approx(widths, abs=2)
    again.close()


def test_columns_are_named_in_the_order_they_stand(place: Workplace) -> None:
    """Moved columns are counted from left to right."""
    place.open(SHORT)
    place.grid.header.moveSection(Column.HINDI, Column.SOURCE)
    assert place.grid.header.shown() == [Column.HINDI, Column.SOURCE, Column.BACK_TRANSLATION]


def test_a_drag_takes_from_the_column_that_stands_beside(place: Workplace) -> None:
    """After moving, the neighbour on the screen gives way, not the one of before."""
    place.open(SHORT)
    place.grid.header.moveSection(Column.HINDI, Column.SOURCE)
    before = place.grid.header.widths()
    place.grid.header.resizeSection(Column.HINDI, before[Column.HINDI] - 40)
    after = place.grid.header.widths()
    assert after[Column.SOURCE] == pytest.approx(before[Column.SOURCE] + 40, abs=1)
    assert after[Column.BACK_TRANSLATION] == pytest.approx(before[Column.BACK_TRANSLATION], abs=1)


def test_number_and_state_keep_their_width(place: Workplace) -> None:
    """Only texts can be made wider."""
    place.open(SHORT)
    before = place.grid.header.sectionSize(Column.STATE)
    place.grid.resize(1400, 600)
    assert place.grid.header.sectionSize(Column.STATE) == before


def test_dragging_is_told_once(place: Workplace) -> None:
    """The table lays itself out once a step of the mouse."""
    place.open(SHORT)
    told: list[bool] = []
    place.grid.header.changed.connect(lambda: told.append(True))
    place.grid.header.resizeSection(Column.SOURCE, 300)
    assert told == [True]
