"""Grammar broken: postpositions, agreement, ने, and कि for की."""

from itertools import islice
from random import Random

import regex

from reviewer.domain.span import Range
from tests.checks.planting.name import names
from tests.checks.planting.plant import LETTER, WORD, Planted, pick, places, quote, replaced, vocabulary

_OBLIQUE = regex.compile(
    rf"(?<!{LETTER})(?P<stem>{LETTER}{{2,}})(?P<end>े)(?= (?:ने|को|में|पर|से|तक)(?!{LETTER}))"
)
_INFINITIVE = regex.compile(
    rf"(?<!{LETTER})(?P<stem>{LETTER}+न)(?P<end>े)(?= (?:के|को|में|पर|से|की|का)(?!{LETTER}))"
)
_NO_OBLIQUE = regex.compile(
    r"^(?:आगे|पीछे|नीचे|पहले|सामने|बारे|अपने|मेरे|तुम्हारे|हमारे|जिले|दूसरे|बाद|कैसे|ऐसे|जैसे|वैसे|पूरे|उसके|उनके|इसके|इनके|जिसके|जिनके|किनारे)$"
)
_PRONOUNS = {
    "उसे": "वह को", "उसको": "वह को", "उसमें": "वह में", "उसने": "वह ने", "उससे": "वह से", "उनके": "वे के",
    "उनका": "वे का", "उनकी": "वे की", "उन्होंने": "वे ने", "उनमें": "वे में",
    "इसमें": "यह में", "इसके": "यह के", "इसका": "यह का",
    "इसकी": "यह की", "इससे": "यह से", "इसने": "यह ने",
}  # fmt: skip
_COMPOUND = {
    "के लिए": ("की लिए", "का लिए"), "के बाद": ("की बाद", "का बाद"), "के साथ": ("की साथ", "का साथ"),
    "के रूप में": ("की रूप में", "का रूप में"), "की ओर": ("के ओर", "का ओर"), "की तरह": ("के तरह", "का तरह"),
    "के बारे में": ("की बारे में", "का बारे में"), "के पास": ("की पास", "का पास"), "की वजह से": ("के वजह से", "का वजह से"),
    "के दौरान": ("की दौरान", "का दौरान"), "के कारण": ("की कारण",), "के ख़िलाफ़": ("की ख़िलाफ़",),
}  # fmt: skip
_ADJECTIVES = {
    "नई": "नया", "बड़ी": "बड़ा", "अच्छी": "अच्छा", "छोटी": "छोटा", "पुरानी": "पुराना", "पहली": "पहला",
    "दूसरी": "दूसरा", "अपनी": "अपना", "ऐसी": "ऐसा", "पूरी": "पूरा", "नया": "नई", "बड़ा": "बड़ी", "अच्छा": "अच्छी",
    "छोटा": "छोटी", "पहला": "पहली", "दूसरा": "दूसरी", "अपना": "अपनी", "पूरा": "पूरी",
    "उनकी": "उनका", "उसकी": "उसका", "इसकी": "इसका",
    "मेरी": "मेरा", "हमारी": "हमारा",
}  # fmt: skip
_GENITIVES = {"का": ("की",), "की": ("का",), "के": ("की",)}
_VERBS = {
    "गया": "गई", "गई": "गया", "था": "थी", "थी": "था", "गए": "गई", "किया": "की", "दी": "दिया",
    "हुई": "हुआ", "हुआ": "हुई", "हैं": "है",
}  # fmt: skip
_AFTER = "का|के|की|को|ने|से|में|पर|तक|और|भी|ही|एवं|तथा|व|या|जैसे|है|हैं"
_TITLES = vocabulary("राष्ट्रपति प्रधानमंत्री मुख्यमंत्री मंत्री श्री डॉ डॉक्टर प्रोफ़ेसर कप्तान राजा रानी महाराजा संत अभिनेता")
_SUBJECTS = {"वह": "उसने", "वे": "उन्होंने", "मैं": "मैंने", "हम": "हमने"}
_WENT = (
    r"(?:गया|गए|गये|गई|गयी|आया|आए|आये|आई|पहुँचा|पहुँचे|पहुँची|पहुंचा|पहुंचे|पहुंची|निकला|निकले|निकली|लौटा|लौटे|लौटी|हुआ|हुए|हुई|"
    r"बैठा|बैठे|सोया|भागा|भागे|गिरा|गिरे|गिरी|रुका|रुके|मरा|मरे|उठा|उठे|चला|चले|चली|रहा|रहे|रही|सका|सके|सकी|चुका|चुके|चुकी)"
)
_INTRANSITIVE = regex.compile(rf"(?<!{LETTER}){_WENT}(?: (?:है|हैं|था|थे|थी|थीं|हूँ|हूं))?(?=[।.,?!](?: |$)|$)")
_PASSIVE = regex.compile(rf"(?<!{LETTER}){LETTER}*(?:या|ए|ये|ई|ी|े|ा) $")
_CLAUSES = regex.compile(
    rf"[,;:।.?!—–-]|(?<!{LETTER})(?:कि|और|लेकिन|मगर|जो|जिस\S*|जिन\S*|जब|तो|ने|कर|करके|या|क्योंकि|उन्होंने|उसने)(?!{LETTER})"
)


def postposition(source: str, target: str, chance: Random) -> Planted | None:
    """A word before a postposition is not bent, or the postposition is of the wrong gender."""
    found = [
        (Range(*match.span()), match["stem"] + "ा")
        for pattern in (_OBLIQUE, _INFINITIVE)
        for match in pattern.finditer(target)
        if not _NO_OBLIQUE.match(match.group())
    ]
    found += [(each, _PRONOUNS[quote(target, each)]) for each in places(target, *_PRONOUNS)]
    found += [(each, chance.choice(_COMPOUND[quote(target, each)])) for each in places(target, *_COMPOUND)]
    if not found:
        return None
    place, by = chance.choice(found)
    return replaced(source, target, place, by)


def agreement(source: str, target: str, chance: Random) -> Planted | None:
    """Genitive, adjective or verb of the wrong gender; a writer's own form was right, so the other is not."""
    ends = [
        each
        for each in places(target, *_VERBS)
        if regex.match(r"(?: (?:है|हैं|था|थी|थे))?[।.]?$", target[each.end :])
    ]
    genitives = [
        each
        for each in places(target, *_GENITIVES)
        if regex.match(rf" (?!है|हैं|थी|थीं|था|गई|गयी|जा){LETTER}", target[each.end :])
    ]
    groups = [genitives, places(target, *_ADJECTIVES), ends]
    group = pick([each for each in groups if each], chance)
    place = pick(group or [], chance)
    if place is None:
        return None
    word = quote(target, place)
    by = _VERBS[word] if place in ends else _ADJECTIVES.get(word) or chance.choice(_GENITIVES[word])
    if word == "के" and regex.match(r" (?:\S+ ){0,2}(?:लिए|बाद|साथ|पास|आगे|पीछे)", target[place.end :]):
        return None
    return replaced(source, target, place, by)


def ne_intransitive(source: str, target: str, chance: Random) -> Planted | None:
    """The doer of a verb of going or being is marked as that of doing."""
    known = [each for each, _ in names(source, target)]
    found = []
    for verb in _INTRANSITIVE.finditer(target):
        before = target[: verb.start()]
        if verb.group().startswith("ग") and _PASSIVE.search(before):
            continue
        start = max((match.end() for match in _CLAUSES.finditer(before)), default=0)
        doer = _doer(target, start, known)
        if doer and not regex.search(r"(?:द्वारा|को)\s", target[doer.end : verb.start()]):
            found.append((doer, Range(*verb.span())))
    if not found:
        return None
    doer, said = chance.choice(found)
    word = quote(target, doer)
    made = replaced(source, target, doer, _SUBJECTS.get(word, f"{word} ने"))
    return made and Planted(
        source=source,
        target=made.target,
        ranges=(made.ranges[0], said.shifted(len(made.target) - len(target))),
    )


def _doer(target: str, start: int, names_there: list[Range]) -> Range | None:
    """Return a pronoun at the beginning of a clause, or a name, with a title before it or without."""
    first = [Range(*match.span()) for match in islice(WORD.finditer(target, start), 3)]
    if first and quote(target, first[0]) in _SUBJECTS:
        return first[0]
    ahead = rf" (?!(?:{_AFTER})(?!{LETTER})){LETTER}"
    while len(first) > 1 and quote(target, first[0]) in _TITLES:
        del first[0]
    named = [each for each in first if each in names_there]
    if not named or named != first[: len(named)] or not regex.match(ahead, target[named[-1].end :]):
        return None
    return named[-1]


def ki(source: str, target: str, chance: Random) -> Planted | None:
    """The conjunction for the genitive, or the other way round."""
    every = places(target, "कि") if chance.random() < 0.5 else places(target, "की")
    place = pick(every, chance)
    if place is None:
        return None
    return replaced(source, target, place, "की" if quote(target, place) == "कि" else "कि")
