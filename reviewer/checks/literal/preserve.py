"""What must stand in the Hindi exactly as in the English."""

from collections import Counter
from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range

_KINDS = regex.compile(
    r"(?P<address>https?://[^\s<>\"”’)।]+)"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<handle>(?<![\w/@])@[A-Za-z_]\w+)"
    r"|(?P<placeholder>\{[A-Za-z_0-9.:$ ]{0,40}\}"
    r"|%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[sdifuxXcg@](?![\p{L}\p{M}])"
    r"|%\([a-z_]+\)[sd]|\$\{[^{}]{1,40}\})"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9]{0,12}(?:\s[^<>]{0,120})?/?>)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#\d{2,6});)"
)
_SIGNS = frozenset("@%{<&:$")
_MOST = 300
"""Literals of one segment that are compared: more of them are code."""
_TRAIL = ".,;:!?।)”\"'"
_NAMES = {
    "address": "The address",
    "mail": "The e-mail address",
    "handle": "The handle",
    "placeholder": "The placeholder",
    "tag": "The tag",
    "entity": "The entity",
}


class Preserved(Check):
    """An address, handle, placeholder or tag that is not the same in the Hindi."""

    id, code, title = "literal.preserve", "E06", "Must be copied as it is"
    tier, type, severity = Tier.ERROR, "design-and-markup/markup", Severity.MAJOR
    needs = frozenset({Need.SOURCE})
    examples = (
        found("यहाँ देखें: https://टी.को", "https://टी.को", source="See here: https://t.co/ab12"),
        found("%s फ़ाइलें", "%s", source="%d files"),
        found("<b>नया</i>", "</i>", source="<b>new</b>"),
        silent("यहाँ देखें: https://t.co/ab12।", source="See here: https://t.co/ab12."),
        silent("%2$s में %1$d", source="%1$d in %2$s"),
        silent("50% की बढ़त", source="a rise of 50% in sales"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield what was changed, at its place where that can be known."""
        del article
        source = lens.source
        if source is None or _SIGNS.isdisjoint(source.text):
            return
        theirs, ours = source.fact(_literals), lens.target.fact(_literals)
        if len(theirs) > _MOST or len(ours) > _MOST:
            return
        counted = Counter(text for _, text, _ in ours)
        missing = []
        for each in theirs:
            if counted[each[1]]:
                counted[each[1]] -= 1
            else:
                missing.append(each)
        wanted = Counter(text for _, text, _ in theirs)
        extra = [each for each in ours if each[1] not in wanted]
        for kind, text, place in missing:
            beside = next((other for other in extra if other[0] == kind), None)
            if beside is not None:
                extra.remove(beside)
            yield Hit(
                target=beside[2] if beside else Range(0, 0),
                english=place,
                message=f"{_NAMES[kind]} “{text}” is missing in the Hindi.",
                suggestion=text if beside else None,
            )


def _literals(text: Text) -> tuple[tuple[str, str, Range], ...]:
    found = []
    for match in _KINDS.finditer(text.text):
        word = match.group()
        if match.lastgroup in {"address", "mail"}:
            word = word.rstrip(_TRAIL)
        found.append((str(match.lastgroup), word, Range(match.start(), match.start() + len(word))))
    return tuple(found)
