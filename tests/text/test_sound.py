import pytest

from reviewer.text.sound import skeleton, sounding


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


def test_a_latin_query_finds_the_hindi_name() -> None:
    """An editor types a name as in the English and finds it in the Hindi."""
    text = "व्लादिमीर पुतिन से मिले किम, पुतिन लौटे।"
    assert [text[piece.start : piece.end] for piece in sounding(text, "Putin")] == ["पुतिन", "पुतिन"]
    assert [text[piece.start : piece.end] for piece in sounding(text, "Vladimir Putin")] == ["व्लादिमीर पुतिन"]


@pytest.mark.parametrize("query", ["", "a", "—", "Paris"])
def test_what_sounds_like_nothing_here_is_not_found(query: str) -> None:
    """A vowel, a mark or another name has no hits."""
    assert sounding("पुतिन आए", query) == ()
