"""The conjunction कि, and how connectives are used."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.form import COPULA, FUTURE, INFINITIVE, PERFECTIVE, words
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.span import Range

_FINITE_ENDS = ("ूं", "ऊं", "गा", "गे", "गी", "एं", "ें", "िए", "इए", "िये", "ओ", "ो", "ीं", "ईं", "ए")
_FIRST_PERSON = ("ूं", "ऊं", "ूंगा", "ऊंगा", "ूंगी", "ऊंगी")
_LEADS = frozenset(["यह", "वह", "ऐसा", "जैसा", "क्यों", "हालां", "चूं", "इसलिए", "यानी", "मानो"])
_SETTLED = frozenset(["जो", "न", "तक", "यह", "बल्कि", "जबकि", "हों"])
_BEFORE_NOUNS = frozenset(["बाद", "तरह", "साथ", "अब", "समय", "वक्त", "पहले", "आज", "कल"])
_FEMININE_HEADS = frozenset(["ओर", "तरफ", "तरह", "वजह", "जगह", "तुलना", "मदद"])
_CLAUSE_STARTS = frozenset(
    [
        "मैं",
        "हम",
        "वे",
        "उन्होंने",
        "उसने",
        "मैंने",
        "हमने",
        "इसने",
        "इन्होंने",
        "आपने",
        "उन्हें",
        "उसे",
        "हमें",
        "मुझे",
        "अगर",
        "यदि",
    ]
)


class KiKee(Check):
    """Finds “की” where the conjunction “कि” is meant (उन्होंने कहा की वह …), and “कि” for “की” (देश कि नीति).

    In quoted or careless speech “कि” may follow a noun, which this takes for “की”.
    """

    id, code, title = "grammar.ki-kee", "G08", "कि and की confused"
    tier, type = Tier.ERROR, "linguistic/spelling"
    examples = (
        found("उन्होंने कहा की वह कल आएँगे।", "की", suggestion="कि"),
        found("मंत्री ने बताया है की काम पूरा हो गया।", "की"),
        found("देश कि नीति बदल गई है।", "कि", suggestion="की"),
        found("पुलिस ने मामले में कार्रवाई कि है।", "कि", suggestion="की"),
        found("लोग शहर कि ओर लौट रहे हैं।", "कि"),
        silent("उन्होंने कहा कि भारत की नीति बदली है।"),
        silent("उन्होंने नीति की आलोचना की और लौट गए।"),
        silent("उम्मीद कम है, जबकि ज़रूरत ज़्यादा की है।"),
        silent("यहाँ तक कि उनके मित्र भी चुप रहे।"),
        silent("वह इतना थका था कि सो गया।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield every one of the two that cannot stand where it does."""
        del article
        read = lens.target.fact(line)
        for place in read.places("की", "कि"):
            if read.words[place] == "की":
                if _is_conjunction(read, place):
                    yield Hit(
                        target=read.range(place),
                        message="After a verb “कि” (that) is meant, not “की” (of).",
                        suggestion="कि",
                    )
            elif _is_genitive(read, place):
                yield Hit(
                    target=read.range(place),
                    message="Here “की” is meant, not the conjunction “कि” (that).",
                    suggestion="की",
                )


def _is_conjunction(read: Line, place: int) -> bool:  # noqa: PLR0911 - a list of contexts
    """Whether this की follows a finite verb, and is not itself one."""
    if not place or not read.joined[place - 1] or _is_helped(read, place):
        return False
    before, verb = read.words[place - 1], read.verbs[place - 1]
    if (
        before.endswith(_FIRST_PERSON) and len(before) < 9 and (len(before) < 6 or before[-1] != "ं")
    ) or before in {"जो", "जैसी"}:
        return read.joined[place]
    if before in {"गई", "गयी"} and place > 1 and read.verbs[place - 2] is not None:
        return read.joined[place]
    if before == "भी" and place > 1 and read.words[place - 2] == "यह":
        return read.joined[place]
    if before.endswith(("एं", "ें")) and before != "में" and read.nouns[place - 1] is None:
        return read.joined[place] and read.words[place + 1] not in words("coordinator")
    if verb is not None and _is_finite(read, place - 1):
        return read.joined[place] or verb.form == COPULA
    if not read.joined[place]:
        return False
    if before in _LEADS or (before == "न" and read.words[place + 1] not in words("auxiliary")):
        return True
    if before in {"चाहिए", "दें", "लें", "करें"}:
        return True
    return before == "तक" and place > 1 and read.words[place - 2] in {"यहां", "वहां"}


def _is_helped(read: Line, place: int) -> bool:
    """Whether an auxiliary follows, so that की is the verb."""
    after = read.after(place)
    return bool(after) and (after in words("auxiliary") or after == "जा")


def _is_finite(read: Line, place: int) -> bool:
    verb, word = read.verbs[place], read.words[place]
    if verb is None or read.nouns[place] is not None:
        return False
    if verb.form in {COPULA, FUTURE}:
        return True
    if verb.form == PERFECTIVE and word.endswith("ा") and word != "का":
        # Gaya is a town too.
        return word != "गया" or (place > 0 and read.joined[place - 1] and read.words[place - 1] != "और")
    return False


def _is_genitive(read: Line, place: int) -> bool:  # noqa: PLR0911 - a list of contexts
    """Whether this कि has a noun before it that no clause follows, or a verb's auxiliary behind it."""
    if not place or not read.joined[place - 1]:
        return False
    before, after = read.words[place - 1], read.after(place)
    if _is_helped(read, place) and after not in {"हो", "है", "हैं", "जाने", "जाना"}:
        return not _is_finite(read, place - 1) and before not in _SETTLED
    if after in _FEMININE_HEADS or (after in {"है", "हैं"} and read.nouns[place - 1] is not None):
        return True
    verb = read.verbs[place - 1]
    if verb is not None and verb.form == INFINITIVE:
        return before.endswith("ने") and read.joined[place] and after not in _CLAUSE_STARTS
    noun = read.nouns[place + 1] if read.joined[place] else None
    if before == "तक" and read.bag.isdisjoint({"यहां", "जब", "जहां"}):
        return noun is not None
    if before in _BEFORE_NOUNS and noun is not None:
        return noun.gender == "f"
    known = read.nouns[place - 1]
    is_noun = known is not None and known.oblique != 0
    if (
        before in words("before ki")
        or before in _SETTLED
        or (not is_noun and (verb is not None or _looks_finite(before)))
    ):
        return False
    return after not in _CLAUSE_STARTS if read.joined[place] else is_noun


def _looks_finite(word: str) -> bool:
    """Whether an unknown word has a verb's ending."""
    return len(word) > 1 and word.endswith((*_FINITE_ENDS, "े"))


class Connective(Check):
    """Hints at a comma before the “और” of a list, and at one after “कि” or “हालाँकि”."""

    id, code, title = "grammar.connective", "G16", "Connective and comma"
    tier, type = Tier.HINT, "style/inconsistent"
    examples = (
        found("रोटी, कपड़ा, और मकान सबको चाहिए।", ", और", suggestion=" और"),
        found("उन्होंने कहा कि, सब ठीक है।", "कि,", suggestion="कि"),
        silent("रोटी, कपड़ा और मकान सबको चाहिए।"),
        silent("वह आया, और मैं चला गया था।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each such comma."""
        del article
        text = lens.target.text
        if "," not in text:
            return
        for match in _LISTED.finditer(text):
            start = match.start("comma")
            yield Hit(
                target=Range(start, match.end("word")),
                message="Hindi needs no comma before the last item of a list.",
                suggestion=f" {match['word']}",
            )
        for match in _AFTER.finditer(text):
            yield Hit(
                target=Range(*match.span()),
                message=f"“{match['word']}” is followed by no comma.",
                suggestion=match["word"],
            )


_LISTED = regex.compile(rf",[ ][^ ,।]{{1,30}}(?:[ ][^ ,।]{{1,30}})?(?P<comma>,)[ ](?P<word>और|तथा|एवं){AFTER}")
_AFTER = regex.compile(rf"{BEFORE}(?P<word>कि|हालाँकि|हालांकि),")
