"""Pronouns before postpositions: their form, and whether they are written as one word."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.form import POSTPOSITIONS
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity

_DIRECT = {
    "वह": "उस", "यह": "इस", "वे": "उन", "ये": "इन", "कौन": "किस", "मैं": "मुझ", "कोई": "किसी",
}  # fmt: skip
_ONLY_WITH_THESE = {
    "वह": frozenset(["को", "में", "का", "के", "से"]),
    "यह": frozenset(["को", "में", "का", "के", "से"]),
    "वे": frozenset(["को", "में", "का", "के"]),
    "ये": frozenset(["को", "में", "का", "के"]),
    "कौन": frozenset(["को", "में", "का", "के", "से", "की", "ने"]) - {"से"},
    "मैं": frozenset(["को", "का", "के", "की", "से"]),
    "कोई": frozenset(["को", "का", "के", "की", "ने"]),
}
_JOINING = frozenset(["ने", "को", "से", "का", "के", "की", "में"])
_OBLIQUE = frozenset(
    [
        "उस",
        "इस",
        "जिस",
        "किस",
        "उन",
        "इन",
        "जिन",
        "किन",
        "मुझ",
        "तुझ",
        "हम",
        "तुम",
        "आप",
        "उन्हों",
        "इन्हों",
        "जिन्हों",
    ]
)


class DirectPronoun(Check):
    """Finds a pronoun in the subject's form before a postposition: “वह को” for “उसको”."""

    id, code, title = "grammar.direct-pronoun", "G02", "Pronoun not in the oblique"
    tier, type, severity = Tier.ERROR, "linguistic/grammar", Severity.MAJOR
    examples = (
        found("वह को चोट लगी।", "वह को", suggestion="उसको"),
        found("वे के घर पर छापा पड़ा।", "वे के", suggestion="उनके"),
        found("मैं को बुलाया गया।", "मैं को", suggestion="मुझको"),
        silent("उसको चोट लगी।"),
        silent("यह सबको पता है।"),
        silent("“मिल्की वे” के तारे चमके।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each pronoun with its postposition."""
        del article
        read = lens.target.fact(line)
        for place in read.places(*_DIRECT):
            word, after = read.words[place], read.after(place)
            if after not in _ONLY_WITH_THESE[word] or _is_foreign(read, place):
                continue
            stem = _DIRECT[word]
            joint = " " if stem == "किसी" else ""
            fixed = _GENITIVE.get((stem, after), f"{stem}{joint}{after}")
            yield Hit(
                target=read.range(place, place + 1),
                message=f"Before “{after}” the pronoun is “{stem}”.",
                suggestion=fixed,
            )


_GENITIVE = {("मुझ", "का"): "मेरा", ("मुझ", "के"): "मेरे", ("मुझ", "की"): "मेरी"}
_NAMES_BEFORE = frozenset({"मिल्की", "रन", "हाई", "गेट", "सब", "फेयर", "जोंग", "किम"})


def _is_foreign(read: Line, place: int) -> bool:
    return read.before(place) in _NAMES_BEFORE


class PronounSpacing(Check):
    """Finds a pronoun and its postposition written apart: “उस ने” for “उसने”.

    The same syllables may be the end of a foreign name (किम जोंग उन ने), which is left alone.
    """

    id, code, title = "grammar.pronoun-spacing", "G10", "Pronoun and postposition apart"
    tier, type = Tier.HINT, "linguistic/spelling"
    examples = (
        found("उस ने यह काम पूरा किया।", "उस ने", suggestion="उसने"),
        found("सब लोग आप के पास आए थे।", "आप के", suggestion="आपके"),
        silent("उसने यह काम पूरा किया।"),
        silent("किम जोंग उन ने बैठक बुलाई।"),
        silent("राम ने यह काम पूरा किया।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each pair that is one word."""
        del article
        read = lens.target.fact(line)
        if read.bag.isdisjoint(_OBLIQUE):
            return
        for place, word in enumerate(read.words):
            after = read.after(place)
            if word not in _OBLIQUE or after not in _JOINING or _is_name(read, place):
                continue
            together = _TOGETHER.get((word, after))
            if together is None:
                continue
            yield Hit(
                target=read.range(place, place + 1),
                message=f"A pronoun is written together with “{after}”.",
                suggestion=together,
                tier=Tier.WARNING if after == "ने" else None,
            )


def _is_name(read: Line, place: int) -> bool:
    """Whether the word before is of a name: only a few words stand before a pronoun otherwise."""
    before = read.before(place)
    return word_may_be_name(before) and read.words[place] in {"उन", "इन", "जिन", "हम", "किन"}


def word_may_be_name(word: str) -> bool:
    """Whether a word right before a pronoun may be the first part of a name."""
    return bool(word) and word not in POSTPOSITIONS and word not in _COMMON


_COMMON = frozenset(["कि", "और", "तथा", "लेकिन", "मगर", "तो", "जब", "अगर", "यदि", "है", "हैं", "था", "थे", "थी"])
_TOGETHER = {
    (stem, post): stem + post
    for stem in _OBLIQUE
    for post in _JOINING
    if stem not in {"हम", "मुझ", "तुझ", "तुम"}
} | {(stem, "ने"): stem + "ने" for stem in ("हम", "तुम")}
_TOGETHER |= {
    ("उन", "ने"): "उन्होंने", ("इन", "ने"): "इन्होंने", ("जिन", "ने"): "जिन्होंने",
    ("हम", "को"): "हमको", ("हम", "से"): "हमसे", ("मुझ", "को"): "मुझको", ("मुझ", "से"): "मुझसे",
}  # fmt: skip
