"""Marks that cannot stand where they do, and the words they most likely were."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.repair import repaired
from reviewer.checks.vocabulary import frequency, is_known
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity

_CONSONANT, _VOWEL = "\u0915-\u0939\u0958-\u095f\u0978-\u097f", "\u0904-\u0914\u0960\u0961\u0972-\u0977"
_MATRA = "\u093a\u093b\u093e-\u094c\u094e\u094f\u0955-\u0957\u0962\u0963"
_NUKTA, _VIRAMA, _NASAL, _JOINER = "\u093c", "\u094d", "\u0900-\u0903", "\u200c\u200d"
_MARK = _MATRA + _NUKTA + _VIRAMA + _NASAL
_CIRCLE, _BLANK = "\u25cc", " \u00a0"
_DOTTED = "कखगजडढफयनरळ"
"""Letters that take a nukta, the last ones in words of other languages."""
_LENIENT = "अचछझतथदबवसह"
"""Letters that are dotted for sounds of Urdu, Kashmiri or French now and then."""

_MATRAS = frozenset(regex.findall(f"[{_MATRA}]", "".join(map(chr, range(0x900, 0x980)))))
_NASALS = frozenset("\u0900\u0901\u0902\u0903")
_MARKS = _MATRAS | _NASALS | {_NUKTA, _VIRAMA}

# Three cheap looks that most texts pass; `re` is fast where a pattern begins with a set or a letter.
_STRAY = re.compile(
    f"[^{_CONSONANT}{_NUKTA}](?:(?=[{_MATRA}{_NUKTA}{_VIRAMA}])|(?<=[^{_MATRA}{_VOWEL}ॐ])(?=[{_NASAL}]))"
)
_OPEN = re.compile(f"{_VIRAMA}(?![{_CONSONANT}])")
_DOT = re.compile(f"{_NUKTA}(?<![{_DOTTED}]{_NUKTA})")

_FIRST = re.compile(f"[{_MARK}]")
_LETTERS = f"[\u0900-\u0963\u0970-\u097f{_JOINER}{_CIRCLE}]"
_RUN = regex.compile(f"{_LETTERS}++(?:[{_BLANK}]{{1,3}}+(?=[{_MARK}]){_LETTERS}++)*+")
"""A word with what is cut off it: no word begins with a mark."""
_HALF = regex.compile(f"{_VIRAMA}[{_BLANK}]{{1,3}}+({_LETTERS}{{1,40}}+)")
_SYLLABLE = regex.compile(f"([{_CONSONANT}{_VOWEL}])([{_MARK}{_JOINER}]*+)")
_VOWEL_LETTER = regex.compile(f"[{_VOWEL}]")
_CONSONANTS = regex.compile(f"[{_CONSONANT}{_VOWEL}]")
_BLANKS = regex.compile(f"[{_BLANK}]+")
_ON_VOWEL = regex.compile(f"{_NUKTA}?[{_NASAL}]?")
_ON_CONSONANT = regex.compile(f"{_NUKTA}?[{_JOINER}]?(?:{_VIRAMA}[{_JOINER}]*+|[{_MATRA}]?[{_NASAL}]?)")
_DOUBTFUL = regex.compile(f"[{_MATRA}]{_NUKTA}[{_NASAL}]?|([{_MATRA}])\\1{{2,}}+")
"""A nukta typed late, which looks as it should, and a cry drawn out."""
_QUOTES = frozenset("“”‘’\"'()[]")
_HALANT = regex.compile("(?:[तनमदकटसशषरणङञ]्|[वम]ान्)$")
"""How words of Sanskrit end, and names as the South writes them."""
_FULL_VOWEL = {
    "अा": "आ", "अि": "इ", "अी": "ई", "अु": "उ", "अू": "ऊ", "अे": "ए", "अै": "ऐ", "अो": "ओ", "अौ": "औ",
    "अॉ": "ऑ", "अृ": "ऋ", "एे": "ऐ", "ओे": "ओ", "आे": "ओ", "आै": "औ", "आॅ": "ऑ", "आॉ": "ऑ", "इी": "ई",
    "उू": "ऊ", "एा": "ए", "अाे": "ओ", "अाै": "औ", "अाॅ": "ऑ",
}  # fmt: skip
_TOLERATED = frozenset({"अॅ", "एॅ"})
"""Marathi's way of writing the vowel of “cat”, seen in Hindi too."""
_MOST = 40
"""Letters of a word that is shown and mended as a whole."""
_WAYS = 24
_COMMON, _VERY_COMMON = 3.0, 5.0
"""Zipf frequencies."""


class InvalidSequence(Check):
    """A mark stands where none can: two vowel signs on one letter, a sign on a vowel or cut off its letter.

    So does a virama before a vowel sign or a blank, a second ं, a nukta on a letter that takes none. Words
    of Sanskrit end in a virama: श्रीमान्, अर्थात्. So do names in some spellings, and they are left alone.
    """

    id, code, title = "orthography.invalid-sequence", "O01", "Impossible marks"
    tier, type = Tier.ERROR, "linguistic/spelling"
    examples = (
        found("हम यह देखेंं कि क्या हुआ।", "देखेंं", suggestion="देखें"),
        found("वह अाज आएगा।", "अाज", suggestion="आज"),
        found("यह पुरानी कितााब है।", "कितााब", suggestion="किताब"),
        found("यह पुरानी किताेब है।", "किताेब", suggestion="किताब"),
        found("बड़े बांध ों के पास घर हैं।", "बांध ों", suggestion="बांधों"),
        found("यह आश् चर्य की बात है।", "आश् चर्य", suggestion="आश्चर्य"),
        found("सरक्ार ने कहा।", "सरक्ार", suggestion="सरकार"),
        found("सरका्र ने कहा।", "सरका्र", suggestion="सरकार"),
        found("वह नहंी आया।", "नहंी", suggestion="नहीं"),
        found("सडा़ हुआ फल है।", "सडा़", suggestion="सड़ा"),
        found("वह ाज आया।", "वह ाज"),
        found("ेक आदमी आया।", "ेक"),
        found("म़कान बड़ा है।", "म़कान", suggestion="मकान"),
        found("उसने कहा् कि वह आएगा।", "कहा्", suggestion="कहा"),
        found("यह एे कहा गया।", "एे"),
        found("\u25ccि यहाँ है।", "\u25ccि"),
        silent("श्रीमान्, विद्वान् और भगवन् आए।"),
        silent("अर्थात् पश्चात् सन् 1947 में।"),
        silent("राष्ट्रपति ने क्यों कहा कि हँसी और दुःख साथ हैं।"),
        silent("ज़्यादा फ़र्क़ नहीं पड़ा, ख़बर ग़लत थी।"),
        silent("मात्रा “ा” दीर्घ है।"),
        silent("उन्\u200dहोंने MLAों से कहा।"),
        silent("ॐ नमः शिवाय।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each word with such a mark, and what it most likely was."""
        del article
        text = lens.target.text
        if not is_suspect(text):
            return
        for match in _RUN.finditer(text):
            fault = _fault(text, *match.span()) if is_suspect(match[0]) else None
            if fault is not None:
                yield _hit(lens.target, fault)


def is_suspect(text: str) -> bool:
    """Whether a text, or a word, may hold such a mark."""
    return (
        _STRAY.search(text) is not None
        or _OPEN.search(text) is not None
        or _DOT.search(text) is not None
        or _FIRST.match(text) is not None
        or _CIRCLE in text
    )


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a word is broken, how, and what it was, if that is known."""

    start: int
    end: int
    message: str
    mended: str | None
    tier: Tier = Tier.ERROR
    severity: Severity = Severity.MINOR
    is_safe: bool = False


def _hit(text: Text, fault: _Fault) -> Hit:
    shown = repaired(
        text,
        fault.start,
        fault.end,
        fault.mended or "",
        fault.message,
        tier=fault.tier,
        severity=fault.severity,
        is_safe=fault.is_safe,
    )
    return shown if fault.mended else replace(shown, suggestion=None)


def _fault(text: str, start: int, end: int) -> _Fault | None:
    """Return what is wrong with the letters from `start` to `end`, a word and what is cut off it."""
    if text[start] in _MARKS:
        if start and (text[start - 1].isalnum() or text[start - 1] == "\ufffd"):
            while start < end and text[start] in _MARKS:  # Of a word in Latin letters, or of broken ones.
                start += 1
        elif not (start and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES):
            return _Fault(start, end, "No word begins with this mark.", None)
    run = text[start:end]
    word = _BLANKS.sub("", run)
    if word != run:
        return _cut(run, word, start, end)
    broken = _broken(word)
    if _CIRCLE in word:
        bare = word.replace(_CIRCLE, "")
        return _Fault(start, end, "A dotted circle stands in the word.", bare if is_known(bare) else None)
    if broken:
        return _misspelt(word, broken, start, end)
    return _open(text, word, start, end) if word.endswith(_VIRAMA) else None


def _cut(run: str, word: str, start: int, end: int) -> _Fault:
    """Return a word of which a blank has cut off a mark."""
    whole = _mended(word, _broken(word)) or word
    left, _, tail = run.partition(" ")
    is_sure = is_known(whole) or not is_known(left) or _CONSONANTS.search(tail) is None
    return _Fault(
        start,
        end,
        "A blank cuts a mark off its letter.",
        whole if is_sure and len(run) <= _MOST and not _broken(whole) else None,
        severity=Severity.MAJOR,
    )


def _misspelt(word: str, broken: list[regex.Match[str]], start: int, end: int) -> _Fault:
    """Return a word with marks that exclude one another."""
    first, last = broken[0], broken[-1]
    letter, marks = first[1], first[2]
    is_doubtful = _DOUBTFUL.fullmatch(marks) or (letter in _LENIENT and marks.startswith(_NUKTA))
    tier = Tier.HINT if is_doubtful else Tier.ERROR
    if len(word) > _MOST:
        return _Fault(start + first.start(), start + last.end(), _told(letter, marks), None, tier)
    mended = _mended(word, broken)
    is_safe = mended is not None and all(len(_ways(each[1], each[2])) == 1 for each in broken)
    return _Fault(
        start, end, _told(letter, marks), mended, tier, is_safe=is_safe and not marks.startswith(_NUKTA)
    )


def _open(text: str, word: str, start: int, end: int) -> _Fault | None:
    """Return a word that is cut off after a virama, unless it is of those that end so."""
    rest = _HALF.match(text, end - 1)
    if rest is not None and len(word) <= _MOST and is_known(word + rest[1]) and not is_known(rest[1]):
        message = "A blank cuts this word in two."
        return _Fault(start, rest.end(), message, word + rest[1], severity=Severity.MAJOR)
    if is_known(word) or len(word) > _MOST or frequency(word[:-1]) < _COMMON:
        return None
    if _HALANT.search(word) and frequency(word[:-1]) < _VERY_COMMON:
        return None
    return _Fault(start, end, "No letter follows this virama.", word[:-1])


def _told(letter: str, marks: str) -> str:
    matras = [mark for mark in marks if mark in _MATRAS]
    if marks.startswith(_NUKTA) and letter not in _DOTTED:
        return f"“{letter}” takes no nukta."
    if _VOWEL_LETTER.match(letter) and matras:
        return f"The vowel “{letter}” cannot take a vowel sign."
    if _VIRAMA in marks and matras:
        return f"“{letter}” has a virama and a vowel sign."
    if len(matras) > 1:
        return f"“{letter}” has two vowel signs."
    return f"These marks on “{letter}” exclude one another, or are in the wrong order."


def _broken(word: str) -> list[regex.Match[str]]:
    return [match for match in _SYLLABLE.finditer(word) if not _is_possible(match[1], match[2])]


def _is_possible(letter: str, marks: str) -> bool:
    if not marks:
        return True
    bare = marks.strip(_JOINER)
    if _VOWEL_LETTER.match(letter):
        return _ON_VOWEL.fullmatch(bare) is not None or letter + bare[:1] in _TOLERATED
    if bare.startswith(_NUKTA) and letter not in _DOTTED:
        return False
    return _ON_CONSONANT.fullmatch(bare) is not None


def _mended(word: str, broken: list[regex.Match[str]]) -> str | None:
    """Return the commonest word that leaving out some of the marks makes, or the only one."""
    ways = [_ways(match[1], match[2]) for match in broken]
    made = [_joined(word, broken, choice) for choice in islice(product(*ways), _WAYS)]
    best = max(made, key=frequency, default=None)
    return best if best is not None and (is_known(best) or len(made) == 1) else None


def _joined(word: str, broken: list[regex.Match[str]], choice: tuple[str, ...]) -> str:
    pieces, at = [], 0
    for match, instead in zip(broken, choice, strict=True):
        pieces += [word[at : match.start()], instead]
        at = match.end()
    return "".join((*pieces, word[at:]))


def _ways(letter: str, marks: str) -> tuple[str, ...]:
    """Return what a letter and its marks may have been."""
    matras = "".join(dict.fromkeys(mark for mark in marks if mark in _MATRAS))
    nasals = tuple(dict.fromkeys(mark for mark in marks if mark in _NASALS)) or ("",)
    if _VOWEL_LETTER.match(letter):
        full = _FULL_VOWEL.get(letter + matras, letter)
        return tuple(base + nasal for base in dict.fromkeys((full, letter)) for nasal in nasals)
    base = letter + _NUKTA if _NUKTA in marks and letter in _DOTTED else letter
    vowels = tuple(matras) or ((_VIRAMA, "") if _VIRAMA in marks and nasals != ("",) else ("",))
    if _VIRAMA in marks and nasals == ("",):
        vowels = (*matras, _VIRAMA)
    return tuple(base + vowel + (nasal if vowel != _VIRAMA else "") for vowel in vowels for nasal in nasals)
