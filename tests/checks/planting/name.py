"""Names exchanged or misspelt, words left in English or not as the glossary has them."""

from itertools import pairwise
from random import Random

import regex

from reviewer.domain.span import Range
from reviewer.domain.style import Style, Term
from tests.checks.planting.plant import (
    Planted,
    english_places,
    pick,
    places,
    quote,
    replaced,
    vocabulary,
    words,
)

_ENGLISH_NAME = regex.compile(r"(?<=[\p{L}\d,;)’”\"'-] )(?<!Mr\. )\p{Lu}\p{Ll}{3,}(?!\p{L})")
_NO_NAMES = vocabulary(
    "January February March April June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday University College School Minister President "
    "Court Park Road Street Hotel Station Hospital Police Party Bank Company Internet Group English "
    "Council Union Temple Fort River Lake Island Bridge Museum Palace Doctor Captain Major Lord Lady "
    "King Queen Prince Mister This That"
)
_OTHERS = (
    "वाशिंगटन", "कनाडा", "नेपाल", "जयपुर", "लंदन", "सुनीता", "मोहन", "रॉबर्ट", "ब्राज़ील", "केरल", "पटना", "टोक्यो",
    "एंडरसन", "फ़ातिमा", "गुप्ता", "मैक्सिको", "बर्लिन", "हैदराबाद", "डेविड", "इब्राहिम",
)  # fmt: skip
_COMMON = vocabulary("किया करना करने होने होता होती सकते सकता जाता जाती लिया दिया कारण लिए बाद साथ समय")
_CONSONANTS = {
    **dict.fromkeys("कखक़ख़", "k"), **dict.fromkeys("गघग़", "g"), **dict.fromkeys("चछ", "c"),
    **dict.fromkeys("जझ", "j"), **dict.fromkeys("टठतथ", "t"), **dict.fromkeys("डढदध", "d"),
    **dict.fromkeys("णनङञं", "n"), **dict.fromkeys("पफ", "p"), **dict.fromkeys("बभ", "b"), "म": "m", "र": "r",
    "ल": "l", "व": "v", **dict.fromkeys("शषस", "s"),
}  # fmt: skip
_ENGLISH_SOUNDS = (
    ("tch", "c"), ("ch", "c"), ("sh", "s"), ("ph", "p"), ("ck", "k"), ("x", "ks"), ("f", "p"), ("q", "k"),
    ("w", "v"), ("z", "j"),
)  # fmt: skip
_LETTERS = "कगचजटडतदनपबमरलवसह"
_GLOSSARY = (
    ("government", "सरकार", "शासन"), ("police", "पुलिस", "आरक्षी"),
    ("temple", "मंदिर", "देवालय"), ("economy", "अर्थव्यवस्था", "इकॉनमी"),
    ("water", "पानी", "नीर"), ("school", "स्कूल", "शाला"), ("village", "गाँव", "देहात"),
    ("village", "गांव", "देहात"), ("minister", "मंत्री", "वज़ीर"),
    ("country", "देश", "मुल्क"), ("company", "कंपनी", "प्रतिष्ठान"),
    ("film", "फ़िल्म", "चलचित्र"), ("film", "फिल्म", "चलचित्र"),
    ("family", "परिवार", "कुटुंब"), ("children", "बच्चों", "बालकों"),
    ("student", "छात्र", "शिष्य"), ("women", "महिलाओं", "औरतों"), ("city", "शहर", "नगर"),
    ("war", "युद्ध", "जंग"), ("army", "सेना", "फ़ौज"), ("history", "इतिहास", "तारीख़ी"),
    ("river", "नदी", "दरिया"), ("world", "दुनिया", "जगत"), ("law", "कानून", "विधि"),
    ("law", "क़ानून", "विधि"), ("court", "अदालत", "कचहरी"), ("book", "किताब", "पोथी"),
    ("hospital", "अस्पताल", "शफ़ाख़ाना"), ("election", "चुनाव", "निर्वाचन"),
    ("festival", "त्योहार", "पर्व"),
)  # fmt: skip


def names(source: str, target: str) -> list[tuple[Range, Range]]:
    """Return names by sound: the Hindi one, which stands once, and the English one."""
    here = [(each, _sound(quote(target, each))) for each in words(target)]
    found = []
    for match in _ENGLISH_NAME.finditer(source):
        sound = _english_sound(match.group())
        alike = [each for each, heard in here if heard == sound]
        name = quote(target, alike[0]) if alike else ""
        if len(sound) >= 3 and len(alike) == 1 and match.group() not in _NO_NAMES and name not in _COMMON:
            found.append((alike[0], Range(*match.span())))
    return found


def swapped(source: str, target: str, chance: Random) -> Planted | None:
    """Another name in the place of one."""
    found = pick(names(source, target), chance)
    if found is None:
        return None
    place, there = found
    heard = _sound(quote(target, place))
    by = chance.choice([each for each in _OTHERS if _sound(each)[0] != heard[0] and each not in target])
    return replaced(source, target, place, by, there)


def misspelt(source: str, target: str, chance: Random) -> Planted | None:
    """A consonant exchanged for another, left out, or two that changed places."""
    found = pick(names(source, target), chance)
    if found is None:
        return None
    place, there = found
    name = list(quote(target, place))
    at = [
        i for i, letter in enumerate(name) if letter in _LETTERS and name[i + 1 : i + 2] not in (["़"], ["्"])
    ]
    if len(at) < 2:
        return None
    first, second = chance.choice(list(pairwise(at)))
    which = chance.random()
    if which < 0.5:
        sound = _CONSONANTS.get(name[second])
        name[second] = chance.choice([each for each in _LETTERS if _CONSONANTS.get(each) != sound])
    elif which < 0.75 and _CONSONANTS.get(name[first]) != _CONSONANTS.get(name[second]):
        name[first], name[second] = name[second], name[first]
    else:
        del name[second]
        while (
            second < len(name)
            and regex.match(r"\p{M}", name[second])
            and regex.match(r"\p{M}", name[second - 1])
        ):
            del name[second]
    made = "".join(name)
    if _sound(made) == _sound(quote(target, place)):
        return None
    return replaced(source, target, place, made, there)


def untranslated(source: str, target: str, chance: Random) -> Planted | None:
    """An English word in the place of a Hindi one."""
    there = [Range(*match.span()) for match in regex.finditer(r"(?<=[a-z] )[a-z]{4,}(?=[ ,.])", source)]
    here = [each for each in words(target) if len(each) > 3]
    if not there or not here:
        return None
    english = chance.choice(there)
    # The word that stands about as far into the sentence.
    wanted = english.start / len(source) * len(target)
    place = min(here, key=lambda each: abs(each.start - wanted))
    return replaced(source, target, place, quote(source, english), english)


def off_glossary(source: str, target: str, chance: Random) -> Planted | None:
    """A word the glossary has otherwise."""
    found = []
    for english, hindi, wrong in _GLOSSARY:
        there, here = english_places(source, english), places(target, hindi)
        if len(there) == len(here) == target.count(hindi) == 1:
            found.append((english, hindi, wrong, there[0], here[0]))
    if not found:
        return None
    english, hindi, wrong, there_, place = chance.choice(found)
    style = Style(glossary=(Term(source=english, approved=(hindi,)),))
    made = replaced(source, target, place, wrong, there_)
    return made and Planted(
        source=source, target=made.target, ranges=made.ranges, english=there_, style=style
    )


def _sound(name: str) -> str:
    plain = name.replace("ड़", "र").replace("ढ़", "र").replace("ड़", "र").replace("क्ष", "कस")
    return _squeezed("".join(_CONSONANTS.get(letter, "") for letter in plain))


def _english_sound(name: str) -> str:
    plain = regex.sub("c(?=[eiy])", "s", name.lower())
    for english, sound in _ENGLISH_SOUNDS:
        plain = plain.replace(english, sound)
    plain = regex.sub("c(?!h)", "k", plain) if "ch" not in name.lower() else plain
    return _squeezed(regex.sub("[^a-z]|[aeiouhy]", "", plain))


def _squeezed(sound: str) -> str:
    return regex.sub(r"(.)\1+", r"\1", sound)
