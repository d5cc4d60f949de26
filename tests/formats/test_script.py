"""The script of an article."""

from reviewer.domain.draft import Article, Paragraph
from reviewer.formats.script import check_script

ENGLISH = "The minister came to the city today and met people at the station."
HINDI = "मंत्री आज सुबह शहर में आए और स्टेशन पर लोगों से मिले।"
KRUTI_DEV = (
    "Hkkjr esa vkt ckfj'k gqbZ gS vkSj yksxksa dks ?kj esa jgus ds fy, dgk x;k gSA ;g ckr ea=h us dgh gSA"
)


def warning(text: str, expected: str = "hi") -> str | None:
    """What is said of an article with this text."""
    return check_script(Article(title="", paragraphs=(Paragraph(text),)), expected)


def test_the_expected_script_needs_no_warning() -> None:
    """Hindi with English names and English with a Hindi word pass."""
    assert warning(f"{HINDI} NATO और BBC ने भी कहा।") is None
    assert warning(f"{ENGLISH} They said नमस्ते.", "en") is None


def test_english_in_place_of_hindi_is_told() -> None:
    """The files were probably mixed up."""
    assert warning(ENGLISH) == "Hindi was expected, but 0% of the letters are Devanagari."


def test_hindi_in_place_of_english_is_told() -> None:
    """And the other way round."""
    assert warning(HINDI, "en") == "English was expected, but 100% of the letters are Devanagari."


def test_a_legacy_font_is_named() -> None:
    """Hindi in Latin letters for Kruti Dev looks like gibberish; the remedy is conversion."""
    assert "Kruti Dev" in str(warning(KRUTI_DEV))


def test_hindi_read_with_the_wrong_encoding_is_told() -> None:
    """UTF-8 once read as Windows-1252 cannot be reviewed."""
    garbled = "मंत्री आए।".encode().decode("latin-1")
    assert "wrong encoding" in str(warning(garbled))


def test_a_text_of_few_letters_is_not_judged() -> None:
    """Figures and a name tell no language."""
    assert warning("2024: NATO 5%") is None
