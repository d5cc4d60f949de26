"""House style: what the desk writes, and what it does not."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.flag import Severity


class FinalMark(StrEnum):
    """What ends a sentence."""

    DANDA = "danda"
    STOP = "stop"


class Digits(StrEnum):
    """Which digits numbers are written in."""

    LATIN = "latin"
    DEVANAGARI = "devanagari"


class Grouping(StrEnum):
    """Where commas stand in large numbers."""

    INDIAN = "indian"
    WESTERN = "western"


class Nukta(StrEnum):
    """Which borrowed sounds are written with a dot; ड़ and ढ़ always are."""

    FULL = "full"
    Z_AND_F = "z and f"
    NONE = "none"


class Chandrabindu(StrEnum):
    """Whether nasal vowels are written with ँ where there is room for it."""

    FULL = "full"
    ANUSVARA = "anusvara"


class Quotes(StrEnum):
    """Which quotation marks stand around speech."""

    DOUBLE = "double"
    SINGLE = "single"
    STRAIGHT = "straight"


class Acronyms(StrEnum):
    """Which letters abbreviations of names are written in."""

    LATIN = "latin"
    DEVANAGARI = "devanagari"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a glossary."""

    source: str
    approved: tuple[str, ...] = ()
    """In Hindi, the first one preferred."""
    forbidden: tuple[str, ...] = ()
    note: str = ""
    severity: Severity = Severity.MAJOR


@dataclass(frozen=True, slots=True, kw_only=True)
class BannedWord:
    """A word or phrase the desk does not print."""

    word: str
    instead: tuple[str, ...] = ()
    note: str = ""
    severity: Severity = Severity.CRITICAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """A fixed English line and the only Hindi the desk prints for it."""

    english: str
    """A regular expression for the whole line."""
    hindi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A regular expression of the desk's own for what it does not want to see in Hindi."""

    id: str
    pattern: str
    message: str
    type: str = "style/organizational"
    severity: Severity = Severity.MINOR
    suggestion: str | None = None
    """May refer to groups: `\\1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A desk's rules; a choice that is absent is inferred from each document."""

    final_mark: FinalMark | None = None
    digits: Digits | None = None
    grouping: Grouping | None = None
    nukta: Nukta | None = None
    chandrabindu: Chandrabindu | None = None
    quotes: Quotes | None = None
    acronyms: Acronyms | None = None
    has_plural_honorifics: bool = True
    """Whether people with an office are spoken of in the plural."""
    names: tuple[str, ...] = ()
    """Names that are spelt right as they stand."""
    glossary: tuple[Term, ...] = ()
    banned: tuple[BannedWord, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    patterns: tuple[Pattern, ...] = ()
