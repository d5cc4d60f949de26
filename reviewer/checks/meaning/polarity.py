"""Opposites: words that were exchanged for their contrary."""

from collections.abc import Iterator
from functools import lru_cache

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.meaning.cue import Phrases, english, line
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.text.lexicon import alternatives, rows


class Polarity(Check):
    """A word became its contrary: exports “fell” and बढ़ा, “import” and निर्यात, “north” and दक्षिण.

    Found where the English has one of the pair only, and the Hindi the other only. A sentence that
    was turned round (“lost to them” as “they won”) is found too.
    """

    id, code, title = "meaning.polarity", "A09", "Contrary word"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.CRITICAL
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("पिछले महीने निर्यात बढ़ा।", "बढ़ा", source="Exports fell last month."),
        found("आयात में गिरावट आई।", "आयात", source="Exports declined."),
        found("उत्तरी राज्यों में बारिश हुई।", "उत्तरी", source="It rained in the southern states."),
        found("विपक्ष के नेता ने क़ानून का विरोध किया।", "विरोध", source="The leader supported the law."),
        silent("पिछले महीने निर्यात घटा।", source="Exports fell last month."),
        silent("निर्यात घटा और आयात बढ़ा।", source="Exports fell and imports rose."),
        silent("बेरोज़गारी नहीं बढ़ी।", source="Unemployment fell."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Look at each pair of which the English has one word."""
        del article
        known = english(lens)
        if known is None:
            return
        text, side = known
        theirs = text.fact(line)
        sides = {pair for word in _sides().keys() & theirs.where.keys() for pair in _sides()[word]}
        for pair, pole in sorted(sides):
            if (pair, 1 - pole) in sides:
                continue
            ours = lens.target.fact(line)
            same, contrary = _pairs()[pair].poles[pole], _pairs()[pair].contraries[1 - pole]
            if same.are_in(ours) or not _DENIALS.isdisjoint(ours.where):
                continue
            place = next(contrary.places(ours), None)
            if place is not None:
                piece = ours.range(*place)
                here = lens.target.text[piece.start : piece.end]
                there = next(word for word in theirs.words if (pair, pole) in _sides().get(word, ()))
                message = f"“{here}” is the contrary of “{there}”."
                yield Hit(target=piece, message=message, evidence=side)


_DENIALS = frozenset({"नहीं", "न", "ना", "बिना", "बगैर"})


class _Pair:
    """The Hindi words of two poles; some are too weak to count as a contrary."""

    def __init__(self, one: str, other: str, weak: str) -> None:
        poles = alternatives(one), alternatives(other)
        unsure = frozenset(alternatives(weak))
        self.poles = tuple(map(Phrases, poles))
        self.contraries = tuple(Phrases(word for word in pole if word not in unsure) for pole in poles)


@lru_cache(maxsize=1)
def _pairs() -> tuple[_Pair, ...]:
    return tuple(_Pair(row["hindi_one"], row["hindi_other"], row["weak"]) for row in rows("polarity_pairs"))


@lru_cache(maxsize=1)
def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    """The pair and its pole that each English word belongs to; of phrases the first word stands for all."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, row in enumerate(rows("polarity_pairs")):
        for pole, column in enumerate(("english_one", "english_other")):
            for form in alternatives(row[column]):
                if " " not in form:
                    found.setdefault(form, []).append((number, pole))
    return {word: tuple(pairs) for word, pairs in found.items()}
