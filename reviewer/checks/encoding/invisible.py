"""Characters that nobody sees, but that searches, counts and line breaks stumble over."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.repair import named, repaired
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_NOTHING = (
    "\u200b\u2060\ufeff\u00ad\u180e\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
    "\u0000-\u0008\u000b\u000c\u000e-\u001f"
)
_VIRAMA, _LETTER = "\u094d", "[\u0904-\u0939\u0958-\u0961\u0978-\u097f]"
_EMOJI = r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u20e3]"
_SUSPECT = regex.compile(f"[{_SPACES}{_NOTHING}\u200c\u200d]")
_PATTERN = regex.compile(
    f"(?P<space>[{_SPACES}]+)|(?P<nothing>[{_NOTHING}]+)"
    # A joiner says how a conjunct is drawn; between other letters it only hides.
    f"|(?<!{_VIRAMA}|{_EMOJI}|[ऱर])(?P<joiner>[\u200c\u200d]+)"
    f"|(?<={_VIRAMA})(?P<joiner>[\u200c\u200d]+)(?!{_LETTER}|[\u200c\u200d\\s।॥,.!?;:\"'”’)-]|$)"
    f"|(?<={_VIRAMA}[\u200c\u200d])(?P<joiner>[\u200c\u200d]+)"
)
_NAMES = {
    "\u00a0": "no-break space",
    "\t": "tab",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\u00ad": "soft hyphen",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u202f": "narrow no-break space",
}


class Invisible(Check):
    """An invisible character: no-break or zero-width space, byte order mark, soft hyphen, joiner.

    Words with one are not found by a search. A joiner after a virama only says how the letters are drawn
    and is left alone, as it is between emoji.
    """

    id, code, title = "encoding.invisible", "O06", "Invisible character"
    tier, type, severity = Tier.ERROR, "linguistic/character-encoding", Severity.NEUTRAL
    examples = (
        found("यह\u00a0किताब है।", "\u00a0", suggestion=" "),
        found("यह किताब\u200b है।", "\u200b", suggestion=""),
        found("\ufeffयह किताब है।", "\ufeff", suggestion=""),
        found("कि\u200dताब पुरानी है।", "कि\u200d", suggestion="कि"),
        found("सर\u00adकार ने कहा।", "\u00ad", suggestion=""),
        found("वह\tआया।", "\t", suggestion=" "),
        silent("शक्\u200dति और श्रीमान्\u200c जी।"),
        silent("परिवार 👨\u200d👩\u200d👧 आया।"),
        silent("यह किताब है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each run of them."""
        del article
        text = lens.target
        if _SUSPECT.search(text.text) is None:
            return
        for match in _PATTERN.finditer(text.text):
            first = match.group()[0]
            name = _NAMES.get(first, "invisible character")
            instead = _instead(text.text, match)
            yield repaired(
                text, *match.span(), instead, f"There is a {name} ({named(first)}) here.", is_safe=True
            )


def _instead(text: str, match: regex.Match[str]) -> str:
    """Return a blank for a blank, unless there is one beside it."""
    if match.lastgroup != "space":
        return ""
    start, end = match.span()
    is_spaced = start == 0 or end == len(text) or text[start - 1].isspace() or text[end].isspace()
    return "" if is_spaced else " "
