"""Single places of a file change, and every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.formats.markup.splice import Bytes, Patch, escaped, quoted, with_attributes, xml_text
from reviewer.formats.markup.walk import Node, walk

FILE = "<a>\r\n  <u x='1>2'>एक</u>\r\n  <v />é</a>"


def nodes(raw: Bytes) -> dict[str, Node]:
    """The elements of the file by name."""
    found = walk(raw.data, ("u", "v"), file="a", encoding="utf-8")
    return {event.name: event for event in found if isinstance(event, Node)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_a_file_keeps_its_encoding_and_its_mark(encoding: str) -> None:
    """Letters that an old encoding lacks become numbers."""
    head = "" if encoding.startswith("utf") else f"<?xml version='1.0' encoding='{encoding}'?>"
    text = head + (FILE if encoding.startswith("utf") else FILE.replace("एक", "e"))
    data = text.encode(encoding) if encoding != "utf-16-le" else b"\xff\xfe" + text.encode("utf-16-le")
    raw = Bytes(data, file="a")
    assert raw.with_patches([]) == data
    unit = nodes(raw)["u"]
    changed = raw.with_patches([Patch(raw.inner(unit), unit.close, "दो".encode())])
    shown = changed.decode("utf-16" if encoding.startswith("utf-16") else encoding)
    assert shown == text.replace(
        "एक" if encoding.startswith("utf") else ">e<",
        "दो" if encoding.startswith("utf") else ">&#2342;&#2379;<",
    )


def test_places_of_an_element() -> None:
    """Its tag, what is in it, its end, and the blanks before it."""
    raw = Bytes(FILE.encode(), file="a")
    unit, empty = nodes(raw)["u"], nodes(raw)["v"]
    assert raw.tag(unit) == b"<u x='1>2'>"
    assert raw.data[raw.inner(unit) : unit.close].decode() == "एक"
    assert raw.data[: raw.end(unit)].endswith(b"</u>")
    assert (raw.is_closed_at_once(unit), raw.is_closed_at_once(empty)) == (False, True)
    assert (raw.indent(unit), raw.newline(), raw.prefix(unit)) == (b"\r\n  ", b"\r\n", "")


def test_changes_must_not_lie_on_each_other() -> None:
    """That would be a fault of ours."""
    with pytest.raises(ValueError, match="two changes"):
        Bytes(b"<a/>", file="a").with_patches([Patch(0, 3, b""), Patch(2, 4, b"")])


def test_a_wrong_encoding_is_named() -> None:
    """It says what to do."""
    with pytest.raises(ReviewerError, match="not its own"):
        Bytes(b"<?xml version='1.0' encoding='utf-16'?><a/>", file="a")


@pytest.mark.parametrize(
    ("tag", "changed"),
    [
        (b"<a>", b'<a x="&quot;1&quot;">'.replace(b'"&quot;1&quot;"', b"'\"1\"'")),
        (b"<a/>", b"<a x='\"1\"'/>"),
        (b"<a b:x='0' x = '2' y='3' />", b"<a b:x='0' x='\"1\"' y='3' />"),
    ],
)
def test_attributes_are_set_where_they_stood(tag: bytes, changed: bytes) -> None:
    """Or put at the end."""
    assert with_attributes(tag, {"x": '"1"'}) == changed


@given(st.text())
def test_any_text_stands_in_elements_and_attributes(text: str) -> None:
    """What XML forbids is made visible; all else is read back."""
    data = f'<u x="{quoted(text)}">{escaped(text)}</u>'.encode("utf-8", "surrogatepass")
    (unit,) = walk(data, ("u",), file="a")
    assert isinstance(unit, Node)
    assert (unit.text(), unit.attributes["x"]) == (xml_text(text), xml_text(text))
