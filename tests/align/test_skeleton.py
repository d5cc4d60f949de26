"""Consonant skeletons."""

import pytest

from reviewer.align.skeleton import skeleton


@pytest.mark.parametrize(
    ("latin", "devanagari"),
    [
        ("Putin", "पुतिन"),
        ("Vladimir", "व्लादिमीर"),
        ("Washington", "वाशिंगटन"),
        ("Pyongyang", "प्योंगयांग"),
        ("Biden", "बाइडेन"),
        ("Gandhi", "गाँधी"),
        ("Mumbai", "मुंबई"),
        ("Bennett", "बेनेट"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(latin: str, devanagari: str) -> None:
    """A name and its Hindi spelling have one skeleton."""
    assert skeleton(latin) == skeleton(devanagari)


def test_vowels_count_only_at_the_start() -> None:
    """Vowels inside a word are dropped, the first one is kept as A."""
    assert skeleton("Amit") == skeleton("अमित") == "AMT"


def test_nukta_makes_no_difference() -> None:
    """Newsrooms drop the nukta, so it does not count."""
    assert skeleton("फ़रवरी") == skeleton("फरवरी")


def test_nothing_has_an_empty_skeleton() -> None:
    """The empty word has no consonants."""
    assert skeleton("") == ""
