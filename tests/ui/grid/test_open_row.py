"""The open row: which text the keys go to, and what is shown."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span
from reviewer.ui.grid.model import TEXT_COLUMNS, Column
from reviewer.ui.grid.open_row import OpenRow
from tests.ui.workplace import LONG, Workplace

TWO = ("पहला वाक्य।", "दूसरा वाक्य।")
SOURCES = ("First sentence.", "Second sentence.")


def opened(place: Workplace) -> OpenRow:
    """The open row of a project with English beside the Hindi."""
    place.open(*TWO, sources=SOURCES)
    return place.grid.open_row


def test_each_text_is_in_its_column(place: Workplace) -> None:
    """Source, back-translation and Hindi of the row are shown side by side."""
    row = opened(place)
    assert [row.panes[column].text() for column in TEXT_COLUMNS] == [SOURCES[0], "", TWO[0]]


def test_keys_go_to_the_hindi(place: Workplace) -> None:
    """The Hindi is what one reviews; its text has the focus."""
    row = opened(place)
    assert row.active is row.hindi
    assert row.hindi.hasFocus()


def test_keys_can_go_round_the_texts(place: Workplace) -> None:
    """From the Hindi to the source, the back-translation, and the Hindi again."""
    row = opened(place)
    visited = []
    for _ in range(3):
        row.next_pane(1)
        visited.append(row.active.side)
    assert visited == [Side.SOURCE, Side.BACK_TRANSLATION, Side.FINAL]


def test_hidden_texts_are_passed_by(place: Workplace) -> None:
    """Keys never go to a text that is not seen."""
    row = opened(place)
    place.grid.show_column(Column.SOURCE, is_shown=False)
    row.next_pane(-1)
    first = row.active.side
    row.next_pane(-1)
    assert (first, row.active.side) == (Side.BACK_TRANSLATION, Side.FINAL)


def test_hiding_the_text_with_the_keys_gives_them_to_the_hindi(place: Workplace) -> None:
    """When the source column is hidden while the keys are on it, the Hindi has them."""
    row = opened(place)
    row.activate(Column.SOURCE)
    place.grid.show_column(Column.SOURCE, is_shown=False)
    assert row.active is row.hindi


def test_a_click_sends_the_keys_there(place: Workplace, qtbot: QtBot) -> None:
    """Pressing on the source makes it the text that keys act on."""
    row = opened(place)
    source = row.panes[Column.SOURCE]
    with qtbot.waitSignal(row.pane_changed):
        QTest.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert row.active is source


def test_the_next_row_starts_on_the_hindi(place: Workplace) -> None:
    """Going on returns the keys to the text under review."""
    row = opened(place)
    row.activate(Column.SOURCE)
    place.desk.go(1)
    assert row.active is row.hindi


def test_a_change_of_the_row_leaves_the_keys_where_they_are(place: Workplace) -> None:
    """A flag made on the source does not send the keys to the Hindi."""
    row = opened(place)
    row.activate(Column.SOURCE)
    segment = place.model.row(0).segment
    spans = [Span.single(Side.SOURCE, 0, 5)]
    assert place.desk.session is not None
    place.desk.session.add_flag(segment.id, spans, "accuracy/omission", Severity.MINOR)
    assert row.active is row.panes[Column.SOURCE]


def test_marks_of_the_row_are_shown(place: Workplace) -> None:
    """A new flag is underlined at once, in the text it lies on."""
    row = opened(place)
    segment = place.model.row(0).segment
    spans = [Span.single(Side.FINAL, 0, 5), Span.single(Side.SOURCE, 0, 5)]
    assert place.desk.session is not None
    place.desk.session.add_flag(segment.id, spans, "accuracy/mistranslation", Severity.MINOR)
    assert [len(row.panes[column]._marks) for column in TEXT_COLUMNS] == [1, 0, 1]


def test_closed_there_is_no_text(place: Workplace) -> None:
    """Without a row all texts are hidden."""
    row = opened(place)
    row.show(None)
    assert all(pane.isHidden() for pane in row.panes.values())


def test_a_closed_row_is_not_placed(place: Workplace) -> None:
    """A late scroll does not bring a closed row back."""
    row = opened(place)
    row.show(None)
    row.place({Column.HINDI: QRect(0, 0, 200, 100)})
    assert row.hindi.isHidden()


def test_the_longest_text_makes_the_height(place: Workplace) -> None:
    """A long source makes the row as high as a long Hindi would."""
    place.open(TWO[0], TWO[1], sources=("short", "word " * 200))
    widths = {Column.SOURCE: 200, Column.HINDI: 300}
    short = place.grid.open_row.height(widths)
    place.desk.go(1)
    assert place.grid.open_row.height(widths) > short


@pytest.mark.parametrize("column", TEXT_COLUMNS)
def test_texts_have_names_for_screen_readers(place: Workplace, column: Column) -> None:
    """Each text says which it is."""
    assert opened(place).panes[column].accessibleName() in {"source", "back-translation", "final"}


def test_typing_tells_of_height_and_text(place: Workplace, qtbot: QtBot) -> None:
    """The table and the desk both hear of each letter."""
    row = opened(place)
    place.desk.begin_editing()
    with qtbot.waitSignals([row.height_changed, row.typed]):
        row.hindi.insertPlainText(LONG)
