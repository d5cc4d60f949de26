"""Phrases are found as whole words, in plain spelling, where they stand."""

from reviewer.checks.lens import Text
from reviewer.checks.meaning.cue import Line, Phrases
from reviewer.domain.span import Range, Side


def a_line(text: str) -> Line:
    """The words of a Hindi text."""
    return Line(Text(text, Side.RECEIVED))


def test_longer_phrase_goes_before_the_shorter_one_in_it() -> None:
    """कम से कम is not से कम."""
    phrases = Phrases(("से कम", "कम से कम"))
    assert list(phrases.places(a_line("वह कम से कम दस हैं"))) == [(1, 3)]


def test_star_stands_for_any_ending_and_nukta_does_not_matter() -> None:
    """ज़रूरी is found by जरूर*."""
    assert Phrases(("जरूर*",)).are_in(a_line("यह ज़रूरी है"))
    assert not Phrases(("जरूर",)).are_in(a_line("यह ज़रूरी है"))


def test_phrase_does_not_cross_punctuation() -> None:
    """Two sentences do not make a phrase."""
    assert not Phrases(("से कम",)).are_in(a_line("दिल्ली से। कम लोग"))


def test_place_is_told_in_the_text() -> None:
    """Whatever was dropped from the spelling."""
    line = a_line("“फ़र्ज़ी ख़बर”")
    assert line.range(0, 2) == Range(1, 13)
