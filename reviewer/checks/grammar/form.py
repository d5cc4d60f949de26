"""Forms of Hindi words: which gender and number each can have, and what it can do in a sentence."""

from functools import lru_cache

from reviewer.text.lexicon import alternatives, rows

MASCULINE_SINGULAR, MASCULINE_PLURAL, FEMININE_SINGULAR, FEMININE_PLURAL = 1, 2, 4, 8
"""Bits of agreement; a form has all that it may stand for."""
MASCULINE, FEMININE, PLURAL, ANY = 3, 12, 10, 15

POSTPOSITIONS = frozenset(["ने", "को", "से", "में", "पर", "तक", "का", "के", "की"])
GENITIVES = {"का": MASCULINE_SINGULAR, "के": MASCULINE, "की": FEMININE}
COPULAS = {
    "है": MASCULINE_SINGULAR | FEMININE_SINGULAR,
    "हैं": PLURAL,
    "था": MASCULINE_SINGULAR,
    "थे": MASCULINE_PLURAL,
    "थी": FEMININE_SINGULAR,
    "थीं": FEMININE_PLURAL,
}
_VOWEL_SIGNS = "ािीुूेैोौ"


def plain(word: str) -> str:
    """Return a word without what spellings differ in: nukta, ँ for ं, and the glide of गये."""
    return word.replace("\u093c", "").replace("ँ", "ं")


class Noun:
    """One form of a noun. `direct` and `oblique` are bits of agreement in that case, 0 where it has none."""

    __slots__ = ("direct", "gender", "kind", "oblique", "other")

    def __init__(self, gender: str, direct: int, oblique: int, kind: str, other: str = "") -> None:
        self.gender, self.direct, self.oblique, self.kind, self.other = gender, direct, oblique, kind, other
        """`other` is the form of the other case, where that differs: फ़ैसले of फ़ैसला."""


@lru_cache(maxsize=1)
def nouns() -> dict[str, Noun]:
    """Return the forms of all nouns of the list by their plain spelling; of homographs, none."""
    made: dict[str, Noun] = {}
    twice: set[str] = set()
    for row in rows("noun_gender"):
        for form, noun in _inflected(plain(row["noun"]), row["gender"], row["oblique_note"], row["kind"]):
            if form in made and made[form].gender != noun.gender:
                twice.add(form)
            made.setdefault(form, noun)
    for form in twice:
        del made[form]
    return made


def _inflected(word: str, gender: str, note: str, kind: str) -> list[tuple[str, Noun]]:
    if gender == "f":
        return _feminine(word, kind)
    if note == "plural":
        return [
            (word, Noun("m", MASCULINE_PLURAL, 0, kind)),
            (_oblique_plural(word), Noun("m", 0, MASCULINE, kind)),
        ]
    if note.startswith("obl:"):
        bent = plain(note.removeprefix("obl:").strip())
        stem = bent[:-1]
        plural = [stem + ("ों" if bent.endswith("े") else "ओं"), word[:-1] + "ों"]
        return [
            (word, Noun("m", MASCULINE_SINGULAR, 0, kind, bent)),
            (bent, Noun("m", MASCULINE_PLURAL, MASCULINE, kind, word)),
            *((form, Noun("m", 0, MASCULINE, kind)) for form in plural),
        ]
    return [
        (word, Noun("m", MASCULINE, MASCULINE, kind)),
        (_oblique_plural(word), Noun("m", 0, MASCULINE, kind)),
    ]


def _feminine(word: str, kind: str) -> list[tuple[str, Noun]]:
    if word.endswith(("ी", "ि")):
        plurals = [word[:-1] + "ियां"]
    elif word.endswith("ई"):
        plurals = [word[:-1] + "इयां"]
    elif word[-1] in _VOWEL_SIGNS:
        plurals = [word + "एं"]
    else:
        plurals = [word + "ें"]
    return [
        (word, Noun("f", FEMININE_SINGULAR, FEMININE, kind)),
        *((form, Noun("f", FEMININE_PLURAL, 0, kind)) for form in plurals),
        (_oblique_plural(word), Noun("f", 0, FEMININE, kind)),
    ]


def _oblique_plural(word: str) -> str:
    if word.endswith(("ी", "ि")):
        return word[:-1] + "ियों"
    if word.endswith("ई"):
        return word[:-1] + "इयों"
    if word.endswith(("ू",)):
        return word[:-1] + "ुओं"
    return word + ("ओं" if word[-1] in _VOWEL_SIGNS else "ों")


class Verb:
    """One form of a verb: bits of agreement, what form it is, of which infinitive, and whether that has ने."""

    __slots__ = ("agrees", "form", "ne", "of")

    def __init__(self, agrees: int, form: str, of: str, ne: str) -> None:
        self.agrees, self.form, self.of, self.ne = agrees, form, of, ne


_ENDINGS = (
    ("ा", MASCULINE_SINGULAR),
    ("े", MASCULINE_PLURAL),
    ("ी", FEMININE),
    ("ीं", FEMININE_PLURAL),
)
_IRREGULAR = {
    "करना": "किया किए की कीं",
    "जाना": "गया गए गई गईं",
    "देना": "दिया दिए दी दीं",
    "लेना": "लिया लिए ली लीं",
    "होना": "हुआ हुए हुई हुईं",
    "पीना": "पिया पिए पी पीं",
    "जीना": "जिया जिए जी जीं",
    "छूना": "छुआ छुए छुई छुईं",
}
_FUTURE_STEMS = {"देना": "द", "लेना": "ल"}
HABITUAL, PERFECTIVE, FUTURE, INFINITIVE, COPULA = "habitual", "perfective", "future", "infinitive", "copula"


@lru_cache(maxsize=1)
def verbs() -> dict[str, Verb]:
    """Return the agreeing forms of all verbs of the list by their plain spelling."""
    made: dict[str, Verb] = {form: Verb(bits, COPULA, "होना", "never") for form, bits in COPULAS.items()}
    for row in rows("ne_verbs"):
        for infinitive in row["verb"].split("/"):
            name = plain(infinitive if infinitive.endswith("ना") else infinitive + "ना")
            if " " in name or "(" in name:
                continue
            for form, bits, kind in _verb_forms(name):
                made.setdefault(form, Verb(bits, kind, name, row["takes_ne"]))
    return made


def _verb_forms(infinitive: str) -> list[tuple[str, int, str]]:
    stem = infinitive[:-2]
    made = [(stem + "त" + ending, bits, HABITUAL) for ending, bits in _ENDINGS]
    made += [(stem + "न" + ending, bits, INFINITIVE) for ending, bits in _ENDINGS[:3]]
    made += _perfective(infinitive, stem)
    return made + _future(infinitive, stem)


def _perfective(infinitive: str, stem: str) -> list[tuple[str, int, str]]:
    bits = [bit for _, bit in _ENDINGS]
    if infinitive in _IRREGULAR:
        forms = _IRREGULAR[infinitive].split()
    elif stem[-1] in "ाोआओ":
        forms = [stem + end for end in ("या", "ए", "ई", "ईं")]
    else:
        forms = [stem + end for end, _ in _ENDINGS]
    made = [(form, bit, PERFECTIVE) for form, bit in zip(forms, bits, strict=True)]
    # The older spelling with a glide.
    if forms[1].endswith("ए"):
        made.append((forms[1][:-1] + "ये", MASCULINE_PLURAL, PERFECTIVE))
    if forms[2].endswith("ई"):
        made.append((forms[2][:-1] + "यी", FEMININE, PERFECTIVE))
        made.append((forms[2][:-1] + "यीं", FEMININE_PLURAL, PERFECTIVE))
    return made


def _future(infinitive: str, stem: str) -> list[tuple[str, int, str]]:
    if infinitive == "होना":
        forms = ["होगा", "होंगे", "होगी", "होंगी"]
    else:
        base = _FUTURE_STEMS.get(infinitive, stem)
        glide = base[-1] in "ािीोूआओ"
        forms = [base + ("ए" if glide else "े") + "गा", base + ("एं" if glide else "ें") + "गे"]
        forms += [base + ("ए" if glide else "े") + "गी", base + ("एं" if glide else "ें") + "गी"]
    bits = [MASCULINE_SINGULAR, MASCULINE_PLURAL, FEMININE_SINGULAR, FEMININE_PLURAL]
    return [(form, bit, FUTURE) for form, bit in zip(forms, bits, strict=True)]


@lru_cache(maxsize=16)
def words(name: str) -> frozenset[str]:
    """Return one class of `word_classes.tsv` in plain spelling."""
    return frozenset(
        plain(word)
        for row in rows("word_classes")
        if row["class"] == name
        for word in alternatives(row["words"])
    )


@lru_cache(maxsize=1)
def adjectives() -> dict[str, tuple[str, int]]:
    """Return the forms of declinable adjectives, with the masculine form and bits of agreement."""
    made: dict[str, tuple[str, int]] = {}
    for base in words("adjective"):
        stem = base[:-1]
        is_new = base == "नया"
        made[base] = (base, MASCULINE_SINGULAR)
        made["नए" if is_new else stem + "े"] = (base, MASCULINE)
        made["नई" if is_new else stem + "ी"] = (base, FEMININE)
        if is_new:
            made["नये"], made["नयी"] = (base, MASCULINE), (base, FEMININE)
    return made
