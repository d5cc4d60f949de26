"""Names that are missing, spelt another way, or of a neighbour."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.name.entity import (
    Name,
    alone,
    evidence,
    full_names,
    heard,
    is_met,
    is_met_around,
    known,
    loose,
    names,
    sounds_like,
)
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.fold import fold
from reviewer.text.lexicon import alternatives, rows
from reviewer.text.sound import skeleton

_SENTENCE = 400
_FULL = 2
_SUFFIX = regex.compile(
    r"(?:tion|sion|ment|ness|ing|ist|ity|ant|ent|ance|ence|ics|al|ive|ous|able|ible|ship|hood|ery|ary|ory|ways?|er|or"
    r"|ed|ly|gy|my|phy|ure|age|ism|s)\Z"
)
_PEOPLE = regex.compile(r"(?:an|ese|ish|ate|ic)\Z")
"""Endings of adjectives, which Hindi forms in its own way."""
_SOUNDS = 3
_ALIKE = 0.6
_CLEAR = 4
"""Sounds of a name from which one wrong sound among them can be told."""
_CLOSE = ("KSCJG", "TDC", "NM", "VBP", "PFB", "JZY", "RLD")
"""Sounds that transcriptions mix up."""


class NameMissing(Check):
    """A name of the English that nothing in the Hindi sounds like.

    Translated names of institutions, and names that stand in a neighbouring segment, are no errors. Where a
    name without a counterpart stands in its place, that one is shown.
    """

    id, code, title = "name.missing", "E01", "Name missing"
    tier, type, severity = Tier.WARNING, "accuracy/omission", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("मॉस्को ने इससे इनकार किया।", "", source="Both Moscow and Pyongyang denied it."),
        found("बातचीत में मॉस्को शामिल हुआ।", "मॉस्को", source="The talks were joined by Germany."),
        silent("मॉस्को और प्योंगयांग ने इससे इनकार किया।", source="Both Moscow and Pyongyang denied it."),
        silent("बातचीत में पुतिन शामिल हुए।", source="The talks were joined by Putin."),
        silent("सुरक्षा परिषद की बैठक हुई।", source="A meeting of the Security Council was held."),
        silent("जर्मनी ने मदद दी।", source="Aid was given by Germany."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield names that nobody stands for."""
        english = lens.english
        if english is None or not lens.target.tokens:
            return
        gone = [run for run in english.fact(full_names) if _is_gone(run, lens, article)]
        strange = _strangers(lens)
        if not gone:
            told = article.fact(_told) if strange else frozenset()
            for each in strange:
                if not told.isdisjoint(_latin_starts(lens.target.text[each.start : each.end])):
                    # The document is about it: Hindi may well say it once more.
                    continue
                said = lens.target.text[each.start : each.end]
                yield Hit(
                    target=each,
                    message=f"“{said}” stands for nothing in the English.",
                    type="accuracy/mistranslation",
                    evidence=evidence(lens),
                )
        for run in gone:
            name = run[-1]
            place = strange[0] if len(strange) == 1 and run is _nearest(gone, strange[0], lens) else None
            yield Hit(
                target=place or Range(0, 0),
                english=Range(run[0].start, run[-1].end),
                message=f"Nothing in the Hindi stands for “{english.text[run[0].start : name.end]}”.",
                type="accuracy/mistranslation" if place else self.type,
                tier=self.tier if place or _is_sure(run, lens) else Tier.HINT,
                evidence=evidence(lens),
            )


def _nearest(gone: list[tuple[Name, ...]], place: Range, lens: Lens) -> tuple[Name, ...]:
    """Return the name without a counterpart that stands about as far into its text as a place."""
    whole = len(lens.english.text) if lens.english else 1
    wanted = place.start / max(1, len(lens.target.text)) * whole
    return min(gone, key=lambda run: abs(run[0].start - wanted))


def _is_sure(run: tuple[Name, ...], lens: Lens) -> bool:
    """Whether a name is known to have a Hindi form, or is a full name, in about one sentence."""
    is_known = any(name.text.lower() in known() for name in run)
    is_full = len(run) == _FULL and not any(_is_plain(name) for name in run)
    return (is_known or is_full) and lens.english is not None and len(lens.english.text) <= _SENTENCE


def _is_plain(name: Name) -> bool:
    """Whether a word with a capital looks like an English noun or adjective, as in titles of offices."""
    return len(skeleton(name.text)) < _SOUNDS or _SUFFIX.search(name.text) is not None


def _is_gone(run: tuple[Name, ...], lens: Lens, article: Article) -> bool:
    """Whether none of the names of a run is met; a lone word at the start of a sentence may be no name."""
    if run[0].is_first and len(run) == 1 and run[0].text.lower() not in known():
        return False
    return not any(is_met(name, lens) or is_met_around(name, lens, article) for name in run)


_SHORT_FORMS = frozenset({"America", "United States", "United Kingdom", "Washington", "Ganges", "Khan"})
"""Names that English abbreviates, and such as are common words in Hindi."""
_BEGINNING = 4
"""Letters that a name shares with what is made of it: Norway, Norwegians."""


@lru_cache(maxsize=1)
def _hindi_names() -> dict[str, tuple[str, ...]]:
    """Names of the table by their folded Hindi."""
    return {
        fold(form, loose=True).text: alternatives(row["english"])
        for row in rows("exonyms_names")
        for form in alternatives(row["hindi_accepted"])
        if " " not in form and _SHORT_FORMS.isdisjoint(alternatives(row["english"]))
    }


def _told(article: Article) -> frozenset[str]:
    """Return how the capitalised words of the document's English begin."""
    return frozenset().union(*(lens.fact(_capitals) for lens in article.lenses))


def _capitals(lens: Lens) -> frozenset[str]:
    if lens.english is None:
        return frozenset()
    return frozenset(
        token.text[:_BEGINNING].lower() for token in lens.english.tokens if token.text[:1].isupper()
    )


def _latin_starts(hindi: str) -> frozenset[str]:
    """Return how the English of a known Hindi name begins."""
    known_as = _hindi_names().get(fold(hindi, loose=True).text, ())
    return frozenset(name.lower()[:_BEGINNING] for name in known_as)


def _strangers(lens: Lens) -> list[Range]:
    """Return known Hindi names to which nothing in the English sounds like, or is made of."""
    english = lens.english
    table = _hindi_names()
    if english is None or table.keys().isdisjoint(lens.fact(loose).split()):
        return []
    said = english.text.lower()
    sounds = {skeleton(token.text) for token in english.tokens if not token.is_number}
    return [
        Range(token.start, token.end)
        for token in lens.target.tokens
        if token.is_hindi
        and (known_as := table.get(fold(token.text, loose=True).text)) is not None
        and not any(name.lower()[:_BEGINNING] in said for name in known_as)
        and not any(sounds_like(sound, skeleton(token.text)) for sound in sounds)
    ]


class NameMisspelt(Check):
    """One name spelt in two ways in a document, or otherwise than its English sounds."""

    id, code, title = "name.variant", "E02", "Name spelt two ways"
    tier, type, severity = Tier.WARNING, "terminology/inconsistent", Severity.MINOR
    uses = frozenset({Need.SOURCE, Need.DOCUMENT})
    examples = (
        found("पूतिन ने कहा।", "पूतिन", source="Putin said so.", before=("पुतिन आए।", "पुतिन गए।")),
        found("यह बात मोस्को ने कही।", "मोस्को", source="It was said by Moscow.", suggestion="मॉस्को"),
        silent("पुतिन ने कहा।", source="Putin said so.", before=("पुतिन आए।",)),
        silent("मोदी और मोदियों की बात हुई।", source="Modi and the Modis talked."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield spellings that differ from the table's, then from the document's."""
        english = lens.source
        if english is None:
            return
        seen: set[int] = set()
        for name in english.fact(names):
            word = _word_for(name, lens)
            wrong = _misheard(name, lens)
            if wrong is not None and wrong.start not in seen:
                seen.add(wrong.start)
                said = lens.target.text[wrong.start : wrong.end]
                yield Hit(
                    target=wrong,
                    english=name.range,
                    message=f"“{said}” does not sound like “{name.text}”.",
                    type="accuracy/mistranslation",
                    evidence=evidence(lens),
                )
                continue
            if word is None or word[1] in seen:
                continue
            text, start, end = word
            right = _listed(name, text) or _usual(_rivals(name, text, article), text)
            if right is not None:
                seen.add(start)
                yield Hit(
                    target=Range(start, end),
                    english=name.range,
                    message=f"“{name.text}” is written “{right}” elsewhere.",
                    suggestion=right,
                    evidence=evidence(lens),
                )


def _word_for(name: Name, lens: Lens) -> tuple[str, int, int] | None:
    """Return the one Hindi word that sounds like a name, or nearly so where none sounds so exactly."""
    sound = skeleton(name.text)
    if len(sound) < _SOUNDS:
        return None
    single = lens.target.fact(alone)
    like = [word[1:] for word in single if word[0] == sound]
    if not like:
        like = [word[1:] for word in single if word[0][:1] == sound[0] and sounds_like(sound, word[0])]
    return like[0] if len({word[0] for word in like}) == 1 else None


def _misheard(name: Name, lens: Lens) -> Range | None:
    """Return the one word that sounds like a name but for one consonant, or two that changed places."""
    sound = skeleton(name.text)
    is_word = name.is_first or "-" in name.text or _is_plain(name) or _PEOPLE.search(name.text) is not None
    if len(sound) < _CLEAR or name.text.lower() in known() or is_word:
        return None
    here = lens.target.fact(heard)
    if any(sound == each or sound in each for each, _, _ in here):
        return None
    text = lens.target.text
    like = [
        Range(start, end)
        for each, start, end in here
        if _is_misheard(sound, each) and " " not in text[start:end] and text[start:end] not in _ordinary()
    ]
    return like[0] if len(like) == 1 else None


def _is_misheard(sound: str, other: str) -> bool:
    if len(sound) != len(other) or sound[0] != other[0]:
        return False
    differ = [at for at, (one, two) in enumerate(zip(sound, other, strict=True)) if one != two]
    if len(differ) == 1:
        one, two = sound[differ[0]], other[differ[0]]
        return not any(one in group and two in group for group in _CLOSE)
    if len(differ) != 2:
        return False
    first, second = differ
    return second == first + 1 and sound[first] == other[second] and sound[second] == other[first]


def _rivals(name: Name, text: str, article: Article) -> Counter[str]:
    """Count the spellings of a name in the document: beside the same English, or of the same sound."""
    loose = fold(text, loose=True).text
    like = article.fact(_sounds).get(skeleton(text), Counter())
    same = Counter({word: times for word, times in like.items() if fold(word, loose=True).text == loose})
    return article.fact(_spellings).get(name.text.lower(), Counter()) | same


def _spellings(article: Article) -> dict[str, Counter[str]]:
    """Count how each English name is spelt in the document."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for lens in article.lenses:
        for english, hindi in lens.fact(_renderings):
            found[english][hindi] += 1
    return dict(found)


def _sounds(article: Article) -> dict[str, Counter[str]]:
    """Count the document's words by how they sound."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for lens in article.lenses:
        for sound, word in lens.fact(_sounding):
            found[sound][word] += 1
    return dict(found)


def _sounding(lens: Lens) -> tuple[tuple[str, str], ...]:
    return tuple((skeleton(each.text), each.text) for each in lens.target.tokens if each.is_hindi)


def _renderings(lens: Lens) -> tuple[tuple[str, str], ...]:
    if lens.source is None:
        return ()
    pairs = ((name.text.lower(), _word_for(name, lens)) for name in lens.source.fact(names))
    return tuple((english, word[0]) for english, word in pairs if word is not None)


def _listed(name: Name, text: str) -> str | None:
    """Return the table's spelling, where this one is another but no form of it."""
    for row in _rows().get(name.text.lower(), ()):
        forms = [form for form in (*alternatives(row[0]), *alternatives(row[1])) if " " not in form]
        folded = fold(text).text
        if not forms or any(folded.startswith(fold(form).text[:-1]) for form in forms):
            return None
        return forms[0] if _is_spelling(text, forms[0]) else None
    return None


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        english.lower(): ((row["hindi_accepted"], row["adjective_accepted"]),)
        for row in rows("exonyms_names")
        for english in alternatives(row["english"])
    }


def _usual(counts: Counter[str], text: str) -> str | None:
    """Return the document's usual spelling, where this one is rarer and no inflected form of it."""
    rivals = {word: times for word, times in counts.items() if word != text and _is_spelling(text, word)}
    usual = max(rivals, key=rivals.__getitem__, default=None)
    return usual if usual is not None and rivals[usual] >= 2 * counts[text] else None


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words are spellings of one name: alike, from the same letter, no endings of one stem."""
    if one[:1] != other[:1] or len(one) < _SOUNDS or other in _ordinary():
        return False
    if one.startswith(other[:-1]) or other.startswith(one[:-1]):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """Hindi words that are no names, whatever they sound like."""
    listed = {next(iter(row.values())) for row in rows("noun_gender")}
    return frozenset(listed | {next(iter(row.values())) for row in rows("word_classes")} | set(_VERBS))


_VERBS = ("करने", "करना", "करते", "करती", "करता", "शामिल", "किया", "कारण", "कोरोना", "दौरान", "बारे")
