"""The table: rows that fit, the open row in the middle, texts laid over their cells."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span
from reviewer.ui.font import load_fonts
from reviewer.ui.grid.delegate import PAD_Y
from reviewer.ui.grid.model import TEXT_COLUMNS, Column
from reviewer.ui.grid.open_row import OPEN_PAD_X, OPEN_PAD_Y
from tests.ui.workplace import LONG, SENTENCE, Workplace, press

SHORT = "छोटा वाक्य।"


def mixed(number: int) -> tuple[str, ...]:
    """Make texts of very different length."""
    return tuple(f"{n}. {SENTENCE * (n % 5) or SHORT}" for n in range(number))


def settle(place: Workplace) -> None:
    """Let the table fit the rows that have come into view."""
    if place.grid._settle.isActive():
        with place.qtbot.waitSignal(place.grid._settle.timeout):
            pass


def in_view(place: Workplace) -> list[int]:
    """Rows of which anything is on the screen."""
    bottom = place.grid.viewport().height()
    first = place.grid.rowAt(0)
    last = place.grid.rowAt(bottom - 1)
    return list(range(first, (last if last >= 0 else place.model.rowCount() - 1) + 1))


def row_box(place: Workplace, position: int) -> tuple[int, int]:
    """Top and bottom of a row on the screen."""
    top = place.grid.rowViewportPosition(position)
    return top, top + place.grid.rowHeight(position)


def misplaced(place: Workplace) -> list[Column]:
    """Columns whose text does not lie over its cell."""
    wrong = []
    for column in TEXT_COLUMNS:
        pane = place.grid.open_row.panes[column]
        if place.grid.isColumnHidden(column):
            if not pane.isHidden():
                wrong.append(column)
            continue
        cell = place.grid.visualRect(place.model.index(place.desk.position, column))
        wanted = cell.adjusted(OPEN_PAD_X, OPEN_PAD_Y, -OPEN_PAD_X, -OPEN_PAD_Y)
        if pane.isHidden() or pane.geometry() != wanted:
            wrong.append(column)
    return wrong


# Heights


def test_rows_in_view_fit_their_texts(place: Workplace) -> None:
    """No text of a row on the screen is cut off, and none has empty room below it."""
    place.open(*mixed(40))
    settle(place)
    widths = place.grid.header.widths()
    for position in in_view(place):
        if position != place.desk.position:
            wanted = place.grid.painter_delegate.height(place.model.row(position), widths)
            assert place.grid.rowHeight(position) == wanted


def test_rows_fit_after_scrolling(place: Workplace) -> None:
    """Rows that come into view by scrolling are fitted too."""
    place.open(*mixed(200))
    place.grid.verticalScrollBar().setValue(9000)
    settle(place)
    widths = place.grid.header.widths()
    shown = in_view(place)
    assert shown[0] > 10
    for position in shown:
        wanted = place.grid.painter_delegate.height(place.model.row(position), widths)
        assert place.grid.rowHeight(position) == wanted


def test_the_open_row_holds_all_of_its_text(place: Workplace) -> None:
    """The large Hindi of the open row ends above the row's edge."""
    place.open(LONG * 4, SHORT)
    pane = place.hindi
    assert pane.document().size().height() <= pane.viewport().height()


def test_a_row_grows_while_one_types(place: Workplace) -> None:
    """A line more makes the open row higher at once."""
    place.open(SHORT, SHORT)
    before = place.grid.rowHeight(0)
    place.desk.begin_editing()
    place.hindi.insertPlainText(LONG)
    assert place.grid.rowHeight(0) > before
    assert misplaced(place) == []


def test_a_row_shrinks_when_it_is_left(place: Workplace) -> None:
    """The row before takes no more room than its small text needs."""
    place.open(*mixed(6))
    place.desk.go(1)
    place.desk.go(2)
    widths = place.grid.header.widths()
    assert place.grid.rowHeight(1) == place.grid.painter_delegate.height(place.model.row(1), widths)


def test_fitting_rows_above_does_not_move_the_text(place: Workplace) -> None:
    """While scrolling up, the row one reads stays where it is when the one above turns out higher."""
    place.open(*(LONG * 3 for _ in range(60)))
    bar = place.grid.verticalScrollBar()
    bar.setValue(2000)
    settle(place)
    for _ in range(15):
        bar.setValue(bar.value() - 40)
        below = in_view(place)[1]
        before = place.grid.rowViewportPosition(below)
        settle(place)
        assert abs(place.grid.rowViewportPosition(below) - before) <= 1


# The open row


@pytest.mark.parametrize("position", [0, 1, 7, 30, 150, 198, 199])
def test_the_open_row_is_fully_visible(place: Workplace, position: int) -> None:
    """Wherever one goes, the whole open row is on the screen, and stays there."""
    place.open(*mixed(200))
    place.desk.go(position)
    settle(place)
    top, bottom = row_box(place, position)
    assert top >= 0
    assert bottom <= place.grid.viewport().height()


@pytest.mark.parametrize("position", [30, 100, 150])
def test_the_open_row_is_near_the_middle(place: Workplace, position: int) -> None:
    """Away from the ends of the document, the open row stands mid-screen."""
    place.open(*mixed(200))
    place.desk.go(position)
    settle(place)
    top, bottom = row_box(place, position)
    assert abs((top + bottom) / 2 - place.grid.viewport().height() / 2) < 60


def test_walking_keeps_the_open_row_in_the_middle(place: Workplace) -> None:
    """Step by step through the document, the eyes stay where they are."""
    place.open(*mixed(60))
    for position in range(10, 50):
        place.desk.go(position)
        top, bottom = row_box(place, position)
        assert abs((top + bottom) / 2 - place.grid.viewport().height() / 2) < 60


def test_a_row_higher_than_the_screen_shows_its_start(place: Workplace) -> None:
    """Of a very long segment the beginning is seen first."""
    place.open(SHORT, SHORT, LONG * 30, SHORT)
    place.desk.go(2)
    settle(place)
    assert row_box(place, 2)[0] == 0


def test_the_open_row_stays_in_view_when_the_text_grows(place: Workplace) -> None:
    """Zooming in leaves the current row on the screen."""
    place.open(*mixed(60))
    place.desk.go(30)
    place.grid.set_fonts(load_fonts(1.6))
    settle(place)
    top, bottom = row_box(place, 30)
    assert top >= 0
    assert bottom <= place.grid.viewport().height()
    assert misplaced(place) == []


def test_the_open_row_stays_in_view_when_the_window_shrinks(place: Workplace) -> None:
    """Making the window smaller does not push the current row off the screen."""
    place.open(*mixed(60))
    place.desk.go(30)
    place.grid.resize(800, 420)
    settle(place)
    top, bottom = row_box(place, 30)
    assert top < place.grid.viewport().height() / 2
    assert bottom > 0
    assert misplaced(place) == []


def test_choosing_a_flag_moves_nothing(place: Workplace) -> None:
    """Stepping through the flags of a row does not scroll."""
    session = place.open(*mixed(60))
    place.desk.go(30)
    segment = place.model.row(30).segment
    place.grid.verticalScrollBar().setValue(place.grid.verticalScrollBar().value() - 37)
    before = place.grid.verticalScrollBar().value()
    spans = [Span.single(Side.FINAL, 0, 2)]
    flag = session.add_flag(segment.id, spans, "accuracy/addition", Severity.MINOR)
    place.desk.choose_flag(flag.id)
    assert place.grid.verticalScrollBar().value() == before


def test_a_click_on_a_row_is_told(place: Workplace, qtbot: QtBot) -> None:
    """Pressing anywhere on a row opens it."""
    place.open(*mixed(20))
    settle(place)
    where = QPoint(300, place.grid.rowViewportPosition(1) + 5)
    with qtbot.waitSignal(place.grid.row_pressed) as told:
        QTest.mouseClick(place.grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (told.args, place.desk.position) == ([1], 1)


def test_a_click_below_the_last_row_is_nothing(place: Workplace, qtbot: QtBot) -> None:
    """Empty paper is no row."""
    place.open(SHORT, SHORT)
    settle(place)
    with qtbot.assertNotEmitted(place.grid.row_pressed):
        QTest.mouseClick(place.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 550))


@pytest.mark.parametrize("key", ["Ctrl+Home", "Q", "Down", "Tab"])
def test_a_key_that_nobody_wants_changes_nothing(place: Workplace, key: str) -> None:
    """Without the commands around it, a stray key neither scrolls away nor opens another row."""
    place.open(*mixed(60))
    place.desk.go(30)
    before = place.grid.verticalScrollBar().value()
    press(place.hindi, key)
    assert (place.desk.position, place.grid.verticalScrollBar().value()) == (30, before)


def test_a_page_can_be_read_on_without_leaving_the_row(place: Workplace) -> None:
    """Page down looks further ahead and page up comes back, with the open row where it was."""
    place.open(*mixed(60))
    place.desk.go(30)
    before = place.grid.verticalScrollBar().value()
    press(place.hindi, "PgDown")
    assert place.grid.verticalScrollBar().value() > before + 300
    press(place.hindi, "PgUp")
    assert (place.desk.position, place.grid.verticalScrollBar().value()) == (30, before)


# Texts over cells


def test_texts_lie_over_their_cells(place: Workplace) -> None:
    """Each text of the open row covers its own cell."""
    place.open(*mixed(20))
    assert misplaced(place) == []


def test_texts_follow_scrolling(place: Workplace) -> None:
    """The open row scrolls with the table."""
    place.open(*mixed(60))
    place.desk.go(20)
    before = place.hindi.y()
    place.grid.verticalScrollBar().setValue(place.grid.verticalScrollBar().value() + 55)
    assert place.hindi.y() == before - 55
    assert misplaced(place) == []


def test_texts_follow_the_window(place: Workplace) -> None:
    """A wider window gives the open texts more room."""
    place.open(*mixed(60))
    before = place.hindi.width()
    place.grid.resize(1400, 700)
    settle(place)
    assert place.hindi.width() > before
    assert misplaced(place) == []


@pytest.mark.parametrize("column", [Column.SOURCE, Column.BACK_TRANSLATION])
def test_the_text_of_a_hidden_column_is_hidden(place: Workplace, column: Column) -> None:
    """Hiding a column hides its text, and gives its room to the others."""
    place.open(*mixed(60))
    before = place.hindi.width()
    place.grid.show_column(column, is_shown=False)
    settle(place)
    assert place.grid.open_row.panes[column].isHidden()
    assert place.hindi.width() > before
    assert misplaced(place) == []


def test_a_row_opened_with_a_hidden_column_leaves_it_hidden(place: Workplace) -> None:
    """Going on does not bring back a text whose column is hidden."""
    place.open(*mixed(10))
    place.grid.show_column(Column.BACK_TRANSLATION, is_shown=False)
    place.desk.go(3)
    assert misplaced(place) == []


def test_texts_follow_their_columns(place: Workplace) -> None:
    """Columns in another order take their texts along."""
    place.open(*mixed(60))
    place.grid.horizontalHeader().moveSection(Column.HINDI, Column.SOURCE)
    assert place.hindi.x() < place.grid.open_row.panes[Column.SOURCE].x()
    assert misplaced(place) == []


# Little work


def test_a_long_document_opens_by_a_page_or_two(place: Workplace) -> None:
    """Of 10,000 segments only those on the screen, and their page, are read and laid out."""
    place.open(*(f"{n} {SHORT}" for n in range(10_000)))
    settle(place)
    place.grid.grab()
    assert len(place.model._pages) <= 2
    assert len(place.grid.painter_delegate.cache._kept) <= 60


def test_jumping_reads_the_pages_around_only(place: Workplace) -> None:
    """Going to the end of a long document reads its last pages, not those between."""
    place.open(*(f"{n} {SHORT}" for n in range(2_000)))
    place.desk.go(1_999)
    settle(place)
    assert place.grid.rowViewportPosition(1_999) > 0
    assert len(place.model._pages) <= 3


def test_a_step_lays_out_little(place: Workplace) -> None:
    """One row on, only the row left and those that come into view are laid out."""
    place.open(*mixed(100))
    place.desk.go(50)
    settle(place)
    cache = place.grid.painter_delegate.cache
    before = set(cache._kept)
    place.desk.go(51)
    settle(place)
    place.grid.grab()
    assert len(set(cache._kept) - before) <= 9


def test_drawing_again_lays_out_nothing(place: Workplace) -> None:
    """A repaint costs no shaping."""
    place.open(*mixed(100))
    settle(place)
    place.grid.grab()
    before = list(place.grid.painter_delegate.cache._kept.values())
    place.grid.grab()
    after = list(place.grid.painter_delegate.cache._kept.values())
    assert {id(laid) for laid in before} == {id(laid) for laid in after}


def test_nothing_is_drawn_beneath_the_open_texts(place: Workplace) -> None:
    """A pane lies inside its row: the next row begins below it."""
    place.open(*mixed(20))
    settle(place)
    next_row = QRect(0, place.grid.rowViewportPosition(1), 1000, PAD_Y)
    assert not any(pane.geometry().intersects(next_row) for pane in place.grid.open_row.panes.values())
