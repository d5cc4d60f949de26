"""Words written twice, and pairs that say one thing twice."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.grammar.form import POSTPOSITIONS, words
from reviewer.checks.grammar.line import Line, line
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.checks.vocabulary import is_known
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range


class DoubledWord(Check):
    """Finds a word that is written twice in a row.

    Words that Hindi doubles on purpose, as in “धीरे धीरे” or “अलग अलग”, are left alone. Function words are
    errors, others warnings; a word in no list is a hint, for it may be a name (“पागो पागो”).
    """

    id, code, title = "grammar.doubled-word", "G15", "Word written twice"
    tier, type = Tier.WARNING, "linguistic/spelling"
    examples = (
        found("सरकार ने ने नई नीति बनाई।", "ने ने", suggestion="ने"),
        found("यह सफल सफल प्रयास था।", "सफल सफल"),
        found("पुलिस ने उसे गिरफ़्तार किया है है।", "है है"),
        found("बैठक दिल्ली दिल्ली में हुई।", "दिल्ली दिल्ली"),
        silent("वह धीरे धीरे ठीक हो रहा है।"),
        silent("राज्य के अलग-अलग हिस्सों में बारिश हुई।"),
        silent("नहीं, नहीं, ऐसा नहीं है।"),
        silent("लोग घर घर जाकर चंदा माँग रहे थे।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield every pair of equal neighbours."""
        del article
        read = lens.target.fact(line)
        every = read.words
        for place, (one, two) in enumerate(pairwise(every)):
            if one == two and read.joined[place] and not _is_meant(read, place):
                word = read.tokens[place].text
                is_function = one in POSTPOSITIONS or one in words("function")
                yield Hit(
                    target=read.range(place, place + 1),
                    message=f"“{word}” is written twice.",
                    suggestion=word,
                    tier=Tier.ERROR if is_function else None if is_known(word) else Tier.HINT,
                )


def _is_meant(read: Line, place: int) -> bool:
    word = read.words[place]
    if word in words("reduplicated") or len(word) == 1:
        return True
    verb = read.verbs[place]
    # Participles tell of repeated action: चलते चलते, करते करते.
    if verb is not None and verb.form == "habitual" and word.endswith("ते"):
        return True
    return read.tokens[place].text.isascii() and read.tokens[place].text.istitle()


class DoubleMarking(Check):
    """Finds two words that say the same thing once too often: “केवल … ही”, “वापस लौटा”, “के बावजूद भी”."""

    id, code, title = "grammar.double-marking", "G20", "Said twice"
    tier, type, severity = Tier.HINT, "style/awkward", Severity.MINOR
    examples = (
        found("बैठक में केवल पाँच ही सदस्य आए।", "केवल पाँच ही"),
        found("विरोध के बावजूद भी विधेयक पारित हुआ।", "के बावजूद भी", suggestion="के बावजूद"),
        found("यह सबसे श्रेष्ठतम प्रदर्शन था।", "सबसे श्रेष्ठतम"),
        silent("केवल पाँच सदस्य आए।"),
        silent("विरोध के बावजूद विधेयक पारित हुआ।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield every such pair."""
        del article
        if lens.target.fact(line).bag.isdisjoint(_CUES):
            return
        for match in _TWICE.finditer(lens.target.text):
            fixed = match["despite"]
            yield Hit(
                target=Range(*match.span()),
                message=f"“{match.group()}” marks the same thing twice.",
                suggestion=fixed,
            )


_CUES = frozenset(["केवल", "सिर्फ", "महज", "सबसे", "बावजूद", "लगभग", "वापस"])
_TWICE = regex.compile(
    rf"""{BEFORE}(?:
        (?:केवल|सिर्फ़|सिर्फ|महज़|महज)[ ](?:[^ ,।]{{1,20}}[ ])?[^ ,।]{{1,20}}[ ]ही
        |सबसे[ ][^ ,।]{{2,20}}तम
        |(?P<despite>(?:के|इसके|उसके)[ ]बावजूद)[ ]भी
        |लगभग[ ][^ ,।]{{1,20}}[ ](?:[^ ,।]{{1,20}}[ ])?के[ ](?:क़रीब|करीब)
        |वापस[ ](?:लौट|लौटा|लौटे|लौटी|लौटकर|लौटने|लौटना|लौटेंगे|लौटेगा)
    ){AFTER}""",
    regex.VERBOSE,
)
