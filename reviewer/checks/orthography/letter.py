"""Letters and signs that Hindi does not use."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.repair import named, repaired
from reviewer.domain.finding import Tier

_LETTERS = {"ॲ": "ऐ", "ऍ": "ऐ", "ऎ": "ए", "ऒ": "ओ", "ॵ": "औ", "ऴ": "ल", "ऱ": "र", "ऩ": "न", "ळ": "ल"}
_SIGNS = {"ॆ": "े", "ॊ": "ो", "ॖ": "ु", "ॗ": "ू"}
_MARKS = {"،": ",", "؛": ";", "؟": "?", "٪": "%", "。": "।", "、": ","}
_FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}
_INSTEAD = {**_LETTERS, **_SIGNS, **_MARKS, **_FULL_WIDTH}
_FOUND = regex.compile(
    f"[{''.join(_LETTERS)}{''.join(_SIGNS)}{''.join(_MARKS)}\uff01-\uff5e\u0904\u0973-\u0977]"
)
_OF_NAMES = frozenset("ळऱऴऩ")
"""Letters that stand in names from Maharashtra and the South as their bearers write them."""


class ForeignLetter(Check):
    """A letter or sign that Hindi does not use: Marathi ॲ, a short ऎ, ، for a comma, a full-width ！.

    ळ and its like stand in names as their bearers write them, and are no more than a hint.
    """

    id, code, title = "orthography.foreign-letter", "O13", "Letter of another language"
    tier, type = Tier.WARNING, "linguistic/spelling"
    examples = (
        found("ॲप खोलिए।", "ॲप", suggestion="ऐप"),
        found("वह आया، फिर गया।", "،", suggestion=","),
        found("सच！", "！", suggestion="!"),
        found("बाळ गंगाधर टिळक आए।", "बाळ", "टिळक"),
        silent("ऐप खोलिए, ऑफ़िस में कॉफ़ी है।"),
        silent("ॐ नमः शिवाय।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words with such a letter, and such signs."""
        text = lens.target
        if _FOUND.search(text.text) is None:
            return
        for token in text.tokens:
            if (
                token.is_hindi
                and (match := _FOUND.search(token.text))
                and token.text not in article.style.names
            ):
                letter = match[0]
                yield repaired(
                    text,
                    token.start,
                    token.end,
                    _FOUND.sub(_instead, token.text),
                    f"“{letter}” is not a letter of Hindi.",
                    tier=Tier.HINT if letter in _OF_NAMES else Tier.WARNING,
                )
        for match in _FOUND.finditer(text.text):
            sign = match[0]
            if sign in _MARKS or sign in _FULL_WIDTH:
                message = f"“{sign}” ({named(sign)}) is not a sign of Hindi."
                yield repaired(text, *match.span(), _INSTEAD[sign], message, is_safe=True)


def _instead(match: regex.Match[str]) -> str:
    return _INSTEAD.get(match[0], match[0])
