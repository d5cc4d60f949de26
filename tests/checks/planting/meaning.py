"""Meaning turned: negation, allegation, quantity."""

from random import Random

import regex

from reviewer.domain.span import Range
from tests.checks.planting.plant import (
    LETTER,
    Planted,
    english_places,
    pick,
    places,
    quote,
    replaced,
    without,
)

_NOT = regex.compile(r"\b(?:not|never|cannot)\b|n[’']t\b", regex.IGNORECASE)
_DENIED = regex.compile(
    r"\b(?:not?|never|cannot|without|neither|nor|none|nothing|nobody|nowhere|un\w+|dis\w+|in(?:capable|ability)|"
    r"im(?:possible)?|fail\w*|den(?:y|ie[sd])|refus\w+|lack\w*|few|little|hardly|barely|except|but|rather|instead|"
    r"only|until|unless|than|if|avoid\w*|prevent\w*|stop\w*|least|whether|free|less|loss|lost|miss\w*|far|too)\b|n[’']t\b|less\b",
    regex.IGNORECASE,
)
_NOT_PLAIN = regex.compile(
    r"\bnot (?:only|just|until)\b|\bno (?:longer|doubt)\b|\bwhy not\b|\bor not\b|\bcannot but\b|n['’]t only",
    regex.IGNORECASE,
)
_NEGATED = regex.compile(
    rf"(?<!{LETTER})(?:नहीं|न|ना|मत|बिना|बग़ैर|बगैर|इनकार|इंकार|मना|कभी|कोई|अलावा|वंचित|असमर्थ|शायद|सिवा\w*)(?!{LETTER})"
)
_ENDING = regex.compile(
    rf"(?<=(?<!{LETTER}){LETTER}{{2,}} )(?P<verb>{LETTER}+(?:ता|ती|ते|या|ये|ए|ई|ना|नी|ने|ा|े)) "
    r"(?:है|हैं|था|थे|थी|थीं)(?=[।.]?$)"
)
_ALLEGED = ("कथित तौर पर", "कथित रूप से", "कथित", "कथित तौर", "संदिग्ध")
_ALLEGED_ENGLISH = ("allegedly", "alleged", "suspected", "purported", "purportedly")
_VERB = regex.compile(
    r"\b(?:was|were|had|has been|have been) "
    r"(?=(?:\w+ed|shot|stolen|beaten|seen|taken|held|made|given|found|told) )"
)
_QUANTIFIERS = (
    (("at least",), ("कम से कम",), ("अधिक से अधिक", "ज़्यादा से ज़्यादा")),
    (("more than", "over"), ("से अधिक", "से ज़्यादा", "से ज्यादा"), ("से कम",)),
    (("less than", "fewer than", "under"), ("से कम",), ("से अधिक", "से ज़्यादा")),
    (("both",), ("दोनों",), ("तीनों", "कई")),
    (("all",), ("सभी",), ("कुछ", "कई")),
    (("some",), ("कुछ",), ("सभी", "सारे")),
    (("many", "several"), ("कई",), ("सभी", "सारे")),
    (("most",), ("ज़्यादातर", "ज्यादातर", "अधिकांश", "अधिकतर"), ("कुछ", "सभी")),
    (("only",), ("केवल", "सिर्फ़", "सिर्फ"), ("",)),
    (("about", "around", "approximately", "nearly", "almost"), ("लगभग", "करीब", "क़रीब"), ("",)),
    (("every", "each"), ("हर", "प्रत्येक"), ("कुछ",)),
)


def negation_dropped(source: str, target: str, chance: Random) -> Planted | None:
    """The one word that denies is gone."""
    del chance
    there, here = list(_NOT.finditer(source)), places(target, "नहीं")
    if len(there) != 1 or len(here) != 1 or _NOT_PLAIN.search(source):
        return None
    if len(_DENIED.findall(source)) != 1 or len(_NEGATED.findall(target)) != 1:
        return None
    return without(source, target, here[0], Range(*there[0].span()))


def negation_added(source: str, target: str, chance: Random) -> Planted | None:
    """Before the verb at the end, in a sentence that denies nothing."""
    del chance
    ending = _ENDING.search(target)
    if not ending or _DENIED.search(source) or _NEGATED.search(target) or regex.search(r"[.?!] ", source):
        return None
    place = Range(ending.start("verb"), ending.start("verb"))
    made = replaced(source, target, place, "नहीं ")
    return made and Planted(source=source, target=made.target, ranges=(Range(place.start, place.start + 4),))


def allegation_lost(source: str, target: str, chance: Random) -> Planted | None:
    """The Hindi says for a fact what the English only alleges."""
    there, here = english_places(source, *_ALLEGED_ENGLISH), places(target, *_ALLEGED)
    if len(there) == len(here) == 1 and "आरोप" not in target:
        return without(source, target, here[0], there[0])
    if here or there or regex.search("आरोप|शक|संदेह|शंका|दाव|मुताबिक|अनुसार|संभव|शायद|माना|मान", target):
        return None
    verb = pick(list(_VERB.finditer(source)), chance)
    if verb is None:
        return None
    made = f"{source[: verb.end()]}allegedly {source[verb.end() :]}"
    return Planted(
        source=made,
        target=target,
        ranges=(),
        english=Range(verb.end(), verb.end() + len("allegedly")),
        is_anywhere=True,
    )


def wrong_quantifier(source: str, target: str, chance: Random) -> Planted | None:
    """More for less, some for all."""
    found = []
    for english, hindi, wrong in _QUANTIFIERS:
        there, here = english_places(source, *english), places(target, *hindi)
        if len(there) == len(here) == 1 and _is_quantity(source, there[0]):
            found.append((there[0], here[0], wrong))
    if not found:
        return None
    there_, place, wrong = chance.choice(found)
    by = chance.choice(wrong)
    return replaced(source, target, place, by, there_) if by else without(source, target, place, there_)


def _is_quantity(source: str, place: Range) -> bool:
    """Whether a word that has many uses is one of quantity here."""
    word = quote(source, place).lower()
    if word in {"about", "around", "over", "under", "nearly", "almost", "approximately"}:
        return bool(
            regex.match(
                r" (?:[$₹€£]?\d|a (?:hundred|dozen)|(?:two|three|four|five|ten|half) )", source[place.end :]
            )
        )
    if word == "at least":
        return bool(regex.match(r" (?:\d|\p{Ll}+ )", source[place.end :]))
    if word == "all":
        return not regex.search(r"(?:at|after|of|above|in) $", source[: place.start]) and not regex.match(
            r"[ -](?:the time|over|day|round|but)", source[place.end :]
        )
    return True
