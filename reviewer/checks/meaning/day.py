"""Days named by their distance or their name: yesterday, tomorrow, Monday."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens, Text
from reviewer.checks.meaning.cue import Cue, cues, english, english_cues, line
from reviewer.checks.meaning.place import sentences
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side

_KAL = regex.compile(rf"{BEFORE}कल{AFTER}")
_CLAUSE_END = regex.compile(r"[,;:।.?!”\"]")
_FUTURE = regex.compile(rf"(?:गा|गे|गी|ंगी|वाला है|वाले हैं|वाली है|वाली हैं){AFTER}")
_PAST = regex.compile(
    rf"{BEFORE}(?:था|थे|थी|थीं|गया|गए|गई|गईं|हुआ|हुए|हुई|किया|कहा|बताया|दिया|लिया|आया|आए|आई){AFTER}"
)


class RelativeDay(Check):
    """A day was changed: another weekday, or कल in the wrong tense for “yesterday” or “tomorrow”.

    कल is both; the verb of its clause tells which. A plan in the past (“was to meet tomorrow”)
    may be found wrongly.
    """

    id, code, title = "meaning.relative-day", "A14", "Another day"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("बैठक कल हुई थी।", "कल", source="The meeting is tomorrow."),
        found("बैठक कल होगी।", "कल", source="The meeting was held yesterday."),
        found("बैठक मंगलवार को होगी।", "मंगलवार", source="The meeting will be on Wednesday."),
        silent("बैठक कल होगी।", source="The meeting is tomorrow."),
        silent("बैठक बुधवार को होगी।", source="The meeting will be on Wednesday."),
        silent(
            "बैठक कल हुई थी और अगली सोमवार को होगी।", source="The meeting was yesterday, the next is on Monday."
        ),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Compare the weekdays, then the tense of कल."""
        del article
        known = english(lens)
        if known is None:
            return
        text, side = known
        if _words().isdisjoint(text.fact(line).where):
            return
        said = {cue.name: (cue, place) for cue, place in text.fact(english_cues) if cue.check in _KINDS}
        if said:
            yield from _weekdays(lens, text, said, side)
            yield from _tense(lens, text, said, side)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(word for cue in cues() if cue.check in _KINDS for word in cue.english)


_KINDS = frozenset({"day", "weekday"})
_Said = dict[str, tuple[Cue, Range]]


def _weekdays(lens: Lens, text: Text, said: _Said, side: Side) -> Iterator[Hit]:
    """Yield a weekday that the English does not name, where one that it names is missing."""
    words = lens.target.fact(line)
    missing = [
        place for cue, place in said.values() if cue.check == "weekday" and not cue.hindi.are_in(words)
    ]
    if not missing:
        return
    for cue in cues():
        if cue.check != "weekday" or cue.name in said:
            continue
        place = next((each for each in cue.hindi.places(words) if _is_weekday(words.words[each[0]])), None)
        if place is not None:
            word = text.text[missing[0].start : missing[0].end]
            yield Hit(
                target=words.range(*place),
                english=missing[0],
                message=f"The English says “{word}”.",
                evidence=side,
            )
            return


def _is_weekday(word: str) -> bool:
    return "वार" in word or word.startswith(("जुम", "शनीचर"))


def _tense(lens: Lens, text: Text, said: _Said, side: Side) -> Iterator[Hit]:
    if ("yesterday" in said) == ("tomorrow" in said):
        return
    name = "yesterday" if "yesterday" in said else "tomorrow"
    contrary, own = (_FUTURE, _PAST) if name == "yesterday" else (_PAST, _FUTURE)
    for piece in lens.target.fact(sentences):
        found = list(_KAL.finditer(lens.target.text, piece.start, piece.end))
        if len(found) != 1:
            continue
        end = _CLAUSE_END.search(lens.target.text, found[0].end(), piece.end)
        clause = lens.target.text[found[0].end() : end.start() if end else piece.end]
        if contrary.search(clause) and not own.search(clause):
            place = said[name][1]
            word = text.text[place.start : place.end]
            message = f"The English says “{word}”; the verb here makes कल the other day."
            yield Hit(target=Range(*found[0].span()), english=place, message=message, evidence=side)
