"""Inline elements are one private character each, and come back as what they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.code import MOST_CODES, CodeKind
from reviewer.formats.field import RecordError
from reviewer.formats.markup.inline import Coder, Place, Rule
from reviewer.formats.markup.splice import Bytes
from reviewer.formats.markup.walk import Node, walk
from reviewer.text.code import letters, without_codes

RULES = {"g": Rule(), "x": Rule(CodeKind.STANDALONE), "mrk": Rule()} | {
    "bx": Rule(CodeKind.OPENING, ("rid", "id")),
    "ex": Rule(CodeKind.CLOSING, ("rid", "id")),
}


def coded(content: str) -> tuple[Coder, str, Bytes, list[Place]]:
    """Read the content of a unit."""
    raw = Bytes(f"<u>{content}</u>".encode(), file="a")
    (unit,) = walk(raw.data, ("u",), file="a")
    assert isinstance(unit, Node)
    coder, places = Coder(RULES), list[Place]()
    return coder, coder.text(unit, raw, places), raw, places


@pytest.mark.parametrize(
    "content",
    [
        "घर",
        'a <g id="1">b <g id="2"/></g> &amp; <x id="3"/>',
        '<bx id="1"/>a<ex rid="1"/><x id="1"/>',
        "<unknown n='1'>words</unknown>",
        'a<mrk id="m">b</mrk>',
        "\U000f0001 of the text itself",
        "",
    ],
)
def test_content_comes_back_as_it_was(content: str) -> None:
    """Byte by byte; an element that is closed at once gets its end tag."""
    coder, text, _, _ = coded(content)
    assert coder.expand(text).decode() == content.replace('<g id="2"/>', '<g id="2"></g>')


def test_both_ends_of_a_pair_share_a_number() -> None:
    """In the order of first sight."""
    coder, text, _, _ = coded('<g id="7">a<x id="7"/></g>')
    codes = coder.codes_in(text)
    assert [(code.kind, code.number, code.id) for code in codes] == [
        (CodeKind.OPENING, 1, "7"),
        (CodeKind.CLOSING, 1, "7"),
        (CodeKind.STANDALONE, 2, "7"),
    ]
    assert without_codes(text) == "a"
    assert all(coder.knows(code.letter) for code in codes)


def test_annotations_tell_their_places() -> None:
    """From before their own code to behind it."""
    _, text, _, ((node, start, end),) = coded('ab<mrk id="m">cd</mrk>e')
    assert node.name == "mrk"
    assert without_codes(text[start:end]) == "cd"


@given(st.permutations(list(range(4))), st.integers(0, 4))
def test_moved_codes_still_make_well_formed_markup(order: list[int], left_out: int) -> None:
    """Whatever an editor does with two nested elements."""
    coder, text, _, _ = coded('<g id="1">a<g id="2">b</g></g>')
    found = letters(text)
    moved = "".join(found[n] for n in order[: 4 - left_out]) + "घर"
    data = b"<u>" + coder.expand(moved) + b"</u>"
    (unit,) = walk(data, ("u",), file="a")
    assert isinstance(unit, Node)
    assert unit.text() == "घर"


def test_too_many_codes_are_refused() -> None:
    """There are not more private letters."""
    with pytest.raises(RecordError, match="more than 1,023 inline codes"):
        coded("".join(f'<x id="{n}"/>' for n in range(MOST_CODES + 1)))
