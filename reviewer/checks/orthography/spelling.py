"""Words that are misspelt: known slips, missing dots, and unknown words beside a common one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text, Token
from reviewer.checks.orthography.neighbour import is_form, nearest
from reviewer.checks.orthography.sequence import is_suspect
from reviewer.checks.vocabulary import frequencies, frequency, is_known
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.lexicon import alternatives, rows
from reviewer.text.sound import skeleton

_FLAP = regex.compile("(?<=[^्ंँ])[डढ](?![़्])")
_TIERS = dict.fromkeys(("candra", "dot", "doubtful", "prescriptive"), Tier.HINT)
"""Errors are only slips that nobody defends; these stand in published Hindi as often as in a machine's."""
_FREQUENT, _WHOLE = 4.0, 3.5
"""Zipf frequencies of a word that was meant, long and short, and of one that was cut in two."""
_LEAST = 4
"""Letters of a word that may be misspelt, and sounds of one that is no short foreign word."""
_LETTER = frozenset("वन")
"""Words of one letter."""
_WORD = regex.compile(r"\p{Latin}+")


class FlapNukta(Check):
    """A dot is missing below ड or ढ: पढाई for पढ़ाई, सडक for सड़क.

    At the beginning of words, in clusters and in most loans they have none. Words that are not in the table
    are suspected where they are known with the dot only.
    """

    id, code, title = "orthography.flap-nukta", "O04", "Missing dot of ड़ or ढ़"
    tier, type = Tier.ERROR, "linguistic/spelling"
    examples = (
        found("बच्चों की पढाई पूरी हुई।", "पढाई", suggestion="पढ़ाई"),
        found("लडाई के बाद सडक बंद रही।", "लडाई", "सडक"),
        found("दो करोड रुपये मिले।", "करोड", suggestion="करोड़"),
        found("निवेशकों ने आँकडों को देखा।", "आँकडों", suggestion="आँकड़ों"),
        silent("वह डर गया और ढाका चला गया।"),
        silent("अंडा, रोड, रेडियो, मोड और बोर्ड।"),
        silent("लड़ाई के बाद सड़क बंद रही।"),
        silent("गडकरी वडोदरा और ओडिशा गए।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the words, with the dot."""
        text = lens.target
        if _FLAP.search(text.text) is None:
            return
        for token in text.tokens:
            if not token.is_hindi or _FLAP.search(token.text) is None:
                continue
            meant, tier = _dotted(token.text)
            if meant is None or token.text in article.style.names:
                continue
            if tier is Tier.WARNING and _is_heard(lens, token.text):
                tier = Tier.HINT
            message = f"“{token.text}” is written with a dot: “{meant}”."
            yield Hit(
                target=Range(token.start, token.end),
                message=message,
                suggestion=meant,
                tier=tier,
                is_safe=True,
            )


class Spelling(Check):
    """A word is misspelt: a known slip (नही, दुसरा), or an unknown word one vowel sign from a common one.

    The latter is a warning only beside English in which nothing sounds like it; otherwise it may be a name
    or a loan, and is a hint. What the document says more than once, and forms and spellings of known words,
    are left alone. Words cut in two by a blank or run together are found too.
    """

    id, code, title = "orthography.spelling", "O07", "Misspelt word"
    tier, type = Tier.ERROR, "linguistic/spelling"
    uses = frozenset({Need.ENGLISH, Need.DOCUMENT})
    examples = (
        found("उन्होने कहा कि यह दुसरा मौका है।", "उन्होने", "दुसरा", suggestion="उन्होंने"),
        found("यह नही हुआ।", "नही", suggestion="नहीं"),
        found("घर मे कोई है।", "मे", source="Somebody is in the house."),
        found("इस तरिका से काम चलेगा।", "तरिका", source="It will work this way.", suggestion="तरीका"),
        found("प्रधा नमंत्री ने कहा।", "प्रधा नमंत्री", suggestion="प्रधानमंत्री"),
        found("काम पूरा होगाऔर सब घर जाएंगे।", "होगाऔर", suggestion="होगा और"),
        found("वह मौज़ूद है।", "मौज़ूद", suggestion="मौजूद"),
        silent("थेरेसा मे ने कहा।", source="Theresa May said."),
        silent("कंपनी का लोगो नया है।", source="The logo of the company is new."),
        silent("उन्होंने कहा कि यह दूसरा मौका है।"),
        silent("बुहारी लागोस में थे।", source="Buhari was in Lagos."),
        silent("पतीलों में दूध उबल रहा था।", source="Milk was boiling in the pots."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the words, with what was meant."""
        pairs, names, known = _pairs(), article.style.names, frequencies()
        tokens = lens.target.tokens
        for number, token in enumerate(tokens):
            word = token.text
            if not token.is_hindi or word in names:
                continue
            if (pair := pairs.get(word)) is not None:
                yield from _slip(lens, token, pair)
            elif word not in known:
                yield from _unknown(lens, article, tokens, number)


def _slip(lens: Lens, token: Token, pair: Mapping[str, str]) -> Iterator[Hit]:
    kind, meant = pair["class"], pair["preferred"]
    tier = _TIERS.get(kind, Tier.ERROR)
    if kind == "doubtful":
        if lens.english is None:
            tier = Tier.HINT
        elif not lens.english.fact(_words).isdisjoint(alternatives(pair["unless"])):
            return
    usual = "usually written" if kind == "prescriptive" else "written"
    yield Hit(
        target=Range(token.start, token.end),
        message=f"“{token.text}” is {usual} “{meant}”.",
        suggestion=meant,
        tier=tier,
    )


def _unknown(lens: Lens, article: Article, tokens: tuple[Token, ...], number: int) -> Iterator[Hit]:
    token = tokens[number]
    if (cut := _cut(lens.target, tokens, number)) is not None:
        yield cut
        return
    parts = _run_together(token.text)
    if parts is not None:
        yield Hit(
            target=Range(token.start, token.end),
            message="A blank is missing between two words.",
            suggestion=parts,
            tier=Tier.WARNING,
        )
        return
    meant = _meant(token.text)
    if meant is None or article.fact(_unknown_words)[token.text] > 1 or _is_heard(lens, token.text):
        return
    yield Hit(
        target=Range(token.start, token.end),
        message=f"“{token.text}” is in no word list; “{meant}” is common.",
        suggestion=meant,
        tier=Tier.HINT,
    )


def _cut(text: Text, tokens: tuple[Token, ...], number: int) -> Hit | None:
    """Return a word that a blank has cut in two, the second half of it unknown or both."""
    token = tokens[number]
    for left, right in ((number - 1, number), (number, number + 1)):
        if left < 0 or right >= len(tokens) or text.between(tokens[left], tokens[right]) != " ":
            continue
        first, second = tokens[left].text, tokens[right].text
        if left == number or is_known(first) or first in _LETTER:
            other = second if left == number else first
            is_first = left == number or is_known(other)
        else:
            continue
        if is_first and frequency(first + second) >= _WHOLE and len(token.text) + len(other) > _LEAST:
            return Hit(
                target=Range(tokens[left].start, tokens[right].end),
                message="A blank cuts this word in two.",
                suggestion=first + second,
                severity=Severity.MAJOR,
                tier=Tier.WARNING,
            )
    return None


@lru_cache(maxsize=16_384)
def _run_together(word: str) -> str | None:
    """Return a word and the little word that follows it, if they are written as one."""
    for last in ("और", "नहीं", "लिए", "हैं", "है"):
        first = word.removesuffix(last)
        if first != word and len(first) > 2 and frequency(first) >= _FREQUENT:
            return f"{first} {last}"
    return None


@lru_cache(maxsize=16_384)
def _meant(word: str) -> str | None:
    """Return the common word that an unknown one stands for, if it is no form of a known one."""
    if len(word) < _LEAST or word[-1] in "ः्" or is_suspect(word):
        return None
    meant = nearest(word)
    return None if meant is None or frequency(meant) < _FREQUENT or is_form(word, meant) else meant


@lru_cache(maxsize=16_384)
def _dotted(word: str) -> tuple[str | None, Tier]:
    pair = _flaps().get(word)
    if pair is not None:
        return pair, Tier.ERROR
    meant = _FLAP.sub(r"\g<0>़", word)
    is_meant = meant != word and not is_known(word) and frequency(meant) >= _WHOLE - 1
    return (meant if is_meant else None), Tier.WARNING


def _is_heard(lens: Lens, word: str) -> bool:
    """Whether something in the English sounds like a word, which then is a name or a loan."""
    if lens.english is None:
        return False
    sounds, sound = lens.english.fact(_sounds), skeleton(word)
    # With or without what English adds to a plural, and Hindi to a silent ending.
    return sound in sounds or any(
        abs(len(other) - len(sound)) == 1 and (other.startswith(sound) or sound.startswith(other))
        for other in sounds
        if len(other) > 1
    )


def _sounds(text: Text) -> frozenset[str]:
    return frozenset(sound for word in _WORD.findall(text.text) if (sound := skeleton(word)))


def _words(text: Text) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text.text))


def _unknown_here(lens: Lens) -> Counter[str]:
    return Counter(token.text for token in lens.target.tokens if token.is_hindi and not is_known(token.text))


def _unknown_words(article: Article) -> Counter[str]:
    total: Counter[str] = Counter()
    for lens in article.lenses:
        total.update(lens.fact(_unknown_here))
    return total


@cache
def _pairs() -> Mapping[str, Mapping[str, str]]:
    return {row["found"]: row for row in rows("spelling_pairs") if row["class"] != "flap"}


@cache
def _flaps() -> Mapping[str, str]:
    return {row["found"]: row["preferred"] for row in rows("spelling_pairs") if row["class"] == "flap"}
