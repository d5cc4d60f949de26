"""Agreement inside the verb: participle, auxiliaries and copula have one gender and number."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checks.grammar.form import COPULA, FUTURE, HABITUAL, INFINITIVE, PERFECTIVE, Verb
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import Text

_PARTICLES = frozenset(["नहीं", "ही", "भी", "तो", "न"])
_PASSIVE = frozenset("रहना सकना चुकना लगना पड़ना".replace("\u093c", "").split())
# Subjunctives that look like participles: ताकि किया जा सके.
_WISHES = frozenset({"सके", "पडे"})
_ADVERBIAL = frozenset(["लिए", "पहने", "चले", "सही", "कहीं"])


@dataclass(frozen=True, slots=True)
class Clash:
    """Two words of one verb that disagree."""

    first: int
    second: int

    def is_of_number(self, read: Line) -> bool:
        """Whether only है stands for हैं, or the other way round."""
        return read.words[self.second] in {"है", "हैं"}


def clashes(text: Text) -> tuple[Clash, ...]:
    """Return all of them; a fact."""
    return tuple(_clashes(text.fact(line)))


def _clashes(read: Line) -> Iterator[Clash]:
    for place, verb in enumerate(read.verbs):
        if verb is None or not place:
            continue
        first = _partner(read, place)
        if first is None:
            continue
        one = read.verbs[first]
        if one is not None and not one.agrees & verb.agrees and _belong(read, first, one, place, verb):
            yield Clash(first, place)


def _partner(read: Line, place: int) -> int | None:
    """Return the verb's word right before, over particles and the जा of a passive."""
    at = place - 1
    while at >= 0 and read.joined[at] and (read.words[at] in _PARTICLES or read.words[at] == "जा"):
        at -= 1
    return at if at >= 0 and read.joined[at] and read.verbs[at] is not None else None


def _belong(read: Line, first: int, one: Verb, second: int, two: Verb) -> bool:  # noqa: PLR0911 - one case a line
    """Whether these two must agree."""
    word = read.words[first]
    if read.nouns[first] is not None or word in _ADVERBIAL or read.words[second] == "की":
        return False
    is_over_ja = read.words[second - 1] == "जा"
    if INFINITIVE in {one.form, two.form}:
        # रखना थी: a feminine subject goes with the plain infinitive too.
        is_plain = two.form == COPULA and word.endswith("ना")
        is_duty = one.form == INFINITIVE and read.words[second] not in _WISHES and _is_duty(word, two)
        return is_duty and not is_plain
    if two.form == COPULA:
        return one.form in {PERFECTIVE, HABITUAL} and not is_over_ja and word != "हुए"
    if is_over_ja:
        # हँसे जा रहा: going on and on.
        if word.endswith(("े", "ए")) and read.words[second].startswith("रह"):
            return False
        return one.form == PERFECTIVE and two.of in _PASSIVE and read.words[second] not in _WISHES
    if two.of == "जाना":
        return one.form == PERFECTIVE
    if two.of == "होना" and two.form == PERFECTIVE:
        return one.form in {PERFECTIVE, HABITUAL}
    return one.form == HABITUAL and two.of == "रहना" and read.words[second] != "रहे"


def _is_duty(word: str, two: Verb) -> bool:
    """Whether an infinitive has its auxiliary behind it: करना है, करनी पड़ी."""
    if word.endswith("ने"):
        return False
    return two.form == COPULA or (two.of == "होना" and two.form == FUTURE) or two.of == "पडना"


def misspelt_futures(read: Line) -> Iterator[tuple[int, str]]:
    """Yield the words that are futures with the nasal in the wrong place, as करेगें, and what is meant."""
    for place, word in enumerate(read.words):
        if word.endswith(_WRONG_ENDS) and len(word) > 4 and word != "आगें":
            yield place, _respelt(word)


_WRONG_ENDS = ("ेगें", "एगें", "ेंगें", "एंगें", "ोगें", "ेगीं", "ेंगीं", "एंगीं", "ेंगा", "एंगा", "होंगा")


def _respelt(word: str) -> str:
    if word.endswith("गा"):
        return word[:-2].removesuffix("ं") + "गा"
    stem, ending = word[:-3], "गे" if word.endswith("गें") else "गी"
    return (stem if stem.endswith("ं") else stem + "ं") + ending
