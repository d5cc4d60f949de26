"""Which noun a verb must agree with, where that is certain."""

from collections.abc import Iterator

from reviewer.checks.grammar.form import (
    ANY,
    COPULA,
    FEMININE,
    FEMININE_SINGULAR,
    FUTURE,
    HABITUAL,
    INFINITIVE,
    MASCULINE,
    MASCULINE_SINGULAR,
    PERFECTIVE,
    PLURAL,
    POSTPOSITIONS,
    adjectives,
    verbs,
    words,
)
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import Text

_AGENTS = frozenset(
    ["उसने", "इसने", "जिसने", "किसने", "उन्होंने", "इन्होंने", "जिन्होंने", "मैंने", "हमने", "तूने", "तुमने", "आपने", "ने"]
)
_NOT_GIVEN_BACK = frozenset(["होना", "मिलना", "बढना", "घटना"])
_PLURAL_PRONOUNS = frozenset(["वे", "हम"])
_MARKERS = _AGENTS | {"को", "से"}
_MANY = frozenset(["दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ", "दस"])
_SUBJECTS = frozenset(["कोई", "कुछ", "दोनों", "सभी", "कई", "अनेक", "हर", "एक"])
_MOST = 30


def disagreements(text: Text) -> tuple[tuple[int, int, str], ...]:
    """Return the verbs that disagree, the word they should agree with, and the right form; a fact."""
    return tuple(_disagreements(text.fact(line)))


def _disagreements(read: Line) -> Iterator[tuple[int, int, str]]:
    for first, last in _groups(read):
        start = _start(read, first)
        agrees = ANY
        for place in range(first, last + 1):
            verb = read.verbs[place]
            agrees &= verb.agrees if verb is not None else ANY
        if not agrees:
            continue
        noun = _controller(read, start, first, last, agrees)
        if noun is not None:
            place = _agreeing(read, first, last)
            yield place, noun, _fixed(read, place, noun)


def _groups(read: Line) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each verb that ends a clause."""
    place = 0
    while place < len(read):
        verb = read.verbs[place]
        if verb is None or verb.form == INFINITIVE or read.nouns[place] is not None:
            place += 1
            continue
        first = place
        while place + 1 < len(read) and read.joined[place] and _goes_on(read, place + 1):
            place += 1
        if read.verbs[place] is not None and _is_end(read, place):
            yield first, place
        place += 1


def _goes_on(read: Line, place: int) -> bool:
    verb = read.verbs[place]
    return read.words[place] in {"जा", "नहीं"} or (verb is not None and verb.form != INFINITIVE)


def _is_end(read: Line, place: int) -> bool:
    if read.words[place] in {"के", "का", "की", "लिए"} and read.joined[place]:
        return False
    if not read.joined[place]:
        return place + 1 == len(read) or read.verbs[place] is not None
    return read.words[place + 1] in {"कि", "लेकिन", "मगर", "क्योंकि", "जबकि", "ताकि"}


def _start(read: Line, first: int) -> int:
    """Return where the clause of a verb begins."""
    place = first
    stop = max(0, first - _MOST)
    while place > stop:
        before = read.words[place - 1]
        verb = read.verbs[place - 1]
        if before in words("subordinator"):
            return place
        if not read.joined[place - 1] and (verb is None or verb.form != INFINITIVE):
            return place
        is_finite = verb is not None and verb.form in {COPULA, FUTURE} and read.nouns[place - 1] is None
        if is_finite:
            return place
        place -= 1
    return place


def _controller(read: Line, start: int, first: int, last: int, agrees: int) -> int | None:  # noqa: PLR0911 - cases
    """Return the noun before the verb that it disagrees with, if nothing else in the clause agrees."""
    if first - 1 < start:
        return None
    near = first - 1
    while near > start and read.words[near] in {"नहीं", "भी", "ही", "न"}:
        near -= 1
    if not read.joined[near]:
        return None
    if read.words[near] in _MARKERS and not agrees & MASCULINE_SINGULAR and read.after(last) == "कि":
        verb = read.verbs[first]
        is_said = verb is not None and verb.form == PERFECTIVE and verb.ne == "ne"
        return near if is_said and read.words[near] in _AGENTS else None
    subject = _plural_subject(read, start, first, last, agrees)
    if subject is None:
        subject = _subject(read, start, first, agrees)
    if subject is not None:
        return subject
    noun = read.nouns[near]
    if noun is None or noun.kind or not noun.direct or read.words[near] in words("incorporating"):
        return None
    if read.words[first] == "हैं" and first == last:
        is_one = noun.direct == FEMININE_SINGULAR and read.bag.isdisjoint(_MANY)
        return near if is_one and not _another_agrees(read, start, near, agrees) else None
    if not _is_of_noun(read, start, first, last):
        return None
    if noun.direct & agrees or _another_agrees(read, start, near, agrees):
        return None
    # Number alone is left to the writer: lists, measures and respect change it.
    return near if not _gender(noun.direct) & _gender(agrees) else None


def _gender(bits: int) -> int:
    return (MASCULINE if bits & MASCULINE else 0) | (FEMININE if bits & FEMININE else 0)


def _is_of_noun(read: Line, start: int, first: int, last: int) -> bool:
    """Whether this verb agrees with the noun right before: with ने, in the passive, or of happening."""
    verb = read.verbs[first]
    if verb is None:
        return False
    if verb.form == PERFECTIVE and verb.ne == "ne":
        has_agent = any(read.words[at] in _AGENTS for at in range(start, first))
        is_passive = any(_is_going(read, at) for at in range(first + 1, last + 1))
        return has_agent or is_passive
    return verb.of in _NOT_GIVEN_BACK and verb.form == PERFECTIVE


def _is_going(read: Line, place: int) -> bool:
    verb = read.verbs[place]
    return verb is not None and verb.of == "जाना"


def _another_agrees(read: Line, start: int, near: int, agrees: int) -> bool:
    """Whether some other word of the clause may be what the verb agrees with."""
    for at in range(start, near):
        noun = read.nouns[at]
        after = read.after(at)
        if after in POSTPOSITIONS or after == "द्वारा":
            continue
        if noun is not None:
            if noun.direct & agrees:
                return True
        elif read.words[at] in words("coordinator") or (
            read.verbs[at] is None and not _is_plain(read.words[at])
        ):
            return True
    return False


def _is_plain(word: str) -> bool:
    """Whether this is no noun: a particle, an adverb, an adjective that never stands alone."""
    return word not in _SUBJECTS and (
        word in POSTPOSITIONS
        or word in _AGENTS
        or word in words("adverb")
        or word in words("invariable")
        or word in words("subordinator")
        or word in adjectives()
    )


def _plural_subject(read: Line, start: int, first: int, last: int, agrees: int) -> int | None:
    """Return वे, हम or लोग at the head of the clause where the verb is singular."""
    if agrees & PLURAL or not read.joined[start]:
        return None
    word = read.words[start]
    verb = read.verbs[last]
    if verb is None or verb.form not in {COPULA, HABITUAL, FUTURE, PERFECTIVE}:
        return None
    after = read.after(start)
    if any(_is_break(read, at) for at in range(start + 1, first)):
        return None
    if word in _PLURAL_PRONOUNS and after not in POSTPOSITIONS:
        return start if after not in {"सब", "सबको", "सभी", "दोनों"} else None
    if word == "लोग" and after not in POSTPOSITIONS:
        return start
    return None


def _subject(read: Line, start: int, first: int, agrees: int) -> int | None:
    """Return the first unmarked noun of a clause whose verb has its subject's gender, if it has not."""
    verb = read.verbs[first]
    if verb is None or verb.form not in {HABITUAL, FUTURE} or _gender(agrees) == ANY:
        return None
    for at in range(start, first - 1):
        after, noun = read.after(at), read.nouns[at]
        if not after or _is_break(read, at):
            return None
        if after in POSTPOSITIONS or (noun is None and _is_plain(read.words[at])):
            continue
        is_free = after in _NEW_PHRASE and noun is not None and noun.kind != "time"
        if not is_free or noun is None or any(_is_break(read, each) for each in range(at, first)):
            return None
        is_person = noun.kind == "person" and noun.gender == "m"
        return at if noun.direct and not is_person and not noun.direct & _gender(agrees) else None
    return None


_NEW_PHRASE = frozenset(
    [
        "इस",
        "उस",
        "इन",
        "उन",
        "अपने",
        "अपनी",
        "अपना",
        "अब",
        "आज",
        "भी",
        "ही",
        "हर",
        "जल्द",
        "लगातार",
        "हमेशा",
        "अक्सर",
        "अभी",
        "यह",
        "कल",
    ]
)


def _is_break(read: Line, place: int) -> bool:
    """Whether the subject may have changed by here, or is not the one that the verb agrees with."""
    verb, word = read.verbs[place], read.words[place]
    return (
        word in _AGENTS
        or word == "को"
        or word in words("coordinator")
        or (verb is not None and verb.form in {PERFECTIVE, FUTURE, COPULA} and word not in {"के", "की", "लिए"})
    )


def _agreeing(read: Line, first: int, last: int) -> int:
    """Return the word of a verb that shows its gender and number best."""
    if first == last:
        return first
    verb = read.verbs[last]
    return last if verb is not None and read.words[last] not in {"है", "हैं"} else first


def _fixed(read: Line, place: int, controller: int) -> str:
    """Return the same verb in the right gender, or '' where more than one would do."""
    verb, noun = read.verbs[place], read.nouns[controller]
    if verb is None or noun is None:
        return ""
    for form, other in verbs().items():
        if other.of == verb.of and other.form == verb.form and other.agrees & noun.direct:
            return form
    return ""
