import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.formats.cell import escape, nullable, read_nullable, unescape
from reviewer.formats.field import RecordError


@given(st.text() | st.text("\\\t\n'\"=e+u0"))
def test_any_text_reads_back_and_stays_in_its_cell(text: str) -> None:
    """No text breaks its row or changes on the way."""
    cell = escape(text)
    assert unescape(cell) == text
    assert len(cell.splitlines()) <= 1
    assert "\t" not in cell


@given(st.none() | st.text() | st.text("\\e"))
def test_absent_and_empty_are_told_apart(text: str | None) -> None:
    """A suggestion to delete is not the same as no suggestion."""
    assert read_nullable(nullable(text)) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", '"', "'"])
def test_what_a_spreadsheet_would_compute_is_led_by_an_apostrophe(start: str) -> None:
    """Formulas and quotations stay text in Excel and LibreOffice."""
    assert escape(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize("cell", ["\\", "\\q", "\\u12", "a\\"])
def test_an_unknown_escape_is_refused(cell: str) -> None:
    """A cell that was not written here is not guessed at."""
    with pytest.raises(RecordError, match="means nothing"):
        unescape(cell)
