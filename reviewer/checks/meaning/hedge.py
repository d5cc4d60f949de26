"""Hedges and quantifiers: words that say how sure, how much and how many."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.meaning.cue import Cue, cues, english, english_cues, line, weighed
from reviewer.checks.meaning.place import clause_for, pairs
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range, Side

_MOST = 40
"""Places of one quantifier that are looked at."""
_FEW = 2
"""Sentences up to which a quantifier can be missed in the English."""


class Modality(Check):
    """A hedge of the English is missing: what was alleged, suspected or reported became a fact.

    Losing “alleged” is a legal risk and counts as an error. “May”, “must” and “expected” have so
    many renderings that they only give hints.
    """

    id, code, title = "meaning.modality", "A06", "Hedge lost"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("उसने दो लोगों की हत्या की।", "हत्या की", source="He allegedly killed two people."),
        found("वह भ्रष्टाचार में शामिल थे।", "शामिल थे", source="He was accused of corruption."),
        found("वह इस्तीफ़ा दे रहे हैं।", "दे रहे हैं", source="He is reportedly resigning."),
        silent("उसने कथित तौर पर दो लोगों की हत्या की।", source="He allegedly killed two people."),
        silent("उन पर भ्रष्टाचार का आरोप था।", source="He was accused of corruption."),
        silent("मई में चुनाव होंगे।", source="The vote will be in May."),
        silent("ख़बरों के मुताबिक़ वह इस्तीफ़ा दे रहे हैं।", source="He is reportedly resigning."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the hedges none of whose renderings stands in the Hindi."""
        del article
        for cue, place, text, side in _lost(lens, "modality"):
            word = text.text[place.start : place.end]
            is_legal = cue.tier is Tier.ERROR
            yield Hit(
                target=clause_for(lens, place),
                english=place,
                message=f"The English says “{word}”; nothing here says so.",
                severity=Severity.CRITICAL if is_legal else Severity.MAJOR,
                tier=weighed(cue.tier, side),
                evidence=side,
            )


class Quantifier(Check):
    """A word of number or extent is missing or turned round: “at least”, “more than”, “either”, “only”.

    A warning where the Hindi has the contrary, a hint where it has no rendering of it. Nearly each of
    these words has idioms in which it means something else, of which the commonest are known.
    """

    id, code, title = "meaning.quantifier", "A08", "Quantifier changed"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("ज़्यादा से ज़्यादा दस लोग घायल हुए।", "ज़्यादा से ज़्यादा", source="At least ten people were hurt."),
        found("पाँच सौ से कम घर जल गए।", "से कम", source="More than 500 houses burnt."),
        found("सभी सदस्यों ने विरोध किया।", "सभी", source="Some members objected."),
        found("कुछ सदस्यों ने विरोध किया।", "कुछ", source="All members objected."),
        found(
            "किसी भी राष्ट्र पर हमला हुआ तो मदद होगी।",
            "",
            source="If either nation is attacked, there will be help.",
        ),
        silent("कम से कम दस लोग घायल हुए।", source="At least ten people were hurt."),
        silent(
            "दोनों में से किसी भी देश पर हमला हुआ तो मदद होगी।",
            source="If either nation is attacked, there will be help.",
        ),
        silent("पाँच सौ से ज़्यादा घर जल गए।", source="More than 500 houses burnt."),
        silent("सब ठीक है।", source="Everything is all right."),
        silent(
            "न केवल दस लोग, बल्कि बच्चे भी घायल हुए।", source="Not only ten people but children too were hurt."
        ),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the quantifiers that the Hindi lacks, at the contrary word if it has one."""
        del article
        turned = set()
        places = set()
        for cue, place, contrary, text, side in _turned(lens):
            turned.add(cue.name)
            places.add(contrary)
            word = text.text[place.start : place.end]
            said = lens.target.text[contrary.start : contrary.end]
            yield Hit(
                target=contrary,
                english=place,
                message=f"“{said}” says something else than “{word}”.",
                tier=Tier.WARNING,
                evidence=side,
            )
        for cue, place, text, side in _lost(lens, "quantifier"):
            if cue.name in turned:
                continue
            word = text.text[place.start : place.end]
            yield Hit(
                target=clause_for(lens, place, is_empty=True),
                english=place,
                message=f"The English says “{word}”; nothing here says so.",
                tier=Tier.HINT,
                evidence=side,
            )
        yield from _unsaid(lens, places)


class Attribution(Check):
    """The English says who said it, and the Hindi does not: a claim becomes the paper's own.

    “According to” and reporting verbs are looked for anywhere in the segment.
    """

    id, code, title = "meaning.attribution", "A13", "Attribution lost"
    tier, type, severity = Tier.WARNING, "accuracy/omission", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("बाढ़ में बारह लोग मारे गए।", "", source="According to the army, twelve people died in the flood."),
        found("बाढ़ में बारह लोग मारे गए।", "", source="Twelve people died in the flood, officials said."),
        silent(
            "सेना के मुताबिक़ बाढ़ में बारह लोग मारे गए।",
            source="According to the army, twelve people died in the flood.",
        ),
        silent(
            "अधिकारियों ने बताया कि बाढ़ में बारह लोग मारे गए।",
            source="Twelve people died in the flood, officials said.",
        ),
        silent("बाढ़ में बारह की मौत: सेना", source="Army said twelve died in the flood", role=Role.HEADLINE),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield one finding where no rendering stands in the Hindi; a colon may say it in headlines."""
        del article
        if lens.role is Role.HEADLINE:
            return
        for cue, place, text, side in _lost(lens, "attribution"):
            word = text.text[place.start : place.end]
            end = len(lens.target.text.rstrip())
            yield Hit(
                target=Range(end, end),
                english=place,
                message=f"The English says “{word}”; the Hindi names nobody who said it.",
                tier=cue.tier,
                evidence=side,
            )
            return


def _unsaid(lens: Lens, known: set[Range]) -> Iterator[Hit]:
    """Yield the Hindi quantifiers for which the English has nothing at all; free translations add some."""
    both = english(lens)
    if both is None or _extra_words().isdisjoint(lens.target.fact(line).where):
        return
    text, side = both
    words = lens.target.fact(line)
    for cue in _extras():
        places = [each for each in cue.hindi.places(words) if not _is_compared(words.words, each)]
        if not places or len(lens.fact(pairs)) > _FEW or cue.licence.are_in(text.fact(line)):
            continue
        place = words.range(*places[0])
        if place not in known:
            said = lens.target.text[place.start : place.end]
            yield Hit(
                target=place,
                message=f"“{said}” has nothing in the English that it stands for.",
                tier=Tier.HINT,
                evidence=side,
            )


@lru_cache(maxsize=1)
def _extras() -> tuple[Cue, ...]:
    return tuple(cue for cue in cues() if cue.check == "extra")


@lru_cache(maxsize=1)
def _extra_words() -> frozenset[str]:
    return frozenset(word for cue in _extras() for word in cue.hindi.firsts)


def _is_compared(words: tuple[str, ...], place: tuple[int, int]) -> bool:
    """Whether से कम is part of कम से कम."""
    first, count = place
    return first > 0 and count == 2 and words[first - 1] == words[first + 1]


def _lost(lens: Lens, check: str) -> Iterator[tuple[Cue, Range, Text, Side]]:
    """Yield the English cues of a check that nothing in the Hindi stands for, one of each kind."""
    known = english(lens)
    if known is None:
        return
    text, side = known
    seen: set[str] = set()
    words = lens.target.fact(line)
    for cue, place in text.fact(english_cues):
        if cue.check != check or cue.name in seen or cue.name == "–":
            continue
        seen.add(cue.name)
        if not (cue.hindi.are_in(words) or cue.also.are_in(words)):
            yield cue, place, text, side


def _turned(lens: Lens) -> Iterator[tuple[Cue, Range, Range, Text, Side]]:
    """Yield the quantifiers for which the Hindi has the contrary, which nothing else in the English says."""
    known = english(lens)
    if known is None:
        return
    text, side = known
    first = {cue.english: (cue, place) for cue, place in reversed(text.fact(english_cues))}
    said = [pair for pair in first.values() if pair[0].check == "quantifier"]
    words = lens.target.fact(line)
    for cue, place in said:
        contrary = [] if cue.name == "–" else list(islice(cue.against.places(words), _MOST))
        if not contrary:
            continue
        others = [
            each for other, _ in said if other is not cue for each in islice(other.hindi.places(words), _MOST)
        ]
        contrary = [each for each in contrary if not any(_lies_in(each, other) for other in others)]
        rendered = [
            each
            for each in islice(cue.hindi.places(words), _MOST)
            if not any(_covers(other, each) for other in contrary)
        ]
        contrary = [each for each in contrary if not any(_covers(other, each) for other in rendered)]
        if contrary and not rendered:
            yield cue, place, words.range(*contrary[0]), text, side


def _lies_in(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a phrase is another or part of it: से कम, not से कम for कम alone."""
    return other[0] <= one[0] and one[0] + one[1] <= other[0] + other[1]


def _covers(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one phrase contains another and more: कम से कम, से कम."""
    return one[1] > other[1] and one[0] <= other[0] and other[0] + other[1] <= one[0] + one[1]
