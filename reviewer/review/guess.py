"""What kind of error an edit has probably mended."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from reviewer.domain.flag import Severity
from reviewer.text import cluster
from reviewer.text.fold import fold
from reviewer.text.lexicon import alternatives, rows
from reviewer.text.word import words

_LATIN = regex.compile(r"\p{Latin}")
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_SIGNS = regex.compile(r"[\p{M}\u200c\u200d]|(?<=.)[अआइईउऊएऐओऔ]")
_ENDING = regex.compile(r"[\p{M}यएईओगतन]{0,4}")
_FIGURE = regex.compile(r"\d+(?:[.,]\d+)*")
_NEGATIONS = frozenset({"नहीं", "मत", "बिना"})
_HOMOGRAPHS = frozenset({"एक", "दो", "अरब", "नील", "पद्म", "शंख", "पाव"})
"""Number words that are also an article, an imperative, a name."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An MQM type with its severity, and the reason to show beside it."""

    type: str
    severity: Severity
    reason: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The words of a change before and after, folded for comparison."""

    before: str
    after: str

    @property
    def old(self) -> tuple[str, ...]:
        """The words taken away."""
        return folded_words(self.before)

    @property
    def new(self) -> tuple[str, ...]:
        """The words put in."""
        return folded_words(self.after)


@lru_cache(maxsize=1024)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as search compares them, without punctuation."""
    return tuple(fold(text[piece.start : piece.end]).text for piece in words(text))


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    """Postpositions, pronouns in all cases, auxiliaries, particles and conjunctions, folded."""
    cells = [row["form"].replace("/", "|") for row in rows("postpositions")]
    cells += [cell for row in rows("pronouns") for column, cell in row.items() if column != "person"]
    cells += [row["forms"] for row in rows("auxiliaries")]
    return frozenset(word for cell in cells for form in alternatives(cell) for word in folded_words(form))


def is_postposition(text: str) -> bool:
    """Whether a text is one postposition, such as `के` or `के लिए`, and nothing else."""
    return folded_words(text) in _postpositions()


@lru_cache(maxsize=1)
def _postpositions() -> frozenset[tuple[str, ...]]:
    forms = (form for row in rows("postpositions") for form in alternatives(row["form"].replace("/", "|")))
    return frozenset(folded_words(form) for form in forms)


@lru_cache(maxsize=1)
def _number_words() -> dict[str, float]:
    """Folded number words and the values they stand for."""
    return {
        fold(form).text: float(row["value"])
        for row in rows("number_words")
        if row["kind"] in {"cardinal", "multiplier", "multiplier-loan", "fraction"}
        for form in alternatives(f"{row['primary']}|{row['variants']}")
        if form not in _HOMOGRAPHS and " " not in form
    }


def has_content(text: str) -> bool:
    """Whether a text has a word besides postpositions, pronouns, auxiliaries and particles."""
    return any(word not in _function_words() for word in folded_words(text))


def guess(before: str, after: str) -> Guess:
    """Guess what was wrong with the words `before`, now `after`; either may be empty."""
    edit = Edit(before, after)
    made = (rule(edit) for rule in _RULES)
    return next(found for found in made if found)


def _punctuation(edit: Edit) -> Guess | None:
    old, new = (
        [text[piece.start : piece.end] for piece in words(text)] for text in (edit.before, edit.after)
    )
    if old != new:
        return None
    is_space = "".join(edit.before.split()) == "".join(edit.after.split())
    return Guess(
        "linguistic/punctuation",
        Severity.MINOR,
        "only spaces differ" if is_space else "only punctuation differs",
    )


def _negation(edit: Edit) -> Guess | None:
    old, new = (sum(word in _NEGATIONS for word in side) for side in (edit.old, edit.new))
    if old == new:
        return None
    return Guess("accuracy/mistranslation", Severity.MAJOR, "a negation came or went")


def _spelling(edit: Edit) -> Guess | None:
    if edit.old == edit.new:
        return Guess("linguistic/spelling", Severity.MINOR, "the same words, spelt another way")
    pairs = list(zip(edit.old, edit.new, strict=False))
    if len(edit.old) != len(edit.new) or any(one in _function_words() for pair in pairs for one in pair):
        return None
    if all(one == other or _is_misspelling(one, other) for one, other in pairs):
        return Guess("linguistic/spelling", Severity.MINOR, "nearly the same letters")
    return None


def _is_misspelling(one: str, other: str) -> bool:
    """Whether two words differ in vowel signs inside, or in one letter of four and more."""
    if _is_inflection(one, other) or _FIGURE.search(one + other):
        return False
    if _SIGNS.sub("", one) == _SIGNS.sub("", other):
        return True
    letters, others = (_letters(word) for word in (one, other))
    if len(letters) != len(others) or len(letters) < 4:
        return False
    return sum(left != right for left, right in zip(letters, others, strict=True)) == 1


def _letters(word: str) -> list[str]:
    borders = cluster.boundaries(word)
    return [word[start:end] for start, end in pairwise(borders)]


def _number(edit: Edit) -> Guess | None:
    old, new = _values(edit.before), _values(edit.after)
    if not old or not new:
        return None
    if old == new:
        rest = Counter(edit.old) - Counter(edit.new) + (Counter(edit.new) - Counter(edit.old))
        if rest and all(_FIGURE.fullmatch(word) or word in _number_words() for word in rest):
            return Guess("locale/convention", Severity.MINOR, "the same number, written another way")
        return None
    return Guess("accuracy/mistranslation", Severity.MAJOR, "another number")


def _values(text: str) -> Counter[float]:
    """The numbers of a text; a multiplier counts with the number before it: `5 लाख` is 500,000."""
    found: list[float] = []
    is_number = False
    for word in folded_words(text):
        figure = _FIGURE.search(word)
        value = float(figure.group().replace(",", "")) if figure else _number_words().get(word)
        if value is not None and is_number and value >= 100 and not figure:
            found[-1] *= value
        elif value is not None:
            found.append(value)
        is_number = value is not None
    return Counter(found)


def _order(edit: Edit) -> Guess | None:
    if Counter(edit.old) != Counter(edit.new):
        return None
    return Guess("style/awkward", Severity.MINOR, "the same words in another order")


def _untranslated(edit: Edit) -> Guess | None:
    is_latin = _LATIN.search(edit.before) and not _LATIN.search(edit.after)
    if not is_latin or not _DEVANAGARI.search(edit.after):
        return None
    return Guess("accuracy/untranslated", Severity.MINOR, "Latin letters became Devanagari")


def _insertion(edit: Edit) -> Guess | None:
    if edit.old:
        return None
    if not has_content(edit.after):
        return Guess("linguistic/grammar", Severity.MINOR, "a particle was put in")
    return Guess("accuracy/omission", Severity.MINOR, "words were put in")


def _deletion(edit: Edit) -> Guess | None:
    if edit.new:
        return None
    if not has_content(edit.before):
        return Guess("linguistic/grammar", Severity.MINOR, "a particle was taken out")
    return Guess("accuracy/addition", Severity.MINOR, "words were taken out")


def _grammar(edit: Edit) -> Guess | None:
    """Only particles, postpositions, pronouns, auxiliaries or endings differ."""
    gone = [word for word in (Counter(edit.old) - Counter(edit.new)) if word not in _function_words()]
    come = [word for word in (Counter(edit.new) - Counter(edit.old)) if word not in _function_words()]
    if len(gone) != len(come) or not all(_is_inflection(*pair) for pair in zip(gone, come, strict=True)):
        return None
    if gone:
        return Guess("linguistic/grammar", Severity.MINOR, "only endings and particles differ")
    return Guess("linguistic/grammar", Severity.MINOR, "only particles and verb forms differ")


def _is_inflection(one: str, other: str) -> bool:
    """Whether two words share a stem of two letters and more, and differ in their endings."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    tails = one[shared:], other[shared:]
    return shared >= 2 and tails[0] != tails[1] and all(_ENDING.fullmatch(tail) for tail in tails)


def _wording(edit: Edit) -> Guess:
    """Other words: one for one is a wrong term, more a turn of phrase."""
    if len(edit.old) == len(edit.new) == 1:
        return Guess("terminology/wrong-term", Severity.MINOR, "another word")
    return Guess("style/unidiomatic", Severity.MINOR, "another turn of phrase")


_RULES: tuple[Callable[[Edit], Guess | None], ...] = (
    _punctuation,
    _negation,
    _number,
    _untranslated,
    _spelling,
    _order,
    _insertion,
    _deletion,
    _grammar,
    _wording,
)
"""In order: the first rule that knows the edit decides; the last knows all."""
