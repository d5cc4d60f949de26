"""Hints at manner: English articles and passives, honorifics, relatives far off, drifting tenses."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.grammar.form import FEMININE, MASCULINE
from reviewer.checks.grammar.line import line
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.segment import Role
from reviewer.domain.span import Range

_OFFICE = (
    r"(?:राष्ट्रपति|प्रधानमंत्री|प्रधान मंत्री|मुख्यमंत्री|राज्यपाल|उपराष्ट्रपति|विदेश मंत्री|रक्षा मंत्री|गृह मंत्री|वित्त मंत्री)"
)
_SINGULAR = regex.compile(
    rf"{BEFORE}(?P<office>{_OFFICE})(?: [^ ,।]{{2,20}}){{0,3}} "
    r"(?P<verb>(?:गया|आया|रहा|पहुँचा|पहुंचा|लौटा|बोला|करता|जाता|चाहता|मानता|कहता) "
    r"(?:है|था)|आएगा|जाएगा|करेगा)"
    rf"{AFTER}"
)
_INTIMATE = regex.compile(rf"{BEFORE}(?:तुम|तू|तुम्हें|तुम्हारा|तुम्हारे|तुम्हारी|तुझे){AFTER}")
_POLITE = regex.compile(rf"{BEFORE}(?:आप|आपको|आपका|आपके|आपकी|आपने){AFTER}")


class Honorific(Check):
    """Hints at a person of office spoken of in the singular, and at “तुम” beside “आप” in one segment."""

    id, code, title = "grammar.honorific", "G11", "Respect not kept"
    tier, type = Tier.HINT, "style/language-register"
    examples = (
        found("प्रधानमंत्री कल दिल्ली गया था।", "गया था"),
        found("आप आइए, तुम भी बैठो।", "तुम"),
        silent("प्रधानमंत्री कल दिल्ली गए थे।"),
        silent("प्रधानमंत्री ने बताया कि जहाज़ आ गया है।"),
        silent("आप आइए और बैठिए।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield singular verbs and intimate pronouns."""
        text = lens.target.text
        if article.style.has_plural_honorifics and (
            "मंत्री" in text or "राष्ट्रपति" in text or "राज्यपाल" in text
        ):
            for match in _SINGULAR.finditer(text):
                if not _OBLIQUE.search(match.group()):
                    yield Hit(
                        target=Range(*match.span("verb")),
                        message=f"A {match['office']} is spoken of in the plural, for respect.",
                    )
        if "तु" in text or "तू" in text:
            intimate = _INTIMATE.search(text)
            if intimate is not None and not regex.search("[“\"‘']", text) and _POLITE.search(text):
                yield Hit(
                    target=Range(*intimate.span()),
                    message="“आप” and “तुम” stand side by side.",
                )


_OBLIQUE = regex.compile(rf"{BEFORE}(?:ने|को|का|के|की|कि|द्वारा|और|जो){AFTER}")


class RelativeDistance(Check):
    """Hints at a relative clause whose verb does not agree with the noun in front of it."""

    id, code, title = "grammar.relative-distance", "G17", "Relative far from its noun"
    tier, type = Tier.HINT, "linguistic/grammar"
    examples = (
        found("यह समझौता उनकी पहली यात्रा के दौरान हुई बैठक, जो ऐतिहासिक रहा था।", "जो"),
        silent("यह समझौता उनकी बैठक में हुआ, जो ऐतिहासिक रही थी।"),
        silent("वह बैठक, जो ऐतिहासिक रही थी, कल हुई।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each relative pronoun."""
        del article
        read = lens.target.fact(line)
        for place in read.places("जो"):
            noun = read.nouns[place - 1] if place else None
            if noun is None or noun.kind == "person":
                continue
            end = next((at for at in range(place, len(read)) if not read.joined[at]), len(read) - 1)
            verb = read.verbs[end]
            if verb is None or verb.ne != "never" or any(each in _MARKED for each in read.words[place:end]):
                continue
            if any(each is not None for each in read.nouns[place + 1 : end]):
                continue
            if not verb.agrees & (MASCULINE if noun.gender == "m" else FEMININE):
                yield Hit(
                    target=read.range(place),
                    message=f"The clause does not agree with “{read.tokens[place - 1].text}” before it.",
                )


_MARKED = frozenset(["ने", "को"])
_BY = regex.compile(
    rf"{BEFORE}(?P<by>(?:के )?द्वारा) (?:[^ ,।]{{1,20}} ){{0,6}}?"
    r"(?:किया|की|किए|दिया|दी|दिए|लगाया|लगाए|लगाई|बनाया|बनाई|बनाए) (?:गया|गई|गए|जाता|जाती|जाते|जाएगा|जाएगी)"
)


class DvaaraPassive(Check):
    """Hints at a passive with “द्वारा”, which English likes more than Hindi does."""

    id, code, title = "grammar.dvaara-passive", "G18", "Passive with द्वारा"
    tier, type = Tier.HINT, "style/unidiomatic"
    examples = (
        found("एक संपादक द्वारा लेख की समीक्षा की गई।", "द्वारा"),
        silent("एक संपादक ने लेख की समीक्षा की।"),
        silent("डाक द्वारा पत्र भेजें।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each “द्वारा” with its participle."""
        del article
        if "द्वारा" in lens.target.text:
            for match in _BY.finditer(lens.target.text):
                yield Hit(
                    target=Range(*match.span("by")),
                    message="Hindi would rather say who did it, with “ने”.",
                )


_LETTER = r"[\u0900-\u0963]"
_ONE = regex.compile(rf"एक(?<!{_LETTER}एक)(?= (?:[^ ,।]{{2,20}} ){{1,3}}(?:है|हैं|था|थी|थे)[।,. ])")
_TWICE = regex.compile(rf"एक(?<!{_LETTER}एक) साथ एक{AFTER}")


class ArticleEk(Check):
    """Hints at “एक” that only stands for the English article: “यह एक महत्वपूर्ण कदम है”."""

    id, code, title = "grammar.article-ek", "G19", "एक for an article"
    tier, type = Tier.HINT, "style/unidiomatic"
    examples = (
        found("यह एक महत्वपूर्ण कदम है।", "एक"),
        found("वे एक साथ एक कार्यक्रम में गए।", "एक साथ एक"),
        silent("यह महत्वपूर्ण कदम है।"),
        silent("एक व्यक्ति घायल हुआ।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each such word."""
        del article
        text = lens.target.text
        if "एक" not in text:
            return
        for pattern in (_TWICE, _ONE):
            for match in pattern.finditer(text):
                yield Hit(target=Range(*match.span()), message="Hindi needs no article here.")


_PLUPERFECT = regex.compile(
    rf"{BEFORE}(?P<verb>(?:हुआ|हुई|हुए|(?:किया|की|किए|दिया|दी) (?:गया|गई|गए)) (?:था|थी|थे))[।.]?\s*$"
)
_PERFECT = regex.compile(rf"{BEFORE}(?:किया|किए|की|दिया|दी|हुआ|हुई|हुए|गया|गई|गए) (?:है|हैं)[।.]?\s*$")
_TIMES = regex.compile(
    rf"{BEFORE}(?:पहले|तब|उस समय|साल|वर्ष|महीने|हफ़्ते|हफ्ते|सप्ताह|कल|दिन|दौरान|[0-9०-९]{{4}}|में){AFTER}|[0-9]"
)


class TenseDrift(Check):
    """Hints at a past perfect (“हुआ था”) after a segment in the present perfect, with no time named."""

    id, code, title = "grammar.tense-drift", "G22", "Tense drifts"
    tier, type = Tier.HINT, "linguistic/grammar"
    needs = frozenset({Need.DOCUMENT})
    examples = (
        found("नए समझौते का ऐलान हुआ था।", "हुआ था", before=("दोनों देशों ने हस्ताक्षर किए हैं।",)),
        silent("नए समझौते का ऐलान किया गया है।", before=("दोनों देशों ने हस्ताक्षर किए हैं।",)),
        silent("समझौता पिछले साल हुआ था।", before=("दोनों देशों ने हस्ताक्षर किए हैं।",)),
        silent("नए समझौते का ऐलान किया गया था।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the verb of this segment, if the one before has another tense."""
        tail = lens.target.text[-60:]
        if " था" not in tail and " थी" not in tail and " थे" not in tail:
            return
        match = _PLUPERFECT.search(tail)
        if match is None or lens.role is not Role.BODY or _TIMES.search(lens.target.text):
            return
        before = article.neighbour(lens, -1)
        if before is None or _PERFECT.search(before.target.text[-60:]) is None:
            return
        shift = max(0, len(lens.target.text) - 60)
        yield Hit(
            target=Range(match.start("verb") + shift, match.end("verb") + shift),
            message="The segment before is in the present perfect; this goes further back, naming no time.",
        )
