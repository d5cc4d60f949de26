"""Which Hindi words are known, how common they are, and which of them can be written with dots or ँ."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import regex

from reviewer.resources import resource

RARE = 1.0
"""Zipf frequency told of a word that only a dictionary has."""
_LIVE = 1.45
"""How much rarer, as a Zipf frequency, a spelling with dots may be than the one without."""
_DOTTED = regex.compile("([कखगजफ])़")
_APART = frozenset(
    regex.split(
        " ",
        "राज सजा सजाए जरा खुदा फन बाज जंग कमर खाना खाने नाज तेज गौर बाग गज जीना जमाना जमाने हजम फिर फूल "
        "फल खान जोर खत काला कल कला गम गर गैर हक खैर हंस हंसी बीता कत "
        "जरुर गांधी लांच अधिकांश चंदा",
    )
)
"""Words that are others with dots or ँ, and some that are written both ways by name."""


def frequency(word: str) -> float:
    """Return how common a word in NFC is: the log10 of its occurrences in a billion words, 0 if unknown."""
    return frequencies().get(word, 0.0)


def is_known(word: str) -> bool:
    """Whether a word in NFC is in one of the lists."""
    return word in frequencies()


@cache
def frequencies() -> Mapping[str, float]:
    """Return the Zipf frequencies of all known words."""
    # Forty thousand lines: rows as mappings would take ten times as long to load.
    found = dict.fromkeys(_lines("dictionary_words"), RARE)
    found |= {
        word: float(zipf) for word, _, zipf in (line.partition("\t") for line in _lines("word_frequency"))
    }
    return found


def undotted(word: str) -> str:
    """Return a word without the dots of borrowed sounds; ड़ and ढ़ keep theirs."""
    return _DOTTED.sub(r"\1", word) if "़" in word else word


def dotted(word: str) -> str | None:
    """Return a word with all the dots it can be written with, if it is known to be."""
    return _dotted_forms().get(undotted(word))


@lru_cache(maxsize=16_384)
def dots(word: str) -> tuple[str, ...]:
    """Return of each letter of a word that takes a dot whether it has it: `z+`, `q-`; ज़ and फ़ are `z`."""
    full = dotted(word)
    if full is None:
        return ()
    found, at = [], 0
    for match in _DOTTED.finditer(full):
        at = word.find(match[1], at)
        has_dot = word[at + 1 : at + 2] == "़"
        found.append(("z" if match[1] in "जफ" else "q") + ("+" if has_dot else "-"))
        at += 1
    return tuple(found)


def with_moon(word: str) -> str | None:
    """Return a word with ँ for ं, if it is known to be written so."""
    return _moon_forms().get(word)


@cache
def _dotted_forms() -> Mapping[str, str]:
    return _marked(undotted)


@cache
def _moon_forms() -> Mapping[str, str]:
    return _marked(lambda word: word.replace("ँ", "ं"))


def _marked(plain: Callable[[str], str]) -> Mapping[str, str]:
    """Return the commonest marked spelling of each word that has one, by its plain spelling."""
    known = frequencies()
    found: dict[str, str] = {}
    for word, zipf in known.items():
        bare = plain(word)
        if bare == word or bare in _APART or known.get(bare, 0.0) > zipf + _LIVE:
            continue
        if bare not in found or zipf > known[found[bare]]:
            found[bare] = word
    return found


def _lines(name: str) -> list[str]:
    return resource("lexicons", f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
