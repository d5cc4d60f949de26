"""Text that was read in another encoding than it was written in."""

from collections.abc import Iterator
from itertools import chain

import regex

from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.lens import WORD, Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.script import devanagari_share

_TRAIL = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\ufffd]"
)
"""Bytes 80 to BF as Latin-1 and Windows-1252 show them."""
_PIECE = rf"(?:à[¤¥]{_TRAIL}?|â[€\u0080]{_TRAIL}?|[ÂÃ]{_TRAIL}|α[ñÑ].|‡[§•].|а[¤Ґ].|ŕ[¤Ą].|Ó[ñÑ].)"
_RUN = regex.compile(rf"{_PIECE}+(?:[\s,.!?()\"'\u00a0-]{{1,3}}{_PIECE}+)*")
_SUSPECT = regex.compile(r"à[¤¥]|â[€\u0080]|[ÂÃ][\u0080-\u00bf€]|α[ñÑ]|‡[§•]|а[¤Ґ]|ŕ[¤Ą]|Ó[ñÑ]")
_REPLACED = regex.compile(rf"(?:{WORD}|\ufffd)++")
_ASKED = regex.compile(
    rf"(?:(?<=[\s“‘\"'(])|^)\?{{2,}}(?=[\s।,.!;:”’\"')]|$)(?:[\s,]{{1,2}}\?+(?=[\s।,.!;:”’\"')]|$))*"
    rf"|{WORD}{{1,40}}+\?{{2,}}{WORD}{{1,40}}"
)
_CODECS = ("cp437", "mac_roman", "cp1251", "cp1250", "cp850")
_READABLE = 0.8
_WORDS = 3
_SHOWN = 60


class Mojibake(Check):
    """The text was read in the wrong encoding, or letters were lost: à¤¹, �, ????.

    Where the original can be recovered it is suggested. A run of question marks behind a word is
    emphasis, and left alone.
    """

    id, code, title = "encoding.mojibake", "O11", "Broken encoding"
    tier, type, severity = Tier.ERROR, "linguistic/character-encoding", Severity.CRITICAL
    examples = (
        found("यह à¤•à¤¿à¤¤à¤¾à¤¬ अच्छी है।", "à¤•à¤¿à¤¤à¤¾à¤¬", suggestion="किताब"),
        found(
            "नदी".encode().decode("latin-1") + " गहरी है।", "नदी".encode().decode("latin-1"), suggestion="नदी"
        ),
        found("मंत्री ने कहा â€œहम आएँगे।", "â€œ", suggestion="“"),
        found("सर\ufffdार ने कहा।", "सर\ufffdार"),
        found("उन्होंने ?????? से कहा।", "??????"),
        found("???? ?? ???? ???", "???? ?? ???? ???"),
        found("यह αñ¿αñªαÑÇ है।", "αñ¿αñªαÑÇ", suggestion="नदी"),
        silent("क्या सच में???"),
        silent("यह क्या हुआ ??"),
        silent("वह São Paulo और Córdoba गया।"),
        silent("यह किताब अच्छी है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield runs of broken letters."""
        del article
        text = lens.target.text
        if "??" not in text and "\ufffd" not in text and _SUSPECT.search(text) is None:
            return
        yield from _misread(text)
        lost = (match for match in _REPLACED.finditer(text) if "\ufffd" in match.group())
        asked = (match for match in _ASKED.finditer(text) if _is_lost(text, match)) if "??" in text else ()
        for match in chain(lost, asked):
            yield Hit(
                target=Range(*match.span()), message="Letters were lost here when the text was converted."
            )


def _misread(text: str) -> Iterator[Hit]:
    if _SUSPECT.search(text) is None:
        return
    for match in _RUN.finditer(text):
        original = _recovered(match.group())
        shown = f"; it says “{original[:_SHOWN]}”" if original else ""
        message = f"This was read in the wrong encoding{shown}."
        yield Hit(target=Range(*match.span()), message=message, suggestion=original)


def _is_lost(text: str, match: regex.Match[str]) -> bool:
    """Say whether question marks stand for letters: not two or three at the end of what is asked."""
    run = match.group()
    if run[0] != "?" or run.count(" ") >= _WORDS - 1:
        return True
    is_last = match.end() == len(text.rstrip())
    return len(run) > _WORDS or (len(run) == _WORDS and not is_last)


def _recovered(broken: str) -> str | None:
    """Return what was written, where a round trip through one of the usual encodings is Hindi."""
    once = _decoded(_sloppy(broken))
    twice = _decoded(_sloppy(once)) if once else None
    for candidate in (twice, once):
        if candidate and _is_hindi(candidate):
            return candidate
    for codec in _CODECS:
        try:
            candidate = broken.encode(codec).decode()
        except UnicodeError:
            continue
        if _is_hindi(candidate):
            return candidate
    return None


def _is_hindi(text: str) -> bool:
    return devanagari_share(text) >= _READABLE or all(sign in "“”‘’–—…।\u00a0 " for sign in text)


def _sloppy(text: str) -> bytes:
    """Return the bytes that Windows-1252 shows so; what it leaves undefined is taken as Latin-1 has it."""
    made = bytearray()
    for letter in text:
        try:
            made += letter.encode("cp1252")
        except UnicodeEncodeError:
            made += letter.encode("latin-1", "replace")
    return bytes(made)


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None
