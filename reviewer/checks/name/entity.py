"""Names in English text, and what stands for them in Hindi."""

from dataclasses import dataclass
from functools import lru_cache

import regex

from reviewer.checks.lens import Article, Lens, Text
from reviewer.domain.span import Range, Side
from reviewer.text.fold import fold
from reviewer.text.lexicon import alternatives, rows, word_list
from reviewer.text.sound import skeleton

_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}’'-]*+")
_PLAIN = regex.compile(r"\p{L}[\p{L}\p{M}’'-]*+")
_GAP = regex.compile(r"\s(?:(?:of|de|da|del|la|al|bin|van|von|the)\s)?")
_START = regex.compile(r"(?:^|[.!?:;“\"(\[–—-]\s*|\n)\Z")
_POSSESSIVE = regex.compile(r"(?:’s|'s|’|')\Z")
_CAPITALS = 0.6
_NOUN = regex.compile(
    r"(?:tion|sion|ment|ness|ing|ity|ant|ent|ance|ence|ics|ive|ous|able|ible|ship|hood|ery|ary|ory|ways?|ogy|phy|ure|ism"
    r"|try|ical|ional|ese|ish|ean|ian|(?:sh|ch|ts)m[ae]n)s?\Z"
)
_SUFFIX = regex.compile(
    r"(?:tion|sion|ment|ness|ing|ist|ity|ant|ent|ance|ence|ics|al|ive|ous|able|ible|ship|hood|ery|ary|ory|ways?|er|or"
    r"|ed|ly|gy|my|phy|ure|age|ism|s)\Z"
)
_SHORT = 3
_LIST = 200
"""Words with a capital in one segment beyond which it is a list, not a text."""
_JOINED = 3
"""Hindi words that may together stand for one English name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word of the English that is most likely a name."""

    text: str
    start: int
    end: int
    is_first: bool
    """Whether it begins a sentence, where any word has a capital."""
    is_title: bool = False
    """Whether it is a common word of titles, which Hindi may write as it sounds: Times, Board."""

    @property
    def range(self) -> Range:
        """Its place."""
        return Range(self.start, self.end)


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    """Words with a capital that are no names, or are translated: days, months, titles, common words."""
    listed = {row["word"] for row in rows("capitalised_words")} | {
        row["word"] for row in rows("english_common")
    }
    listed |= {row["english"].lower() for row in rows("dates_times")}
    titles = {word.lower() for row in rows("office_titles") for word in _PLAIN.findall(row["english"])}
    said = {word.lower() for word in word_list("said", "en")}
    return frozenset((listed | titles | said) - exonyms())


def names(text: Text) -> tuple[Name, ...]:
    """Return the names of an English text; none in a headline in capitals."""
    return tuple(name for name in text.fact(capitals) if not name.is_title)


def titles(text: Text) -> tuple[Name, ...]:
    """Return the words with a capital that may be common ones, as parts of names are."""
    return tuple(name for name in text.fact(capitals) if name.is_title and not name.is_first)


def capitals(text: Text) -> tuple[Name, ...]:
    """Return words with a capital that stand nowhere without; in a headline in capitals any may be common."""
    words = list(_PLAIN.finditer(text.text))
    capital = [match for match in words if match.group()[0].isupper()]
    if not capital or len(capital) > _LIST:
        return ()
    is_headline = len(words) > _SHORT and len(capital) > _CAPITALS * len(words)
    lower = {match.group().lower() for match in words if match.group()[0].islower()}
    found = []
    for match in capital:
        word = _POSSESSIVE.sub("", match.group().rstrip("-"))
        key = word.lower()
        if len(word) < _SHORT or word.isupper() or key in lower or "'" in word or "’" in word:
            continue
        is_first = _START.search(text.text[max(0, match.start() - 4) : match.start()]) is not None
        found.append(
            Name(word, match.start(), match.start() + len(word), is_first, is_headline or key in _no_names())
        )
    return tuple(found)


@lru_cache(maxsize=1)
def exonyms() -> frozenset[str]:
    """Return the names, in small letters, that nobody takes for common words."""
    return frozenset(
        english.lower() for row in rows("exonyms_names") for english in alternatives(row["english"])
    )


@lru_cache(maxsize=1)
def written() -> dict[str, tuple[str, ...]]:
    """Return what names of the tables are in Hindi, by their English in small letters."""
    table: dict[str, tuple[str, ...]] = {}
    for row in (*rows("names"), *rows("exonyms_names")):
        forms = (*alternatives(row["hindi_accepted"]), *alternatives(row.get("adjective_accepted", "")))
        for english in alternatives(row["english"]):
            table[english.lower()] = forms
    return table


@lru_cache(maxsize=1)
def known() -> dict[str, tuple[str, ...]]:
    """Return the same folded."""
    return {
        english: tuple(fold(form, loose=True).text for form in forms) for english, forms in written().items()
    }


@lru_cache(maxsize=1)
def spellings() -> frozenset[str]:
    """Return how the names of the tables are written in Hindi, folded."""
    return frozenset(form for forms in known().values() for form in forms)


def heard(text: Text) -> tuple[tuple[str, int, int], ...]:
    """Return the skeletons of Hindi words, and of two or three joined, with their places."""
    words = [token for token in text.tokens if token.is_hindi]
    single = [(skeleton(token.text), token.start, token.end) for token in words]
    found = list(single)
    for at in range(len(words)):
        sound = single[at][0]
        for more in range(1, _JOINED):
            if at + more >= len(words) or words[at + more].start - words[at + more - 1].end > 1:
                break
            sound += single[at + more][0]
            found.append((sound, words[at].start, words[at + more].end))
    return tuple(found)


def by_first_sound(text: Text) -> dict[str, frozenset[str]]:
    """Return the different skeletons of a Hindi text by their first sound."""
    found: dict[str, set[str]] = {}
    for sound, _, _ in text.fact(heard):
        if sound:
            found.setdefault(sound[0], set()).add(sound)
    return {first: frozenset(sounds) for first, sounds in found.items()}


def alone(text: Text) -> tuple[tuple[str, str, int, int], ...]:
    """Return skeleton, word and place of each single Hindi word."""
    return tuple(
        (sound, word, start, end)
        for sound, start, end in text.fact(heard)
        if " " not in (word := text.text[start:end])
    )


def sounds_like(name: str, other: str) -> bool:
    """Whether two skeletons may be one name: equal, or a sound apart where there are enough of them."""
    if name == other:
        return True
    if len(name) < _SHORT or abs(len(name) - len(other)) > 1 or name[:1] != other[:1]:
        return False
    return _is_near(name, other)


def _is_near(one: str, other: str) -> bool:
    """Whether one sound differs, is missing or is added."""
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at:] == other[at + 1 :] or (len(one) == len(other) and one[at + 1 :] == other[at + 1 :])


def is_met(name: Name, lens: Lens) -> bool:
    """Whether the Hindi of a segment has something that stands for a name."""
    forms = known().get(name.text.lower())
    folded = lens.fact(loose)
    if forms and any(form in folded for form in forms):
        return True
    if name.text in lens.target.text:
        return True
    sound = skeleton(name.text)
    if len(sound) < 2:
        return True
    # Nothing that begins with another sound is like it.
    return any(sounds_like(sound, each) for each in lens.target.fact(by_first_sound).get(sound[0], ()))


def loose(lens: Lens) -> str:
    """Return the Hindi with spellings made equal; a fact."""
    return fold(lens.target.text, loose=True).text


def is_met_around(name: Name, lens: Lens, article: Article) -> bool:
    """Whether the neighbours' Hindi has it."""
    near = (article.neighbour(lens, by) for by in (-2, -1, 1, 2))
    return any(is_met(name, each) for each in near if each is not None)


def full_names(text: Text) -> tuple[tuple[Name, ...], ...]:
    """Return names that stand together: Vladimir Putin."""
    runs: list[list[Name]] = []
    for name in text.fact(names):
        if runs and _GAP.fullmatch(text.text, runs[-1][-1].end, name.start):
            runs[-1].append(name)
        else:
            runs.append([name])
    return tuple(tuple(run) for run in runs)


def evidence(lens: Lens) -> Side:
    """Return which English speaks."""
    return lens.english.side if lens.english else Side.SOURCE


def is_plain(name: Name) -> bool:
    """Whether a word with a capital looks like an English noun or adjective, as in titles of offices."""
    return len(skeleton(name.text)) < _SHORT or _SUFFIX.search(name.text) is not None


def is_noun(name: Name) -> bool:
    """Whether a word with a capital is most likely a common noun or adjective of a title."""
    return _NOUN.search(name.text) is not None
