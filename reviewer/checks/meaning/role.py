"""Who did it to whom."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.meaning.cue import english, line
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.sound import sounding

_NAME = r"\p{Lu}[\p{L}’'-]+"
_VERBS = (
    "attacked|attacks|accused|accuses|defeated|defeats|beat|beats|criticised|criticized|criticises|criticizes|"
    "arrested|killed|invaded|sued|sues|threatened|threatens|warned|warns|praised|praises|condemned|condemns|"
    "blamed|blames|supported|supports|succeeded|replaced|replaces|hosted|hosts|bombed|shelled|struck|shot"
)
_WORDS = frozenset(_VERBS.split("|"))
_ACTION = regex.compile(
    rf"(?P<agent>{_NAME})\s+(?:has\s+|had\s+|have\s+)?(?P<verb>{_VERBS})\s+(?:(?:the|President|Prime\s+Minister|Mr|Ms)\s+)?"
    rf"(?P<patient>{_NAME})"
)
_AFTER = regex.compile(
    r"\s+(?P<case>ने|द्वारा|के\s+हाथों|को|पर|से|की|का|के\s+ख़?िलाफ़?|के\s+खिलाफ)(?![\u0900-\u0963])"
)
_AGENT, _PATIENT = frozenset({"ने", "द्वारा"}), frozenset({"को", "पर", "की"})


class RoleReversal(Check):
    """The one who acts and the one acted upon seem to be exchanged.

    A rule for the plainest case only, two names around a verb such as “accused”, and therefore a
    hint. It needs both names in the Hindi as they sound, each with its postposition.
    """

    id, code, title = "meaning.role-reversal", "A10", "Roles exchanged"
    tier, type, severity = Tier.HINT, "accuracy/mistranslation", Severity.CRITICAL
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("ट्रंप ने पुतिन पर हमला बोला।", "ट्रंप ने", source="Putin attacked Trump."),
        found("मोदी ने बाइडन की आलोचना की।", "मोदी ने", source="Biden criticised Modi."),
        silent("रूस ने यूक्रेन पर हमला किया।", source="Russia attacked Ukraine."),
        silent("यूक्रेन पर रूस ने हमला किया।", source="Russia attacked Ukraine."),
        silent("वह दिल्ली में रहते हैं।", source="He lives in Delhi."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Look for the agent where the patient should be, and the patient where the agent should."""
        del article
        known = english(lens)
        if known is None or _WORDS.isdisjoint(known[0].fact(line).where):
            return
        if (action := _ACTION.search(known[0].text)) is None:
            return
        hindi = lens.target.text
        agent, patient = (
            {case for _, case in _cased(hindi, action[group])} for group in ("agent", "patient")
        )
        if agent and patient and agent <= _PATIENT and patient <= _AGENT:
            place = _cased(hindi, action["patient"])[0][0]
            yield Hit(
                target=place,
                english=Range(*action.span()),
                message=f"The English says that {action['agent']} {action['verb']} {action['patient']}.",
                evidence=known[1],
            )


def _cased(hindi: str, name: str) -> list[tuple[Range, str]]:
    """Return where a name stands in the Hindi, and the postposition after it."""
    found = []
    for piece in sounding(hindi, name):
        after = _AFTER.match(hindi, piece.end)
        if after:
            found.append((Range(piece.start, after.end()), after["case"]))
    return found
