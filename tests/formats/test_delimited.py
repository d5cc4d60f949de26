"""Comma-, semicolon- and tab-separated text."""

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.delimited import parse


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks() -> None:
    """Quoting in a comma-separated text is undone."""
    assert parse('a,b\n"एक, दो","कहा ""हाँ""\nफिर"\n').cells == (("a", "b"), ("एक, दो", 'कहा "हाँ"\nफिर'))


def test_quotation_marks_in_tab_separated_text_are_text() -> None:
    """Most tab-separated files have no quoting: a cell may begin with a quotation."""
    assert parse('a\tb\n"हाँ" उन्होंने कहा\tx\n"नहीं"\ty\n').cells[1:] == (('"हाँ" उन्होंने कहा', "x"), ('"नहीं"', "y"))


def test_an_unpaired_quotation_mark_in_tab_separated_text_swallows_nothing() -> None:
    """A quotation over two rows keeps its marks and its rows."""
    assert len(parse('a\tb\n"वे आए\tx\nवे गए"\ty\n').cells) == 3


def test_quotes_that_a_spreadsheet_wrote_are_undone() -> None:
    """Where a quoted cell holds a line break or doubled marks, quotes are quoting."""
    assert parse('a\tb\n"कहा ""हाँ"""\tx\n').cells[1] == ('कहा "हाँ"', "x")


def test_excels_own_line_names_the_delimiter() -> None:
    """A first line sep=; is obeyed and no row."""
    found = parse("sep=;\r\na;b\r\nएक;दो\r\n")
    assert found.cells == (("a", "b"), ("एक", "दो"))
    assert found.numbers == (2, 3)


def test_one_column_may_hold_commas() -> None:
    """A first row without delimiter means one column, whatever follows."""
    assert parse("target\nएक, दो\nतीन, चार, पाँच\n").cells == (("target",), ("एक, दो",), ("तीन, चार, पाँच",))


def test_blank_rows_and_empty_cells_at_the_end_count_for_nothing() -> None:
    """Spreadsheets leave both behind."""
    assert parse("a,b,,\n\nएक,दो\nतीन,चार,,\n,\n").cells == (("a", "b"), ("एक", "दो"), ("तीन", "चार"))


@pytest.mark.parametrize(("row", "cells"), [("एक", 1), ("एक,दो,तीन", 3)])
def test_a_ragged_row_is_named(row: str, cells: int) -> None:
    """A row with too few or too many cells is told by its number, with the remedy."""
    with pytest.raises(ReviewerError) as caught:
        parse(f"a,b\nएक,दो\n{row}\n", file="x.csv")
    assert str(caught.value).startswith(f"x.csv, row 3: the row has {cells} cells, the first row has 2.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('a,b\n"एक,दो\n', "opened and never closed"),
        ('a,b\n"एक" x,दो\n', "stands inside a quoted cell"),
        ("a,b\nएक," + "ख" * 140_000, "more than 131,072 characters"),
    ],
)
def test_broken_quoting_and_endless_cells_are_refused(text: str, reason: str) -> None:
    """What cannot be parted into cells is one clear line."""
    with pytest.raises(ReviewerError, match=reason):
        parse(text, delimiter=",", file="x.csv")


def test_a_quote_that_swallows_the_file_hides_no_delimiter() -> None:
    """The first row tells the delimiter even where the second never ends."""
    with pytest.raises(ReviewerError, match="more than 131,072 characters"):
        parse('a,b\n"' + "एक,दो\n" * 40_000, file="x.csv")


def test_an_empty_text_has_no_rows() -> None:
    """Nothing in, nothing out."""
    assert parse(" \n\n").cells == ()
