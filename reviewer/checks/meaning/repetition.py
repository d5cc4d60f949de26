"""Words, clauses and whole segments that a translation says again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.meaning.cue import BAR, Line, line
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.lexicon import alternatives, rows, word_list

_LONGEST = 40
_SHORTEST_SEGMENT = 25
_SURE_SEGMENT = 40
_OFTEN = 3
_GRAM = 3
_LINKS = frozenset({"और", "तथा", "एवं", "व", "फिर"})
_COMPARED = frozenset({"से कम", "कम से", "से ज्यादा", "ज्यादा से", "से अधिक", "अधिक से"})
"""As in से कम से कम: at least."""
_SPOKEN = frozenset({"है", "हैं", "हूं", "था", "थे", "थी", "हो"})
_ALIKE = 0.4
_NEAR = 30


class Repetition(Check):
    """A phrase, clause or sentence stands twice in succession, or a segment says what another said.

    This is how engines loop. A refrain, or words that the English repeats too, are left alone;
    single doubled words are another check.
    """

    id, code, title = "meaning.repetition", "A12", "Repeated text"
    tier, type, severity = Tier.ERROR, "accuracy/addition", Severity.MAJOR
    uses = frozenset({Need.SOURCE, Need.DOCUMENT})
    examples = (
        found("सरकार की ओर से की ओर से बयान आया।", "की ओर से"),
        found("पुलिस ने कहा पुलिस ने कहा कि जाँच जारी है।", "पुलिस ने कहा"),
        found("वह कल आएगा। वह कल आएगा।", "वह कल आएगा"),
        found("बाज़ार में तेज़ी, बाज़ार में तेज़ी रही।", "बाज़ार में तेज़ी"),
        found("नगर निगम नगर निगम ने टेंडर निकाला।", "नगर निगम", source="The city invited tenders."),
        found(
            "अदालत ने सोमवार को सुनाई सज़ा और सोमवार को सुनाई सज़ा।",
            "सोमवार को सुनाई सज़ा",
        ),
        silent("वह धीरे-धीरे और साथ-साथ चले।"),
        silent("नए नए लोग घर घर जाकर मिले।"),
        silent("हम होंगे कामयाब, हम होंगे कामयाब।", source="We shall overcome, we shall overcome."),
        silent("दिल्ली से मुंबई और मुंबई से दिल्ली की उड़ानें रद्द हैं।"),
        silent("एक ओर सरकार है, दूसरी ओर सरकार के विरोधी।"),
        found(
            "मंत्री ने कहा कि बाँध का काम अगले महीने शुरू होगा।",
            "मंत्री ने कहा कि बाँध का काम अगले महीने शुरू होगा",
            before=("मंत्री ने कहा कि बाँध का काम अगले महीने शुरू होगा।",),
        ),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Look inside the segment first, then at the segment before."""
        repeated = lens.target.fact(_repeated)
        words = lens.target.fact(line)
        for first, count in repeated:
            place = words.range(first, count)
            said = lens.target.text[place.start : place.end]
            if not _may_be(lens, said):
                yield Hit(target=place, message=f"“{said}” stands here twice.", suggestion="")
        if not repeated:
            yield from self._again(lens, article)

    def _again(self, lens: Lens, article: Article) -> Iterator[Hit]:
        text = lens.target.text.strip()
        if len(text) <= _SHORTEST_SEGMENT:
            return
        places = article.fact(_segments_by_text)[text]
        here = article.place(lens)
        if len(places) < 2 or places[0] == here:
            return
        earlier = max(place for place in places if place < here)
        if not _is_suspect(lens, article.lenses[earlier], here - earlier):
            return
        start = lens.target.text.index(text)
        yield Hit(
            target=Range(start, start + len(text.rstrip("।.?! "))),
            message=f"Segment {earlier + 1} says exactly the same.",
            tier=Tier.ERROR if lens.source is not None else Tier.HINT,
        )


def _is_suspect(lens: Lens, other: Lens, distance: int) -> bool:
    """Whether the sources differ; without sources, whether a long segment follows itself."""
    if lens.source is not None and other.source is not None:
        one, two = (set(text.fact(line).words) for text in (lens.source, other.source))
        return distance <= _NEAR and len(one & two) < _ALIKE * len(one | two)
    return lens.source is None and distance == 1 and len(lens.target.text) > _SURE_SEGMENT


def _segments_by_text(article: Article) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, lens in enumerate(article.lenses):
        found[lens.target.text.strip()].append(place)
    return found


def _may_be(lens: Lens, phrase: str) -> bool:
    """Whether the English repeats as well: a phrase in succession, or names, of which this may be one."""
    english = lens.english
    if english is None:
        return len(phrase.split()) <= 2 and _function_words().isdisjoint(phrase.split())
    if english.fact(_repeated):
        return True
    is_name = _function_words().isdisjoint(phrase.split())
    return (is_name or len(phrase.split()) <= 2) and english.fact(_says_again)


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    forms = (row["forms"] for row in rows("auxiliaries"))
    return frozenset(word for cell in forms for word in alternatives(cell)) | word_list("postposition")


def _says_again(text: Text) -> bool:
    """Whether an English text says a word twice in succession, or a name anywhere; a fact."""
    words = [word for word in text.fact(line).words if word != BAR]
    if any(one == other for one, other in pairwise(words)):
        return True
    names = [
        (one.text, other.text)
        for one, other in pairwise(text.tokens)
        if one.text[0].isupper() and (other.text[0].isupper() or other.is_number)
    ]
    return len(set(names)) < len(names)


def _repeated(text: Text) -> tuple[tuple[int, int], ...]:
    """Return first word and number of words of what is said again, in order and apart; a fact."""
    words = text.fact(line)
    known: set[tuple[str, str]] = set()
    twice = {pair for pair in pairwise(words.words) if pair in known or known.add(pair)}  # type: ignore[func-returns-value]
    if not twice:
        return ()
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    found: list[tuple[int, int]] = []
    end = 0
    for place, pair in enumerate(pairwise(words.words)):
        if pair not in twice:
            continue
        if place >= end and (again := _again_at(words, seen[pair], place)):
            found.append(again)
            end = sum(again)
        seen[pair].append(place)
        del seen[pair][:-_OFTEN]
    return tuple(found)


def _again_at(words: Line, earlier: list[int], place: int) -> tuple[int, int] | None:
    """Return first word and number of words of what stands here again, without punctuation around it."""
    for first in reversed(earlier):
        if place - first > _LONGEST:
            return None
        count = _common(words, first, place)
        if _is_repetition(words, first, place, count):
            start = place + (words.words[place] == BAR)
            return start, place + count - start - (words.words[place + count - 1] == BAR)
    return None


def _common(words: Line, first: int, second: int) -> int:
    """Return how many words from both places on are the same, without running into one another."""
    count, most = 0, min(second - first, len(words.words) - second)
    while count < most and words.words[first + count] == words.words[second + count]:
        count += 1
    return count


def _is_repetition(words: Line, first: int, second: int, count: int) -> bool:
    same = [word for word in words.words[second : second + count] if word != BAR]
    # Single doubled words are another check; so are formulae, in which x y stands twice with reason.
    if len(set(same)) < 2 or (words.is_hindi and not _has_hindi(same)):
        return False
    gap = words.words[first + count : second]
    if f"{same[0]} {same[-1]}" in _COMPARED:
        return False
    if BAR in words.words[first:second]:
        is_inside = BAR in words.words[second + 1 : second + count - 1]
        # “ठीक है, ठीक है.” and “तैयार हैं? तैयार हैं.” are how people talk.
        if len(same) < _GRAM and same[-1] in _SPOKEN:
            return False
        return not any(word != BAR for word in gap) and (not is_inside or len(same) > _GRAM)
    return not gap or (len(same) >= _GRAM and len(gap) == 1 and gap[0] in _LINKS)


def _has_hindi(words: Sequence[str]) -> bool:
    return any("\u0900" <= word[0] < "\u0980" for word in words if word)
