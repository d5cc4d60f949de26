"""Months and days: what a date is of."""

from functools import lru_cache

import regex

from reviewer.checks.lens import AFTER, BEFORE, Lens, Text
from reviewer.checks.number.comparison import Pair
from reviewer.domain.span import Range
from reviewer.text.lexicon import alternatives, rows

_NEAR = 14
_DOUBTFUL = frozenset({"may", "march"})
_GOVERNED = regex.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|on|last|next|this|early|late|mid|between|during|and|to)[\s-]|\d(?:st|nd|rd|th)?,?\s)\Z",
    regex.IGNORECASE,
)
_FOLLOWED = regex.compile(r"\A,?\s\d")


@lru_cache(maxsize=1)
def _english() -> tuple[regex.Pattern[str], dict[str, int]]:
    numbers = {
        row["english"].lower(): int(row["code"]) for row in rows("dates_times") if row["code"].isdigit()
    }
    short = {name[:3]: number for name, number in numbers.items() if name != "may"}
    names = "|".join(name.capitalize() for name in numbers)
    shorts = "|".join(name.capitalize() for name in short)
    return regex.compile(rf"\b(?:(?:{names})\b|(?:{shorts}|Sept)\.?(?=\s\d))"), numbers | short | {"sept": 9}


@lru_cache(maxsize=1)
def _hindi() -> tuple[regex.Pattern[str], dict[str, int]]:
    numbers = {
        form: int(row["code"])
        for row in rows("dates_times")
        if row["code"].isdigit()
        for form in (row["primary"], *alternatives(row["variants"]))
    }
    return regex.compile(BEFORE + "(?:" + "|".join(numbers) + ")" + AFTER), numbers


def english_months(text: Text) -> tuple[tuple[int, Range], ...]:
    """Return the months that an English text names; May and March only where they must be months."""
    pattern, numbers = _english()
    found = []
    for match in pattern.finditer(text.text):
        word = match.group().rstrip(".").lower()
        if word in _DOUBTFUL:
            before, after = text.text[max(0, match.start() - 9) : match.start()], text.text[match.end() :][:4]
            if not (_GOVERNED.search(before) or _FOLLOWED.match(after)):
                continue
        found.append((numbers[word], Range(*match.span())))
    return tuple(found)


def hindi_months(text: Text) -> tuple[tuple[int, Range], ...]:
    """Return the months that a Hindi text names."""
    pattern, numbers = _hindi()
    return tuple((numbers[match.group()], Range(*match.span())) for match in pattern.finditer(text.text))


def is_dated(pair: Pair, lens: Lens) -> bool:
    """Whether two amounts are days of a month: one stands beside it."""
    return any(
        abs(month.start - pair.hindi.end) <= _NEAR and pair.hindi.value <= 31
        for _, month in lens.target.fact(hindi_months)
    )
