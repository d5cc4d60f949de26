from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.span import Range
from reviewer.text import cluster


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", 0),
        ("abc", 3),
        ("क्षत्रिय", 3),
        ("राष्ट्रीय", 3),
        ("स्त्री", 1),
        ("हिंदी", 2),
        ("क\u093cलम", 3),
        ("\u0958लम", 3),
        ("क्\u200dष", 1),
        ("क्\u200cष", 2),
        ("e\u0301a", 2),
        ("👩\u200d👩\u200d👧", 1),
        ("👍🏽", 1),
        ("🇮🇳🇷🇺🇰", 3),
        ("a\r\nb", 3),
        ("\n\r", 2),
    ],
)
def test_counts_letters_as_a_reader_does(text: str, letters: int) -> None:
    """Conjuncts, nukta, emoji families, flags and line ends are one letter each."""
    assert cluster.count(text) == letters


def test_borders_run_from_start_to_end() -> None:
    """Both ends of a text are borders, and so is each gap between letters."""
    assert cluster.boundaries("क्षत्रिय") == (0, 3, 7, 8)


def test_an_empty_text_has_one_border() -> None:
    """A caret can stand in an empty text."""
    assert cluster.boundaries("") == (0,)


def test_steps_over_whole_letters() -> None:
    """The caret jumps over a conjunct in either direction."""
    assert cluster.next_boundary("क्षत्रिय", 0) == 3
    assert cluster.next_boundary("क्षत्रिय", 4) == 7
    assert cluster.previous_boundary("क्षत्रिय", 7) == 3
    assert cluster.previous_boundary("क्षत्रिय", 5) == 3


def test_steps_stop_at_the_ends() -> None:
    """The caret stays inside the text."""
    assert cluster.next_boundary("हिंदी", 5) == 5
    assert cluster.previous_boundary("हिंदी", 0) == 0


def test_tells_borders_from_the_inside_of_letters() -> None:
    """Between a consonant and its matra there is no border."""
    assert cluster.is_boundary("हिंदी", 3)
    assert not cluster.is_boundary("हिंदी", 1)
    assert not cluster.is_boundary("हिंदी", 9)


def test_snaps_a_range_outwards() -> None:
    """A range that cuts letters takes them whole."""
    assert cluster.snap("क्षत्रिय", Range(1, 4)) == Range(0, 7)


@pytest.mark.parametrize(("caret", "border"), [(0, 0), (1, 0), (2, 3), (3, 3), (5, 3), (6, 7)])
def test_moves_a_caret_to_the_nearest_border(caret: int, border: int) -> None:
    """A caret inside a letter goes to the nearer side, left when both are as near."""
    assert cluster.snap("क्षत्रिय", Range(caret, caret)) == Range(border, border)


def test_cuts_off_what_lies_beyond_the_text() -> None:
    """A range of a longer text ends where this one ends."""
    assert cluster.snap("हिंदी", Range(3, 40)) == Range(3, 5)
    assert cluster.snap("हिंदी", Range(40, 40)) == Range(5, 5)


def test_long_runs_of_flags_are_paired() -> None:
    """A hostile run of flag letters is split into pairs without looking back over all of it."""
    assert cluster.count("🇮" * 20_001) == 10_001


@given(st.text(alphabet="कषत्रिय़ं \u200d\u200ca\r\n🇮👩🏽\u0600\u0301"))
def test_clusters_join_to_the_text(text: str) -> None:
    """Nothing is lost or doubled between the borders."""
    borders = cluster.boundaries(text)
    assert "".join(text[a:b] for a, b in pairwise(borders)) == text
    assert list(borders) == sorted(set(borders))


@given(st.text(alphabet="कष्ि a🇮👩\u200d"), st.integers(0, 30), st.integers(0, 30))
def test_snapping_is_outward_and_lasting(text: str, one: int, other: int) -> None:
    """A snapped range covers the first one and snaps to itself."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    snapped = cluster.snap(text, Range(start, end))
    assert cluster.snap(text, snapped) == snapped
    if start < end:
        assert snapped.start <= start < end <= snapped.end


@given(st.text("क्षिa \u0600\u200d👩🇮\r\n\u0301", max_size=40), st.integers(0, 60), st.integers(0, 60))
def test_a_place_in_a_huge_text_is_found_without_reading_all(text: str, one: int, other: int) -> None:
    """What is snapped around a place is what is snapped in the whole."""
    piece = Range(min(one, other), max(one, other))
    expected = cluster.snap(text, piece)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "_HUGE", 3)
        assert cluster.snap(text, piece) == expected
    assert cluster.snap_once(text, piece) == expected
