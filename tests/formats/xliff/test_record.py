"""Our own records inside a file of others."""

import json
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import State
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.markup.walk import Node, walk
from reviewer.formats.xliff.record import element, is_record, own_records, records_in, up_to_date, words
from tests.builders import a_flag, a_review, a_segment


def read(data: bytes) -> list[object]:
    """Read an element back."""
    (node,) = walk(data, ("review",), file="a.xlf")
    assert isinstance(node, Node)
    assert is_record(node)
    return records_in(node, file="a.xlf")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_carried_in_ascii(text: str) -> None:
    """Also what XML forbids."""
    data = element([{"kind": "x", "text": text}])
    assert data.isascii()
    assert read(data) == [{"kind": "x", "text": text}]


def test_a_damaged_record_is_named() -> None:
    """With file and line."""
    with pytest.raises(ReviewerError, match=r"a\.xlf, line 1: the line is not JSON"):
        read(element([{"kind": "x"}]).replace(b"[", b"", 1))
    assert json.loads(fromstring(element([])).text or "") == []  # noqa: S314 - our own


def test_each_segment_of_a_unit_has_its_own_records() -> None:
    """They stand behind the name of their segment; without names all belong to the one there is."""
    one, two = {"kind": "segment", "id": 1}, {"kind": "segment", "id": 2}
    records = [{"kind": "cell", "key": "a"}, one, {"kind": "cell", "key": "b"}, two]
    assert list(own_records(records, "a")) == [one]
    assert list(own_records(records, "b")) == [two]
    assert list(own_records([one], "c")) == [one]


def test_a_target_that_was_changed_elsewhere_is_the_final_text() -> None:
    """Places in it move along, and the segment is in work."""
    segment = a_segment("घर", final="यह घर है", state=State.REVIEWED)
    review = ProjectReview(documents=(a_review(segment, flags=(a_flag(3, 5, side=Side.FINAL),)),))
    assert up_to_date(review, {(0, 0): "यह घर है"}) == review
    entry = up_to_date(review, {(0, 0): "कि यह घर है"}).documents[0]
    assert (entry.segments[0].final, entry.segments[0].state) == ("कि यह घर है", State.IN_WORK)
    assert entry.flags[0].spans[0].quote("कि यह घर है") == "घर"


def test_texts_are_compared_as_xml_can_hold_them() -> None:
    """Without codes, forbidden characters, and kinds of line ends."""
    assert words("a\U000f0001\x01b\r\nc") == words("ab\ufffd\nc") == "ab\nc"
