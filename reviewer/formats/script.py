"""Whether a text is in the script it should be in, and what it is if not."""

import re
from itertools import islice

from reviewer.domain.draft import Article
from reviewer.text.script import devanagari_share

_SAMPLE, _SAMPLE_PARAGRAPHS = 100_000, 1000
_MANY_LETTERS = 20
_HINDI_AT_LEAST = 0.3
_ENGLISH_AT_MOST = 0.3
# Frequent words as the fonts of the Kruti Dev family spell them in Latin letters; none is English.
_KRUTI_DEV = frozenset(
    {"gS", "gSa", "dh", "ds", "esa", "vkSj", "dks", "ls", "ij", "fd", "dk", "Hkh", "Fkk", "ugha"}
)
_KRUTI_DEV |= {
    "fy,",
    "fd;k",
    "gks",
    "us",
    ";g",
    "bl",
    "dgk",
    "djus",
    "mUgksaus",
    "jgk",
    "gSA",
    "gSaA",
    "x;k",
    "ckn",
}
_MOJIBAKE = re.compile("à¤|à¥")


def check_script(article: Article, expected: str) -> str | None:
    """A warning if the article is not in the language expected (`hi` or `en`), else None."""
    text = beginning(article)
    if len(_MOJIBAKE.findall(text)) >= 3:
        return (
            "This is Hindi that was once read with the wrong encoding (à¤…): ask for the file again,"
            " saved as UTF-8."
        )
    if sum(map(str.isalpha, text)) < _MANY_LETTERS:
        return None
    share = devanagari_share(text)
    if expected == "hi" and share < _HINDI_AT_LEAST:
        if is_legacy_font(text):
            return "This is Hindi typed in a legacy font such as Kruti Dev: convert it to Unicode first."
        return f"Hindi was expected, but {share:.0%} of the letters are Devanagari."
    if expected == "en" and share > _ENGLISH_AT_MOST:
        return f"English was expected, but {share:.0%} of the letters are Devanagari."
    return None


def beginning(article: Article) -> str:
    """Enough of an article to tell its script."""
    return "\n".join(paragraph.text for paragraph in islice(article.paragraphs, _SAMPLE_PARAGRAPHS))[:_SAMPLE]


def is_legacy_font(text: str) -> bool:
    """Whether Latin letters spell Hindi for a font of the Kruti Dev family."""
    words = text.split()
    hits = [word for word in words if word in _KRUTI_DEV]
    return len(set(hits)) >= 3 and len(hits) * 12 >= len(words)
