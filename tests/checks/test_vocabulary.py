"""Known words, and the spellings with dots and ँ that they have."""

import pytest

from reviewer.checks.vocabulary import dots, dotted, frequency, is_known, undotted, with_moon


def test_common_words_are_more_frequent() -> None:
    """And what nobody writes is unknown."""
    assert frequency("है") > frequency("सरकार") > frequency("पड़ोसियों") > frequency("झमपुझघल") == 0
    assert not is_known("झमपुझघल")


@pytest.mark.parametrize(
    ("word", "full"), [("फरवरी", "फ़रवरी"), ("ज्यादा", "ज़्यादा"), ("राज", None), ("फिर", None), ("सरकार", None)]
)
def test_the_dots_a_word_can_have(word: str, full: str | None) -> None:
    """None of a word that is another with a dot."""
    assert dotted(word) == full


def test_native_dots_are_no_borrowed_ones() -> None:
    """ड़ and ढ़ are letters of their own."""
    assert undotted("बड़ी ज़रूरत") == "बड़ी जरूरत"


def test_each_letter_that_can_have_a_dot_is_told() -> None:
    """With it and without."""
    assert dots("ख़िलाफ") == ("q+", "z-")
    assert dots("सरकार") == ()


def test_moons() -> None:
    """Only of words that are written with one."""
    assert with_moon("पांच") == "पाँच"
    assert with_moon("संबंध") is None
