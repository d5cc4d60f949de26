"""What can be seen of a sentence without understanding it: length, numbers, names, literals, quotes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from math import log
from typing import Final, Literal
from unicodedata import normalize

import regex

from reviewer.text.number import values
from reviewer.text.sound import skeleton

_LITERAL = regex.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|[@#]\w[\w.]*|\p{Latin}+\p{Nd}[\p{Latin}\p{Nd}]*"
)
_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}\u200c\u200d]+")
_LATIN = regex.compile(r"\p{Latin}")
_QUOTES = frozenset('"“”„«»')
_LETTER_NAMES: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड".split(),  # noqa: SIM905
        strict=True,
    )
)
_SHORTEST_SKELETON = 3
_STEM = 5


Language = Literal["hi", "en"]


@dataclass(frozen=True, slots=True)
class Features:
    """The traits of one or more neighbouring sentences that alignment looks at."""

    length: int
    """Code points without spaces."""
    anchors: frozenset[str]
    """Kind and value, such as `number:2000` or `sound:PTN`; equal anchors speak for a pair."""
    numbers: frozenset[str]
    quotes: int
    asks: bool
    opens: bool = False
    """Whether a paragraph begins here."""
    closes: bool = False
    """Whether a paragraph ends here."""

    def placed(self, *, opens: bool, closes: bool) -> "Features":
        """The same sentence, said to begin or end a paragraph."""
        return replace(self, opens=opens, closes=closes)


WEIGHTS: Final = {"literal": 5.0, "number": 3.0, "acronym": 2.0, "sound": 2.0, "word": 2.0}
"""How much one common anchor of a kind speaks for a pair, in nats, if it is rare in the texts."""


def look_at(sentences: Sequence[str], language: Language, *, with_words: bool) -> list[Features]:
    """Return the features of each sentence; `with_words` where both texts are in one language."""
    return [_features(normalize("NFC", sentence), language, with_words) for sentence in sentences]


def together(features: Sequence[Features]) -> Features:
    """Return the features of at least one neighbouring sentences taken as one."""
    return Features(
        length=sum(feature.length for feature in features),
        anchors=frozenset().union(*(feature.anchors for feature in features)),
        numbers=frozenset().union(*(feature.numbers for feature in features)),
        quotes=sum(feature.quotes for feature in features),
        asks=any(feature.asks for feature in features),
        opens=features[0].opens,
        closes=features[-1].closes,
    )


def groups(features: Sequence[Features], size: int) -> list[Features]:
    """Return the features of every run of `size` neighbours, by where the run begins."""
    if size == 1:
        return list(features)
    return [together(features[start : start + size]) for start in range(len(features) - size + 1)]


def anchor_weights(left: Sequence[Features], right: Sequence[Features]) -> dict[str, float]:
    """Return the weight of each anchor that both texts hold: less, the more sentences hold it."""
    sentences = (len(left) + len(right)) / 2
    of_left = _counts(left)
    of_right = _counts(right)
    full = log(1 + sentences)
    weights: dict[str, float] = {}
    for anchor in of_left.keys() & of_right.keys():
        share = sentences / ((of_left[anchor] + of_right[anchor]) / 2)
        weights[anchor] = WEIGHTS[anchor.partition(":")[0]] * log(1 + share) / full
    return weights


def _counts(features: Iterable[Features]) -> Counter[str]:
    return Counter(chain.from_iterable(feature.anchors for feature in features))


@lru_cache(maxsize=4096)
def _features(sentence: str, language: Language, with_words: bool) -> Features:
    numbers = frozenset(f"{value:g}" for value in values(sentence, language))
    literals = {f"literal:{found.rstrip('.,;:!?।')}" for found in _LITERAL.findall(sentence)}
    words = _WORD.findall(sentence)
    anchors = literals | {f"number:{number}" for number in numbers}
    if with_words:
        anchors |= {f"word:{_stem(word)}" for word in words}
    else:
        anchors |= set(_names(words))
    return Features(
        length=sum(not letter.isspace() for letter in sentence),
        anchors=frozenset(anchors),
        numbers=numbers,
        quotes=sum(letter in _QUOTES for letter in sentence) // 2,
        asks="?" in sentence,
    )


def _stem(word: str) -> str:
    """Cut what inflects: English words after five letters; Hindi ones stay whole."""
    return word.lower()[:_STEM] if _LATIN.match(word) else word


def _names(words: Iterable[str]) -> Iterable[str]:
    """Capitalised Latin words and all Devanagari words by sound, acronyms by letter."""
    for word in words:
        is_latin = bool(_LATIN.match(word))
        if is_latin and not word[0].isupper():
            continue
        if is_latin and len(word) > 1 and word.isupper():
            yield f"acronym:{''.join(_LETTER_NAMES.get(letter, letter) for letter in word)}"
        elif not is_latin:
            yield f"acronym:{word}"
        sound = skeleton(word)
        if len(sound) >= _SHORTEST_SKELETON:
            yield f"sound:{sound}"
