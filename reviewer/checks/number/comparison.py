"""Which amounts of the English the Hindi has, and which it does not."""

from dataclasses import dataclass
from decimal import Decimal
from math import log10

import regex

from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.number.amount import Amount, amounts
from reviewer.domain.span import Range, Side

_NEAR = Decimal("0.005")
_ABOUT = regex.compile(
    r"\b(?:about|around|nearly|almost|roughly|approximately|over|more than|some|close to|under|less than)\b"
    r"|लगभग|क़रीब|करीब|तकरीबन|तक़रीबन|आसपास|से अधिक|से ज़्यादा|से ज्यादा|से कम",
    regex.IGNORECASE,
)
_ROUND_THE_CLOCK = regex.compile(r"\b(?:24\s*[/x×]\s*7|50[-/]50|9/11|26/11|20/20)\b")
_FEW = 2
_BROKEN = regex.compile(r"\d\.\s\d|\bpoint \d|\.[a-z]{2}\.")
"""Decimals that were torn apart, and addresses of the net."""
_NAMED = regex.compile(r"(?<![\p{L}\d])(?!USD|INR|EUR|GBP)[A-Z][A-Z&]+ \Z")
"""A name in capital letters, of which the number after it is part: FTSE 250."""
_CLOCK = regex.compile(r"(?<!\d)(?:\d{1,2}:(?:15|30|45)(?!\d)|0\d{3}(?![\d,.]))")
"""Times that Hindi says otherwise: 8:30 as साढ़े आठ बजे, 0500 as 5 बजे; another check compares them."""
_HINDI_CLOCK = regex.compile(
    r"(?:(?:साढ़े|साढ़े|सवा|पौने|डेढ़|डेढ़|ढाई|ढाई)\s+)?(?:[\p{L}\p{M}]+|\d{1,2}(?::\d{2})?)\s+बजे|(?<!\d)\d{1,2}:\d{2}"
)
_MOST = 40_000
"""Pairs of amounts of one segment beyond which it is a table, or no text."""
_LIST = regex.compile(r"\s*\(?\d{1,2}[.)]\s")
_DATED = regex.compile(r"\d+(?:/\d+){2,}")
"""Dates and codes of three parts and more: no amounts where both texts have the same."""
_NINES = regex.compile(r"\s9s\b")
_ROMAN = regex.compile(r"(?<![A-Za-z])(?=[IVX]{2})(?P<tens>X{0,3})(?P<ones>IX|IV|V?I{0,3})(?![A-Za-z])")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_FACTORS = {
    ("mile", "km"): Decimal("1.609"), ("foot", "m"): Decimal("0.3048"), ("lb", "kg"): Decimal("0.4536"),
    ("acre", "hectare"): Decimal("0.4047"), ("inch", "cm"): Decimal("2.54"),
    ("gallon", "litre"): Decimal("3.785"),
}  # fmt: skip
_TABLE = 300
"""Amounts of a segment beyond which it is a table, not a text."""
_SLACK = Decimal("0.05")
_YEARS = range(1900, 2100)
_POWERS = tuple(Decimal(10) ** power for power in range(1, 13))


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount of the English and the one that stands for it."""

    english: Amount
    hindi: Amount


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the amounts of one segment."""

    side: Side
    equal: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    missing: tuple[Amount, ...] = ()
    extra: tuple[Amount, ...] = ()


_NOTHING = Comparison(Side.SOURCE)


def comparison(lens: Lens, article: Article) -> Comparison:
    """Compare a segment's amounts with its English; what its neighbours have is not missed."""
    english = lens.english
    if english is None:
        return _NOTHING
    equal, left, over = lens.fact(_matched)
    if not left and not over:
        return Comparison(english.side, equal)
    ours, theirs = _around(lens, article)
    left = tuple(each for each in left if not any(_same(each, other) for other in theirs))
    over = tuple(each for each in over if not any(_same(other, each) for other in ours))
    different, missing, extra = _paired(left, over)
    return Comparison(english.side, equal, different, missing, extra)


_Matched = tuple[tuple[Pair, ...], tuple[Amount, ...], tuple[Amount, ...]]


def _matched(lens: Lens) -> _Matched:
    """Return equal pairs, what of the English is left, and what of the Hindi."""
    english = lens.english
    if english is None:
        return (), (), ()
    theirs, ours = list(english.fact(amounts)), list(lens.target.fact(amounts))
    if len(theirs) + len(ours) > _TABLE:
        return (), (), ()
    if not (theirs or ours) or len(theirs) * len(ours) > _MOST:
        return (), (), ()
    if _CLOCK.search(english.text) and _HINDI_CLOCK.search(lens.target.text):
        theirs = _beyond(_CLOCK, theirs, english.text)
        ours = _beyond(_HINDI_CLOCK, ours, lens.target.text)
    if set(_DATED.findall(english.text)) & set(_DATED.findall(lens.target.text)):
        theirs, ours = _beyond(_DATED, theirs, english.text), _beyond(_DATED, ours, lens.target.text)
    is_about = bool(_ABOUT.search(english.text) or _ABOUT.search(lens.target.text))
    pairs: list[Pair] = []
    left: list[Amount] = []
    # What is written as a number is met first, and with what says the same of it.
    for each in sorted(theirs, key=lambda amount: (amount.is_word, amount.start)):
        found = min(
            (other for other in ours if _same(each, other, is_about=is_about)),
            key=lambda other: (other.is_word, other.percent != each.percent, other.currency != each.currency),
            default=None,
        )
        if found is not None:
            ours.remove(found)
            pairs.append(Pair(each, found))
        elif not each.is_word and not (
            _is_idle(each, english.text) or (each.is_ordinal and each.value in _romans(lens.target.text))
        ):
            left.append(each)
    met = {pair.hindi.value for pair in pairs}
    over = [each for each in ours if not each.is_word and each.value not in met and each.value > 1]
    said = {pair.english.value for pair in pairs}
    return tuple(pairs), tuple(each for each in left if each.value not in said), tuple(over)


def _romans(text: str) -> frozenset[int]:
    """Return the values below 40 that stand in Roman digits, as in लुई XIV."""
    found = _ROMAN.finditer(text)
    return frozenset(10 * len(match["tens"]) + _ONES.index(match["ones"]) for match in found)


def _beyond(pattern: regex.Pattern[str], found: list[Amount], text: str) -> list[Amount]:
    """Return the amounts that stand in no match of a pattern."""
    spans = [match.span() for match in pattern.finditer(text)]
    return [each for each in found if not any(start <= each.start < end for start, end in spans)]


def _is_idle(amount: Amount, text: str) -> bool:
    """Whether an amount need not be met: one, nought, the number of a list, an idiom."""
    if amount.value in {0, 1} or (amount.is_ordinal and amount.value <= _FEW):
        return True
    if _BROKEN.search(text[max(0, amount.start - 4) : amount.end + 4]):
        return True
    if _NINES.match(text, amount.end):  # "five 9s": 99.999 %
        return True
    if amount.has_digits and (
        text[amount.end : amount.end + 1] == "s" or _NAMED.search(text[: amount.start])
    ):
        return True
    found = _LIST.match(text)
    if found is not None and amount.start < found.end():
        return True
    return any(match.start() <= amount.start < match.end() for match in _ROUND_THE_CLOCK.finditer(text))


def _same(english: Amount, hindi: Amount, *, is_about: bool = False) -> bool:
    one, other = english.value, hindi.value
    if one == other:
        return True
    if english.unit and hindi.unit and english.unit != hindi.unit:
        return _is_converted(english, hindi)
    is_near = is_about and one and abs(one - other) <= _NEAR * abs(one)
    is_year = (one in _YEARS and other == one % 100) or (other in _YEARS and one == other % 100)
    is_hour = 12 < one <= 24 and other == one - 12 and not (hindi.unit or hindi.currency or hindi.percent)
    return bool(is_near or is_year or is_hour) or _is_share(english, hindi)


def _is_share(english: Amount, hindi: Amount) -> bool:
    """Whether one is a word for the other's share: 50 % and आधा, thirds and तिहाई."""
    one, other = english.value, hindi.value
    if english.percent and hindi.is_word:
        return other * 100 == one
    if english.is_word and hindi.percent:
        return one * 100 == other
    return hindi.is_word and 0 < other < 1 and abs(one * other - 1) < _NEAR


def _is_converted(english: Amount, hindi: Amount) -> bool:
    factor = _FACTORS.get((english.unit, hindi.unit))
    if factor is None and (back := _FACTORS.get((hindi.unit, english.unit))):
        factor = 1 / back
    if factor is not None:
        right = english.value * factor
        return abs(hindi.value - right) <= _SLACK * right
    if (english.unit, hindi.unit) == ("fahrenheit", "celsius"):
        return abs((english.value - 32) * 5 / 9 - hindi.value) <= 1
    return False


def _around(lens: Lens, article: Article) -> tuple[list[Amount], list[Amount]]:
    """Return what the neighbours' English has more than their Hindi, and the other way round."""
    ours: list[Amount] = []
    theirs: list[Amount] = []
    for by in (-2, -1, 1, 2):
        near = article.neighbour(lens, by)
        if near is not None and near.english is not None:
            _, left, over = near.fact(_matched)
            ours += left
            theirs += over
    return ours, theirs


_Paired = tuple[tuple[Pair, ...], tuple[Amount, ...], tuple[Amount, ...]]


def _paired(left: tuple[Amount, ...], over: tuple[Amount, ...]) -> _Paired:
    """Put what is left on one side beside what is left on the other: likest first, then nearest."""
    rest, pairs = list(over), []
    waiting: list[Amount] = []
    for each in left:
        like = next((other for other in rest if _is_like(each, other)), None)
        if like is None:
            waiting.append(each)
        else:
            rest.remove(like)
            pairs.append(Pair(each, like))
    while waiting and rest and len(waiting) <= len(rest) + 1:
        each, other = min(
            ((each, other) for each in waiting for other in rest),
            key=lambda pair: abs(log10(float(pair[0].value)) - log10(float(pair[1].value))),
        )
        waiting.remove(each)
        rest.remove(other)
        pairs.append(Pair(each, other))
    return tuple(pairs), tuple(waiting), tuple(rest)


def _is_like(english: Amount, hindi: Amount) -> bool:
    if is_power(english, hindi):
        return True
    marks = (english.percent, english.currency, english.unit)
    return any(marks) and marks == (hindi.percent, hindi.currency, hindi.unit)


def is_power(english: Amount, hindi: Amount) -> bool:
    """Whether the two differ by a power of ten, as numbers large enough for multiplier words."""
    low, high = sorted((english.value, hindi.value))
    return low > 0 and high >= 1000 and high / low in _POWERS


def place_of(amount: Amount, english: Text, hindi: Text, equal: tuple[Pair, ...]) -> Range:
    """Return where in the Hindi a missing amount probably belongs: before a word, by proportion."""
    start, end = 0, len(hindi.text)
    left, right = 0, max(1, len(english.text))
    for pair in equal:
        if left <= pair.english.end <= amount.start and pair.hindi.end <= end:
            left, start = pair.english.end, max(start, pair.hindi.end)
        elif amount.end <= pair.english.start <= right and pair.hindi.start >= start:
            right, end = pair.english.start, min(end, pair.hindi.start)
    share = (amount.start - left) / max(1, right - left)
    wanted = start + share * (end - start)
    borders = [token.start for token in hindi.tokens if start <= token.start <= end] or [start]
    at = min(borders, key=lambda border: abs(border - wanted))
    return Range(at, at)
