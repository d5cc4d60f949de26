"""Offices, and one word for one thing."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.lexicon import alternatives, rows

_FEWEST = 2


class OfficeTitle(Check):
    """An office translated word for word: the US Secretary of State is विदेश मंत्री, not राज्य सचिव."""

    id, code, title = "term.office-title", "E09", "Office translated word for word"
    tier, type, severity = Tier.ERROR, "terminology/wrong-term", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("राज्य सचिव ने कहा।", "राज्य सचिव", source="The Secretary of State said.", suggestion="विदेश मंत्री"),
        found("सचिव-जनरल ने कहा।", "सचिव-जनरल", source="The Secretary-General said.", suggestion="महासचिव"),
        silent("विदेश मंत्री ने कहा।", source="The Secretary of State said."),
        silent("राज्य सचिव ने फ़ाइल देखी।", source="The state’s secretary looked at the file."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the wrong form beside its English."""
        del article
        english = lens.english
        if english is None:
            return
        for term, wrong, right in _traps():
            if term not in english.text:
                continue
            match = wrong.search(lens.target.text)
            if match is not None:
                at = english.text.index(term)
                yield Hit(
                    target=Range(*match.span()),
                    english=Range(at, at + len(term)),
                    message=f"“{term}” is “{right}”.",
                    suggestion=right,
                    evidence=english.side,
                )


@lru_cache(maxsize=1)
def _traps() -> tuple[tuple[str, regex.Pattern[str], str], ...]:
    return tuple(
        (row["english"], _any(alternatives(row["wrong"])), row["right"]) for row in rows("office_traps")
    )


def _any(forms: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile(BEFORE + "(?:" + "|".join(map(regex.escape, forms)) + ")" + AFTER)


class TermDrift(Check):
    """Two words for one thing in one document, of pairs that are known to alternate: नीति and पॉलिसी.

    Only the rarer one is told, and only where both stand; whether they mean the same thing there, the editor
    knows.
    """

    id, code, title = "term.drift", "E08", "Two words for one thing"
    tier, type, severity = Tier.HINT, "terminology/inconsistent", Severity.MINOR
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("नई पॉलिसी लागू हुई।", "पॉलिसी", before=("नीति बनी।", "नीति पर बात हुई।"), suggestion="नीति"),
        silent("नई पॉलिसी लागू हुई।"),
        silent("नई नीति लागू हुई।", before=("नीति बनी।",)),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the rarer word of a pair."""
        here = lens.fact(_words)
        if not here:
            return
        counts = article.fact(_counts)
        for word in sorted(here):
            for other in _partners()[word]:
                if counts.get(other, 0) >= _FEWEST * counts[word]:
                    token = next(each for each in lens.target.tokens if each.text == word)
                    yield Hit(
                        target=Range(token.start, token.end),
                        message=f"Elsewhere it is “{other}”.",
                        suggestion=other,
                    )


@lru_cache(maxsize=1)
def _partners() -> dict[str, tuple[str, ...]]:
    made: dict[str, set[str]] = {}
    for row in rows("term_variants"):
        first, second = row["first"], row["second"]
        if " " not in first + second:
            made.setdefault(first, set()).add(second)
            made.setdefault(second, set()).add(first)
    return {word: tuple(sorted(others)) for word, others in made.items()}


def _words(lens: Lens) -> frozenset[str]:
    partners = _partners()
    return frozenset(token.text for token in lens.target.tokens if token.text in partners)


def _counts(article: Article) -> dict[str, int]:
    counts: dict[str, int] = {}
    for lens in article.lenses:
        for word in lens.fact(_words):
            counts[word] = counts.get(word, 0) + 1
    return counts
