import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.span import Range
from reviewer.text import cluster
from reviewer.text.offset import OffsetMap, from_utf16, normalise_nfc, to_utf16

RAW = st.text(alphabet="कa\u0958\u095b\u093c\u094d\u0301\u0327eé\u212b\u09c7\u09be\u1100\u1161 🇮👩")


def test_a_map_without_edits_changes_nothing() -> None:
    """Equal texts have equal positions."""
    assert OffsetMap().to_origin(7) == OffsetMap().to_derived(7) == 7
    assert OffsetMap().range_to_origin(Range(2, 5)) == Range(2, 5)


def test_decomposed_nukta_moves_what_follows() -> None:
    """U+0958 becomes two code points in NFC; all behind it moves by one."""
    working, offsets = normalise_nfc("\u0958लम")
    assert working == "क\u093cलम"
    assert [offsets.to_derived(n) for n in range(4)] == [0, 2, 3, 4]
    assert [offsets.to_origin(n) for n in range(5)] == [0, 0, 1, 2, 3]


def test_a_range_takes_a_letter_that_it_cuts() -> None:
    """Half a letter of the working copy is the whole letter of the raw text."""
    _, offsets = normalise_nfc("a\u0958b")
    assert offsets.range_to_origin(Range(2, 4)) == Range(1, 3)
    assert offsets.range_to_origin(Range(0, 2)) == Range(0, 2)


def test_a_range_does_not_take_what_was_left_out_beside_it() -> None:
    """Where characters were dropped, a range of the rest ends before and starts after them."""
    offsets = OffsetMap.of([(1, 3, "")])
    assert offsets.range_to_origin(Range(0, 1)) == Range(0, 1)
    assert offsets.range_to_origin(Range(1, 2)) == Range(3, 4)
    assert offsets.range_to_origin(Range(0, 2)) == Range(0, 4)
    assert offsets.to_origin(1) == 1
    assert offsets.range_to_origin(Range(1, 1)) == Range(1, 1)
    assert [offsets.to_derived(n) for n in range(5)] == [0, 1, 1, 1, 2]


def test_neighbouring_edits_keep_their_places() -> None:
    """A deletion next to a replacement is not mistaken for part of it."""
    offsets = OffsetMap.of([(1, 2, ""), (2, 3, "xy"), (3, 4, "")])
    assert offsets.range_to_origin(Range(1, 3)) == Range(2, 3)
    assert offsets.range_to_derived(Range(2, 3)) == Range(1, 3)
    assert offsets.to_origin(4) == 5


def test_maps_are_chained() -> None:
    """A map of a map leads back to the first text."""
    working, first = normalise_nfc("a\u0958\u0958b")
    second = OffsetMap.of([(at, at + 1, "") for at, letter in enumerate(working) if letter == "\u093c"])
    chained = first.then(second)
    assert chained.range_to_origin(Range(3, 4)) == Range(3, 4)
    assert chained.range_to_origin(Range(0, 1)) == Range(0, 1)
    assert OffsetMap().then(second) == second
    assert first.then(OffsetMap()) == first


@pytest.mark.parametrize(("index", "unit"), [(0, 0), (1, 1), (2, 3), (3, 4), (4, 6)])
def test_counts_utf16_code_units(index: int, unit: int) -> None:
    """An emoji counts two, a Devanagari letter one."""
    text = "क👍ख👍"
    assert to_utf16(text, index) == unit
    assert from_utf16(text, unit) == index


def test_half_a_pair_is_its_character() -> None:
    """A position between two surrogates is that of the emoji."""
    assert from_utf16("क👍ख", 2) == 1
    assert from_utf16("क👍ख", 99) == 3


@given(RAW)
def test_nfc_is_what_unicode_says(text: str) -> None:
    """The working copy is the text in NFC, and every unchanged stretch is the same in both."""
    working, offsets = normalise_nfc(text)
    assert working == unicodedata.normalize("NFC", text)
    assert offsets.to_derived(len(text)) == len(working)
    assert offsets.to_origin(len(working)) == len(text)


@given(RAW)
def test_nfc_round_trip(text: str) -> None:
    """Each letter of the raw text is found again through the working copy."""
    working, offsets = normalise_nfc(text)
    borders = cluster.boundaries(text)
    for start, end in pairwise(borders):
        there = offsets.range_to_derived(Range(start, end))
        assert working[there.start : there.end] == unicodedata.normalize("NFC", text[start:end])
        assert offsets.range_to_origin(there) == Range(start, end)


@given(RAW, st.data())
def test_chained_maps_never_turn_back(text: str, data: st.DataObject) -> None:
    """Positions keep their order through any chain of maps, and its ends meet."""
    working, first = normalise_nfc(text)
    edits = []
    at = 0
    while at < len(working):
        start = data.draw(st.integers(at, len(working)))
        end = data.draw(st.integers(start, min(start + 2, len(working))))
        edits.append((start, end, data.draw(st.sampled_from(["", "x", "xyz"]))))
        at = end + 1
    chained = first.then(OffsetMap.of(edits))
    derived_length = len(working) + sum(len(new) - (end - start) for start, end, new in edits)
    forth = [chained.to_derived(n) for n in range(len(text) + 1)]
    back = [chained.to_origin(n) for n in range(derived_length + 1)]
    assert forth == sorted(forth)
    assert back == sorted(back)
    assert all(0 <= n <= len(text) for n in back)
    assert chained.range_to_origin(Range(0, derived_length)).end <= len(text)


@given(st.text(alphabet="कa👍🇮\u0301\ud800"), st.integers(0, 20))
def test_utf16_round_trip(text: str, index: int) -> None:
    """Every code point is found again through its code unit."""
    index = min(index, len(text))
    unit = to_utf16(text, index)
    assert unit == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
    assert from_utf16(text, unit) == index
