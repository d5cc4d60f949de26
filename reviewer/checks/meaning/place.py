"""Where in the Hindi something missing belongs, and which sentences of the two texts say the same."""

from functools import lru_cache
from math import sqrt

from reviewer.checks.lens import Lens, Text, Token
from reviewer.checks.meaning.cue import english
from reviewer.domain.span import Range
from reviewer.text import sentence
from reviewer.text.lexicon import alternatives, rows

_ENDS = frozenset(".!?।\n")
_CLAUSE = frozenset(".,;:!?।…—–\n")
_STEPS = {(1, 1): 0.1, (1, 0): 5.5, (0, 1): 5.5, (2, 1): 2.8, (1, 2): 2.8, (2, 2): 5.0}
"""Sentences of either text taken together, with the price: the negative logarithm of how often."""
_VARIANCE = 4.0
_WORST = 12.0
_MOST = 900
_ALSO_POSTPOSITIONS = frozenset({"की"})
_LINKS = frozenset({"कि", "और", "लेकिन", "मगर", "परंतु", "किंतु", "बल्कि", "जबकि", "या", "तो", "जो", "तथा", "एवं"})


def sentences(text: Text) -> tuple[Range, ...]:
    """Return the sentences of a text; a fact."""
    if _ENDS.isdisjoint(text.text[:-1]):
        return (Range(0, len(text.text)),)
    return sentence.split(text.text, "hi" if text.side.value in {"received", "final"} else "en")


def beads(lens: Lens) -> tuple[tuple[Range | None, Range | None], ...]:
    """Return the English and Hindi sentences that stand for one another, by their lengths; a fact.

    One side is absent for a sentence that the other text seems to lack.
    """
    known = english(lens)
    if known is None:
        return ()
    text = known[0]
    theirs, ours = text.fact(sentences), lens.target.fact(sentences)
    if len(theirs) == len(ours) == 1:
        return ((theirs[0], ours[0]),)
    if not theirs or not ours or len(theirs) * len(ours) > _MOST:
        return ((Range(0, len(text.text)), Range(0, len(lens.target.text))),)
    return tuple(_aligned(theirs, ours))


def pairs(lens: Lens) -> tuple[tuple[Range, Range], ...]:
    """Return the beads that have both sides; a fact."""
    return tuple((one, other) for one, other in lens.fact(beads) if one and other)


def misfit(theirs: int, ours: int) -> float:
    """Return by how many standard deviations a Hindi length is off, after Gale and Church.

    Human translations have as many letters as the English, with a variance of 4 a letter.
    """
    return (ours - theirs) / sqrt(_VARIANCE * max(theirs, 1))


def _aligned(theirs: tuple[Range, ...], ours: tuple[Range, ...]) -> list[tuple[Range | None, Range | None]]:
    """Find the cheapest way through both texts, taking none, one or two sentences of either."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for one in range(len(theirs) + 1):
        for other in range(len(ours) + 1):
            for (left, right), price in _STEPS.items():
                before = best.get((one - left, other - right))
                if before is None:
                    continue
                cost = before[0] + price
                if left and right:
                    off = misfit(_length(theirs[one - left : one]), _length(ours[other - right : other]))
                    cost += min(off * off / 2, _WORST)
                if (one, other) not in best or cost < best[one, other][0]:
                    best[one, other] = (cost, (left, right))
    found: list[tuple[Range | None, Range | None]] = []
    one, other = len(theirs), len(ours)
    while one or other:
        left, right = best[one, other][1]
        found.append((_whole(theirs[one - left : one]), _whole(ours[other - right : other])))
        one, other = one - left, other - right
    return found[::-1]


def _length(pieces: tuple[Range, ...]) -> int:
    return sum(map(len, pieces))


def _whole(pieces: tuple[Range, ...]) -> Range | None:
    return Range(pieces[0].start, pieces[-1].end) if pieces else None


def verb_for(lens: Lens, english_place: Range) -> Range:
    """Return the Hindi verb, with its auxiliaries, that most likely belongs to an English place.

    The sentence is found by its number, the clause by how far into the sentence the place lies.
    """
    theirs, ours = next(
        (pair for pair in lens.fact(pairs) if pair[0].start <= english_place.start <= pair[0].end),
        (Range(0, 1), Range(0, len(lens.target.text))),
    )
    verbs = [
        verb for verb in lens.target.fact(verb_groups) if ours.start <= verb.start and verb.end <= ours.end
    ]
    if not verbs:
        return Range(ours.end, ours.end)
    share = (english_place.start - theirs.start) / max(1, len(theirs))
    # English says its verb early in the clause, Hindi at the end: a verb stands for all before it.
    return next(
        (verb for verb in verbs if verb.end - ours.start >= share * len(ours)),
        verbs[-1],
    )


def clause_for(lens: Lens, english_place: Range, *, is_empty: bool = False) -> Range:
    """Return the verb for an English place, or the empty place before it."""
    verb = verb_for(lens, english_place)
    return Range(verb.start, verb.start) if is_empty else verb


def verb_groups(text: Text) -> tuple[Range, ...]:
    """Return the verbs at the ends of clauses, with their auxiliaries; a fact."""
    found = []
    group: list[Token] = []
    before: Token | None = None
    for place, token in enumerate(text.tokens):
        is_verb = token.text in _auxiliaries() and not (
            token.text in _ALSO_POSTPOSITIONS and _goes_on(text, place)
        )
        if group and (not is_verb or _is_apart(text, before, token)):
            found.append(group)
            group = []
        if is_verb:
            group = group or [before] if before and not _is_apart(text, before, token) else group
            group = [*group, token]
        before = token
    if group:
        found.append(group)
    return tuple(Range(each[0].start, each[-1].end) for each in found)


def _goes_on(text: Text, place: int) -> bool:
    """Whether a word follows that is no auxiliary: की is a postposition then."""
    if place + 1 >= len(text.tokens):
        return False
    token, after = text.tokens[place : place + 2]
    return after.text not in _auxiliaries() and _CLAUSE.isdisjoint(text.between(token, after))


def _is_apart(text: Text, left: Token | None, right: Token) -> bool:
    return left is None or left.text in _LINKS or not _CLAUSE.isdisjoint(text.between(left, right))


@lru_cache(maxsize=1)
def _auxiliaries() -> frozenset[str]:
    return frozenset(
        form for row in rows("auxiliaries") if row["of"] != "–" for form in alternatives(row["forms"])
    )
