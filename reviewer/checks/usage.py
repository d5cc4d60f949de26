"""What a document does where the desk has no rule: dandas or full stops, which digits, quotes and dots."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

import regex

from reviewer.checks.lens import WORD, Article, Lens
from reviewer.checks.vocabulary import dots, with_moon
from reviewer.domain.style import Chandrabindu, Digits, FinalMark, Grouping, Nukta, Quotes, Style

_Choice = TypeVar("_Choice", bound=StrEnum)

CLEAR = 0.9
"""Share of the places from which one way of writing is taken to be the document's own."""
_FEW = 2
_SOME = 5
"""Letters with or without a dot or ँ that show a habit; there are many in any text that has one."""
_ENDS = regex.compile(rf"(?<={WORD}[”’\"')]?)(?P<mark>[।.])[”’\"')]*\s*$")
_DIGITS = regex.compile(r"(?P<latin>[0-9]+)|(?P<devanagari>[०-९]+)")
_GROUPED = regex.compile(
    r"(?<![\d,.])(?:(?P<indian>[0-9०-९]{1,2}(?:,[0-9०-९]{2})+,[0-9०-९]{3})"
    r"|(?P<western>[0-9०-९]{1,3}(?:,[0-9०-९]{3}){2,}|[1-9१-९][0-9०-९]{2},[0-9०-९]{3}))(?![\d,])"
)
_QUOTES = regex.compile(r"(?P<double>“)|(?P<single>(?<!\p{L})‘)|(?P<straight>(?<!\p{L})\"(?=\S))")


def resolved(article: Article) -> Style:
    """Return the desk's style, with what it leaves open as the document does it; no clear habit, no rule."""
    style = article.style
    return replace(
        style,
        final_mark=style.final_mark or _habit(article, _final_marks, FinalMark),
        digits=style.digits or _habit(article, _digits, Digits),
        grouping=style.grouping or _habit(article, _groupings, Grouping),
        quotes=style.quotes or _habit(article, _quotes, Quotes),
        nukta=style.nukta or _nukta(article),
        chandrabindu=style.chandrabindu or _chandrabindu(article),
    )


def _nukta(article: Article) -> Nukta | None:
    total = _total(article, _dots)
    sounds, others = total["z+"] + total["z-"], total["q+"] + total["q-"]
    if sounds < _SOME:
        return None
    if total["z-"] + total["q-"] >= CLEAR * (sounds + others):
        return Nukta.NONE
    if total["z+"] < CLEAR * sounds:
        return None
    if total["q+"] and total["q+"] >= CLEAR * others:
        return Nukta.FULL
    return Nukta.Z_AND_F if total["q-"] >= CLEAR * others else None


def _chandrabindu(article: Article) -> Chandrabindu | None:
    total = _total(article, _moons)
    if total.total() < _SOME:
        return None
    choice, times = total.most_common(1)[0]
    return Chandrabindu(choice) if times >= CLEAR * total.total() else None


def _total(article: Article, count: Callable[[Lens], Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for lens in article.lenses:
        total += lens.fact(count)
    return total


def _habit(article: Article, count: Callable[[Lens], Counter[str]], kind: type[_Choice]) -> _Choice | None:
    total = _total(article, count)
    if total.total() < _FEW:
        return None
    choice, times = total.most_common(1)[0]
    return kind(choice) if times >= CLEAR * total.total() else None


def _final_marks(lens: Lens) -> Counter[str]:
    found = _ENDS.search(lens.target.text[-40:])
    if found is None:
        return Counter()
    return Counter([FinalMark.DANDA if found["mark"] == "।" else FinalMark.STOP])


def _digits(lens: Lens) -> Counter[str]:
    return _kinds(_DIGITS, lens)


def _groupings(lens: Lens) -> Counter[str]:
    return _kinds(_GROUPED, lens)


def _quotes(lens: Lens) -> Counter[str]:
    return _kinds(_QUOTES, lens)


def _dots(lens: Lens) -> Counter[str]:
    return Counter(dot for token in lens.target.tokens if token.is_hindi for dot in dots(token.text))


def _moons(lens: Lens) -> Counter[str]:
    """Count words with ँ, and those with ं that could have it."""
    found: Counter[str] = Counter()
    for token in lens.target.tokens:
        if "ँ" in token.text:
            found[Chandrabindu.FULL] += 1
        elif "ं" in token.text and with_moon(token.text) is not None:
            found[Chandrabindu.ANUSVARA] += 1
    return found


def _kinds(pattern: regex.Pattern[str], lens: Lens) -> Counter[str]:
    return Counter(match.lastgroup for match in pattern.finditer(lens.target.text) if match.lastgroup)
