"""Agreement of genitives, adjectives and numerals with the noun they stand before."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.concord import slips
from reviewer.checks.grammar.form import (
    FEMININE,
    GENITIVES,
    INFINITIVE,
    MASCULINE,
    MASCULINE_SINGULAR,
    POSTPOSITIONS,
    Noun,
    adjectives,
    words,
)
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier

_ALWAYS_KE = frozenset(
    [
        "लिए",
        "बारे",
        "दौरान",
        "खिलाफ",
        "विरुद्ध",
        "अनुसार",
        "मुताबिक",
        "बावजूद",
        "अलावा",
        "तहत",
        "जरिए",
        "समक्ष",
        "तौर",
        "चलते",
        "आसपास",
        "नजदीक",
    ]
)
_KE_AFTER_KI = _ALWAYS_KE | frozenset(
    ["बीच", "कारण", "रूप", "माध्यम", "सामने", "अंदर", "भीतर", "बाहर", "निकट", "समान", "बराबर", "आधार"]
)
# What is done with company: का साथ दिया, का साथ छोड़ा.
_COMPANY = ("दे", "दि", "छो", "मि", "नि", "पा", "न", "भी", "चा", "ले", "रह", "हो", "है", "था", "औ", "जर")
_ATTRIBUTIVE = frozenset(["का", "के", "की", "वाला", "वाले", "वाली"])
_LOOSE = frozenset(["बाद", "साथ", "पहले", "पास", "आगे", "ऊपर", "पीछे", "नीचे", "बजाय", "बजाए"]) - {"पहले"}
_ALWAYS_KI = frozenset(["ओर", "तरफ", "वजह", "खातिर", "बदौलत", "तुलना", "तरह", "जगह", "अपेक्षा", "मदद"])
_FUSED = {
    stem + ending: (stem, ending)
    for stem in ["उस", "इस", "जिस", "किस", "उन", "इन", "जिन", "किन", "आप"]
    for ending in ("का", "के", "की")
} | {
    stem + ending: (stem, {"ा": "का", "े": "के", "ी": "की"}[ending])
    for stem in ("मेर", "तेर", "हमार", "तुम्हार", "अपन")
    for ending in "ाेी"
}
_VOWEL = {"का": "ा", "के": "े", "की": "ी"}
_STOPS = POSTPOSITIONS | frozenset(["ही", "भी", "तो", "नहीं", "द्वारा"])
_OF_SUBJECT = frozenset(["शिकार"])
"""Nouns whose genitive may agree with the subject: वह हमले की शिकार हुई."""
_STEMS = frozenset(["कर", "ले", "दे", "रख", "हो", "सबसे", "बहुत", "नहीं", "अधिक", "ज्यादा"])
"""Words behind a noun after which no other noun of its phrase follows."""
_REACH = 6
_ENDS = frozenset("।.?!;:")


class GenitiveGender(Check):
    """Finds “का”, “के” or “की” that disagrees with the noun behind it: “देश का सरकार”, “के ओर”.

    Where the noun is the first of a compound or a list, the genitive may belong to a later one.
    """

    id, code, title = "grammar.genitive-gender", "G04", "Genitive disagrees"
    tier, type = Tier.WARNING, "linguistic/grammar"
    examples = (
        found("देश का सरकार ने नया कानून बनाया।", "का", suggestion="की"),
        found("यह बदलाव की प्रभाव है।", "की", suggestion="का"),
        found("लोग शहर के ओर लौटे।", "के", suggestion="की"),
        found("बच्चों का लिए स्कूल खुला।", "का", suggestion="के"),
        found("उसका बहन को चोट लगी।", "उसका", suggestion="उसकी"),
        found("यह सरकार का फैसले हैं।", "का", suggestion="के"),
        silent("देश की सरकार ने बच्चों के लिए कानून बनाया।"),
        silent("जापान के अर्थव्यवस्था, व्यापार और उद्योग मंत्रालय ने बताया।"),
        silent("उत्तर कोरिया के मिसाइल और परमाणु कार्यक्रमों पर रोक है।"),
        silent("शहर के कार मालिक परेशान हैं।"),
        silent("भारत का संसद में भाषण हुआ।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each genitive that its noun cannot have."""
        del article
        read = lens.target.fact(line)
        told = set()
        for place, word in enumerate(read.words):
            is_apart = word in GENITIVES and place > 0 and read.joined[place - 1]
            if not is_apart and word not in _FUSED:
                continue
            marker = word if is_apart else _FUSED[word][1]
            right = _right_genitive(read, place, marker)
            if right is not None and right != marker:
                fixed = right if is_apart else word[: -len(_VOWEL[right])] + _VOWEL[right]
                head = read.tokens[_head(read, place) or place + 1].text
                told.add(place)
                yield Hit(
                    target=read.range(place),
                    message=f"Before “{head}” this is “{fixed}”.",
                    suggestion=fixed,
                )
        yield from _probable(read, told, is_adjective=False)


def _probable(read: Line, told: set[int], *, is_adjective: bool) -> Iterator[Hit]:
    """Yield hints for what clashes with the next word that has a gender."""
    for slip in slips(read):
        if slip.place not in told and (read.words[slip.place] in adjectives()) == is_adjective:
            yield Hit(
                target=read.range(slip.place),
                message=f"Before “{read.tokens[slip.beside].text}” this may be “{slip.fixed}”.",
                suggestion=slip.fixed,
                tier=Tier.HINT,
            )


def _right_genitive(read: Line, place: int, marker: str) -> str | None:  # noqa: PLR0911 - a list of cases
    """Return the genitive that must stand here, if that is certain."""
    after = read.after(place)
    if not after:
        return None
    if read.after(place + 1) in _ATTRIBUTIVE and after in _KE_AFTER_KI:
        return None
    if after in _ALWAYS_KE or (marker == "की" and after in _KE_AFTER_KI):
        return "के"
    if after in _LOOSE and _is_loose(read, place, marker):
        return "के"
    if after in _ALWAYS_KI and after != read.after(place + 1) and not _is_hyphened(read, place + 1):
        return "की"
    head = _head(read, place)
    if head is None:
        return None
    noun = read.nouns[head]
    if noun is None or noun.kind == "time" or not _is_head(read, head) or read.words[head] in _OF_SUBJECT:
        return None
    return _form_for(read, head, noun, marker)


def _is_loose(read: Line, place: int, marker: str) -> bool:
    """Whether a word that also stands alone (बाद में, साथ ही) is a postposition here."""
    further, word = read.after(place + 1), read.words[place + 1]
    if further in {"में", "ही", "भी"} or (marker == "की" and word.startswith("बजा")):
        return False
    if marker == "का" and word in {"साथ", "पास"}:
        return word == "साथ" and bool(further) and not further.startswith(_COMPANY)
    before = read.nouns[place - 1] if place else None
    return marker != "की" or before is None or before.gender == "m" or not before.direct


def _form_for(read: Line, head: int, noun: Noun, marker: str) -> str | None:  # noqa: PLR0911 - a list of cases
    after = read.after(head)
    is_marked = after in POSTPOSITIONS
    if is_marked and after != "ने" and _later_head(read, head, GENITIVES[marker]):
        return None
    if noun.gender == "m" and noun.kind == "person" and noun.direct != MASCULINE_SINGULAR:
        return None
    if noun.gender == "f":
        return "की"
    if marker == "की":
        if is_marked or not noun.direct & MASCULINE_SINGULAR:
            return "के"
        return "का"
    if marker == "का" and not noun.direct & MASCULINE_SINGULAR:
        return "के"
    if marker == "के" and noun.direct == MASCULINE_SINGULAR and not is_marked:
        return "का"
    return None


def _is_hyphened(read: Line, place: int) -> bool:
    return not read.joined[place] and place + 1 < len(read) and read.words[place] == read.words[place + 1]


def _head(read: Line, place: int) -> int | None:
    """Return the noun behind, over adjectives."""
    at = place + 1
    while at < len(read) and read.joined[at - 1] and at <= place + 3:
        if read.nouns[at] is not None:
            return at
        word = read.words[at]
        if word not in adjectives() and word not in words("invariable"):
            return None
        at += 1
    return None


def _is_head(read: Line, place: int) -> bool:
    """Whether no further noun follows, or only such as have the same gender and number."""
    at, noun = place, read.nouns[place]
    while noun is not None and read.joined[at]:
        step = 2 if read.words[at + 1] in words("coordinator") and read.joined[at + 1] else 1
        if at + step >= len(read):
            return False
        further = read.nouns[at + step]
        if further is None:
            verb = read.verbs[at + step]
            is_verb = verb is not None and verb.form != INFINITIVE
            is_stop = read.words[at + 1] in _STOPS or read.words[at + 1] in _STEMS
            return step == 1 and (is_stop or is_verb)
        if further.gender != noun.gender:
            return False
        at += step
    return at + 1 == len(read) or read.gaps[at].lstrip()[:1] in _ENDS


def _later_head(read: Line, place: int, bits: int) -> bool:
    """Whether a noun that the genitive agrees with, or a word unknown, follows the marked one."""
    for at in range(place + 2, min(place + 2 + _REACH, len(read))):
        if not read.joined[at - 1]:
            return False
        word, noun, verb = read.words[at], read.nouns[at], read.verbs[at]
        if noun is not None:
            if (noun.direct | noun.oblique) & bits:
                return True
        elif _is_unknown(read, at) and read.after(at) not in POSTPOSITIONS:
            return True
        if verb is not None and verb.form == INFINITIVE:
            return True
        if word in words("subordinator"):
            return False
    return False


def _is_unknown(read: Line, place: int) -> bool:
    word = read.words[place]
    return (
        read.verbs[place] is None
        and word not in POSTPOSITIONS
        and word not in adjectives()
        and not any(word in words(name) for name in ("invariable", "adverb", "auxiliary", "coordinator"))
    )


class AdjectiveAgreement(Check):
    """Finds an adjective that disagrees with the noun right behind it: “नया नीति”, “बड़ी फ़ैसला”."""

    id, code, title = "grammar.adjective-agreement", "G05", "Adjective disagrees"
    tier, type = Tier.WARNING, "linguistic/grammar"
    examples = (
        found("सरकार ने नया नीति बनाई।", "नया", suggestion="नई"),
        found("यह बड़ी फ़ैसला है।", "बड़ी", suggestion="बड़ा"),
        found("उसने पुरानी मकान बेचा।", "पुरानी", suggestion="पुराना"),
        silent("सरकार ने नई नीति बनाई।"),
        silent("नया सुरक्षा कानून बना।"),
        silent("यह सबसे बड़ा, सरकार का, फ़ैसला है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each adjective whose noun has another gender."""
        del article
        read = lens.target.fact(line)
        known, told = adjectives(), set()
        for place, word in enumerate(read.words):
            form = known.get(word)
            if form is None or not read.joined[place] or word in _FUSED:
                continue
            noun = read.nouns[place + 1]
            if noun is None or noun.kind == "time" or not _is_head(read, place + 1):
                continue
            if read.after(place + 1) in GENITIVES or read.words[place + 1] in words("incorporating"):
                continue
            if not form[1] & (MASCULINE if noun.gender == "m" else FEMININE) and not _is_adverb(read, place):
                fixed = _agreeing(read.tokens[place].text, noun)
                told.add(place)
                yield Hit(
                    target=read.range(place),
                    message=f"Before “{read.tokens[place + 1].text}” this is “{fixed}”.",
                    suggestion=fixed,
                )
        yield from _probable(read, told, is_adjective=True)


def _agreeing(word: str, noun: Noun) -> str:
    new, ending = ("नई", "ी") if noun.gender == "f" else ("नए", "े")
    if noun.gender == "m" and noun.direct & MASCULINE_SINGULAR:
        new, ending = "नया", "ा"
    return new if word[:-1] in {"न", "नय"} else word[:-1] + ending


def _is_adverb(read: Line, place: int) -> bool:
    """Whether a form in ‑ा or ‑े may say how or how much, and not belong to the noun."""
    return read.words[place] in _ADVERBS or (
        read.words[place].endswith("े") and read.words[place] not in {"नए", "नये", "बडे", "छोटे", "पुराने"}
    )


_ADVERBS = frozenset(
    [
        "ताजा",
        "इतना",
        "इतनी",
        "उतना",
        "जितना",
        "जितनी",
        "कितना",
        "थोडा",
        "सीधा",
        "सीधे",
        "पूरा",
        "जैसा",
        "कैसा",
        "ऐसा",
        "वैसा",
        "पहला",
        "दूसरा",
        "तीसरा",
        "चौथा",
        "हरा",
        "काला",
        "पीला",
        "नीला",
        "ठंडा",
    ]
)


class NumeralSingular(Check):
    """Finds a number above one before a masculine noun in the singular: “तीन लड़का”."""

    id, code, title = "grammar.numeral-singular", "G07", "Number before a singular"
    tier, type = Tier.WARNING, "linguistic/grammar"
    examples = (
        found("तीन लड़का बाज़ार गए।", "लड़का", suggestion="लड़के"),
        found("दोनों मामला अदालत में हैं।", "मामला", suggestion="मामले"),
        silent("तीन लड़के बाज़ार गए।"),
        silent("एक लड़का बाज़ार गया।"),
        silent("मामला 2022 का है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each noun that should be plural."""
        del article
        read = lens.target.fact(line)
        for place, noun in enumerate(read.nouns):
            if (
                noun is not None
                and noun.other
                and noun.direct == MASCULINE_SINGULAR
                and read.before(place) in _MANY
                and not _is_first_part(read, place)
            ):
                yield Hit(
                    target=read.range(place),
                    message=f"After “{read.tokens[place - 1].text}” this is “{_many(read, place)}”.",
                    suggestion=_many(read, place),
                )


def _many(read: Line, place: int) -> str:
    return read.tokens[place].text[:-1] + "े"


def _is_first_part(read: Line, place: int) -> bool:
    return read.words[place] in {"पहिया", "रुपया"} and bool(read.after(place))


_MANY = frozenset(
    [
        "दो",
        "तीन",
        "चार",
        "पांच",
        "छह",
        "सात",
        "आठ",
        "नौ",
        "दस",
        "बीस",
        "पचास",
        "सौ",
        "कई",
        "दोनों",
        "सभी",
        "अनेक",
        "तीनों",
        "चारों",
    ]
)
