"""Agreement that is probably broken: rules too rough for a warning, and worth a look.

The noun is taken to be the next one of a known gender. Where that is the first of a compound, the genitive
may belong to a later one, so that what is found here is told as a hint only.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reviewer.checks.grammar.form import (
    FEMININE,
    FEMININE_PLURAL,
    GENITIVES,
    HABITUAL,
    INFINITIVE,
    MASCULINE,
    MASCULINE_SINGULAR,
    PERFECTIVE,
    POSTPOSITIONS,
    Noun,
    adjectives,
    plain,
    words,
)
from reviewer.checks.grammar.line import Line

_POSSESSIVES = {
    **{
        stem + ending: (stem, bits)
        for stem in ("उस", "इस", "जिस", "किस", "उन", "इन", "जिन", "किन")
        for ending, bits in GENITIVES.items()
    },
    **{
        stem + ending: (stem, bits)
        for stem in ("मेर", "तेर", "हमार", "तुम्हार", "अपन")
        for ending, bits in (("ा", MASCULINE_SINGULAR), ("े", MASCULINE), ("ी", FEMININE))
    },
}
_SKIPPED = frozenset(["सबसे", "बहुत", "काफी", "अधिक", "ज्यादा", "बेहद", "अत्यंत"])
_FOLLOWERS = POSTPOSITIONS | frozenset(
    ["ही", "भी", "तो", "नहीं", "द्वारा", "कर", "करके", "करने", "जैसे", "लेकर", "न"]
)
_MANNER = frozenset(
    [
        *("ताजा", "इतना", "उतना", "जितना", "कितना", "थोडा", "थोडी", "सीधा", "सीधे", "पूरा", "पूरे", "जैसा", "जैसे"),
        *("जैसी", "ऐसे", "वैसे", "कैसे", "पहले", "आगे", "पीछे", "अकेले", "साथ", "नीचे", "ऊपर", "थोडे", "धीरे"),
        *("अच्छा", "कैसा", "सारी", "ऐसा"),
    ]
)
_IDIOMS = frozenset(["तरह", "देर", "ओर", "तरफ", "बार", "जगह"])
_LISTING = frozenset(["और", "या", "एवं", "तथा", "व"])
_STEMS = frozenset(
    ["बढ", "घट", "बन", "खो", "मिल", "हो", "ले", "दे", "रख", "कर", "जान", "देख", "सुन", "खोल", "तोड", "छोड"]
)
_FEMININE_ENDINGS = ("ति", "ावट", "ाहट", "ोतरी", "ियत", "दारी", "बंदी", "गिरी")
_MASCULINE_ENDINGS = ("त्व", "पन", "वाद", "ाव", "दान", "करण")
_UNKNOWN_FEMININE = Noun("f", FEMININE, FEMININE, "")
_UNKNOWN_MASCULINE = Noun("m", MASCULINE, MASCULINE, "")
_SHORTEST = 4
_FAR = 3
_BOUNDARY = frozenset(["और", "कि", "जो", "लेकिन", "क्योंकि", "तो", "जब", "या", "मगर", "पर"])
_FIRST_OF_COMPOUND = frozenset(
    ["शिकार", "रक्षा", "शिक्षा", "सुरक्षा", "महिला", "सेना", "पुलिस", "भाषा", "जनता", "राज्य", "मंत्री", "वैज्ञानिक"]
)


class Slip(NamedTuple):
    """A word that agrees with another gender or number than the word behind it."""

    place: int
    fixed: str
    beside: int
    """Where the word it should agree with stands."""


def slips(read: Line) -> Iterator[Slip]:
    """Yield genitives, possessives and adjectives that clash with what they stand before."""
    for place in range(len(read) - 1):
        bits = _bits(read, place)
        if not bits or not read.joined[place]:
            continue
        at = _beyond(read, place + 1)
        if at is None:
            continue
        noun = read.nouns[at] or _by_ending(read.words[at])
        if noun is None:
            other = adjectives().get(read.words[at])
            is_pair = read.words[place] not in _MANNER and read.words[at] not in _MANNER
            if other is not None and is_pair and not _may_meet(bits, other[1]) and _is_modifier(read, at):
                yield Slip(place, _bent(read, place, other[1]), at)
        elif not bits & (MASCULINE if noun.gender == "m" else FEMININE) and _is_sure(read, place, at, noun):
            yield Slip(place, _bent(read, place, _of(noun, read, at)), at)


def lonely_copulas(read: Line) -> Iterator[int]:
    """Yield copulas in the singular behind a feminine verb whose only subject is a plural: किताबें बिकती है."""
    for place, word in enumerate(read.words):
        if word != "है" or place < 2 or not read.joined[place - 1]:
            continue
        verb = read.verbs[place - 1]
        is_feminine = verb is not None and verb.form in {HABITUAL, PERFECTIVE} and not verb.agrees & MASCULINE
        if not (is_feminine or read.words[place - 1] == "रही"):
            continue
        if _has_plural_subject(read, place - 1):
            yield place


def _has_plural_subject(read: Line, place: int) -> bool:
    has = False
    for at in range(place - 1, -1, -1):
        if not read.joined[at] or read.words[at] == "ने":
            return has and read.words[at] != "ने"
        noun = read.nouns[at]
        if noun is not None and read.after(at) not in POSTPOSITIONS:
            if noun.direct == FEMININE_PLURAL:
                has = True
            elif noun.gender == "f" and not has:
                return False
        if read.words[at] in _BOUNDARY:
            return has
    return has


def _bits(read: Line, place: int) -> int:
    word = read.words[place]
    if word in GENITIVES:
        is_verb = word == "की" and read.before(place) == ""
        return GENITIVES[word] if place and read.joined[place - 1] and not is_verb else 0
    if word in _POSSESSIVES:
        return _POSSESSIVES[word][1]
    known = adjectives().get(word)
    return known[1] if known is not None and word not in _MANNER else 0


def _beyond(read: Line, at: int) -> int | None:
    """Return the next word that agrees, over words that do not."""
    for _ in range(_FAR):
        word = read.words[at]
        if read.nouns[at] is not None or word in adjectives() or _by_ending(word) is not None:
            return at
        if word not in words("invariable") and word not in _SKIPPED:
            return None
        if not read.joined[at]:
            return None
        at += 1
    return None


def _by_ending(word: str) -> Noun | None:
    """Return what the ending of a noun that is in no list tells; most tell nothing."""
    if len(word) > _SHORTEST and word.endswith(_FEMININE_ENDINGS):
        return _UNKNOWN_FEMININE
    return _UNKNOWN_MASCULINE if len(word) > _SHORTEST and word.endswith(_MASCULINE_ENDINGS) else None


def _may_meet(one: int, other: int) -> bool:
    return bool(one & other) or (bool(one & MASCULINE) and bool(other & MASCULINE))


def _is_modifier(read: Line, at: int) -> bool:
    """Whether an adjective stands before a noun, and is not said of one."""
    following = read.after(at)
    is_said = following in _FOLLOWERS or following in _IDIOMS or following in _LISTING
    return bool(following) and not is_said and read.verbs[at + 1] is None


def _is_sure(read: Line, place: int, at: int, noun: Noun) -> bool:
    if noun.kind == "time" or read.words[at] in _FIRST_OF_COMPOUND:
        return False
    following = read.after(at)
    if read.gaps[at].startswith(("-", "–", ",", "/")):
        return False
    if not following or noun.direct == FEMININE_PLURAL or following in _STEMS:
        return True
    if following in {"में", "पर"} and read.words[place] == "का":
        # भारत का संसद में भाषण: the genitive belongs to what follows.
        return read.after(at + 1) not in adjectives() and read.nouns[min(at + 2, len(read) - 1)] is None
    verb = read.verbs[at + 1]
    return following in _FOLLOWERS or (verb is not None and verb.form != INFINITIVE)


def _of(noun: Noun, read: Line, at: int) -> int:
    if noun.gender == "f":
        return FEMININE
    is_plain = bool(noun.direct & MASCULINE_SINGULAR) and read.after(at) not in POSTPOSITIONS
    return MASCULINE_SINGULAR if is_plain else MASCULINE


def _bent(read: Line, place: int, bits: int) -> str:
    """Return a word as it agrees with a gender and number."""
    word = read.tokens[place].text
    ending = "ी" if bits & FEMININE else "ा" if bits == MASCULINE_SINGULAR else "े"
    stem = word[:-1]
    if plain(word) in {"नया", "नई", "नए", "नये", "नयी"}:
        return {"ी": "नई", "ा": "नया", "े": "नए"}[ending]
    return stem + ending
