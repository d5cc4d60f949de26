"""What of the Hindi stands for each name of the English, and how surely."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from reviewer.checks.lens import Lens, Text, Token
from reviewer.checks.name.entity import Name, heard, is_noun, known, loose, names, spellings, titles, written
from reviewer.checks.name.likeness import cost, heard_english, heard_hindi, may_be
from reviewer.checks.vocabulary import is_known
from reviewer.domain.span import Range
from reviewer.text.fold import fold
from reviewer.text.sound import skeleton

ALIKE = 0.15
"""Cost up to which a word sounds like the name."""
_WRONG, _ONE, _OTHER = 0.75, 1.05, 1.3
"""Costs from which on one sound is wrong, up to which it is but one, and beyond which it is another word."""
_INFLECTED = ("ों", "ओं", "ी", "ई")
_OTHER_SOUNDS = 9
_LENGTH = 2
"""Sounds by which a word may be longer or shorter."""
_HALF = 0.5
_VOWEL = 0.4
"""Cost from which on a vowel is wrong."""
_FEW = 3
"""Sounds of a name, its first vowel apart, from which one wrong among them can be told."""
_LETTERS = tuple("अआइईउऊएऐओऔऑकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौॉंँः़्")
_DOUBTFUL = {"O": "A", "E": "A"}
"""Vowels that are written for one another."""
_HALANT = "्"
_CLOSE = 0.7
"""Likeness of a word to the way a name is written, from which on it was meant to be it."""
ENDINGS = (
    *("ूँ", "ूं", "ते", "ती", "ता", "ना", "नी", "ने", "इए", "िए", "कर", "एंगे", "ेंगे", "ेगी", "ेगा"),
    *("वासी", "सी", "ाँ", "ें", "ों", "ओं", "एं", "एँ", "यां", "आं", "यन"),
)
"""Of forms of verbs and plurals, and of inhabitants."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A Hindi word that is a name but for a letter."""

    name: Name
    place: Range
    right: str | None
    """How it is written, where that is known."""


def is_heard(name: Name, lens: Lens) -> bool:
    """Whether something in the Hindi is the name, letter by letter or sound by sound."""
    folded = lens.fact(loose)
    if any(form in folded for form in known().get(name.text.lower(), ())) or name.text in lens.target.text:
        return True
    return skeleton(name.text) in lens.target.fact(_skeletons)


def _skeletons(text: Text) -> frozenset[str]:
    return frozenset(sound for sound, _, _ in text.fact(heard))


def wrong_names(lens: Lens) -> tuple[Wrong, ...]:
    """Return words that were to be names of the English, but are not how they sound; a fact."""
    english = lens.english
    if english is None:
        return ()
    strange = lens.fact(strange_words)
    if not strange:
        return ()
    found: list[Wrong] = []
    for name in (*english.fact(names), *english.fact(titles)):
        wrong = _wrong(name, strange, lens) or _wrong_vowel(name, strange)
        if wrong is not None and all(wrong.place != other.place for other in found):
            found.append(wrong)
    return tuple(found)


def strange_words(lens: Lens) -> tuple[Token, ...]:
    """Return Hindi words that are in no list, and are no forms of such; a fact."""
    return tuple(token for token in lens.target.tokens if token.is_hindi and not _is_word(token.text))


@lru_cache(maxsize=16_384)
def _is_word(word: str) -> bool:
    if len(word) < _FEW or is_known(word) or fold(word, loose=True).text in spellings():
        return True
    return any(word.endswith(ending) and is_known(word.removesuffix(ending)) for ending in _INFLECTED)


def _wrong(name: Name, strange: tuple[Token, ...], lens: Lens) -> Wrong | None:
    sounds = heard_english(name.text)
    if len(sounds) < _FEW or "-" in name.text:
        return None
    listed = single_words(name.text.lower())
    if not listed and (len(sounds) <= _FEW + name.is_first or not name.text.isascii()):
        return None
    far_words = [
        (far, token)
        for token in strange
        if abs(len(heard_hindi(token.text)) - len(sounds)) <= _LENGTH
        and may_be(name.text, token.text)
        and ALIKE < (far := _far(name, token)) <= _OTHER
    ]
    if not far_words:
        return None
    most = _OTHER if not is_heard(name, lens) else _ONE if _is_wanting(name, lens) else 0.0
    for far, token in sorted(far_words, key=lambda each: each[0]):
        right = known_spelling(name.text, token.text, far)
        is_ending = right not in listed and token.text.endswith(ENDINGS)
        if far > most or is_ending or (right is None and not _is_sure(name, token, far)):
            continue
        if not _is_other(token, name, far, lens):
            return Wrong(name, Range(token.start, token.end), right)
    return None


def _far(name: Name, token: Token) -> float:
    # No name ends in a half letter.
    return cost(name.text, token.text) + (_HALF if token.text[-1] == _HALANT else 0)


def _wrong_vowel(name: Name, strange: tuple[Token, ...]) -> Wrong | None:
    """Return a word with the consonants of a name that is known with another vowel in their midst."""
    sound = skeleton(name.text)
    if len(sound) < _FEW:
        return None
    for token in strange:
        if skeleton(token.text) == sound and (right := _other_vowel(name.text, token.text)):
            return Wrong(name, Range(token.start, token.end), right)
    return None


@lru_cache(maxsize=4_096)
def _other_vowel(name: str, word: str) -> str | None:
    """Return how a name of the tables is written, if a word is that but for one vowel."""
    apart = [_vowels_apart(form, word) for form in single_words(name.lower())]
    return single_words(name.lower())[0] if apart and min(apart) == 1 else None


def _vowels_apart(one: str, other: str) -> int:
    """Return how many vowels differ between words of the same consonants; their last ones may be endings."""
    left, right = heard_hindi(one), heard_hindi(other)
    if [sound for sound, _ in left] != [sound for sound, _ in right]:
        return _OTHER_SOUNDS
    pairs = [(a or "A", b or "A") for (_, a), (_, b) in zip(left[:-1], right[:-1], strict=True)]
    return sum(_DOUBTFUL.get(a, a) != _DOUBTFUL.get(b, b) for a, b in pairs)


def _is_wanting(name: Name, lens: Lens) -> bool:
    """Whether a name stands in the English more often than in the Hindi."""
    english = lens.english
    said = sum(each.text == name.text for each in english.fact(names)) if english else 0
    sound = skeleton(name.text)
    text = lens.target.text
    return said > sum(
        each == sound and cost(name.text, text[start:end]) <= ALIKE
        for each, start, end in lens.target.fact(heard)
    )


def _is_sure(name: Name, token: Token, far: float) -> bool:
    """Whether a word must have been meant for a name: one sound is wrong, and neither is a plain word."""
    is_vowel = len(heard_english(name.text)) > _FEW + 1 and skeleton(name.text) == skeleton(token.text)
    if far < (_VOWEL if is_vowel else _WRONG):
        return False
    if token.text[-1] == _HALANT:
        return True
    is_plain = name.is_title or is_noun(name) or not name.text[1:].islower()
    return not is_plain and len(heard_hindi(token.text)) > _FEW


def _is_other(token: Token, name: Name, far: float, lens: Lens) -> bool:
    """Whether a word is nearer to another word of the English."""
    english = lens.english
    return english is not None and any(
        may_be(each.text, token.text) and cost(each.text, token.text) < far
        for each in english.tokens
        if not each.is_number and each.text != name.text and len(each.text) >= _FEW
    )


def ratio(one: str, other: str) -> float:
    """Return how alike two words are, 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=4_096)
def single_words(name: str) -> tuple[str, ...]:
    """Return the single words that a name of the tables, in small letters, is written as."""
    return tuple(form for form in written().get(name, ()) if " " not in form)


@lru_cache(maxsize=4_096)
def known_spelling(name: str, word: str, far: float) -> str | None:
    """Return a known word that is a letter away from an unknown one, and nearer to a name's sound."""
    if word.startswith(listed := single_words(name.lower())):
        # An ending.
        return None
    if any(ratio(word, form) >= _CLOSE for form in listed):
        return listed[0]
    near = ((cost(name, each), each) for each in _letter_away(word) if is_known(each))
    best = min(near, default=None)
    return best[1] if best is not None and best[0] <= ALIKE and far >= 2 * ALIKE else None


def _letter_away(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
            if len(after) > 1:
                yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
