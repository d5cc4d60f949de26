"""Segments are found again in the file they came from."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.span import Range
from reviewer.review.inspection.manuscript import Manuscript, Squeezed


def test_words_are_told_by_line_and_column() -> None:
    """Counted from one, in code points; the end is behind the last."""
    manuscript = Manuscript("शीर्षक\r\n\nवह कल आया। वह गया।\n")
    manuscript.place("शीर्षक")
    placed = manuscript.place("वह कल आया।")
    assert placed is not None
    spot = placed.spot(Range(3, 5))
    assert (spot.line, spot.column, spot.end_line, spot.end_column) == (3, 4, 3, 6)
    assert manuscript.quote(spot.reach) == "कल"


def test_a_segment_wrapped_over_lines_is_found() -> None:
    """However its words are parted."""
    manuscript = Manuscript("वह  कल\n   आया।")
    placed = manuscript.place("वह कल आया।")
    assert placed is not None
    whole, last = placed.spot(), placed.spot(Range(6, 10))
    assert (whole.line, whole.end_line) == (1, 2)
    assert (last.line, last.column, manuscript.quote(last.reach)) == (2, 4, "आया।")


def test_the_same_words_are_found_one_after_the_other() -> None:
    """The second is not the first."""
    manuscript = Manuscript("हाँ।\nहाँ।\n")
    lines = [placed.spot().line for _ in range(2) if (placed := manuscript.place("हाँ।"))]
    assert lines == [1, 2]
    assert manuscript.place("हाँ।") is None


def test_a_place_between_letters_is_one() -> None:
    """At the end of the segment too."""
    manuscript = Manuscript("वह आया")
    placed = manuscript.place("वह आया")
    assert placed is not None
    assert placed.spot(Range(6, 6)).reach == Range(6, 6)
    assert placed.spot(Range(0, 0)).reach == Range(0, 0)


def test_what_the_file_has_otherwise_is_not_found() -> None:
    """And keeps nothing else from being found."""
    manuscript = Manuscript('{"hi": "\\u0935\\u0939"}\nकल\n')
    assert manuscript.place("वह") is None
    assert manuscript.place("   ") is None
    assert manuscript.place("कल") is not None


@given(st.text(alphabet="अक \n\t\r", max_size=40))
def test_every_character_finds_its_way_back(text: str) -> None:
    """From a squeezed text to the original and again."""
    squeezed = Squeezed.of(text)
    for index, character in enumerate(squeezed.text):
        origin = squeezed.to_origin(index)
        assert text[origin] == character or text[origin].isspace()
        assert squeezed.from_origin(origin) == index


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", b"PK\x03\x04rest"), ("a.txt", b""), ("b.txt", b"\xff\xa0")]
)
def test_files_that_are_no_text_have_no_lines(tmp_path: Path, name: str, data: bytes) -> None:
    """Their findings are told by segment."""
    (tmp_path / name).write_bytes(data)
    assert Manuscript.read(tmp_path / name) is None
    assert Manuscript.read(tmp_path / "missing.txt") is None
