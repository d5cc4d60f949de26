import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.span import Range
from reviewer.text import cluster
from reviewer.text.fold import find, fold

TEXT = st.text(alphabet='कनमद्ािीेयए़ँं\u0958\u200d\u200bA ्ब“"१1\u00a0शष👩\u0301İ', max_size=12)


def _found(text: str, query: str, *, exact: bool = False, loose: bool = False) -> list[str]:
    return [text[piece.start : piece.end] for piece in find(text, query, exact=exact, loose=loose)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("क़लम", "कलम"),
        ("\u0958लम", "कलम"),
        ("चाँद", "चांद"),
        ("हिन्दी", "हिंदी"),
        ("सम्बन्ध", "संबंध"),
        ("अङ्क", "अंक"),
        ("पञ्च", "पंच"),
        ("घण्टा", "घंटा"),
        ("इन्\u200dतज़ार", "इंतजार"),
        ("पर्या\u200bवरण", "पर्यावरण"),
        ("क्\u200dया", "क्या"),
        ("19\u00a0जून", "१९ जून"),
        ("“हाँ”", '"हां"'),
        ("‘हाँ’", "'हां'"),
        ("गये", "गए"),
        ("गयी", "गई"),
        ("गयीं।", "गईं।"),
        ("चाहिये था", "चाहिए था"),
        ("NATO", "nato"),
    ],
)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    """Nukta, nasals, joiners, digits, quotes, case and glides make no difference."""
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("पुतिन", "पूतिन"), ("शाम", "साम"), ("ये", "ए"), ("गयेगा", "गएगा"), ("जन्म", "जंम"), ("अर्थात्", "अर्थात")],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    """Long and short vowels, sibilants and what is inside a word are told apart."""
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("पुतिन", "पूतिन"),
        ("इतिहास", "ईतीहास"),
        ("शेष", "सेस"),
        ("डॉक्टर", "डाक्टर"),
        ("ऑफ़िस", "आफिस"),
        ("अर्थात्", "अर्थात"),
        ("गयी", "गइ"),
    ],
)
def test_loose_keys_forgive_more(one: str, other: str) -> None:
    """On request vowel length, sibilants, candra and a final halant are ignored."""
    assert fold(one, loose=True).text == fold(other, loose=True).text


def test_finds_every_spelling() -> None:
    """A query finds its word however it is spelt, and quotes the text as it stands."""
    assert _found("हिन्दी, हिंदी और हिँदी", "हिंदी") == ["हिन्दी", "हिंदी", "हिँदी"]


def test_exact_search_tells_spellings_apart() -> None:
    """An editor can look for the very misspelling; composed and decomposed nukta are the same."""
    text = "पुतिन और पूतिन, क़लम और कलम"
    assert _found(text, "पूतिन", exact=True) == ["पूतिन"]
    assert _found(text, "\u0958लम", exact=True) == ["क़लम"]
    assert _found(text, "पूतिन", loose=True) == ["पुतिन", "पूतिन"]


def test_a_latin_query_is_taken_as_it_sounds_on_request() -> None:
    """Only the loose search hears Putin in पुतिन, and letters that are there come first."""
    assert _found("पुतिन आए", "Putin") == []
    assert _found("पुतिन आए", "Putin", loose=True) == ["पुतिन"]
    assert _found("पुतिन (Putin) आए", "Putin", loose=True) == ["Putin"]


def test_finds_whole_letters() -> None:
    """A query that ends within a letter marks the letter whole, and each letter once."""
    assert _found("स्त्री", "स") == ["स्त्री"]
    assert _found("क्क", "क") == ["क्क"]


def test_offsets_are_those_of_the_given_text() -> None:
    """Raw letters that NFC takes apart are found where they stand."""
    assert find("वह \u0958लम \u0958लम", "कलम") == (Range(3, 6), Range(7, 10))


@pytest.mark.parametrize("query", ["", "\u200b", "़"])
def test_nothing_finds_nothing(query: str) -> None:
    """An empty query, or one of signs that are ignored, has no hits."""
    assert find("क़लम", query) == ()


@given(TEXT, TEXT, st.booleans(), st.booleans())
def test_hits_are_whole_letters_in_order(text: str, query: str, exact: bool, loose: bool) -> None:
    """Hits never overlap, never cut a letter and never leave the text."""
    at = 0
    for piece in find(text, query, exact=exact, loose=loose):
        assert at <= piece.start < piece.end <= len(text)
        assert cluster.snap(text, piece) == piece
        at = piece.end


@given(TEXT, TEXT, TEXT)
def test_finds_itself_between_spaces(before: str, word: str, after: str) -> None:
    """Any text with a visible key is found where it was put."""
    text = f"{before} | {word} | {after}"
    if fold(f"| {word} |").text != "|  |":
        assert find(text, f"| {word} |")


@given(TEXT, st.booleans())
def test_equal_texts_in_other_forms_have_equal_keys(text: str, loose: bool) -> None:
    """Composed and decomposed forms of a text fold alike."""
    assert fold(text, loose).text == fold(unicodedata.normalize("NFD", text), loose).text


@given(TEXT, st.booleans())
def test_the_way_back_spans_the_text(text: str, loose: bool) -> None:
    """The ends of a key answer to the ends of the text, and order is kept between them."""
    folded = fold(text, loose)
    back = [folded.map.to_origin(n) for n in range(len(folded.text) + 1)]
    assert back == sorted(back)
    assert all(0 <= n <= len(text) for n in back)
    assert folded.map.to_derived(len(text)) <= len(folded.text)
