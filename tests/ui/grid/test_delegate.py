"""Painting the rows."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role, State
from reviewer.domain.span import Side, Span
from reviewer.ui.grid.delegate import PAD_X
from reviewer.ui.grid.model import Column
from reviewer.ui.grid.row import Row
from tests.builders import a_segment
from tests.ui.workplace import LONG, Workplace

TWO = ("पहला वाक्य।", "दूसरा वाक्य यहाँ है।")


def cell(place: Workplace, position: int, column: Column) -> QImage:
    """A picture of one cell as it is on the screen."""
    where: QRect = place.grid.visualRect(place.model.index(position, column))
    return place.grid.viewport().grab(where).toImage()


def inks(image: QImage) -> set[str]:
    """The colours in a picture."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_row_is_as_high_as_its_longest_text(place: Workplace) -> None:
    """No text of a row is cut off by a shorter one beside it."""
    place.open(*TWO)
    widths = {Column.SOURCE: 200, Column.HINDI: 300}
    delegate = place.grid.painter_delegate
    long_source = Row(a_segment(source="word " * 200), ())
    assert delegate.height(long_source, widths) > delegate.height(Row(a_segment(), ()), widths)


def test_an_empty_row_keeps_a_height_to_click_on(place: Workplace) -> None:
    """A row without text is not squeezed to nothing."""
    place.open(*TWO)
    delegate = place.grid.painter_delegate
    assert delegate.height(Row(a_segment(""), ()), {}) >= 44


def test_a_headline_is_heavier(place: Workplace) -> None:
    """A headline is seen to be one."""
    place.open(*TWO)
    delegate = place.grid.painter_delegate
    body = delegate.laid(Row(a_segment(), ()), Column.HINDI, 300)
    headline = delegate.laid(Row(a_segment(role=Role.HEADLINE), ()), Column.HINDI, 300)
    assert headline.layout.font().weight() > body.layout.font().weight()


def test_texts_are_laid_out_inside_their_padding(place: Workplace) -> None:
    """Text keeps its distance from the cell's edges."""
    place.open(*TWO)
    laid = place.grid.painter_delegate.laid(Row(a_segment(LONG), ()), Column.HINDI, 300)
    assert laid.layout.lineAt(0).width() == 300 - 2 * PAD_X


def test_the_hindi_is_drawn_in_ink(place: Workplace) -> None:
    """The text under review has the full colour of the theme."""
    place.open(*TWO)
    assert QColor(place.theme.colours.text).name() in inks(cell(place, 1, Column.HINDI))


def test_flags_are_seen_in_rows_that_are_not_open(place: Workplace) -> None:
    """Every row shows its marks, not only the open one."""
    session = place.open(*TWO)
    spans = [Span.single(Side.FINAL, 0, 5)]
    session.add_flag(place.model.row(1).segment.id, spans, "accuracy/addition", Severity.MAJOR)
    assert QColor(place.theme.colours.major).name() in inks(cell(place, 1, Column.HINDI))


def test_the_open_row_carries_the_accent_at_its_left(place: Workplace) -> None:
    """The current row is told by a bar, the others have none."""
    place.open(*TWO)
    accent = QColor(place.theme.colours.accent).name()
    assert cell(place, 0, Column.STATE).pixelColor(1, 20).name() == accent
    assert cell(place, 1, Column.STATE).pixelColor(1, 20).name() != accent


def test_the_state_is_painted(place: Workplace) -> None:
    """Saying that a row is reviewed changes its ring at once."""
    session = place.open(*TWO)
    before = cell(place, 1, Column.STATE)
    session.set_state(place.model.row(1).segment.id, State.REVIEWED)
    assert cell(place, 1, Column.STATE) != before


def test_a_locked_row_says_so(place: Workplace) -> None:
    """A fixed alignment is written below the number."""
    session = place.open(*TWO)
    before = cell(place, 1, Column.STATE)
    session.set_locked(place.model.row(1).segment.id, is_locked=True)
    assert cell(place, 1, Column.STATE) != before


def test_the_theme_changes_the_paper(place: Workplace) -> None:
    """By night the rows lie on dark paper."""
    place.open(*TWO)
    place.theme.choose("dark")
    image = cell(place, 1, Column.SOURCE)
    assert image.pixelColor(20, 20).name() == QColor(place.theme.colours.paper).name()


def test_every_role_can_be_painted(place: Workplace) -> None:
    """No part of an article is unknown to the painter."""
    session = place.open(*(role.value for role in Role))
    for position, role in enumerate(Role):
        session.set_role(place.model.row(position).segment.id, role)
    pictures = [cell(place, position, Column.STATE) for position in range(len(Role))]
    assert all(not image.isNull() for image in pictures)
