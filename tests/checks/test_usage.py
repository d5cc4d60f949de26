"""A habit is taken for the document's own where nine tenths of the places show it, and not before."""

import pytest

from reviewer.checks.check import Example
from reviewer.checks.usage import resolved
from reviewer.domain.style import Chandrabindu, FinalMark, Nukta, Style
from tests.checks.specimen import document


def habits(*lines: str, style: Style | None = None) -> Style:
    """What a document of these lines does."""
    return resolved(document(Example(target=lines[-1], before=lines[:-1], style=style or Style())))


def test_a_few_words_show_no_habit() -> None:
    """One dot may be by chance."""
    assert habits("फ़रवरी में काम हुआ").nukta is None
    assert habits("पाँच लोग").chandrabindu is None


@pytest.mark.parametrize(
    ("lines", "nukta"),
    [
        (("फ़रवरी में ज़्यादा फ़िल्में", "ज़रूरत और आवाज़ और बाज़ार", "ख़बर और ख़िलाफ़ और ग़लत"), Nukta.FULL),
        (("फ़रवरी में ज़्यादा फ़िल्में", "ज़रूरत और आवाज़ और बाज़ार", "खबर और गलत और आखिर"), Nukta.Z_AND_F),
        (("फरवरी में ज्यादा फिल्में", "जरूरत और आवाज और बाजार", "खबर और गलत और आखिर"), Nukta.NONE),
        (("फ़रवरी में ज्यादा फ़िल्में", "जरूरत और आवाज़ और बाजार", "ख़बर और गलत और आखिर"), None),
    ],
)
def test_dots_as_the_document_has_them(lines: tuple[str, ...], nukta: Nukta | None) -> None:
    """On all letters that take one, on ज़ and फ़, on none, or no rule where they are mixed."""
    assert habits(*lines).nukta is nukta


@pytest.mark.parametrize(
    ("line", "chandrabindu"),
    [
        ("पाँच लोग यहाँ और वहाँ थे, मैं भी वहाँ हूँ", Chandrabindu.FULL),
        ("पांच लोग यहां और वहां थे, मैं भी वहां हूं", Chandrabindu.ANUSVARA),
        ("पांच लोग यहाँ और वहां थे, मैं भी वहाँ हूं", None),
        ("संबंध में अंत नहीं हैं, संसद में नहीं", None),
    ],
)
def test_moons_as_the_document_has_them(line: str, chandrabindu: Chandrabindu | None) -> None:
    """Words that never have one show nothing."""
    assert habits(line).chandrabindu is chandrabindu


def test_the_desk_decides_where_it_has_a_rule() -> None:
    """Whatever the document does."""
    style = Style(final_mark=FinalMark.STOP, nukta=Nukta.NONE, chandrabindu=Chandrabindu.FULL)
    lines = ("फ़रवरी में ज़्यादा फ़िल्में आईं।", "ज़रूरत और आवाज़ और बाज़ार।", "पांच लोग यहां और वहां थे।")
    found = habits(*lines, style=style)
    assert (found.final_mark, found.nukta, found.chandrabindu) == (
        FinalMark.STOP,
        Nukta.NONE,
        Chandrabindu.FULL,
    )
