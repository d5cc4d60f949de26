"""Names spelt in two ways, or otherwise than they sound."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.name.entity import Name, alone, evidence, exonyms, names, sounds_like, written
from reviewer.checks.name.likeness import cost
from reviewer.checks.name.rendering import ALIKE, Wrong, wrong_names
from reviewer.checks.vocabulary import frequency
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.fold import fold
from reviewer.text.lexicon import rows
from reviewer.text.sound import skeleton

_SOUNDS = 3
_ALIKE = 0.6
_COMMON = 4.0
"""Zipf frequency from which on a word is no name, though it may sound like one."""


class NameMisspelt(Check):
    """One name spelt in two ways in a document, or otherwise than its English sounds.

    A word that no list has is taken for a name if it is a consonant or a vowel away from how the English
    sounds. What is written so throughout the document, or may be heard so, is but a hint.
    """

    id, code, title = "name.variant", "E02", "Name spelt two ways"
    tier, type, severity = Tier.WARNING, "terminology/inconsistent", Severity.MINOR
    uses = frozenset({Need.SOURCE, Need.DOCUMENT})
    examples = (
        found("पूतिन ने कहा।", "पूतिन", source="Putin said so.", before=("पुतिन आए।", "पुतिन गए।")),
        found("यह बात मोस्को ने कही।", "मोस्को", source="It was said by Moscow.", suggestion="मॉस्को"),
        found("यह बात केजरिवाक ने कही।", "केजरिवाक", source="It was said by Kejriwal.", suggestion="केजरीवाल"),
        found("वहाँ की नदी गोलुंप्रा है।", "गोलुंप्रा", source="The river there is the Golundra."),
        silent("पुतिन ने कहा।", source="Putin said so.", before=("पुतिन आए।",)),
        silent("मोदी और मोदियों की बात हुई।", source="Modi and the Modis talked."),
        silent("वहाँ की नदी गोलुंद्रा है।", source="The river there is the Golundra."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words that are not what they sound like, then spellings that differ from others."""
        english = lens.source
        if english is None:
            return
        seen: set[int] = set()
        for wrong in lens.fact(wrong_names):
            seen.add(wrong.place.start)
            yield self._misheard(wrong, lens, article)
        for name in english.fact(names):
            word = _word_for(name, lens)
            if word is None or word[1] in seen:
                continue
            text, start, end = word
            listed = _listed(name, text)
            right = listed or _usual(_rivals(name, text, article), text)
            if right is not None:
                seen.add(start)
                yield Hit(
                    target=Range(start, end),
                    english=name.range,
                    message=f"“{name.text}” is written “{right}” elsewhere.",
                    suggestion=right,
                    tier=self.tier if _is_plainly_wrong(name, text, listed) else Tier.HINT,
                    evidence=evidence(lens),
                )

    def _misheard(self, wrong: Wrong, lens: Lens, article: Article) -> Hit:
        said = lens.target.text[wrong.place.start : wrong.place.end]
        return Hit(
            target=wrong.place,
            english=wrong.name.range,
            message=f"“{said}” does not sound like “{wrong.name.text}”.",
            suggestion=wrong.right,
            type="accuracy/mistranslation",
            tier=Tier.HINT if article.fact(_counts)[said] > 1 else self.tier,
            evidence=evidence(lens),
        )


def _word_for(name: Name, lens: Lens) -> tuple[str, int, int] | None:
    """Return the one Hindi word that sounds like a name, or nearly so where none sounds so exactly."""
    sound = skeleton(name.text)
    if len(sound) < _SOUNDS:
        return None
    single = lens.target.fact(alone)
    like = [word[1:] for word in single if word[0] == sound and frequency(word[1]) < _COMMON]
    if not like:
        like = [
            word[1:]
            for word in single
            if word[0][:1] == sound[0] and not frequency(word[1]) and sounds_like(sound, word[0])
        ]
    return like[0] if len({word[0] for word in like}) == 1 else None


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


def _counts(article: Article) -> Counter[str]:
    """Count the document's words."""
    counts: Counter[str] = Counter()
    for words in article.fact(_sounds).values():
        counts.update(words)
    return counts


def _sounding(lens: Lens) -> tuple[tuple[str, str], ...]:
    return tuple((skeleton(each.text), each.text) for each in lens.target.tokens if each.is_hindi)


def _renderings(lens: Lens) -> tuple[tuple[str, str], ...]:
    if lens.source is None:
        return ()
    pairs = ((name.text.lower(), _word_for(name, lens)) for name in lens.source.fact(names))
    return tuple((english, word[0]) for english, word in pairs if word is not None)


def _listed(name: Name, text: str) -> str | None:
    """Return the table's spelling, where this one is another but no form of it."""
    key = name.text.lower()
    forms = [form for form in written().get(key, ()) if " " not in form]
    folded = fold(text).text
    if not forms or any(folded.startswith(fold(form).text[:-1]) for form in forms):
        return None
    if key not in exonyms() and (frequency(text) or _is_loosely(text, forms)):
        return None
    return forms[0] if _is_spelling(text, forms[0]) else None


def _is_plainly_wrong(name: Name, text: str, listed: str | None) -> bool:
    """Whether a spelling is not one of those that the English may be heard as."""
    return (listed is not None and name.text.lower() in exonyms()) or cost(name.text, text) > ALIKE


def _is_loosely(text: str, forms: list[str]) -> bool:
    """Whether a word is one of some forms but for the length of vowels and the like."""
    return fold(text, loose=True).text in {fold(form, loose=True).text for form in forms}


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
