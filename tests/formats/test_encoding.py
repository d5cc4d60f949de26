"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.formats.encoding import UnknownEncoding, decode

TEXT = "एक नया क़दम, 2024 में।\nदूसरी पंक्ति – “हाँ”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_certain_encodings_are_read(encoding: str) -> None:
    """UTF-8 with and without its mark and UTF-16 with its mark need no question."""
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_big_endian_utf16_is_read() -> None:
    """The mark tells the order of the bytes."""
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")).encoding == "utf-16-be"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_offered(encoding: str) -> None:
    """It is detected, shown and has to be confirmed."""
    with pytest.raises(UnknownEncoding) as caught:
        decode(TEXT.encode(encoding), file="a.txt")
    (candidate,) = caught.value.candidates
    assert (candidate.encoding, candidate.confidence) == (encoding, 1.0)
    assert candidate.preview.startswith("एक नया क़दम")
    assert f"Confirm one with --encoding NAME; it may be {encoding}." in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_confirmed_encoding_is_used(encoding: str) -> None:
    """What the user says is believed."""
    assert decode(TEXT.encode(encoding), encoding).text == TEXT


def test_western_text_is_offered_as_windows_1252() -> None:
    """Typographic quotes from Windows come first among the candidates."""
    with pytest.raises(UnknownEncoding) as caught:
        decode("The “Café” reopens".encode("cp1252"), file="a.txt")
    assert caught.value.candidates[0].encoding == "cp1252"
    assert "a.txt, line 1, byte 5: is not UTF-8." in str(caught.value)


def test_damaged_utf8_names_the_place() -> None:
    """A few bad bytes in UTF-8 are damage, not another encoding."""
    data = TEXT.encode() + b"\xff" + TEXT.encode()
    with pytest.raises(ReviewerError, match=r"line 2, byte \d+: is UTF-8 that is damaged") as caught:
        decode(data, file="a.txt")
    assert not isinstance(caught.value, UnknownEncoding)


def test_iscii_is_named_with_its_converter() -> None:
    """The old Indian standard cannot be read; the message says what converts it."""
    with pytest.raises(UnknownEncoding, match="It looks like ISCII, which has to be converted first"):
        decode(bytes([0xB3, 0xDA, 0x20, 0xCF, 0xD5, 0xEA]) * 30)


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"a\x00b\x00\x01\x02" * 50, b"text\x00"])
def test_binary_data_is_refused(data: bytes) -> None:
    """Zero and control bytes are no text in any encoding."""
    with pytest.raises(ReviewerError, match="is a binary file, not text"):
        decode(data)


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    """A confirmed encoding is checked to the last byte."""
    with pytest.raises(ReviewerError, match="byte 1: is not UTF-8 throughout"):
        decode(b"\xffabc", "utf-8", file="a.txt")


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13"])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    """Python's transformations that are no encodings are unknown too."""
    with pytest.raises(ReviewerError, match="there is no encoding named"):
        decode(b"abc", name)


def test_a_wrong_confirmation_that_leaves_zeros_is_refused() -> None:
    """UTF-16 read as Windows-1252 would look like text with gaps."""
    with pytest.raises(ReviewerError, match="it holds zero characters"):
        decode("abc".encode("utf-16-le"), "cp1252")


@given(st.text(st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"])))
def test_every_text_comes_back_from_utf8(text: str) -> None:
    """No character is changed."""
    assert decode(text.encode()).text == text


@given(st.binary())
def test_any_bytes_give_text_or_one_error(data: bytes) -> None:
    """Nothing else ever happens."""
    try:
        told = decode(data, file="a").encoding
    except ReviewerError as error:
        told = str(error)
    assert told
    assert "\n" not in told
