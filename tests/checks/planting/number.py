"""Wrong numbers, dates and currencies."""

from random import Random

import regex

from reviewer.domain.span import Range
from tests.checks.planting.plant import (
    LETTER,
    Planted,
    english_places,
    other,
    pick,
    places,
    quote,
    replaced,
    without,
)

_NUMBER = regex.compile(r"(?<![\p{L}\p{M}\d.,:/@#_-])\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{L}\p{M}\d:/@_-]|[.,]\d)")
_LARGE = regex.compile(
    r"\b(?:thousand|million|billion|trillion|lakh|crore)\b|\d,\d{3}|\d{5}", regex.IGNORECASE
)
_WORDS = {
    "two": ("दो",),
    "three": ("तीन",),
    "four": ("चार",),
    "five": ("पाँच", "पांच"),
    "six": ("छह", "छः"),
    "seven": ("सात",),
    "eight": ("आठ",),
    "nine": ("नौ",),
    "ten": ("दस",),
    "twelve": ("बारह",),
}
_SCALES = ("हज़ार", "हजार", "लाख", "करोड़", "अरब", "मिलियन", "बिलियन")
_HEARD = {"हजार": "हज़ार"}
_MONTHS = {
    "January": ("जनवरी",),
    "February": ("फ़रवरी", "फरवरी"),
    "March": ("मार्च",),
    "April": ("अप्रैल",),
    "May": ("मई",),
    "June": ("जून",),
    "July": ("जुलाई",),
    "August": ("अगस्त",),
    "September": ("सितंबर", "सितम्बर"),
    "October": ("अक्टूबर", "अक्तूबर"),
    "November": ("नवंबर", "नवम्बर"),
    "December": ("दिसंबर", "दिसम्बर"),
}
_CURRENCIES = {
    "rupees|rupee|rs|inr|₹": ("रुपये", "रुपए", "रूपये", "₹"),
    "dollars|dollar|usd|$": ("डॉलर", "$"),
    "euros|euro|€": ("यूरो", "€"),
    "pounds|pound|£": ("पाउंड", "पाउण्ड", "£"),
    "yen|¥": ("येन",),
    "yuan": ("युआन",),
}
_SIGNS = "₹$€£"


def value(source: str, target: str, chance: Random) -> Planted | None:
    """Another digit, two digits exchanged, or another number word."""
    if chance.random() < 0.3 and (made := _other_word(source, target, chance)):
        return made
    place = pick(_shared(source, target), chance)
    if place is None:
        return None
    digits = quote(target, place)
    return replaced(source, target, place, _altered(digits, chance), _same_number(source, digits))


def magnitude(source: str, target: str, chance: Random) -> Planted | None:
    """Another scale word after a number, or a zero more or less."""
    after = [
        each
        for each in places(target, *_SCALES)
        if regex.search(rf"(?:\p{{Nd}}|(?<!{LETTER})(?:दो|तीन|चार|पाँच|पांच|दस|कई)) $", target[: each.start])
    ]
    if after and _LARGE.search(source):
        place = chance.choice(after)
        word = quote(target, place)
        word = _HEARD.get(word, word)
        return replaced(source, target, place, other(("हज़ार", "लाख", "करोड़", "अरब"), word, chance))
    large = [
        each for each in _shared(source, target) if regex.search(r"^\p{Nd}[\p{Nd},]*00$", quote(target, each))
    ]
    number = pick(large, chance)
    if number is None:
        return None
    digits = quote(target, number)
    made = digits[:-1] if chance.random() < 0.5 else digits + "0"
    return replaced(source, target, number, made, _same_number(source, digits))


def dropped(source: str, target: str, chance: Random) -> Planted | None:
    """A number before a word is gone."""
    inside = [
        each
        for each in _shared(source, target)
        if regex.match(rf" {LETTER}", target[each.end : each.end + 2])
    ]
    place = pick(inside, chance)
    if place is None:
        return None
    return without(source, target, place, _same_number(source, quote(target, place)))


def date(source: str, target: str, chance: Random) -> Planted | None:
    """Another month, day or year."""
    found = []
    for english, hindi in _MONTHS.items():
        there = [each for each in english_places(source, english) if quote(source, each) == english]
        here = places(target, *hindi)
        if len(there) == len(here) == 1:
            found.append((here[0], there[0], hindi[0]))
    if not found:
        return None
    place, month, name = chance.choice(found)
    days = [each for each in _shared(source, target) if 0 <= place.start - each.end <= 1]
    years = [
        each
        for each in _shared(source, target)
        if 0 <= each.start - place.end <= 2 and len(quote(target, each)) == 4
    ]
    which = chance.random()
    if which < 0.35 and (days or years):
        near = chance.choice([*days, *years])
        digits = quote(target, near)
        made = str(other(range(1, 29), int(digits), chance)) if near in days else _altered(digits, chance)
        return replaced(source, target, near, made, _same_number(source, digits))
    return replaced(source, target, place, other([each[0] for each in _MONTHS.values()], name, chance), month)


def currency(source: str, target: str, chance: Random) -> Planted | None:
    """Another currency's word or sign."""
    for english, hindi in _CURRENCIES.items():
        said = any(
            regex.search(rf"(?<!\p{{L}}){regex.escape(each)}(?!\p{{L}})", source, regex.IGNORECASE)
            for each in english.split("|")
        )
        here = [*places(target, *[each for each in hindi if each not in _SIGNS])]
        signs = [Range(i, i + 1) for i, letter in enumerate(target) if letter in _SIGNS and letter in hindi]
        if not said or len(here) + len(signs) != 1:
            continue
        if signs:
            return replaced(source, target, signs[0], other(_SIGNS, quote(target, signs[0]), chance))
        if not regex.search(
            r"\p{Nd}|लाख|करोड़|हज़ार|हजार|मिलियन|बिलियन|अरब", target[max(0, here[0].start - 12) : here[0].start]
        ):
            continue
        return replaced(source, target, here[0], other(("रुपये", "डॉलर", "यूरो", "पाउंड"), hindi[0], chance))
    return None


def _other_word(source: str, target: str, chance: Random) -> Planted | None:
    found = []
    for english, hindi in _WORDS.items():
        there, here = english_places(source, english), places(target, *hindi)
        if len(there) == len(here) == 1:
            found.append((here[0], there[0], hindi))
    if not found:
        return None
    place, said, known = chance.choice(found)
    by = other([each[0] for each in _WORDS.values()], known[0], chance)
    return replaced(source, target, place, by, said)


def _shared(source: str, target: str) -> list[Range]:
    """Return numbers that stand once on either side, in the same digits."""
    there = [_plain(match.group()) for match in _NUMBER.finditer(source)]
    here = [(Range(*match.span()), _plain(match.group())) for match in _NUMBER.finditer(target)]
    values = [each for _, each in here]
    return [
        place
        for place, number in here
        if values.count(number) == 1 == there.count(number) and number not in {"0", "1"}
    ]


def _same_number(source: str, digits: str) -> Range | None:
    return next(
        (
            Range(*match.span())
            for match in _NUMBER.finditer(source)
            if _plain(match.group()) == _plain(digits)
        ),
        None,
    )


def _plain(digits: str) -> str:
    """Return Latin digits without grouping."""
    return "".join(str(int(letter)) if letter.isdigit() else letter for letter in digits).replace(",", "")


def _altered(digits: str, chance: Random) -> str:
    """Return digits of another value, as many and in the same script."""
    zero = ord("०") if regex.search("[०-९]", digits) else ord("0")
    at = [i for i, letter in enumerate(digits) if letter.isdigit()]
    if len(at) > 1 and chance.random() < 0.3:
        first = chance.choice(at[1:-1] or at[:1])
        second = at[at.index(first) + 1]
        if digits[first] != digits[second] and not (first == 0 and int(digits[second]) == 0):
            letters = list(digits)
            letters[first], letters[second] = letters[second], letters[first]
            return "".join(letters)
    where = chance.choice(at)
    new = other(range(1, 10), int(digits[where]), chance)
    return digits[:where] + chr(zero + new) + digits[where + 1 :]
