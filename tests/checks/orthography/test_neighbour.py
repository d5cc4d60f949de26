"""An unknown word is compared with those it may have been, and forms of known words are known."""

import pytest

from reviewer.checks.orthography.neighbour import is_form, nearest


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("तरिका", "तरीका"), ("शरुआत", "शुरुआत"), ("समस्य", "समस्या"), ("राष्ट्रपत", "राष्ट्रपति"), ("दीमाग", "दिमाग")],
)
def test_one_vowel_sign_more_less_or_instead(slip: str, meant: str) -> None:
    """The commonest word that makes is the one that was meant."""
    assert nearest(slip) == meant


def test_nothing_is_near_a_word_unlike_all_others() -> None:
    """Nor near a very long one, which is not looked at."""
    assert nearest("झमपुझघल") is None
    assert nearest("क" * 100_000) is None


@pytest.mark.parametrize("word", ["क़ीमतों", "चम्मचों", "गणितज्ञों", "तेज़ी"])
def test_forms_and_spellings_of_known_words(word: str) -> None:
    """Inflected, or with and without a dot."""
    assert is_form(word, meant=word)


def test_a_rare_stem_makes_no_form_of_what_was_meant_to_be_common() -> None:
    """लागों could be of लाग, but whoever writes it means लोगों."""
    assert not is_form("लागों", meant="लोगों")
