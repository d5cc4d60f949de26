"""Going through an XML file with the place of every element in its bytes."""

from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.markup.walk import Closed, Event, Node, Opened, walk

FILE = '<a xmlns="urn:a" xmlns:b="urn:b"><b:u b:id="1">एक<x>दो</x><!-- no --><y/></b:u><z/></a>'.encode()


def walked(data: bytes) -> list[Event]:
    """All events of a file whose `u` is kept whole."""
    return list(walk(data, ("u",), file="a.xml"))


def test_units_come_whole_and_the_rest_as_tags() -> None:
    """With namespaces, attributes, and places in the bytes."""
    first, unit, opened, closed, last = walked(FILE)
    assert isinstance(first, Opened)
    assert (first.space, first.name, first.start) == ("urn:a", "a", 0)
    assert isinstance(unit, Node)
    assert (unit.space, unit.name, unit.attributes) == ("urn:b", "u", {"urn:b id": "1"})
    assert FILE[unit.start : unit.close].startswith(b"<b:u")
    assert FILE[unit.close :].startswith(b"</b:u>")
    assert unit.text() == "एकदो"
    assert [node.name for node in unit.nodes()] == ["x", "y"]
    assert unit.find("none") is None
    assert isinstance(opened, Opened)
    assert (closed, last) == (Closed("z", FILE.index(b"<z/>") + 4), Closed("a", len(FILE) - 4))


def test_a_file_and_its_bytes_are_walked_alike(tmp_path: Path) -> None:
    """In chunks that end anywhere."""
    big = FILE.replace("एक".encode(), "एक ".encode() * 200_000)
    path = tmp_path / "a.xml"
    path.write_bytes(big)
    assert list(walk(path, ("u",), file="a.xml")) == walked(big)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (FILE[:40], r"a\.xml, line 1: this is no well-formed XML"),
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "declares entities or rules"),
        (b"<a>&e;</a>", "undefined entity"),
        (b"<a>" * 300, "nested more than 200 deep"),
        (b"\n\n<a>\x01</a>", "line 3"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "encoding that the file states is not its own"),
    ],
)
def test_what_is_refused_is_named(data: bytes, reason: str) -> None:
    """File, line, why."""
    with pytest.raises(ReviewerError, match=reason):
        walked(data)


def test_a_document_type_without_rules_is_passed_over() -> None:
    """Nothing is fetched for it."""
    assert len(walked(b'<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>')) == 2
