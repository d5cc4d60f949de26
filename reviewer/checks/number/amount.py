"""Amounts: the numbers of a text with what they are numbers of."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

import regex

from reviewer.checks.lens import AFTER, WORD, Text
from reviewer.domain.span import Range, Side
from reviewer.text.lexicon import alternatives, rows
from reviewer.text.number import Number, read

_ENGLISH = frozenset({Side.SOURCE, Side.BACK_TRANSLATION})
_NUMERIC = regex.compile(r"\p{Nd}")
_URL = regex.compile(r"(?:https?://|www\.|[@#])\S+|[\w.+-]+@[\w-]+\.\w+")
_MAY_BE_URL = regex.compile(r"[@#]|https?:|www\.").search
_ONES = frozenset({"one", "एक"})
"""By themselves articles as often as numbers, and never missed."""
_SAID: Final[dict[str, dict[str, int | Decimal]]] = {
    "en": {
        "dozen": 12, "both": 2, "twice": 2, "double": 2, "doubled": 2, "triple": 3, "tripled": 3, "pair": 2,
        "couple": 2, "half": Decimal("0.5"), "quarter": Decimal("0.25"), "fortnight": 14,
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "trio": 3, "decade": 10, "century": 100,
    },
    "hi": {
        "दोनों": 2, "दोनो": 2, "दोहरा": 2, "दोहरी": 2, "दोहरे": 2, "दोगुना": 2, "दोगुनी": 2,
        "दोगुने": 2,
        "दुगुना": 2, "दुगुनी": 2, "दुगना": 2, "तीनों": 3, "चारों": 4, "पाँचों": 5, "पांचों": 5, "छहों": 6,
        "तिगुना": 3, "तिगुनी": 3,
        "जोड़ी": 2, "जोड़ा": 2, "जोड़े": 2, "दंपति": 2, "आधा": Decimal("0.5"),
        "आधी": Decimal("0.5"), "आधे": Decimal("0.5"), "तिहाई": Decimal(1) / 3, "चौथाई": Decimal("0.25"),
        "तिमाही": Decimal("0.25"), "पखवाड़े": 14, "पखवाड़ा": 14, "दशक": 10, "दशकों": 10, "सदी": 100,
        "शताब्दी": 100,
        "दर्जन": 12, "दूसरा": 2, "दूसरी": 2, "दूसरे": 2, "तीसरा": 3, "तीसरी": 3, "तीसरे": 3, "चौथा": 4, "चौथी": 4,
        "चौथे": 4, "प्रथम": 1, "द्वितीय": 2, "तृतीय": 3, "त्रिपक्षीय": 3, "द्विपक्षीय": 2, "दोबारा": 2, "दुबारा": 2,
        "इकलौता": 1, "छठा": 6, "छठी": 6, "छठे": 6, "तिकड़ी": 3, "चौगुना": 4, "चौगुनी": 4, "चौगुने": 4,
    },
}  # fmt: skip
"""Words that say a number without being one: they can stand for it, and need not be met."""
_FIXED: Final = {
    language: {word: Decimal(value) for word, value in words.items()} for language, words in _SAID.items()
}
_ORDINAL = regex.compile(r"\A(?:-?(?:वाँ|वां|वीं|वें|वी|वे|वा)(?![\u0900-\u0963])|(?:st|nd|rd|th)\b)")
_PERCENT = {
    "en": regex.compile(r"\A\s*-?(?:(?P<point>percentage[ -]points?|pp\b|ppts?\b)"
                        r"|(?P<basis>basis points?|bps\b)"
                        r"|(?P<percent>%|per ?cent\b|percent\b))", regex.IGNORECASE),
    "hi": regex.compile(rf"\A\s*(?:(?P<point>(?:प्रतिशत|फ़ीसदी|फीसदी)[ -](?:अंक|अंकों|पॉइंट|प्वाइंट|बिंदु|बिंदुओं))"
                        rf"|(?P<basis>(?:आधार|बेसिस)[ -](?:अंक|अंकों|पॉइंट|प्वाइंट|बिंदु))"
                        rf"|(?P<percent>%|(?:प्रतिशत|फ़ीसदी|फीसदी|फ़ीसद|फीसद|पर्सेंट){AFTER}))"),
}  # fmt: skip
_MONEY = {
    "en": (
        regex.compile(r"(?P<code>US\$|A\$|C\$|HK\$|S\$|NZ\$|\$|₹|Rs\.?|INR|€|£|¥)\s*\Z"),
        regex.compile(
            r"\A\s*-?(?P<code>(?:US |U\.S\. |Australian |Canadian )?dollars?\b|USD\b|bucks\b|rupees?\b"
            r"|INR\b|euros?\b|EUR\b"
            r"|pounds? sterling\b|yen\b|yuan\b|renminbi\b|rou?bles?\b|dirhams?\b|riyals?\b|rials?\b|won\b"
            r"|lira\b|taka\b)",
            regex.IGNORECASE,
        ),
    ),
    "hi": (
        regex.compile(r"(?P<code>US\$|A\$|C\$|\$|₹|रु\.?|€|£|¥)\s*\Z"),
        regex.compile(
            rf"\A\s*(?P<code>(?:अमेरिकी |ऑस्ट्रेलियाई |कनाडाई )?डॉलर|रुपये|रुपए|रुपया|रुपयों|रु\.?|₹|\$|यूरो"
            rf"|पाउंड|पौंड|येन|युआन|रूबल"
            rf"|दिरहम|रियाल|वॉन|लीरा|टका){AFTER}"
        ),
    ),
}
_CODES = {
    "$": "dollar", "us$": "dollar", "a$": "dollar", "c$": "dollar", "hk$": "dollar", "s$": "dollar",
    "nz$": "dollar", "usd": "dollar", "bucks": "dollar", "डॉलर": "dollar", "₹": "rupee", "rs": "rupee",
    "inr": "rupee", "रु": "rupee", "रुपये": "rupee", "रुपए": "rupee", "रुपया": "rupee", "रुपयों": "rupee",
    "€": "euro", "eur": "euro", "यूरो": "euro", "£": "pound", "पाउंड": "pound", "पौंड": "pound",
    "¥": "yen", "येन": "yen", "युआन": "yuan", "renminbi": "yuan", "रूबल": "rouble", "ruble": "rouble",
    "दिरहम": "dirham", "रियाल": "riyal", "rial": "riyal", "वॉन": "won", "लीरा": "lira", "टका": "taka",
}  # fmt: skip
_UNITS = {
    "en": regex.compile(
        r"\A[\s-]*(?P<unit>miles?|mi|km|kms|kilomet(?:re|er)s?|met(?:re|er)s?|feet|foot|ft|inch(?:es)?|acres?|hectares?"
        r"|kg|kgs|kilos?|kilograms?|lbs?|gallons?|lit(?:re|er)s?|barrels?|tonnes?|tons?"
        r"|°\s?C|°\s?F|degrees? (?:Celsius|Fahrenheit))\b(?!-)",
        regex.IGNORECASE,
    ),
    "hi": regex.compile(
        rf"\A\s*(?P<unit>मील|किलोमीटर|किमी|कि\.मी\.|मीटर|फ़ुट|फुट|फ़ीट|फीट|इंच|एकड़|हेक्टेयर|किलोग्राम|किलो|किग्रा|पाउंड|गैलन|लीटर"
        rf"|बैरल|टन|डिग्री सेल्सियस|डिग्री फ़ारेनहाइट|डिग्री फारेनहाइट|°\s?C|°\s?F){AFTER}"
    ),
}
_UNIT_NAMES = {
    "mile": "mile", "mi": "mile", "km": "km", "kilometre": "km", "kilometer": "km", "metre": "m",
    "meter": "m",
    "feet": "foot", "foot": "foot",
    "ft": "foot", "inch": "inch", "inche": "inch", "acre": "acre",
    "hectare": "hectare", "kg": "kg", "kilo": "kg", "kilogram": "kg", "lb": "lb", "gallon": "gallon",
    "litre": "litre", "liter": "litre", "barrel": "barrel", "tonne": "tonne", "ton": "tonne", "मील": "mile",
    "किलोमीटर": "km", "किमी": "km", "कि.मी.": "km", "मीटर": "m", "फ़ुट": "foot", "फुट": "foot", "फ़ीट": "foot",
    "फीट": "foot", "इंच": "inch", "एकड़": "acre", "हेक्टेयर": "hectare", "किलोग्राम": "kg", "किलो": "kg",
    "किग्रा": "kg", "पाउंड": "lb", "गैलन": "gallon", "लीटर": "litre", "बैरल": "barrel", "टन": "tonne",
    "डिग्री सेल्सियस": "celsius", "degree celsius": "celsius", "degrees celsius": "celsius", "°c": "celsius",
    "डिग्री फ़ारेनहाइट": "fahrenheit", "डिग्री फारेनहाइट": "fahrenheit", "degree fahrenheit": "fahrenheit",
    "degrees fahrenheit": "fahrenheit", "°f": "fahrenheit",
}  # fmt: skip
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its place and what stands beside it."""

    value: Decimal
    start: int
    end: int
    has_digits: bool
    is_word: bool = False
    """A word such as `both` or दोहरा: may stand for the number, and need not be met."""
    percent: str = ""
    """`percent`, `point` or `basis`."""
    currency: str = ""
    unit: str = ""
    is_ordinal: bool = False
    beside: Range | None = None
    """Of the currency, unit or percent word."""

    @property
    def range(self) -> Range:
        """Its own place."""
        return Range(self.start, self.end)


def amounts(text: Text) -> tuple[Amount, ...]:
    """Return the amounts of a text in order; a fact of the text."""
    return tuple(sorted(_amounts(text), key=lambda found: found.start))


_ENDINGS = ("वाँ", "वां", "वीं", "वें", "ों")
_SUFFIXED = regex.compile(rf"(?P<stem>{WORD}{{2,12}}?)(?:वाँ|वां|वीं|वें|ों){AFTER}")


def _amounts(text: Text) -> Iterator[Amount]:
    language: Literal["hi", "en"] = "en" if text.side in _ENGLISH else "hi"
    words = {token.text if language == "hi" else token.text.lower() for token in text.tokens}
    if _NUMERIC.search(text.text) or not _number_words(language).isdisjoint(words - _ONES):
        literal = [match.span() for match in _URL.finditer(text.text)] if _MAY_BE_URL(text.text) else []
        for number in read(text.text, language):
            if not any(start <= number.start < end for start, end in literal):
                yield _marked(number, text.text, language)
    if language == "hi":
        yield from _counted(text)
    fixed = _FIXED[language]
    if not words.isdisjoint(fixed):
        for token in text.tokens:
            value = fixed.get(token.text if language == "hi" else token.text.lower())
            if value is not None:
                yield Amount(value, token.start, token.end, False, is_word=True)


def _counted(text: Text) -> Iterator[Amount]:
    """Yield ordinals and totals made of number words: सातवीं, सातों."""
    for token in text.tokens:
        if token.is_hindi and token.text.endswith(_ENDINGS):
            found = _SUFFIXED.fullmatch(token.text)
            value = _cardinals().get(found["stem"]) if found else None
            if value is not None:
                yield Amount(value, token.start, token.end, False, is_word=True)


def _marked(number: Number, text: str, language: str) -> Amount:
    after, before = text[number.end : number.end + _AROUND], text[max(0, number.start - 8) : number.start]
    percent = currency = unit = ""
    beside: Range | None = None
    if found := _PERCENT[language].match(after):
        percent = str(found.lastgroup)
        beside = Range(number.end + found.start(percent), number.end + found.end())
    else:
        leading, trailing = _MONEY[language]
        if found := leading.search(before):
            currency = _code(found["code"])
            start = number.start - len(before) + found.start("code")
            beside = Range(start, start + len(found["code"]))
        elif found := trailing.match(after):
            currency = _code(found["code"])
            beside = Range(number.end + found.start("code"), number.end + found.end("code"))
        elif found := _UNITS[language].match(after):
            unit = _unit(found["unit"])
            beside = Range(number.end + found.start("unit"), number.end + found.end("unit"))
    return Amount(
        number.value,
        number.start,
        number.end,
        number.has_digits,
        percent=percent,
        currency=currency,
        unit=unit,
        is_ordinal=_ORDINAL.match(after) is not None,
        beside=beside,
    )


def _code(found: str) -> str:
    words = found.lower().rstrip(".").split()
    word = words[-1]
    if word == "sterling":
        return "pound"
    return _CODES.get(word) or _CODES.get(word.rstrip("s")) or word.rstrip("s").replace("roubl", "roubl")


def _unit(found: str) -> str:
    word = " ".join(found.lower().replace("° ", "°").split())
    return _UNIT_NAMES.get(word) or _UNIT_NAMES.get(word.rstrip("s")) or word


@lru_cache(maxsize=1)
def _cardinals() -> dict[str, Decimal]:
    return {
        form: Decimal(row["value"])
        for row in rows("number_words")
        if row["kind"] == "cardinal"
        for form in (row["primary"], *alternatives(row["variants"]))
    }


@lru_cache(maxsize=2)
def _number_words(language: str) -> frozenset[str]:
    table = "number_words" if language == "hi" else "number_words_en"
    return frozenset(form for row in rows(table) for form in (row["primary"], *alternatives(row["variants"])))
