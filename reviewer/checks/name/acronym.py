"""Abbreviations of names."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.domain.style import Acronyms, Style
from reviewer.text.fold import fold
from reviewer.text.lexicon import alternatives, rows
from reviewer.text.sound import skeleton

_ACRONYM = regex.compile(r"(?<![\p{L}\p{N}.&/-])[A-Z]{2,6}(?=s?\b)(?![\p{L}\p{N}&/-]|\.\p{L})")
_LATIN = regex.compile(r"(?<![\p{L}\p{M}@#/.])[A-Z]{2,6}(?![\p{L}\p{N}])")
_CAPITALS = regex.compile(r"\b[A-Z]{2,}\b")
_WORDS = regex.compile(r"\b\p{L}+\b")
_NONE = frozenset(
    [
        "AM",
        "PM",
        "OK",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XX",
        "XXI",
        "AD",
        "BC",
        "CE",
        "TV",
        "ID",
        "NO",
    ]
)
_DEVANAGARI = Style(acronyms=Acronyms.DEVANAGARI)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the names of letters, and what known acronyms are in Hindi."""
    letters: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for row in rows("acronyms"):
        (letters if len(row["latin"]) == 1 else words)[row["latin"]] = alternatives(row["hindi_accepted"])
    return letters, words


def spelt(acronym: str) -> str:
    """Return an acronym by the names of its letters: बीबीसी."""
    letters, _ = _table()
    return "".join(letters.get(letter, (letter,))[0] for letter in acronym)


class Acronym(Check):
    """An abbreviation that the Hindi lacks, or that stands in Latin letters where the desk writes Devanagari.

    Its letters' names, the word it has become, its expansion, and a copy in Latin letters are accepted.
    """

    id, code, title = "name.acronym", "E03", "Abbreviation missing"
    tier, type, severity = Tier.HINT, "terminology/wrong-term", Severity.MINOR
    uses = frozenset({Need.ENGLISH})
    examples = (
        found("बैठक में सदस्य आए।", "", source="NATO members came to the meeting."),
        found("NATO की बैठक हुई।", "NATO", style=_DEVANAGARI),
        silent("नेटो की बैठक हुई।", source="NATO met."),
        silent("बीबीसी ने बताया।", source="The BBC reported it."),
        silent("एफ़बीआई जाँच कर रही है।", source="The FBI is investigating."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield missing ones, then Latin ones against the house style."""
        if article.style.acronyms is Acronyms.DEVANAGARI:
            for match in _LATIN.finditer(lens.target.text):
                yield Hit(
                    target=Range(*match.span()),
                    message="Abbreviations are written in Devanagari here.",
                    suggestion=spelt(match.group()),
                    tier=Tier.WARNING,
                )
        english = lens.english
        if english is None or not _ACRONYM.search(english.text) or _is_loud(english.text):
            return
        text = fold(lens.target.text, loose=True).text.replace(".", "").replace(" ", "")
        sounds = {skeleton(token.text) for token in lens.target.tokens if token.is_hindi}
        for match in _ACRONYM.finditer(english.text):
            acronym = match.group()
            if acronym in _NONE or acronym in lens.target.text:
                continue
            _, words = _table()
            forms = (*words.get(acronym, ()), spelt(acronym))
            if any(fold(form, loose=True).text.replace(" ", "") in text for form in forms):
                continue
            if skeleton(acronym) not in sounds:
                yield Hit(
                    target=Range(0, 0),
                    english=Range(*match.span()),
                    message=f"“{acronym}” is missing: {forms[0]}.",
                    evidence=english.side,
                )


def _is_loud(text: str) -> bool:
    return 2 * len(_CAPITALS.findall(text)) > len(_WORDS.findall(text))
