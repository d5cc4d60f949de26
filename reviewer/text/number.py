"""Numbers that a text states, in digits of either script, words and multipliers."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import regex

from reviewer.text.fold import fold
from reviewer.text.lexicon import alternatives, rows

# A number glued to letters before it is part of a name: F-16, कोविड-19, G20.
_TOKEN = regex.compile(
    r"""(?:https?://|www\.)\S+
      | (?<![\p{L}\p{M}\p{N}.])(?<![\p{L}\p{M}]-)(?P<digits>\p{Nd}+(?:[.,]\p{Nd}+)*)
      | (?P<word>[\p{L}\p{M}\u200c\u200d]+)""",
    regex.VERBOSE,
)
_GROUPED = regex.compile(r"\p{Nd}{1,3}(?:,\p{Nd}{2,3})*,\p{Nd}{3}(?:\.\p{Nd}+)?")
_JOINS = regex.compile(r"[\s-]*+")
_AND = regex.compile(r"\s+and\s+")
_TABLES = {"hi": "number_words", "en": "number_words_en"}
_KINDS = frozenset({"cardinal", "multiplier", "multiplier-loan", "collective", "fraction-prefix"})
# Of the fractions these count like numbers; a half, a third or a quarter is one of something unnamed.
_WHOLE_FRACTIONS = frozenset({"1.5", "2.5"})
_LARGE = 1_000
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a text states, and where."""

    value: Decimal
    start: int
    end: int
    has_digits: bool
    """Whether any of it is written in digits."""


def values(text: str, language: Literal["hi", "en"]) -> tuple[float, ...]:
    """Return the numbers stated, in order, without 1, which is an article as often as a number."""
    return tuple(float(found.value) for found in read(text, language) if found.value != 1)


def read(text: str, language: Literal["hi", "en"]) -> tuple[Number, ...]:
    """Return the numbers stated, in order, with their places.

    Multipliers count: `5 लाख करोड़` is 5e12, `साढ़े तीन सौ` 350. Numbers in addresses and names
    (`F-16`), ordinals in words, fractions below 1 and vague words (`लाखों`) are left out.
    """
    found: list[Number] = []
    reader = _Reader()
    first = end = 0
    has_digits = False

    def take(made: Iterator[Decimal]) -> None:
        found.extend(Number(value, first, max(end, first + 1), has_digits) for value in made)

    for match in _TOKEN.finditer(text):
        if reader.is_empty and match["word"] and _said(match["word"], language) is _OTHER:
            # Most words: nothing to end, nothing to begin.
            end = match.end()
            continue
        start = match.start()
        goes_on = _JOINS.fullmatch(text, end, start) or (
            match["word"] and reader.takes_and and _AND.fullmatch(text, end, start)
        )
        if not goes_on:
            take(reader.flush())
        for part in _parts(match, language):
            before = len(found)
            was_empty = reader.is_empty
            take(reader.take(part))
            if was_empty or len(found) > before:
                first, has_digits = start, False
            has_digits = has_digits or part.kind == "digits"
        if match["word"] != "and" or language != "en":
            # What ends a number is no part of it.
            end = match.end()
    take(reader.flush())
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Part:
    """A number or number word; absent value ends the number before it."""

    value: Decimal | None
    kind: str = ""
    needs_number: bool = False


_OTHER = _Part(None)


def _parts(match: regex.Match[str], language: str) -> Iterator[_Part]:
    if match["word"]:
        if match["word"] != "and" or language != "en":
            yield _said(match["word"], language)
    elif match["digits"]:
        yield from (_Part(value, "digits") for value in _read(match["digits"]))
    else:
        yield _OTHER


@lru_cache(maxsize=65_536)
def _said(word: str, language: str) -> _Part:
    return _words(language).get(fold(word).text, _OTHER)


def _read(digits: str) -> Iterator[Decimal]:
    """Read digits with grouping commas or a decimal point; others are several numbers."""
    if _GROUPED.fullmatch(digits):
        yield Decimal(digits.replace(",", ""))
        return
    for piece in digits.split(","):
        # Two points make a date or a version: no value at all.
        if piece.count(".") < 2:
            yield Decimal(piece)


class _Reader:
    """Adds up neighbouring number words as they are read."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        self._scale = Decimal(0)
        """The multiplier last applied to the total; 0 before any."""
        self._group: Decimal | None = None
        self._prefix: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been read of a number."""
        return self._group is None and self._prefix is None and not self._scale

    @property
    def takes_and(self) -> bool:
        """Whether "and" may go on with the number: two hundred and five, but not two million and five."""
        return self._scale == _LARGE if self._group is None else self._group >= _HUNDRED

    def take(self, part: _Part) -> Iterator[Decimal]:
        """Read one part; yield the number that it ends, if any."""
        if part.value is None:
            yield from self.flush()
        elif part.kind == "fraction-prefix":
            yield from self.flush()
            self._prefix = part.value
        elif part.kind in {"digits", "cardinal"}:
            yield from self._add(part.value, is_word=part.kind == "cardinal")
        else:
            yield from self._multiply(part.value, needs_number=part.needs_number)

    def flush(self) -> Iterator[Decimal]:
        """Yield the number read so far, if any, and begin anew."""
        if self._group is not None or self._scale:
            yield self._total + (self._group or Decimal(0))
        self._total = self._scale = Decimal(0)
        self._group = self._prefix = None

    def _add(self, value: Decimal, *, is_word: bool) -> Iterator[Decimal]:
        if self._group is not None and not (is_word and _continues(self._group, value)):
            yield from self.flush()
        if self._scale and self._group is None and value >= self._scale:
            yield from self.flush()
        self._group = value + (self._group or Decimal(0)) + (self._prefix or Decimal(0))
        self._prefix = None

    def _multiply(self, value: Decimal, *, needs_number: bool) -> Iterator[Decimal]:
        group = self._group
        if group is None and self._scale and value > self._scale:
            self._total, self._scale = self._total * value, value
            return
        if group is None:
            prefix = self._prefix
            yield from self.flush()
            if needs_number and prefix is None:
                return
            group = 1 + (prefix or Decimal(0))
        if value < _LARGE:
            self._group = group * value
            return
        if self._scale and value >= self._scale:
            self._group = None
            yield from self.flush()
        self._total, self._scale, self._group = self._total + group * value, value, None


def _continues(group: Decimal, value: Decimal) -> bool:
    """Whether a word adds to the one before: twenty five, two hundred five."""
    if group >= _HUNDRED:
        return group % _HUNDRED == 0 and value < _HUNDRED
    return 20 <= group < _HUNDRED and group % 10 == 0 and 0 < value < 10


@lru_cache(maxsize=2)
def _words(language: str) -> dict[str, _Part]:
    """Number words by fold key."""
    found: dict[str, _Part] = {}
    homographs = {row["primary"] for row in rows(_TABLES[language]) if row["note"].startswith("homograph")}
    for row in rows(_TABLES[language]):
        kind = "cardinal" if row["value"] in _WHOLE_FRACTIONS else row["kind"]
        if kind not in _KINDS:
            continue
        for form in (row["primary"], *alternatives(row["variants"])):
            part = _Part(Decimal(row["value"]), kind, needs_number=form in homographs)
            found.setdefault(fold(form).text, part)
    return found
