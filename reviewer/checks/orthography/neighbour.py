"""Known words near one that is not: other spellings, forms of words, and those one vowel sign away."""

from collections.abc import Iterator

import regex

from reviewer.checks.vocabulary import frequencies, frequency, is_known, undotted
from reviewer.text.fold import fold

_SIGNS = "ािीुूेैोौृं"
_LONG = regex.compile("[ािीुूेैोौ]$")
_CONSONANT = regex.compile("[\u0915-\u0939़]")
_DOT = "़"
_DOTTED = "कखगजफडढ"
_ENDINGS = frozenset(
    regex.split(
        " ",
        "ों ें े ा ी ां ाँ ियों ियां ियाँ यों यां याँ ओं एं एँ ए ई ाओं ाएं ाएँ ीं ईं ता ते ती तीं ना ने नी नीं"
        " कर के या ये यी ऊंगा ूंगा ूँगा ेगा ेगी ेंगे ेंगी एगा एगी एंगे एँगे ाया ाई ाए ाईं वाया वाई ाना ाने ाती ाता ाते"
        " वाना वाला वाले वाली शुदा दार कारी पन त्व ीय िक ित वाद वादी कर्ता गण पूर्ण युक्त मुक्त स",
    )
)
_LONGEST = max(map(len, _ENDINGS))
_STEMS = ("", "ा", "ी", "े", "ि", "ना")
_RARER = 2.0
"""Zipf frequency by which a stem may be rarer: a hundred times as rare."""
_MOST = 24
"""Letters of a word that is looked at: compounds are longer."""


def nearest(word: str) -> str | None:
    """Return the commonest known word that one vowel sign more, less or instead makes of this."""
    if len(word) > _MOST:
        return None
    known = frequencies()
    near = [other for other in _near(word) if other in known]
    if not near and (bare := undotted(word)) != word:
        near = [other for other in _near(bare) if other in known]
    return max(near, key=frequency, default=None)


def is_form(word: str, meant: str) -> bool:
    """Whether a word is another spelling, an inflected form or a derivative of a known one.

    A stem much rarer than the word that may be `meant` does not count.
    """
    least = max(0.1, frequency(meant) - _RARER)
    return any(is_known(other) for other in _spellings(word)) or any(
        frequency(word[:-length] + stem) >= least
        for length in range(1, min(_LONGEST, len(word) - 2) + 1)
        if word[-length:] in _ENDINGS
        for stem in _STEMS
    )


def _near(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        if letter in _SIGNS:
            yield before + after
            yield from (before + sign + after for sign in _SIGNS)
        if letter in _SIGNS[:-2] and after[:1] != "ं":
            yield before + letter + "ं" + after
        if _CONSONANT.match(letter) and after[:1] not in {*_SIGNS, "्", _DOT}:
            yield from (before + letter + sign + after for sign in _SIGNS)


def _spellings(word: str) -> Iterator[str]:
    folded = fold(word).text
    yield folded
    yield word.replace("ं", "ँ")
    yield word.replace(_DOT, "")
    for at, letter in enumerate(word):
        if letter in _DOTTED and word[at + 1 : at + 2] != _DOT:
            yield word[: at + 1] + _DOT + word[at + 1 :]
        if letter == "ॉ":
            yield f"{word[:at]}ा{word[at + 1 :]}"
            yield f"{word[:at]}ो{word[at + 1 :]}"
        elif letter == "ा":
            yield f"{word[:at]}ॉ{word[at + 1 :]}"
