"""The desk's glossary: what a term must be in Hindi, and what it must not be."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text, Token
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.domain.style import Style, Term
from reviewer.text.fold import fold

_ENDINGS = ("ियों", "ियाँ", "ियां", "ाओं", "ाएँ", "ाएं", "ुओं", "ों", "ें", "ीं", "ा", "े", "ी", "ि")
_SOFT = frozenset({"ियों", "ियाँ", "ियां", "ी", "ि"})
"""Endings of words that are not those without them: मंत्री is no मंत्र."""
_SHORTEST = 3
_PLURAL = regex.compile(r"(?:(?<=[sxzh])es|s)\Z")
_DESK = Style(
    glossary=(
        Term(source="Secretary of State", approved=("विदेश मंत्री",), forbidden=("राज्य सचिव",)),
        Term(source="treaty", approved=("संधि",)),
        Term(source="WHO", approved=("डब्ल्यूएचओ",)),
    )
)


class Glossary:
    """Terms by the first word of their English, the longest first; made once for a glossary."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        made: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in terms:
            words = tuple(_stem(word) for word in term.source.split())
            if words:
                made.setdefault(words[0], []).append((words, term))
        self.by_first: Mapping[str, list[tuple[tuple[str, ...], Term]]] = {
            first: sorted(found_, key=lambda each: -len(each[0])) for first, found_ in made.items()
        }

    def places(self, text: Text) -> Iterator[tuple[Term, Range]]:
        """Yield the terms of an English text, the longest at each place, apart from one another."""
        tokens = text.tokens
        stems = text.fact(_stems)
        at = 0
        while at < len(tokens):
            for words, term in self.by_first.get(stems[at], ()):
                end = at + len(words)
                if stems[at:end] == words and _has_case(
                    term, text.text[tokens[at].start : tokens[end - 1].end]
                ):
                    yield term, Range(tokens[at].start, tokens[end - 1].end)
                    at = end - 1
                    break
            at += 1


class _Same:
    """Terms by identity: to hash ten thousand of them takes longer than to look through a segment."""

    __slots__ = ("terms",)

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms

    def __hash__(self) -> int:
        return id(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.terms is self.terms


@lru_cache(maxsize=8)
def _made(same: _Same) -> Glossary:
    return Glossary(same.terms)


def glossary_of(terms: tuple[Term, ...]) -> Glossary:
    """Return a glossary ready to be looked up."""
    return _made(_Same(terms))


def _stems(text: Text) -> tuple[str, ...]:
    return tuple(_stem(token.text) for token in text.tokens)


def _stem(word: str) -> str:
    """Return an English word without case and plural."""
    lower = word.lower().strip("'’")
    if len(lower) <= _SHORTEST:
        return lower
    return lower[:-3] + "y" if lower.endswith("ies") else _PLURAL.sub("", lower)


def _has_case(term: Term, written: str) -> bool:
    """Whether an abbreviation is one here too: WHO is not who."""
    return not term.source.isupper() or written.isupper()


def hindi_stem(word: str) -> str:
    """Return a folded Hindi word without one ending of number and case."""
    folded = fold(word).text
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            return folded[: -len(ending)] + ("i" if ending in _SOFT else "")
    return folded


def _hindi_stems(text: Text) -> tuple[str, ...]:
    return tuple(hindi_stem(token.text) for token in text.tokens)


def place_of(form: str, text: Text) -> Range | None:
    """Return where a Hindi form stands, inflected or not."""
    wanted = _form(form)
    stems = text.fact(_hindi_stems)
    tokens: tuple[Token, ...] = text.tokens
    for at in range(len(stems) - len(wanted) + 1):
        if stems[at] == wanted[0] and stems[at : at + len(wanted)] == wanted:
            return Range(tokens[at].start, tokens[at + len(wanted) - 1].end)
    return None


@lru_cache(maxsize=32_768)
def _form(form: str) -> tuple[str, ...]:
    return tuple(hindi_stem(word) for word in form.replace("-", " ").split()) or ("",)


def glossary_places(lens: Lens, style: Style) -> tuple[tuple[Term, Range, Range | None], ...]:
    """Return the terms of a segment's English, where they stand, and where their Hindi does."""
    if not style.glossary or lens.english is None:
        return ()
    return tuple(
        (term, place, next((here for form in term.approved if (here := place_of(form, lens.target))), None))
        for term, place in glossary_of(style.glossary).places(lens.english)
    )


class GlossaryTerm(Check):
    """A term of the glossary whose approved Hindi is missing, or whose forbidden Hindi is there.

    Endings of number and case, and what stands between an approved term's letters in spelling, are accepted.
    """

    id, code, title = "term.glossary", "E07", "Glossary"
    tier, type, severity = Tier.WARNING, "terminology/inconsistent-with-resource", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.GLOSSARY})
    examples = (
        found(
            "राज्य सचिव ने कहा।",
            "राज्य सचिव",
            source="The Secretary of State said.",
            style=_DESK,
            suggestion="विदेश मंत्री",
        ),
        found("समझौते पर दस्तख़त हुए।", "", source="The treaty was signed.", style=_DESK),
        silent("संधियों पर दस्तख़त हुए।", source="The treaties were signed.", style=_DESK),
        silent("विदेश मंत्री ने कहा।", source="The Secretary of State said.", style=_DESK),
        silent("जो आया वह गया।", source="Those who came left.", style=_DESK),
        silent("समझौते पर दस्तख़त हुए।", source="The treaty was signed."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield forbidden Hindi, then English terms without their own."""
        english = lens.english
        if english is None or not article.style.glossary:
            return
        for term, place, here in glossary_places(lens, article.style):
            wrong = next((at for form in term.forbidden if (at := place_of(form, lens.target))), None)
            if wrong is None and (here is not None or not term.approved):
                continue
            right = term.approved[0] if term.approved else None
            said = english.text[place.start : place.end]
            yield Hit(
                target=wrong or Range(0, 0),
                english=place,
                message=f"“{said}” is “{right}” here." if right else f"“{said}” is never this.",
                suggestion=right if wrong else None,
                severity=term.severity,
                tier=Tier.ERROR if wrong else Tier.WARNING,
                evidence=english.side,
            )
