"""Columns and what they hold."""

import pytest

from reviewer.formats.header import Field, field_of, guess, is_header

ENGLISH = "The minister came to the city today in the morning."
HINDI = "मंत्री आज सुबह शहर में आए और लोगों से मिले।"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Source", Field.SOURCE),
        ("source_text", Field.SOURCE),
        ("TGT", Field.TARGET),
        ("Post-Edit", Field.FINAL),
        ("back translation", Field.BACK_TRANSLATION),
        ("doc_id", Field.DOCUMENT),
        ("अंग्रेज़ी", Field.SOURCE),
        ("अंग्रेजी", Field.SOURCE),
        ("हिन्दी", Field.TARGET),
        ("दस्तावेज\u093c", Field.DOCUMENT),
        ("भूमिका", Field.ROLE),
        ("comment", None),
        ("", None),
    ],
)
def test_names_mean_fields(name: str, field: Field | None) -> None:
    """In English and Hindi, whatever the case, the joints and the nukta."""
    assert field_of(name) is field


def test_content_fills_in_what_names_do_not_tell() -> None:
    """The longest Hindi column is the translation, the longest Latin one the source."""
    found = guess(("id", "col_a", "col_b"), [("1", ENGLISH, HINDI)] * 2)
    assert found == {Field.SOURCE: 1, Field.TARGET: 2}


def test_names_go_before_content() -> None:
    """A column named as translation is it, whatever else is in Hindi."""
    assert guess(("target", "notes"), [("छोटा", HINDI)])[Field.TARGET] == 0


def test_short_cells_are_no_prose() -> None:
    """Numbers and marks make no source."""
    assert Field.SOURCE not in guess(("x", "हिंदी"), [("ok", HINDI)])


def test_the_first_of_two_equal_names_counts() -> None:
    """A field is one column."""
    assert guess(("target", "target"), [])[Field.TARGET] == 0


def test_unknown_names_over_long_texts_are_a_header() -> None:
    """Short, distinct cells over long ones name them."""
    assert is_header(("left", "right"), [(ENGLISH, HINDI)])
    assert not is_header((ENGLISH, HINDI), [(ENGLISH, HINDI)])
    assert not is_header(("वह आया।", "x"), [("वह गई।", "y")])


def test_a_name_that_the_rows_repeat_is_no_header() -> None:
    """A column of language codes is data, though a code is also a name."""
    assert not is_header(("user1", "en", "hi"), [("user2", "en", "hi"), ("user3", "en", "hi")])
