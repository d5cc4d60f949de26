"""Sounds: names written in Latin letters and in Devanagari, by their consonant skeletons."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewer.domain.span import Range
from reviewer.text.lexicon import rows
from reviewer.text.word import words

_ENTRY = re.compile(r"([^,(\s]+)\s*(?:\(([^)]*)\))?")
_CLASS = re.compile(r"[A-Z]+")
_LABIALS = frozenset("पफबभम")
_ANUSVARA = frozenset("ंँ")
_DEVANAGARI = re.compile("[ऀ-ॿ]")
_FEWEST_SOUNDS = 2
_VOWELS = frozenset("aeiou")
_SILENT_UNLESS_FIRST = {"y": "Y", "h": "H", "य": "Y", "ह": "H"}


@dataclass(frozen=True, slots=True)
class _Classes:
    """The table of sounds; Latin entries longest first, each with the letters that must follow it."""

    latin: tuple[tuple[str, frozenset[str], str], ...]
    devanagari: dict[str, str]


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """Return the consonant classes of a Latin or Devanagari word, `A` for a vowel at its start.

    `Vladimir` and `व्लादिमीर` are both `VLDMR`.
    """
    classes = _classes()
    letters = _devanagari(word, classes) if _DEVANAGARI.search(word) else _latin(word.lower(), classes)
    # `ng` and अनुस्वार + ग stand for one sound or two, as the spelling likes; twins are one letter in Hindi.
    return re.sub(r"([A-Z])\1+", r"\1", letters.replace("NG", "N"))


def sounding(text: str, query: str) -> tuple[Range, ...]:
    """Return where the words of a query stand in the text as they sound, apart from one another.

    A query without a word of at least two consonants finds nothing: it would sound like too much.
    """
    wanted = [skeleton(query[piece.start : piece.end]) for piece in words(query)]
    if max(map(len, wanted), default=0) < _FEWEST_SOUNDS:
        return ()
    places = words(text)
    heard = [skeleton(text[piece.start : piece.end]) for piece in places]
    found: list[Range] = []
    for at in range(len(heard) - len(wanted) + 1):
        is_apart = not found or places[at].start >= found[-1].end
        if is_apart and heard[at : at + len(wanted)] == wanted:
            found.append(Range(places[at].start, places[at + len(wanted) - 1].end))
    return tuple(found)


def _latin(word: str, classes: _Classes) -> str:
    out: list[str] = []
    at = 0
    while at < len(word):
        if word[at] == "w" and at and word[at - 1] in "aeo" and word[at + 1 : at + 2] not in _VOWELS:
            # Moscow, Dawson: part of the vowel.
            at += 1
            continue
        for key, followers, letters in classes.latin:
            if word.startswith(key, at) and (not followers or word[at + len(key) :][:1] in followers):
                out.append(letters)
                at += len(key)
                break
        else:
            if at == 0:
                out.append(_SILENT_UNLESS_FIRST.get(word[0], "A"))
            at += 1
    return "".join(out)


def _devanagari(word: str, classes: _Classes) -> str:
    out: list[str] = []
    for at, letter in enumerate(word):
        if letter in _ANUSVARA:
            out.append("M" if word[at + 1 : at + 2] in _LABIALS else "N")
        elif letter in classes.devanagari:
            out.append(classes.devanagari[letter])
        elif at == 0:
            out.append(_SILENT_UNLESS_FIRST.get(letter, "A"))
    return "".join(out)


@cache
def _classes() -> _Classes:
    latin: dict[tuple[str, frozenset[str]], str] = {}
    devanagari: dict[str, str] = {}
    for row in rows("translit_classes"):
        letters = _CLASS.match(row["skeleton"])
        if letters is None:
            continue
        for key, note in _ENTRY.findall(row["latin"]):
            followers = frozenset(part.strip() for part in note.split(",")) if note else frozenset()
            if all(len(part) == 1 for part in followers):  # a longer note names a language: not for English
                latin.setdefault((key, followers), letters[0])
        if " or " in row["skeleton"]:
            # Its Devanagari letters have rows of their own, which say how they sound.
            continue
        for key, _note in _ENTRY.findall(row["devanagari"]):
            if len(key) == 1 and key not in _ANUSVARA:
                devanagari.setdefault(key, letters[0])
    ordered = sorted(latin, key=lambda entry: (-len(entry[0]), -len(entry[1])))
    return _Classes(tuple((key, followers, latin[key, followers]) for key, followers in ordered), devanagari)
