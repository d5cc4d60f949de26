"""Quotations that lost their marks, or gained them."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.meaning.cue import english
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range, Side

_QUOTED = regex.compile(
    r"“(?P<said>[^“”\"]{1,600}+)[”\"]|\"(?P<said>[^\"“”]{1,600}+)\"|«(?P<said>[^«»]{1,600}+)»"
    r"|(?<![\p{L}\p{M}\p{N}])[‘'](?P<said>[^‘’'\n]{1,300}+)[’'](?![\p{L}\p{M}\p{N}])"
)
_ANY = regex.compile(r"[“”\"‘«»„]|''|(?<![\p{L}\p{M}\p{N}])'|'(?![\p{L}\p{M}\p{N}])|’(?!\p{L})")
_MARKS = "“\"«‘'"
_SPEECH = 4
_OPENING = 3
"""Letters before a quotation that does not open the text: dialogue of stories does, and loses its marks."""


class Quotation(Check):
    """Words quoted in the English stand without quotation marks in the Hindi, or only the Hindi quotes.

    Without its marks a claim becomes the paper's own. A title or a word in scare quotes may rightly
    lose them; a long quotation may be told indirectly, with कि.
    """

    id, code, title = "meaning.quotation", "A04", "Quotation marks lost or added"
    tier, type, severity = Tier.WARNING, "accuracy/omission", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("उन्होंने समझौते को गठबंधन बताया।", "", source="He called the pact an “alliance”."),
        found(
            "मंत्री ने कहा, हम किसी क़ीमत पर पीछे नहीं हटेंगे।",
            "",
            source="The minister said: “We will not step back at any price.”",
        ),
        found(
            "मंत्री ने माना कि “यह सरकार की बड़ी भूल थी”।",
            "“यह सरकार की बड़ी भूल थी”",
            source="The minister admitted that it had been a grave mistake of the government.",
        ),
        silent("उन्होंने समझौते को “गठबंधन” बताया।", source="He called the pact an “alliance”."),
        silent("उन्होंने समझौते को 'गठबंधन' बताया।", source='He called the pact an "alliance".'),
        silent("मंत्री ने कहा कि हम पीछे नहीं हटेंगे।", source="The minister said: “We will not step back.”"),
        silent("उन्होंने ‘दीवार’ देखी।", source="He watched Deewaar."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Compare where one of the two texts quotes nothing at all."""
        del article
        known = english(lens)
        if known is None or lens.role is Role.HEADLINE:
            return
        text, side = known
        theirs, ours = text.fact(_quoted), lens.target.fact(_quoted)
        if theirs and not ours and _ANY.search(lens.target.text) is None:
            yield from _lost(lens, text, theirs, side)
        elif ours and not theirs and _ANY.search(text.text) is None:
            longest = max(ours, key=len)
            if len(lens.target.text[longest.start : longest.end].split()) >= _SPEECH:
                message = "The English quotes nobody here."
                yield Hit(
                    target=longest, message=message, tier=Tier.HINT, type="accuracy/addition", evidence=side
                )


def _lost(lens: Lens, text: Text, quoted: tuple[Range, ...], side: Side) -> Iterator[Hit]:
    """Yield the longest of the quotations; told indirectly it is no loss."""
    longest = max(quoted, key=len)
    words = len(text.text[longest.start : longest.end].split())
    if words >= _SPEECH and " कि " in lens.target.text:
        return
    end = len(lens.target.text.rstrip())
    said = text.text[longest.start : longest.end]
    shown = said if len(said) <= 60 else f"{said[:57]}…”"
    yield Hit(
        target=Range(end, end),
        english=longest,
        message=f"The English quotes {shown}; there are no quotation marks here.",
        evidence=side,
        severity=Severity.MAJOR if words >= _SPEECH else Severity.MINOR,
        tier=Tier.WARNING if words >= _SPEECH and longest.start > _OPENING else Tier.HINT,
    )


def _quoted(text: Text) -> tuple[Range, ...]:
    """Return what stands in quotation marks, with them; a fact."""
    if not any(mark in text.text for mark in _MARKS):
        return ()
    return tuple(Range(*match.span()) for match in _QUOTED.finditer(text.text))
