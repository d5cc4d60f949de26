"""Denials that one of the two texts lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.meaning.cue import BAR, Line, english, line, weighed
from reviewer.checks.meaning.place import misfit, pairs, verb_for
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.lexicon import alternatives, rows

_PREFIXES = ("un", "non")
_OTHERS = ("under", "univ", "unif", "unit", "uniq", "unil", "unis", "nonst")
"""Beginnings of words that only look negated."""
_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "there", "that", "this"})
_SHORTEST = 6
_FREE, _FREE_AMONG = 1.5, 1.5
_MANY = 3
"""Standard deviations of length from which, and sentences from whose number on, a translation
is too free to count denials in it."""


class Negation(Check):
    """A “not” of the English is missing in the Hindi, or the Hindi denies what the English says.

    Words that deny inside (“refused” and इनकार, “unable” and असमर्थ) count for both sides, and so do
    phrases that Hindi turns round (“until”, “no longer”, “not only”). A free translation with the
    opposite word (“not easy” as मुश्किल) may still be found.
    """

    id, code, title = "meaning.negation", "A01", "Negation lost or added"
    tier, type, severity = Tier.ERROR, "accuracy/mistranslation", Severity.CRITICAL
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("मंत्री ने अदालत पर हमला किया।", "हमला किया", source="The minister did not attack the court."),
        found("सरकार ने नहीं कहा कि कीमतें बढ़ेंगी।", "नहीं", source="The government said prices would rise."),
        found("किसी ने उन्हें देखा था।", "देखा था", source="Nobody saw them."),
        found("वह आया। उसने पैसे लिए।", "पैसे लिए", source="He came. He didn’t take the money."),
        found("कंपनी ने आरोपों से इनकार नहीं किया।", "नहीं", source="The company denied the charges."),
        silent("मंत्री ने अदालत पर हमला नहीं किया।", source="The minister did not attack the court."),
        silent("उन्होंने आरोपों से इनकार किया।", source="He denied the allegations."),
        silent(
            "जब तक बारिश नहीं रुकती, मैच शुरू नहीं होगा।", source="The match will not start unless the rain stops."
        ),
        silent("वह न केवल लेखक हैं, बल्कि गायक भी हैं।", source="He is not only a writer but also a singer."),
        silent("वह असमर्थ रहे।", source="He could not manage it."),
        silent("पता करें कि फ़ाइल मौजूद है या नहीं।", source="Check whether the file exists."),
        silent("किसी न किसी को जाना होगा।", source="Someone will have to go."),
        silent("खाना बिना नमक का है।", source="The food is without salt."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Compare sentence by sentence where there are as many of them, else the two texts."""
        del article
        known = english(lens)
        if known is None:
            return
        text, side = known
        if not (_may_deny(text) or "नही" in lens.target.text or "नहि" in lens.target.text):
            return
        said, denied = text.fact(english_denials), lens.target.fact(_hindi_denials)
        if not (said.strict or denied.strict):
            return
        is_lost, is_added = lacks(said, denied), lacks(denied, said)
        if not (is_lost or is_added):
            return
        firm = weighed(self.tier, side)
        whole = lens.fact(pairs)
        for theirs, ours in whole:
            if not _is_close(theirs, ours, len(whole)):
                firm = Tier.HINT
            here, there = said.within(theirs), denied.within(ours)
            # Where words deny inside too, two denials may have been said as none: “isn’t unbearable”.
            tier = Tier.HINT if here.softly or there.softly else firm
            if is_lost and lacks(here, there):
                place = here.strict[-1]
                word = text.text[place.start : place.end]
                yield Hit(
                    target=verb_for(lens, place),
                    english=place,
                    message=f"The English says “{word}”; nothing here denies it.",
                    tier=tier,
                    evidence=side,
                )
            elif is_added and lacks(there, here) and not here.strict:
                place = there.strict[-1]
                word = lens.target.text[place.start : place.end]
                yield Hit(
                    target=place,
                    message=f"“{word}” denies something that the English does not deny.",
                    tier=tier,
                    evidence=side,
                )


@dataclass(frozen=True, slots=True)
class Denials:
    """Where a text denies: surely, perhaps, and inside words."""

    strict: tuple[Range, ...]
    weak: tuple[Range, ...]
    softly: tuple[Range, ...]

    @property
    def most(self) -> int:
        """How many denials there are at most, without those inside words."""
        return len(self.strict) + len(self.weak)

    @property
    def soft(self) -> int:
        """How many words deny inside."""
        return len(self.softly)

    def within(self, piece: Range) -> "Denials":
        """Return those of one sentence."""
        return Denials(
            tuple(each for each in self.strict if piece.start <= each.start < piece.end),
            tuple(each for each in self.weak if piece.start <= each.start < piece.end),
            tuple(each for each in self.softly if piece.start <= each.start < piece.end),
        )


def _may_deny(text: Text) -> bool:
    """Whether an English text can have a strict denial: a quick look, for most have none."""
    return "n't" in text.text or "n’t" in text.text or not _strict().isdisjoint(text.fact(line).where)


@lru_cache(maxsize=1)
def _strict() -> frozenset[str]:
    return frozenset(word for word, kind in _table("en")[1].items() if kind == "strict") | {"no", "one"}


def _is_close(theirs: Range, ours: Range, pieces: int) -> bool:
    """Whether two sentences are as long as translations of one another that keep to the words."""
    return pieces < _MANY and abs(misfit(len(theirs), len(ours))) < (_FREE if pieces == 1 else _FREE_AMONG)


def lacks(one: Denials, other: Denials) -> bool:
    """Whether one text denies more often than the other possibly can."""
    return len(one.strict) > other.most + max(0, other.soft - one.soft)


def english_denials(text: Text) -> Denials:
    """Return where an English text denies; a fact."""
    words = text.fact(line)
    kinds: dict[str, list[Range]] = {"strict": [], "weak": [], "soft": []}
    for place, count, kind in _cues(words, "en"):
        its = _english_kind(text, words, place) if kind == "strict" else kind
        if its in kinds:
            kinds[its].append(words.range(place, count))
    return Denials(tuple(kinds["strict"]), tuple(kinds["weak"]), tuple(kinds["soft"]))


def _hindi_denials(text: Text) -> Denials:
    words = text.fact(line)
    kinds: dict[str, list[Range]] = {"strict": [], "weak": [], "soft": []}
    for place, count, kind in _cues(words, "hi"):
        if kind in kinds:
            kinds[kind].append(words.range(place, count))
    return Denials(tuple(kinds["strict"]), tuple(kinds["weak"]), tuple(kinds["soft"]))


def _cues(words: Line, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield word, number of words and kind of every cue; phrases go before the words in them."""
    known = {word: entry for word in words.where if (entry := _entry(word, language)) is not None}
    end = 0
    for place in sorted(place for word in known for place in words.where[word]):
        if place < end:
            continue
        phrases, single = known[words.words[place]]
        kind, count = single, 1
        for parts, its in phrases:
            if words.words[place : place + len(parts)] == parts:
                kind, count = its, len(parts)
                break
        if kind is not None:
            yield place, count, kind
            end = place + count


_Phrases = tuple[tuple[tuple[str, ...], str], ...]


@lru_cache(maxsize=65_536)
def _entry(word: str, language: str) -> tuple[_Phrases, str | None] | None:
    """Return the phrases that begin with a word, and what it is alone; None for most words."""
    phrases, single, stems = _table(language)
    kind = single.get(word) or _shaped(word, language, stems)
    return (tuple(phrases.get(word, ())), kind) if kind or word in phrases else None


def _shaped(word: str, language: str, stems: tuple[str, ...]) -> str | None:
    """Tell a denial by the shape of a word that no list has."""
    if language == "hi":
        return "soft" if word.startswith(stems) else None
    if word.endswith("n't"):
        return "strict"
    if word.startswith(_OTHERS) or len(word) < _SHORTEST:
        return None
    if word.startswith(_PREFIXES) or word.endswith(("less", "lessly")):
        return "soft"
    return None


def _english_kind(text: Text, words: Line, place: int) -> str:
    """Tell a denial from a name, a number sign and a tag question."""
    word, piece = words.words[place], words.range(place)
    after = words.words[place + 1] if place + 1 < len(words.words) else ""
    beyond = words.words[place + 2] if place + 2 < len(words.words) else ""
    if word == "no" and (after[:1].isdigit() or (after == BAR and beyond[:1].isdigit())):
        return "none"
    if word == "no" and after == BAR:
        return "weak"
    if text.text[piece.end : piece.end + 1] == "-":
        return "weak"
    if text.text[piece.start].isupper() and place and words.words[place - 1] != BAR:
        return "weak"
    is_question = "?" in text.text[piece.end :]
    if word.endswith("n't") and is_question and after in _PRONOUNS:
        return "weak"
    return "strict"


_Table = tuple[dict[str, list[tuple[tuple[str, ...], str]]], dict[str, str], tuple[str, ...]]


@lru_cache(maxsize=2)
def _table(language: str) -> _Table:
    """Return the phrases by first word, longest first, the words, and the beginnings of words."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    single: dict[str, str] = {}
    stems: list[str] = []
    kinds = {"free": "weak", "negated": "soft", "positive": "none", "name": "none"}
    for row in rows("negation_cues"):
        if row["language"] != language:
            continue
        kind = kinds.get(row["kind"], row["kind"])
        for form in alternatives(row["forms"]):
            parts = tuple(form.split())
            if form.endswith("*"):
                stems.append(form[:-1])
            elif len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, kind))
            else:
                single.setdefault(form, kind)
    for known in phrases.values():
        known.sort(key=lambda pair: -len(pair[0]))
    return phrases, single, tuple(stems)
