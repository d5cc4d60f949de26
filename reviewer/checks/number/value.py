"""Numbers that the Hindi does not have, has otherwise, or has of its own."""

from collections.abc import Iterator
from decimal import Decimal

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.number.amount import Amount
from reviewer.checks.number.comparison import Comparison, Pair, comparison, is_power, place_of
from reviewer.checks.number.month import is_dated
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side

_PAIR = 2
_SENTENCE = 240
"""Letters."""
_NUMBERED = regex.compile(
    r"(?:\b(?:number|chapter|no\.|part|page|room|level|grade|class)\s|[-’'\d]\s?)\Z", regex.IGNORECASE
)
_PLAIN = regex.compile(r"[0-9,.]+")
_MULTIPLIERS = (
    (Decimal(10) ** 12, "लाख करोड़"),
    (Decimal(10) ** 9, "अरब"),
    (Decimal(10) ** 7, "करोड़"),
    (Decimal(10) ** 5, "लाख"),
    (Decimal(10) ** 3, "हज़ार"),
)


def tier_for(compared: Comparison, tier: Tier) -> Tier:
    """Be less sure where only a back-translation speaks."""
    return Tier.WARNING if compared.side is Side.BACK_TRANSLATION and tier is Tier.ERROR else tier


def indian(value: Decimal) -> str:
    """Write a value as a Hindi newspaper does: 15 लाख, 5 अरब."""
    for size, word in _MULTIPLIERS:
        if value >= size:
            return f"{_short(value / size)} {word}"
    return _short(value)


def _short(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quoted(lens: Lens, amount: Amount) -> str:
    """Return the Hindi words of an amount."""
    return lens.target.text[amount.start : amount.end]


def english_words(lens: Lens, amount: Amount) -> str:
    """Return the English words of an amount."""
    return lens.english.text[amount.start : amount.end] if lens.english else ""


def is_magnitude(pair: Pair) -> bool:
    """Whether the digits are right and the multiplier is wrong."""
    return is_power(pair.english, pair.hindi)


class Value(Check):
    """A number in the source that the Hindi gives otherwise, leaves out, or adds.

    Converted units, rounding after "about", two-digit years and numbers that stand in the next segment are
    accepted. So are words such as दोनों and दर्जन.
    """

    id, code, title = "number.value", "N01", "Number differs"
    tier, type, severity = Tier.ERROR, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("कंपनी 2020 में बनी थी।", "2020", source="The company was founded in 2022.", suggestion="2022"),
        found("सभा में 45 लोग आए।", "45", source="The meeting drew 54 people.", suggestion="54"),
        found("सभा में लोग आए।", "", source="The meeting drew 54 people."),
        found("सभा में 54 लोग और 30 बच्चे आए।", "30", source="The meeting drew 54 people and children."),
        silent("कंपनी को 15 लाख लोग जानते हैं।", source="The company is known to 1.5 million people."),
        silent("दो तिहाई सदस्य आए।", source="Two-thirds of the members came."),
        silent("आधे लोग लौट गए।", source="50% of the people went back."),
        silent("वह 24 किलोमीटर चला।", source="He walked 15 miles."),
        silent("एफ-16 विमान उड़ा।", source="An F-16 took off."),
        silent("शाम 5 बजे बैठक होगी।", source="The meeting will be at 17:00."),
        silent("90 के दशक में यह आम था।", source="It was common in the 1990s."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield differing numbers, then missing ones, then added ones."""
        compared = comparison(lens, article)
        tier = tier_for(compared, self.tier)
        for pair in compared.different:
            if _is_word(pair) or is_magnitude(pair) or is_dated(pair, lens) or _has_other_unit(pair):
                continue
            yield _different(lens, pair, compared.side, tier)
        for each in compared.missing:
            if each.has_digits and lens.english is not None:
                yield _missing(lens, each, compared, tier)
        for each in compared.extra:
            if each.has_digits:
                yield Hit(
                    target=each.range,
                    message=f"The English does not say “{quoted(lens, each)}”.",
                    type="accuracy/addition",
                    tier=Tier.WARNING if is_short(lens) else Tier.HINT,
                    evidence=compared.side,
                )


class Magnitude(Check):
    """Right digits with the wrong multiplier: a million is ten lakh, a billion a hundred crore or one अरब."""

    id, code, title = "number.magnitude", "N02", "Million and lakh confused"
    tier, type, severity = Tier.ERROR, "accuracy/mistranslation", Severity.CRITICAL
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("5 करोड़ डॉलर दिए गए।", "5 करोड़", source="$5 billion was given.", suggestion="5 अरब"),
        found("20 लाख लोग आए।", "20 लाख", source="20 million people came.", suggestion="2 करोड़"),
        found("आठ लाख लोगों ने देखा।", "आठ लाख", source="Eight million people watched.", suggestion="80 लाख"),
        silent("5 अरब डॉलर दिए गए।", source="$5 billion was given."),
        silent("500 करोड़ डॉलर दिए गए।", source="$5 billion was given."),
        silent("सऊदी अरब ने मदद दी।", source="Saudi Arabia gave aid."),
        silent("अरबों रुपये ख़र्च हुए।", source="Billions of rupees were spent."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield amounts off by a power of ten."""
        compared = comparison(lens, article)
        for pair in compared.different:
            if is_magnitude(pair):
                right = indian(pair.english.value)
                yield Hit(
                    target=pair.hindi.range,
                    english=pair.english.range,
                    message=f"“{quoted(lens, pair.hindi)}” is not “{english_words(lens, pair.english)}”:"
                    f" that is {right}.",
                    suggestion=right,
                    tier=tier_for(compared, self.tier),
                    evidence=compared.side,
                )


class NumberWord(Check):
    """A number written as a word in the English that the Hindi lacks or gives otherwise."""

    id, code, title = "number.word", "N03", "Number word lost"
    tier, type, severity = Tier.WARNING, "accuracy/omission", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("हमले में लोग मारे गए।", "", source="Three people were killed in the attack."),
        found("हमले में चार लोग मारे गए।", "चार", source="Three people were killed in the attack."),
        silent("हमले में तीन लोग मारे गए।", source="Three people were killed in the attack."),
        silent("दोनों नेता मिले।", source="The two leaders met."),
        silent("एक दर्जन अंडे लाओ।", source="Bring a dozen eggs."),
        silent("एक-दूसरे की मदद करो।", source="Help one another."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield number words without their number."""
        compared = comparison(lens, article)
        for pair in compared.different:
            is_word = _is_word(pair) and _counts(lens, pair.english)
            if is_word and not pair.hindi.percent and not is_magnitude(pair) and not is_dated(pair, lens):
                yield _different(lens, pair, compared.side, self.tier)
        said = {pair.english.value for pair in compared.equal}
        for each in compared.missing:
            if not each.has_digits and _counts(lens, each) and each.value not in said:
                is_firm = is_short(lens) and each.value > _PAIR
                yield _missing(lens, each, compared, self.tier if is_firm else Tier.HINT)


def is_short(lens: Lens) -> bool:
    """Whether the English is about one sentence: of more, a free translation leaves things to the context."""
    return lens.english is not None and len(lens.english.text) <= _SENTENCE


def _counts(lens: Lens, amount: Amount) -> bool:
    """Whether a number word counts something: not in two-way, four-piece, chapter five."""
    text = lens.english.text if lens.english else ""
    before = text[max(0, amount.start - 12) : amount.start]
    after = text[amount.end : amount.end + 2]
    # Before a capital it is part of a name: Three Kingdoms.
    return after[:1] == " " and not after[1:].isupper() and not _NUMBERED.search(before)


def _is_word(pair: Pair) -> bool:
    return not pair.english.has_digits


def _has_other_unit(pair: Pair) -> bool:
    return bool(pair.english.unit and pair.hindi.unit and pair.english.unit != pair.hindi.unit)


def _different(lens: Lens, pair: Pair, side: Side, tier: Tier) -> Hit:
    ours, theirs = quoted(lens, pair.hindi), english_words(lens, pair.english)
    instead = None
    if _PLAIN.fullmatch(ours) and _PLAIN.fullmatch(theirs):
        instead = theirs
    return Hit(
        target=pair.hindi.range,
        english=pair.english.range,
        message=f"“{ours}” stands where the English says “{theirs}”.",
        suggestion=instead,
        type="accuracy/mistranslation",
        tier=tier,
        evidence=side,
    )


def _missing(lens: Lens, amount: Amount, compared: Comparison, tier: Tier) -> Hit:
    place = Range(0, 0)
    if lens.english is not None:
        place = place_of(amount, lens.english, lens.target, compared.equal)
    return Hit(
        target=place,
        english=amount.range,
        message=f"“{english_words(lens, amount)}” is missing in the Hindi.",
        type="accuracy/omission",
        tier=tier,
        evidence=compared.side,
    )
