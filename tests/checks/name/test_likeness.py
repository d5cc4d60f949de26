"""How far English names are from Hindi words."""

import pytest

from reviewer.checks.name.likeness import cost

_SAME = 0.15


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Kejriwal", "केजरीवाल"),
        ("Washington", "वाशिंगटन"),
        ("Philadelphia", "फ़िलाडेल्फ़िया"),
        ("Vijayawada", "विजयवाड़ा"),
        ("Xavier", "ज़ेवियर"),
        ("Brexit", "ब्रेक्ज़िट"),
        ("Krishna", "कृष्ण"),
        ("Muzaffarnagar", "मुजफ्फरनगर"),
    ],
)
def test_a_transcription_costs_nothing(english: str, hindi: str) -> None:
    """Whichever of the usual letters it is in."""
    assert cost(english, hindi) <= _SAME


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Kejriwal", "केजरीबाट"),
        ("Pathankot", "पठाकनोट"),
        ("Washington", "वाशिंपटन"),
        ("Kejriwal", "जेकरीवाल"),
        ("Shimla", "शिला"),
        ("Makhdoom", "दखमूम"),
    ],
)
def test_a_wrong_lost_or_moved_consonant_is_heard(english: str, hindi: str) -> None:
    """It costs about as much as one sound."""
    assert 0.75 <= cost(english, hindi) <= 1.5


def test_a_vowel_the_letters_cannot_be_costs_less_than_a_consonant() -> None:
    """An `a` is no इ."""
    assert _SAME < cost("Ganjam", "गिंजाम") < 0.75


def test_silent_letters_cost_little() -> None:
    """The d of Bridget, the k of Knight."""
    assert cost("Bridget", "ब्रिजेट") < 0.4
    assert cost("Knight", "नाइट") < 0.6
