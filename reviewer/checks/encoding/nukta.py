"""Dotted letters in two encodings, which look alike and are not found by the same search."""

import unicodedata
from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.repair import repaired
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity

_JOINED = regex.compile("[\u0958-\u095f]+")
"""One code point for letter and dot; no normal form of Unicode keeps it."""
_APART = regex.compile("[कखगजडढफय]\u093c")


class NuktaEncoding(Check):
    """The document writes dotted letters in two encodings: as one character, and as letter and dot.

    They look the same, but a search for one does not find the other. Nothing changes for readers, and
    good human texts mix them too, so it never is more than a hint.
    """

    id, code, title = "encoding.nukta-encoding", "O02", "Nukta in two encodings"
    tier, type, severity = Tier.HINT, "linguistic/character-encoding", Severity.NEUTRAL
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("\u095eसल अच्छी है।", "\u095e", before=("काग\u091c\u093c मिला।",), suggestion="फ\u093c"),
        found("ब\u095cा प\u0922\u093cा।", "\u095cा", suggestion="\u0921\u093cा"),
        silent("ब\u095cा घर।"),
        silent("ब\u0921\u093cा घर।", before=("काग\u091c\u093c मिला।",)),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Look at the text as it is stored: in its normal form both are one."""
        origin = lens.target.origin
        if _JOINED.search(origin) is None:
            return
        if not lens.fact(_is_apart) and not article.fact(_has_apart):
            return
        at = done = 0
        for match in _JOINED.finditer(origin):
            at += len(unicodedata.normalize("NFC", origin[done : match.start()]))
            done = match.end()
            length = len(unicodedata.normalize("NFC", match.group()))
            yield repaired(
                lens.target,
                at,
                at + length,
                lens.target.text[at : at + length],
                "This dotted letter is one character here, and two elsewhere in the document.",
                is_safe=True,
            )
            at += length


def _is_apart(lens: Lens) -> bool:
    return _APART.search(lens.target.origin) is not None


def _has_apart(article: Article) -> bool:
    return any(lens.fact(_is_apart) for lens in article.lenses)
