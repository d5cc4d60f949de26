from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reviewer.formats.visible import proposal, type_title, visible
from tests.builders import a_flag


@given(st.text())
def test_any_text_can_be_put_into_xml_and_keeps_its_length(text: str) -> None:
    """No character breaks the file, and offsets stay true."""
    etree.Element("t").text = visible(text)
    assert len(visible(text)) == len(text)


def test_types_are_said_in_words() -> None:
    """The editor reads words, not identifiers."""
    assert type_title("linguistic-conventions/word-order") == "Linguistic conventions: word order"
    assert type_title("other") == "Other"
    assert type_title("") == "Not classified"


def test_an_empty_suggestion_means_delete() -> None:
    """No suggestion says nothing, an empty one says what to do."""
    assert proposal(a_flag()) == ""
    assert proposal(replace(a_flag(), suggestion="")) == "delete"
