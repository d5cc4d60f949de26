from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.span import Range
from reviewer.text import cluster
from reviewer.text.word import snap_words, word_count, words

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed" / "article_hi.txt"


def _texts(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("वे आए।", ["वे", "आए"]),
        ("उन्होंने कहा, “हम आएँगे।”", ["उन्होंने", "कहा", "हम", "आएँगे"]),
        ("है ।", ["है"]),
        ("वे आए।वे गए।", ["वे", "आए", "वे", "गए"]),
        ("भीड़ जय-जयकार करती रही", ["भीड़", "जय-जयकार", "करती", "रही"]),
        ("एन. आई. ए.", ["एन", "आई", "ए"]),
        ("₹1,00,000 और 3.5% – बस", ["₹1,00,000", "और", "3.5%", "बस"]),
        ("देखें https://example.org/a?b=1&c=2।", ["देखें", "https://example.org/a?b=1&c=2"]),
        ("Russia's so-called T&C.", ["Russia's", "so-called", "T&C"]),
        ("talks—long ones…ended", ["talks", "long", "ones", "ended"]),
        ("— “ ” । ॥ … * 👍", []),
    ],
)
def test_words_leave_punctuation_out(text: str, expected: list[str]) -> None:
    """Danda, quotes and lone dashes are no words; compounds, addresses and numbers are one each."""
    assert _texts(text) == expected


def test_word_count_agrees_with_words() -> None:
    """The count is the number of ranges."""
    text = "दोनों नेताओं ने 19 जून को – एक साथ – भाषण दिया।"
    assert word_count(text) == len(words(text)) == 10


@pytest.mark.skipif(not SEED.exists(), reason="needs the shared cases")
def test_the_seed_article_has_530_words() -> None:
    """The denominator of the worked example comes out."""
    assert word_count(SEED.read_text(encoding="utf-8")) == 530


def test_word_ranges_of_very_long_runs_come_at_once() -> None:
    """A megabyte without a space is one word, a megabyte of dashes none."""
    assert word_count("क" * 1_000_000) == 1
    assert word_count("-" * 1_000_000) == 0
    assert word_count("₹" * 1_000_000) == 0


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (Range(1, 2), Range(0, 4)),
        (Range(0, 4), Range(0, 4)),
        (Range(2, 6), Range(0, 11)),
        (Range(5, 12), Range(5, 12)),
        (Range(4, 5), Range(4, 5)),
    ],
)
def test_snaps_a_range_to_whole_words(piece: Range, expected: Range) -> None:
    """Words that are cut are taken whole; a danda is neither drawn in nor dropped."""
    assert snap_words("रूसी नेताओं।", piece) == expected


def test_a_caret_takes_the_word_around_it() -> None:
    """Inside a word a caret grows to the word, between words it stays a caret."""
    text = "रूसी नेताओं।"
    assert snap_words(text, Range(2, 2)) == Range(0, 4)
    assert snap_words(text, Range(5, 5)) == Range(5, 5)


def test_a_compound_is_taken_whole_on_request() -> None:
    """The first expansion takes a part of a hyphenated compound, the second all of it."""
    text = "भीड़ की जय-जयकार"
    part = snap_words(text, Range(9, 10))
    assert text[part.start : part.end] == "जय"
    whole = snap_words(text, part, compounds=True)
    assert whole == snap_words(text, Range(9, 10), compounds=True)
    assert text[whole.start : whole.end] == "जय-जयकार"


def test_joiners_and_decimals_do_not_end_a_word() -> None:
    """ZWJ, nukta and the point in a number lie inside the word."""
    assert snap_words("क्\u200dया", Range(0, 1)) == Range(0, 5)
    assert snap_words("3.5 प्रतिशत", Range(0, 1)) == Range(0, 3)


@given(st.text(alphabet="कषि़्ं-।, \u200da1.\n'🇮"), st.integers(0, 30), st.integers(0, 30))
def test_snapped_ranges_lie_on_borders_and_stay(text: str, one: int, other: int) -> None:
    """Snapping widens, ends on cluster borders and is done after one step."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    snapped = snap_words(text, Range(start, end))
    assert cluster.is_boundary(text, snapped.start)
    assert cluster.is_boundary(text, snapped.end)
    if start < end:
        assert snapped.start <= start < end <= snapped.end
        assert snap_words(text, snapped) == snapped


@given(st.text(alphabet="कषि़्ंa1 .,।-—…\u200d\u200c👩🏽🇮\n₹%‘’"))
def test_words_are_whole_letters_in_order(text: str) -> None:
    """No word cuts a letter or overlaps the next."""
    at = 0
    for piece in words(text):
        assert at <= piece.start < piece.end
        assert cluster.snap(text, piece) == piece
        at = piece.end
