"""The subject's ने and the verbs that do not have it."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.form import COPULA, FUTURE, HABITUAL, PERFECTIVE, words
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity

_FUSED = frozenset(
    ["उसने", "इसने", "जिसने", "किसने", "उन्होंने", "इन्होंने", "जिन्होंने", "किन्होंने", "मैंने", "हमने", "तूने", "तुमने", "आपने"]
)
_MOST = 40
_BEING = frozenset(["हुए", "हुआ", "हुई"])
_NEAR = 3
_TAKEN = frozenset(["जाया", "गया", "गए", "गई", "आया", "आए", "आई"])
_VECTORS = frozenset(["सका", "सके", "सकी", "सकीं", "चुका", "चुके", "चुकी", "चुकीं"])


class NeIntransitive(Check):
    """Finds a subject with “ने” whose verb takes none.

    Verbs of motion and state (उन्होंने दिल्ली पहुँचे), “ले जाना”, “सकना” and “चुकना”, and verbs that are
    not perfective (उसने जाता है).
    """

    id, code, title = "grammar.ne-intransitive", "G01", "ने with a verb that takes none"
    tier, type, severity = Tier.ERROR, "linguistic/grammar", Severity.MAJOR
    examples = (
        found("उन्होंने दिल्ली पहुँचे।", "उन्होंने दिल्ली पहुँचे"),
        found("राम ने आया।", "ने आया"),
        found("उसने कल शाम की गाड़ी से अपने गाँव गया।", "उसने"),
        found("मंत्री ने समय पर जवाब नहीं दे सके।", "ने"),
        found("सेना ने घायलों को अस्पताल ले जाया।", "ने"),
        found("सरकार ने हर साल नई नीति बनाती है।", "ने"),
        silent("वे दिल्ली पहुँचे।"),
        silent("उन्होंने कार ख़रीदी और घर चले गए।"),
        silent("राम ने कहा कि वह गया था।"),
        silent("उनके ने-प्रयोग पर बहस हुई।"),
        silent("उन्होंने बताया, वह कल आया था।"),
        silent("जिस व्यक्ति ने यह किया वह भाग गया।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield every ने before such a verb in its clause."""
        del article
        read = lens.target.fact(line)
        for place, word in enumerate(read.words):
            is_apart = word == "ने" and place > 0 and read.joined[place - 1]
            if (is_apart or word in _FUSED) and (verb := _wrong_verb(read, place)) is not None:
                near = verb - place <= _NEAR
                yield Hit(
                    target=read.range(place, verb) if near else read.range(place),
                    message=f"“{read.tokens[verb].text}” takes no subject with “ने”.",
                )


def _wrong_verb(read: Line, place: int) -> int | None:
    """Return where the verb of this ने stands, if it is one that cannot have it."""
    end = _clause_end(read, place)
    last = end
    while last > place and read.words[last] in words("tense"):
        last -= 1
    verb = read.verbs[last]
    if last > place + 1 and read.words[last - 1] == "ले" and read.words[last] in _TAKEN:
        return last
    if last == place or verb is None or any(_ends_clause(read, each) for each in range(place + 1, last)):
        return None
    if read.words[last] in _VECTORS:
        return last
    if verb.form == PERFECTIVE and verb.ne == "never":
        # पहना हुआ है tells of a state, किया गया is the passive.
        is_passive = verb.of in {"जाना", "होना"} and _is_passive(read, last)
        return last if read.nouns[last] is None and not is_passive else None
    # A participle before a pause is no verb of the clause.
    is_unfinished = verb.form == FUTURE or (verb.form == HABITUAL and end > last)
    return last if is_unfinished else None


def _clause_end(read: Line, place: int) -> int:
    end = place
    stop = min(place + _MOST, len(read) - 1)
    while end < stop and read.joined[end]:
        after = read.words[end + 1]
        if after in words("subordinator") or (after in words("coordinator") and _may_end(read, end)):
            break
        end += 1
    return end


def _may_end(read: Line, place: int) -> bool:
    """Whether a word before “and” may be a verb, known or not."""
    word = read.words[place]
    return read.verbs[place] is not None or (
        read.nouns[place] is None and word.endswith(("ा", "े", "ी", "ई", "ए", "ाया", "ीं", "कर"))
    )


def _ends_clause(read: Line, place: int) -> bool:
    """Whether another clause of the same ने may end here: कहा वह आया, किया हुआ."""
    verb = read.verbs[place]
    if verb is None or read.nouns[place] is not None or _BEING & {read.words[place], read.after(place)}:
        return False
    if read.words[place] in {"लिए", "की"}:
        return read.words[place] == "की" and read.after(place) in words("auxiliary")
    return verb.form in {PERFECTIVE, COPULA, FUTURE}


def _is_passive(read: Line, place: int) -> bool:
    before = read.verbs[place - 1]
    return before is not None and before.form == PERFECTIVE
