"""The shape of sentences: clauses strung by commas, missing verbs, chains, and what binds अपना."""

from collections.abc import Iterator
from itertools import chain

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.form import INFINITIVE, POSTPOSITIONS, plain, words
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.segment import Role
from reviewer.domain.span import Range

_WORD = r"[\u0900-\u0963]"
_BOUND = regex.compile(
    rf"{BEFORE}अपन[ाेी] (?:{_WORD}{{1,20}} ){{1,4}}{_WORD}{{1,20}}ने के (?:{_WORD}{{1,20}} ){{1,4}}के "
    rf"(?:अधिकार|प्रयास|प्रयासों|फ़ैसले|फैसले|निर्णय|इरादे|वादे|संकल्प|दावे|हक़|हक){AFTER}"
)


class ReflexiveBinding(Check):
    """Finds “अपना” in front of the one it belongs to: “अपने बचाव को मज़बूत करने के देश के अधिकार”."""

    id, code, title = "grammar.reflexive-binding", "G12", "अपना before its owner"
    tier, type = Tier.WARNING, "linguistic/grammar"
    examples = (
        found(
            "उन्होंने अपनी सीमा को सुरक्षित करने के पड़ोसी देश के अधिकार को माना।",
            "अपनी सीमा को सुरक्षित करने के पड़ोसी देश के अधिकार",
        ),
        silent("उन्होंने पड़ोसी देश के अपनी सीमा की रक्षा के अधिकार को माना।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each chain."""
        del article
        text = lens.target.text
        if "अपन" in text:
            for match in _BOUND.finditer(text):
                yield Hit(
                    target=Range(*match.span()),
                    message="“अपना” stands before the one it refers to, and reads as the subject's own.",
                )


_FINITE = r"(?:है|हैं|था|थे|थी|थीं)"
_SPLICE = regex.compile(
    rf"(?<=[\u0900-\u0963] (?:रहा|रहे|रही|गया|गए|गई|करता|करते|करती|किया|जाता|जाती) {_FINITE})"
    rf"(?P<comma>,) "
    rf"(?P<next>{_WORD}{{1,20}}) (?P<rest>[^।.?!|;:“”\"']{{20,300}}?) {_FINITE}(?=[।.,]|$)"
)
_ANOTHER = regex.compile(r" (?:है|हैं|था|थे|थी|थीं|किया|की|दिया|लिया) (?:और|तथा) ")
_ACTIONS = regex.compile(
    rf"(?<= ने [^।.?!;,]{{5,120}} (?:किया|की|दिया|लिया|जताया|जताई))(?P<comma>,) "
    rf"(?P<next>{_WORD}{{1,20}}) (?P<rest>[^।.?!|;:,“”\"']{{20,200}}?)"
    r" (?:किया|की|दिया|दी|लिया|ली|कहा)(?=[।.]|$)"
)
_LINKS = frozenset(
    [
        "और",
        "तथा",
        "एवं",
        "या",
        "लेकिन",
        "मगर",
        "परंतु",
        "किंतु",
        "बल्कि",
        "जबकि",
        "क्योंकि",
        "ताकि",
        "कि",
        "जो",
        "जिस",
        "जिसका",
        "जिसकी",
        "जिसके",
        "जिसने",
        "जिसमें",
        "जिससे",
        "जिसे",
        "जिन",
        "जिन्हें",
        "जिन्होंने",
        "जिनका",
        "जिनकी",
        "जिनके",
        "जिनमें",
        "जब",
        "जहां",
        "जैसे",
        "जैसा",
        "तो",
        "तब",
        "इसलिए",
        "हालांकि",
        "चाहे",
        "अगर",
        "यदि",
        "भले",
        "खासकर",
        "विशेष",
        "यानी",
        "वहीं",
        "फिर",
        "न",
        "ना",
        "साथ",
        "इसके",
        "उसके",
        "पर",
        "बशर्ते",
        "यह",
        "ऐसे",
        "वरना",
        "अतः",
        "सो",
        "चूंकि",
        "जिसको",
        "जिनसे",
        "इससे",
    ]
)


class CommaSplice(Check):
    """Finds two full sentences joined by nothing but a comma. Lists of actions read the same way."""

    id, code, title = "grammar.comma-splice", "G13", "Sentences joined by a comma"
    tier, type = Tier.WARNING, "linguistic/grammar"
    examples = (
        found("दोनों देश रिश्ते सुधार रहे हैं, चीन उनसे बड़ी मात्रा में तेल ख़रीद रहा है।", ","),
        silent("दोनों देश रिश्ते सुधार रहे हैं और चीन उनसे तेल ख़रीद रहा है।"),
        silent("दोनों देश रिश्ते सुधार रहे हैं, जबकि चीन उनसे तेल ख़रीद रहा है।"),
        silent("दोनों देश रिश्ते सुधार रहे हैं, जो चीन को पसंद नहीं आ रहा है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the comma between two such sentences."""
        del article
        text = lens.target.text
        if ", " not in text or (lens.role is not Role.BODY):
            return
        for match in chain(_SPLICE.finditer(text), _ACTIONS.finditer(text)):
            is_joined = any(plain(word) in _LINKS - words("coordinator") for word in match["rest"].split())
            first = plain(match["next"])
            before = text[max(0, match.start() - 120) : match.start()].rpartition("।")[2].split()
            before = [plain(word) for word in before]
            if (
                first in _LINKS
                or is_joined
                or _ANOTHER.search(match["rest"])
                or "," in match["rest"]
                or not _LINKS.isdisjoint(before)
            ):
                continue
            yield Hit(
                target=Range(*match.span("comma")),
                message="Two full sentences are joined by a comma alone.",
            )


_LEAST = 7
_SUSPENDED = frozenset(
    [
        "के",
        "का",
        "की",
        "में",
        "से",
        "को",
        "पर",
        "ने",
        "लिए",
        "सामने",
        "साथ",
        "बाद",
        "दौरान",
        "कारण",
        "खिलाफ",
        "अनुसार",
        "तहत",
        "हुए",
    ]
)


class NoFiniteVerb(Check):
    """Hints at running text that ends without a verb: on a postposition or a participle."""

    id, code, title = "grammar.no-finite-verb", "G14", "No verb at the end"
    tier, type = Tier.HINT, "linguistic/grammar"
    examples = (
        found("सरकार ने हाल में लगाए गए कड़े प्रतिबंधों के सामने।", "सामने"),
        found("मंत्री ने बैठक में सभी दलों से सहयोग करने का आग्रह करते हुए।", "हुए"),
        silent("सरकार ने हाल में कड़े प्रतिबंध लगाए हैं।"),
        silent("प्रतिबंधों के सामने।"),
        silent("हाल में लगाए गए सभी कड़े प्रतिबंधों के सामने", role=Role.HEADLINE),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the last word."""
        del article
        text = lens.target.text.rstrip("”’\"' ")
        if lens.role is not Role.BODY or not text.endswith(("।", ".")):
            return
        read = lens.target.fact(line)
        if len(read) >= _LEAST and read.words[-1] in _SUSPENDED and read.joined[-2]:
            if read.words[-2] in {"ली", "कर"} or read.words[-1] in {"की", "लिए"}:
                return
            yield Hit(target=read.range(len(read) - 1), message="The sentence ends without a verb.")


_CHAIN = 4
_LONGEST = 14


class GenitiveChain(Check):
    """Hints at four or more phrases with “का”, “के” or “की” that hang on one another."""

    id, code, title = "grammar.genitive-chain", "G21", "Chain of genitives"
    tier, type = Tier.HINT, "style/awkward"
    examples = (
        found("देश के राज्य के ज़िले के गाँव के लोगों ने वोट दिया।", "के राज्य के ज़िले के गाँव के"),
        silent("देश के गाँव के लोगों ने वोट दिया।"),
        silent("राम के भाई आए और श्याम के पिता के घर गए।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each chain."""
        del article
        read = lens.target.fact(line)
        start, count, last = 0, 0, -10
        for place in read.places("का", "के", "की"):
            if count and place - last <= 3 and _is_unbroken(read, last, place):
                count += 1
            else:
                start, count = place, 1
            last = place
            ends = place + 3 >= len(read) or not _continues(read, place)
            if count >= _CHAIN and ends and place - start <= _LONGEST:
                yield Hit(
                    target=read.range(start, place),
                    message=f"{count} genitives hang on one another.",
                )


def _is_unbroken(read: Line, first: int, last: int) -> bool:
    return all(
        read.joined[at]
        and (at == first or (read.words[at] not in POSTPOSITIONS and _may_be_inside(read, at)))
        for at in range(first, last)
    )


def _may_be_inside(read: Line, place: int) -> bool:
    verb = read.verbs[place]
    return read.words[place] not in words("coordinator") and (verb is None or verb.form == INFINITIVE)


def _continues(read: Line, place: int) -> bool:
    ahead = range(place + 1, min(place + 4, len(read)))
    nearest = next((at for at in ahead if read.words[at] in {"का", "के", "की"}), None)
    return nearest is not None and _is_unbroken(read, place, nearest)
