"""Text typed for a font that draws Hindi over Latin letters."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range

_TELLING = frozenset(
    regex.split(
        " ",
        "gS gSa gSA gSaA ds dk dh esa ls dks us vkSj fd ;g ;s ugha Hkh ij fy, gks rks fd;k x;k fn;k "
        "djus bl ml dj gqvk gqbZ Fkk Fks Fkh ,d og os jgs jgk jgh vius lkFk ckn ljdkj dgk mUgksaus",
    )
)
"""The commonest Hindi words as KrutiDev and its like store them."""
_ENGLISH = frozenset(["us", "ls", "ds", "dh", "dk", "os", "fd"])
"""Those that are, or may be, abbreviations or words of English as well."""
_CHUNK = regex.compile(r"[^\s।]+")
_LATIN = regex.compile(r"[A-Za-z]")
_DEVANAGARI = regex.compile(r"[\u0904-\u0939]")
_MOST = 3_000
"""Letters that are looked at: a segment is in one encoding or the other."""
_SHARE = 0.1


class LegacyFont(Check):
    """The segment was typed for an old font (KrutiDev, DevLys) and is unreadable without it.

    It has Latin letters and signs where Hindi is meant, and must be converted before it can be reviewed.
    """

    id, code, title = "encoding.legacy-font", "O10", "Text of a legacy font"
    tier, type, severity = Tier.ERROR, "linguistic/character-encoding", Severity.CRITICAL
    examples = (
        found('jk"Vªifr us dgk gS fd ;g le>kSrk gS', 'jk"Vªifr us dgk gS fd ;g le>kSrk gS'),
        found("ljdkj ds ikl iSls ugha gSaA", "ljdkj ds ikl iSls ugha gSaA"),
        silent("उन्होंने कहा, “Let us go, it is late; we must not wait.”"),
        silent("The US says no. It told us that the OS ls command works."),
        silent("राष्ट्रपति ने कहा है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the whole segment where two words or more are such."""
        del article
        text = lens.target.text
        if not text.strip() or (not text.isascii() and _is_hindi(text[:_MOST])):
            return
        chunks = [match.group().strip(".,!?()") for match in _CHUNK.finditer(text[:_MOST])]
        known = [chunk for chunk in chunks if chunk in _TELLING]
        if len(set(known) - _ENGLISH) < 2 or len(known) < _SHARE * len(chunks):
            return
        start = len(text) - len(text.lstrip())
        yield Hit(
            target=Range(start, len(text.rstrip())),
            message="This was typed for an old font such as KrutiDev; convert it to Unicode first.",
        )


def _is_hindi(text: str) -> bool:
    hindi = sum(1 for _ in _DEVANAGARI.finditer(text))
    return hindi > _SHARE * (hindi + sum(1 for _ in _LATIN.finditer(text)))
