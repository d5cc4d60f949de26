"""Questions that became statements, and statements that became questions."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.meaning.cue import english
from reviewer.domain.finding import Tier
from reviewer.domain.span import Range

_ENDS_ASKING = regex.compile(r"(?P<mark>\?)[?!\s\"”’')\]]*$")
_ENDS_SAYING = regex.compile(r"(?P<mark>[।.])[\s\"”’')\]]*$")
_ASKING = regex.compile(r"\?|؟")
_LINK = regex.compile(r"(?:https?://|www\.)\S+")


class SentenceType(Check):
    """The English asks and the Hindi states, or the other way round.

    A question told indirectly (“He asked whether …”) has no question mark in either language. A
    rhetorical question may rightly become a statement.
    """

    id, code, title = "meaning.sentence-type", "A07", "Question or statement"
    tier, type = Tier.WARNING, "linguistic-conventions/punctuation"
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("क्या वह इस्तीफ़ा देंगे।", "।", source="Will he resign?", suggestion="?"),
        found("वह इस्तीफ़ा देंगे?", "?", source="He will resign.", suggestion="।"),
        silent("क्या वह इस्तीफ़ा देंगे?", source="Will he resign?"),
        silent("उन्होंने पूछा कि क्या वह इस्तीफ़ा देंगे।", source="She asked whether he would resign."),
        silent("यह क्यों हुआ? कोई नहीं जानता।", source="Why did it happen? Nobody knows."),
        silent("क्यों? “यह ज़रूरी था।”", source="It was necessary. Why?"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Compare how the two texts end, if one of them does not ask anywhere."""
        del article
        known = english(lens)
        if known is None or ("?" in lens.target.text) == ("?" in known[0].text):
            return
        text, side = known
        theirs, ours = _ENDS_ASKING.search(text.text), _ENDS_ASKING.search(lens.target.text)
        if (
            theirs
            and not _ASKING.search(lens.target.text)
            and (said := _ENDS_SAYING.search(lens.target.text))
        ):
            place = Range(*said.span("mark"))
            message = "The English asks a question; this is a statement."
            yield Hit(
                target=place,
                english=Range(*theirs.span("mark")),
                message=message,
                suggestion="?",
                evidence=side,
            )
        elif ours and not _ASKING.search(_LINK.sub("", text.text)) and _ENDS_SAYING.search(text.text):
            message = "The English states this; the Hindi asks it."
            yield Hit(target=Range(*ours.span("mark")), message=message, suggestion="।", evidence=side)
