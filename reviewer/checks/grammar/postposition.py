"""Postpositions: the oblique before them, the genitive before compound ones, and those left out."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.form import INFINITIVE, POSTPOSITIONS, words
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity

_NEVER_TOGETHER = frozenset(
    (one, two)
    for one, others in (
        ("ने", "को का के में से तक"),
        ("को", "ने का के में से तक"),
        ("का", "ने को के की में से तक"),
        ("के", "ने को का की में से तक"),
        ("में", "ने को"),
        ("से", "ने को में"),
        ("पर", "ने में"),
    )
    for two in others.split()
)
_SECOND = {
    ("के", "बारे"): "में",
    ("के", "रूप"): "में",
    ("के", "तौर"): "पर",
    ("के", "माध्यम"): "से",
    ("के", "आधार"): "पर",
    ("के", "संबंध"): "में",
}
_MAY_FOLLOW = POSTPOSITIONS | frozenset(
    [
        "भी",
        "ही",
        "तो",
        "नहीं",
        "है",
        "हैं",
        "था",
        "थी",
        "थे",
        "और",
        "या",
        "तथा",
        "एवं",
        "जैसे",
        "जैसा",
        "जैसी",
        "द्वारा",
        "बनकर",
    ]
)
_FRESH = frozenset(
    [
        "यह",
        "वह",
        "ये",
        "इस",
        "उस",
        "एक",
        "अपने",
        "अपनी",
        "अपना",
        "उनके",
        "उनकी",
        "उनका",
        "उसके",
        "उसकी",
        "इसके",
        "नहीं",
    ]
)
_WITHOUT = {
    "लिए": frozenset(
        [
            "के",
            "इसके",
            "उसके",
            "जिसके",
            "किसके",
            "उनके",
            "इनके",
            "जिनके",
            "अपने",
            "मेरे",
            "हमारे",
            "तुम्हारे",
            "तेरे",
            "आपके",
            "इस",
            "किस",
            "इसी",
            "उसी",
            "जिस",
            "खुद",
        ]
    ),
    "बारे": frozenset(
        [
            "के",
            "इसके",
            "उसके",
            "जिसके",
            "किसके",
            "उनके",
            "इनके",
            "जिनके",
            "अपने",
            "मेरे",
            "हमारे",
            "तुम्हारे",
            "तेरे",
            "आपके",
            "इस",
            "उस",
            "किस",
            "इसी",
            "किनके",
        ]
    ),
}


class ObliqueMissing(Check):
    """Finds what is wrong before or behind a postposition.

    A noun or infinitive in ‑ा that should be in ‑े before it (समझौता पर), two that cannot meet (दिल्ली को
    में), and one that is left out (के रूप देखा, लोगों बताया).
    """

    id, code, title = "grammar.oblique-missing", "G03", "Oblique or postposition"
    tier, type, severity = Tier.ERROR, "linguistic/grammar", Severity.MAJOR
    examples = (
        found("दोनों देश समझौता पर सहमत हुए।", "समझौता", suggestion="समझौते"),
        found("यह काम करना के लिए समय चाहिए।", "करना", suggestion="करने"),
        found("बैठक दिल्ली को में हुई।", "को में"),
        found("इस योजना के बारे उन्होंने कुछ नहीं कहा।", "बारे", suggestion="बारे में"),
        found("उसे मुख्य अतिथि के रूप बुलाया गया।", "रूप", suggestion="रूप में"),
        found("पुलिस ने लोगों बताया।", "लोगों"),
        found("बच्चों लिए नया स्कूल खुला।", "लिए", suggestion="के लिए"),
        silent("दोनों देश समझौते पर सहमत हुए।"),
        silent("नेता ने सेना को सूचना के लिए धन्यवाद दिया।"),
        silent("लोगों ने बताया कि सैकड़ों घर बह गए।"),
        silent("उसने दस रुपये लिए और चला गया।"),
        silent("घर में से धुआँ निकल रहा था।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each such place."""
        del article
        read = lens.target.fact(line)
        for place, word in enumerate(read.words):
            after = read.after(place)
            if after in POSTPOSITIONS and not (place and read.gaps[place - 1] in {"-", "/"}):
                yield from _before(read, place, after)
            if word in _WITHOUT or (read.before(place), word) in _SECOND:
                yield from _compound(read, place)
        for place, noun in enumerate(read.nouns):
            if noun is not None and not noun.direct and _is_bare(read, place):
                yield Hit(
                    target=read.range(place),
                    message=f"“{read.tokens[place].text}” is in the oblique, but no postposition follows.",
                    tier=Tier.WARNING,
                )


def _before(read: Line, place: int, after: str) -> Iterator[Hit]:
    word, noun, verb = read.words[place], read.nouns[place], read.verbs[place]
    if (word, after) in _NEVER_TOGETHER and place and read.joined[place - 1]:
        yield Hit(
            target=read.range(place, place + 1), message=f"“{word}” and “{after}” cannot stand together."
        )
    elif after == "पर" or word in {"पता", "माना"}:
        is_noun = noun is not None and noun.gender == "m" and noun.direct and not noun.oblique
        if is_noun and noun is not None and noun.kind != "person" and word != "पता":
            yield _bent(read, place)
    elif word == "बारा" or (word == "दूसरा" and after != "का"):
        yield _bent(read, place)
    elif noun is not None:
        if noun.gender == "m" and noun.direct and not noun.oblique and not _is_apposition(read, place):
            yield _bent(read, place)
    elif verb is not None and verb.form == INFINITIVE and word.endswith("ना"):
        yield _bent(read, place)


def _is_apposition(read: Line, place: int) -> bool:
    """Whether this may be a verb with a noun in front: पता की."""
    return read.after(place) == "की" and read.after(place + 1) in words("auxiliary")


def _bent(read: Line, place: int) -> Hit:
    fixed = read.tokens[place].text[:-1] + "े"
    return Hit(
        target=read.range(place),
        message=f"Before “{read.after(place)}” this is “{fixed}”.",
        suggestion=fixed,
    )


def _compound(read: Line, place: int) -> Iterator[Hit]:
    word, before, after = read.words[place], read.before(place), read.after(place)
    second = _SECOND.get((before, word))
    text = read.tokens[place].text
    if second is not None and after and after not in _MAY_FOLLOW:
        yield Hit(
            target=read.range(place),
            message=f"“{before} {text}” is followed by “{second}”.",
            suggestion=f"{text} {second}",
        )
    elif word in _WITHOUT and before and before not in _WITHOUT[word] and _needs_genitive(read, place):
        yield Hit(
            target=read.range(place),
            message=f"Before “{text}” stands “के”.",
            suggestion=f"के {text}",
            tier=Tier.WARNING,
        )


def _needs_genitive(read: Line, place: int) -> bool:
    """Whether a noun or infinitive in the oblique stands before, and no auxiliary makes this “took”."""
    noun, verb = read.nouns[place - 1], read.verbs[place - 1]
    after = read.after(place)
    if after in words("auxiliary") or not after or read.verbs[place + 1] is not None:
        return False
    if verb is not None and verb.form == INFINITIVE:
        return read.words[place - 1].endswith("ने")
    return noun is not None and not noun.direct


def _is_bare(read: Line, place: int) -> bool:
    """Whether an oblique plural has a verb right behind it."""
    noun, after = read.nouns[place], read.after(place)
    if noun is None or noun.kind == "time" or not after or not read.words[place].endswith("ों"):
        return False
    verb, next_noun = read.verbs[place + 1], read.nouns[place + 1]
    if after in POSTPOSITIONS or after == "लिए":
        return False
    if next_noun is not None:
        return next_noun.kind == "" and verb is None
    if after in _FRESH:
        return True
    return verb is not None and verb.form in {"perfective", "future", "copula"}
