"""How the texts share the width of the table."""

import pytest

from reviewer.ui.grid.model import TEXT_COLUMNS, Column
from reviewer.ui.grid.share import NARROWEST, Shares


def test_the_hindi_has_the_most_room() -> None:
    """The text that is reviewed is the widest; the English texts are alike."""
    widths = Shares().widths(TEXT_COLUMNS, 700)
    assert widths == {Column.SOURCE: 200, Column.BACK_TRANSLATION: 200, Column.HINDI: 300}


@pytest.mark.parametrize("room", range(700, 720))
def test_no_pixel_is_left_over(room: int) -> None:
    """Whatever the width, the columns fill it."""
    assert sum(Shares().widths(TEXT_COLUMNS, room).values()) == room


def test_one_text_takes_all_the_room() -> None:
    """Hindi alone spans the table."""
    assert Shares().widths([Column.HINDI], 700) == {Column.HINDI: 700}


def test_no_text_is_squeezed_to_nothing() -> None:
    """In a narrow window every text keeps a readable width."""
    assert min(Shares().widths(TEXT_COLUMNS, 150).values()) == NARROWEST


def test_the_neighbour_gives_way() -> None:
    """What one column takes, the next one to the right gives; the third is left alone."""
    shares = Shares()
    shares.drag(Column.SOURCE, 250, TEXT_COLUMNS, 700)
    widths = shares.widths(TEXT_COLUMNS, 700)
    assert widths == {Column.SOURCE: 250, Column.BACK_TRANSLATION: 150, Column.HINDI: 300}


def test_the_last_column_takes_from_its_left() -> None:
    """At the right edge there is only one neighbour."""
    shares = Shares()
    shares.drag(Column.HINDI, 350, TEXT_COLUMNS, 700)
    assert shares.widths(TEXT_COLUMNS, 700)[Column.BACK_TRANSLATION] == 150


def test_a_neighbour_is_not_pushed_off() -> None:
    """However far one drags, the neighbour stays readable."""
    shares = Shares()
    shares.drag(Column.SOURCE, 5000, TEXT_COLUMNS, 700)
    widths = shares.widths(TEXT_COLUMNS, 700)
    assert (widths[Column.BACK_TRANSLATION], sum(widths.values())) == (NARROWEST, 700)


def test_a_single_column_cannot_be_dragged() -> None:
    """There is nobody to take room from."""
    shares = Shares()
    shares.drag(Column.HINDI, 100, [Column.HINDI], 700)
    assert shares.widths([Column.HINDI], 700) == {Column.HINDI: 700}


def test_a_hidden_column_keeps_its_part() -> None:
    """Widths learnt without a column leave its part for when it comes back."""
    shares = Shares()
    shares.learn({Column.SOURCE: 100, Column.HINDI: 400})
    assert shares.widths(TEXT_COLUMNS, 700)[Column.BACK_TRANSLATION] == 200
