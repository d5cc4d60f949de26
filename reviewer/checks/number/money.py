"""Percentages, currencies and units."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.number.amount import amounts
from reviewer.checks.number.comparison import comparison
from reviewer.checks.number.value import tier_for
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range

_POINTS = {"point": "प्रतिशत अंक", "basis": "आधार अंक"}
_WORDS = regex.compile(r"प्रतिशत|फ़ीसद|फीसद|%|पर्सेंट|सैकड़ा")
_CURRENCY = regex.compile(r"डॉलर|रुपय|रुपए|रु\.|₹|\$|यूरो|€|पाउंड|पौंड|£|येन|युआन|रूबल|दिरहम|रियाल|वॉन|लीरा|टका")
_HINDI = {
    "dollar": "डॉलर", "rupee": "रुपये", "euro": "यूरो", "pound": "पाउंड", "yen": "येन", "yuan": "युआन",
    "rouble": "रूबल", "dirham": "दिरहम", "riyal": "रियाल", "won": "वॉन", "lira": "लीरा", "taka": "टका",
}  # fmt: skip


class Percent(Check):
    """A percentage that lost its sign, or percentage points that became per cent."""

    id, code, title = "number.percent", "N06", "Per cent lost or confused with points"
    tier, type, severity = Tier.ERROR, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found(
            "दर 2 प्रतिशत बढ़ी।", "प्रतिशत", source="The rate rose 2 percentage points.", suggestion="प्रतिशत अंक"
        ),
        found("दर 20 बढ़ी।", "20", source="The rate rose 20%."),
        silent("दर 2 प्रतिशत अंक बढ़ी।", source="The rate rose 2 percentage points."),
        silent("दर 10 से 15 फ़ीसदी बढ़ी।", source="The rate rose by 10% to 15%."),
        silent("आधे लोग आए।", source="50% of the people came."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield amounts whose mark is another."""
        compared = comparison(lens, article)
        tier = tier_for(compared, self.tier)
        for pair in compared.equal:
            theirs, ours = pair.english.percent, pair.hindi
            if theirs in _POINTS and ours.percent == "percent" and ours.beside is not None:
                yield Hit(
                    target=ours.beside,
                    english=pair.english.beside,
                    message="Percentage points are not per cent.",
                    suggestion=_POINTS[theirs],
                    tier=tier,
                    evidence=compared.side,
                )
            elif theirs == "percent" and not (
                ours.percent or ours.is_word or _WORDS.search(lens.target.text)
            ):
                yield Hit(
                    target=ours.range,
                    english=pair.english.beside,
                    message="The English says per cent.",
                    tier=tier,
                    evidence=compared.side,
                )


_DOUBLED = regex.compile(
    r"(?P<sign>₹\s?|रु\.\s?)(?P<amount>[\d०-९][\d०-९,.]*(?:\s(?:हज़ार|हजार|लाख|करोड़|अरब|खरब)){0,2})\s(?P<word>रुपये|रुपए|रुपया|रुपयों)"
    r"|(?P<sign>\$\s?)(?P<amount>[\d०-९][\d०-९,.]*(?:\s(?:हज़ार|हजार|लाख|करोड़|अरब|खरब)){0,2})\s(?P<word>डॉलर)"
)


class Currency(Check):
    """Another currency than in the source, one that was lost, or one that is said twice: ₹500 रुपये."""

    id, code, title = "number.currency", "N07", "Currency differs"
    tier, type, severity = Tier.ERROR, "accuracy/mistranslation", Severity.CRITICAL
    uses = frozenset({Need.ENGLISH, Need.DOCUMENT})
    examples = (
        found("टिकट 50 रुपये का है।", "रुपये", source="The ticket costs $50.", suggestion="डॉलर"),
        found("टिकट ₹500 रुपये का है।", "₹500 रुपये", suggestion="500 रुपये"),
        found("टिकट 50 का है।", "50", source="The ticket costs $50."),
        silent("टिकट 50 डॉलर का है।", source="The ticket costs $50."),
        silent("टिकट 50 ऑस्ट्रेलियाई डॉलर का है।", source="The ticket costs A$50."),
        silent("टिकट 50 डॉलर (4,000 रुपये) का है।", source="The ticket costs $50."),
        silent("टिकट ₹500 का है।", source="The ticket costs Rs 500."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield currencies said twice, then those that differ."""
        text = lens.target.text
        if "₹" in text or "$" in text or "रु." in text:
            for match in _DOUBLED.finditer(text):
                yield Hit(
                    target=Range(*match.span()),
                    message="The currency is said twice.",
                    suggestion=f"{match['amount']} {match['word']}",
                    type="locale-conventions/currency-format",
                    severity=Severity.MINOR,
                )
        if lens.english is None:
            return
        compared = comparison(lens, article)
        tier = tier_for(compared, self.tier)
        for pair in compared.equal:
            theirs, ours = pair.english.currency, pair.hindi
            if not theirs or ours.is_word:
                continue
            if ours.currency and ours.currency != theirs and ours.beside is not None:
                if any(each.currency == theirs for each in lens.target.fact(amounts)):
                    continue
                word = _HINDI.get(theirs)
                yield Hit(
                    target=ours.beside,
                    english=pair.english.beside,
                    message=f"The English amount is in {theirs}s.",
                    suggestion=word if text[ours.beside.start : ours.beside.end] in _HINDI.values() else None,
                    tier=tier,
                    evidence=compared.side,
                )
            elif not ours.currency and not ours.unit and not _CURRENCY.search(text):
                yield Hit(
                    target=ours.range,
                    english=pair.english.beside,
                    message=f"The currency is missing: {theirs}.",
                    type="accuracy/omission",
                    severity=Severity.MAJOR,
                    tier=Tier.WARNING,
                    evidence=compared.side,
                )


class Unit(Check):
    """Another unit with the same number, or a conversion that is off: 100 miles are 160 km."""

    id, code, title = "number.unit", "N11", "Unit differs"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("शहर 100 किलोमीटर दूर है।", "किलोमीटर", source="The town is 100 miles away."),
        found("शहर 120 किलोमीटर दूर है।", "120", source="The town is 100 miles away."),
        silent("शहर 160 किलोमीटर दूर है।", source="The town is 100 miles away."),
        silent("शहर 100 मील दूर है।", source="The town is 100 miles away."),
        silent("100 टन चावल आया।", source="100 tonnes of rice came."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield units that do not go with their number."""
        compared = comparison(lens, article)
        for pair in compared.equal:
            theirs, ours = pair.english, pair.hindi
            is_other = theirs.unit and ours.unit and theirs.unit != ours.unit
            if is_other and theirs.value == ours.value and ours.beside is not None:
                yield Hit(
                    target=ours.beside,
                    english=theirs.beside,
                    message="The number is the same, the unit is another.",
                    evidence=compared.side,
                )
        for pair in compared.different:
            if pair.english.unit and pair.hindi.unit and pair.english.unit != pair.hindi.unit:
                yield Hit(
                    target=pair.hindi.range,
                    english=pair.english.range,
                    message="This is not what the English converts to.",
                    evidence=compared.side,
                )
