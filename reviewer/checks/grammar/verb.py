"""Agreement of the verb: within itself, with its object, and with its subject."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.clause import disagreements
from reviewer.checks.grammar.concord import lonely_copulas
from reviewer.checks.grammar.form import COPULAS
from reviewer.checks.grammar.group import clashes, misspelt_futures
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity


class ObjectAgreement(Check):
    """Finds a verb that disagrees with its object or subject, or with its own auxiliary.

    “ने आलोचना किया”, “बैठक हुआ”, “करती था”, “किया गई”. Of a clause with words it does not know it says
    nothing.
    """

    id, code, title = "grammar.object-agreement", "G06", "Verb disagrees"
    tier, type, severity = Tier.ERROR, "linguistic/grammar", Severity.MAJOR
    examples = (
        found("वह रोज़ काम करती था।", "करती था"),
        found("नया कानून लागू किया गई।", "किया गई"),
        found("सड़क की मरम्मत की जा रहा है।", "की जा रहा"),
        found("मंत्री ने इस फ़ैसले की आलोचना किया।", "किया", suggestion="की"),
        found("कल शहर में बारिश हुआ।", "हुआ", suggestion="हुई"),
        found("हम यह काम कल करेगें।", "करेगें", suggestion="करेंगे"),
        silent("वह रोज़ काम करती थी।"),
        silent("मंत्री ने इस फ़ैसले की आलोचना की।"),
        silent("उन्होंने बच्चों के लिए किताबें ख़रीदी थीं।"),
        silent("सड़क की मरम्मत की जा रही है।"),
        silent("उसने काम शुरू किया।"),
        silent("आगे देखेंगे कि क्या होगा।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each verb, or each two words of one, that disagree."""
        del article
        read = lens.target.fact(line)
        for clash in lens.target.fact(clashes):
            if not clash.is_of_number(read):
                yield _clashing(read, clash.first, clash.second)
        for place, fixed in misspelt_futures(read):
            yield Hit(
                target=read.range(place),
                message=f"This future is spelt “{fixed}”.",
                suggestion=fixed,
                type="linguistic/spelling",
            )
        for place, noun, fixed in lens.target.fact(disagreements):
            if read.words[place] not in {"है", "हैं"}:
                yield Hit(
                    target=read.range(place),
                    message=f"The verb disagrees with “{read.tokens[noun].text}”.",
                    suggestion=fixed or None,
                    tier=Tier.HINT,
                )


def _clashing(read: Line, first: int, second: int) -> Hit:
    one, two = read.tokens[first].text, read.tokens[second].text
    return Hit(
        target=read.range(first, second),
        message=f"“{one}” and “{two}” differ in gender or number.",
    )


class RealWord(Check):
    """Finds words taken for one another: “है” for “हैं”, “में” for “मैं”, “और” for “ओर”.

    Hints only: in published Hindi the two verbs are confused as often as in what machines write.
    """

    id, code, title = "grammar.real-word", "G09", "One word for another"
    tier, type = Tier.HINT, "linguistic/spelling"
    examples = (
        found("लोग बाहर जा रहे है।", "है", suggestion="हैं"),
        found("वह घर जा रहा हैं।", "हैं", suggestion="है"),
        found("वे लोग बहुत खुश है।", "है", suggestion="हैं"),
        found("देश चुनाव की और बढ़ रहा है।", "और", suggestion="ओर"),
        found("वह गाँव मैं रहता है।", "मैं", suggestion="में"),
        found("में जानता हूँ कि वह आएगा।", "में", suggestion="मैं"),
        silent("लोग बाहर जा रहे हैं।"),
        silent("सरकार की ओर से और लोग आए।"),
        silent("उन्होंने निंदा की और चले गए।"),
        silent("मैं दिल्ली में रहता हूँ।"),
        silent("वे देश जहाँ शांति है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each such word."""
        del article
        read = lens.target.fact(line)
        for clash in lens.target.fact(clashes):
            if clash.is_of_number(read):
                yield _other_copula(read, clash.second)
        for place, _, _ in lens.target.fact(disagreements):
            if read.words[place] in {"है", "हैं"}:
                yield _other_copula(read, place)
        told = {clash.second for clash in lens.target.fact(clashes)}
        told |= {place for place, _, _ in lens.target.fact(disagreements)}
        for place in lonely_copulas(read):
            if place not in told:
                yield _other_copula(read, place)
        for place in read.places("और", "मैं", "में"):
            fixed = _meant(read, place)
            if fixed:
                yield Hit(target=read.range(place), message=f"Here “{fixed}” is meant.", suggestion=fixed)


def _other_copula(read: Line, place: int) -> Hit:
    fixed = "हैं" if read.words[place] == "है" else "है"
    return Hit(
        target=read.range(place),
        message=f"Here the verb is “{fixed}”: number must agree.",
        suggestion=fixed,
    )


def _meant(read: Line, place: int) -> str:
    word, before, after = read.words[place], read.before(place), read.after(place)
    if word == "और" and before in {"की", "चारों", "दूसरी"}:
        if before == "की":
            return "ओर" if after in _TOWARDS else ""
        return "ओर" if before == "चारों" else ""
    if word == "मैं" and before and after and before not in COPULAS:
        noun = read.nouns[place - 1]
        is_place = noun is not None and not noun.direct
        is_third = (
            read.words[-1] in {"है", "हैं"}
            and not any(map(_is_first_person, read.words))
            and read.bag.isdisjoint(_FIRST_PERSON)
        )
        return "में" if is_place or (noun is not None and is_third) else ""
    if word == "में" and not before and after and read.bag & {"हूं"} and "मैं" not in read.bag:
        return "मैं" if place == 0 else ""
    return ""


def _is_first_person(word: str) -> bool:
    return word.endswith(("ूंगा", "ऊंगा", "ूंगी", "ऊंगी"))


_TOWARDS = frozenset(
    [
        "बढ",
        "बढा",
        "बढे",
        "बढी",
        "बढ़ना",
        "बढना",
        "बढने",
        "बढते",
        "बढता",
        "बढती",
        "रुख",
        "देख",
        "देखा",
        "देखते",
        "इशारा",
        "जाने",
        "जा",
        "ले",
        "से",
        "मुड",
        "अग्रसर",
    ]
)
_FIRST_PERSON = frozenset(["हूं", "मैंने", "मेरा", "मेरी", "मेरे", "मुझे", "मुझसे", "था", "थी", "गया", "गई", "रहा", "रही"])
