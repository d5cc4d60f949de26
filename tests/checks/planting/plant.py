"""One planted error, and the small tools that all kinds are made with."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

import regex

from reviewer.domain.span import Range
from reviewer.domain.style import Style

_Thing = TypeVar("_Thing")
_NO_STYLE = Style()
LETTER = r"[\u0900-\u0963\u0970-\u097F\u200c\u200d]"
WORD = regex.compile(rf"{LETTER}+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A pair with an error."""

    source: str
    target: str
    ranges: tuple[Range, ...]
    """Where in the Hindi it is; empty ranges where something was taken out."""
    english: Range | None = None
    """What of the English is not rendered any more."""
    is_anywhere: bool = False
    """Whether no place in the Hindi can be told: what is missing was never there."""
    style: Style = _NO_STYLE


Planter = Callable[[str, str, Random], Planted | None]
"""From a source, its Hindi and chance; nothing where the pair has no room for the error."""


def replaced(source: str, target: str, place: Range, by: str, english: Range | None = None) -> Planted | None:
    """Return the pair with other words at a place; nothing where they are the same."""
    made = target[: place.start] + by + target[place.end :]
    if made == target:
        return None
    return Planted(
        source=source,
        target=made,
        ranges=(Range(place.start, place.start + len(by)),),
        english=english,
    )


def without(source: str, target: str, place: Range, english: Range | None = None) -> Planted:
    """Return the pair without the words at a place and the space after them."""
    end = place.end + (target[place.end : place.end + 1] == " ")
    return Planted(
        source=source,
        target=target[: place.start] + target[end:],
        ranges=(Range(place.start, place.start),),
        english=english,
    )


def vocabulary(text: str) -> frozenset[str]:
    """Return words that are written in a row."""
    return frozenset(text.split())


def words(text: str) -> list[Range]:
    """Return the places of Hindi words."""
    return [Range(*match.span()) for match in WORD.finditer(text)]


def places(text: str, *wanted: str) -> list[Range]:
    """Return where Hindi words or phrases stand as whole words."""
    if not wanted:
        return []
    inside = "|".join(regex.escape(each) for each in sorted(wanted, key=len, reverse=True))
    pattern = regex.compile(rf"(?<!{LETTER})(?:{inside})(?!{LETTER})")
    return [Range(*match.span()) for match in pattern.finditer(text)]


def english_places(text: str, *wanted: str) -> list[Range]:
    """Return where English words or phrases stand, in small or capital letters."""
    inside = "|".join(regex.escape(each) for each in sorted(wanted, key=len, reverse=True))
    pattern = regex.compile(rf"\b(?:{inside})\b", regex.IGNORECASE)
    return [Range(*match.span()) for match in pattern.finditer(text)]


def pick(things: Sequence[_Thing], chance: Random) -> _Thing | None:
    """Return any of some things, nothing of none."""
    return chance.choice(things) if things else None


def other(things: Iterable[_Thing], than: _Thing, chance: Random) -> _Thing:
    """Return any of some things but one."""
    return chance.choice([each for each in things if each != than])


def quote(text: str, place: Range) -> str:
    """Return the words at a place."""
    return text[place.start : place.end]
