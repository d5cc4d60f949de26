"""Letters of other scripts: words left in English, and words of two scripts."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import WORD, Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range, Side
from reviewer.text.lexicon import rows

_LITERAL = regex.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|[@#]\w+"
    r"|\b[\w-]+\.(?:com|org|net|in|gov|edu|io|co|uk|pdf|txt|html?|exe)\b\S*"
    r"|\{[^{}]{0,60}\}|%\d*\$?[sdfiux@]|<[^<>]{1,80}>|&\w+;|\$\w+|`[^`]{1,80}`|[\w./\\-]*[/\\_][\w./\\-]*|\bv?\d[\w.]*"
)
_RUN = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}])[A-Za-z][A-Za-z’'-]*(?:[ ,]{1,2}[A-Za-z][A-Za-z’'-]*)*(?![\p{L}\p{M}\p{N}])"
)
_WORD = regex.compile(r"[A-Za-z][A-Za-z’'-]*")
_QUOTES = frozenset("“”‘’\"'`«»")
_MANY = 2
_GLOSS = regex.compile(rf"(?:{WORD}|[\p{{Nd}}])[”’\"']?\s*[(\[]\s*\Z")
_ACRONYM = regex.compile(r"[A-Z]{2,}s?|[A-Z](?:\.[A-Z])+|[a-z]{1,3}[A-Z]\w*|[A-Z]\w*[A-Z]\w*")


def latin_runs(text: str) -> list[Range]:
    """Return runs of words in Latin letters, but for what must stay so: addresses, handles, code."""
    kept = literals(text)
    return [Range(*match.span()) for match in _RUN.finditer(text) if not meets(kept, *match.span())]


def literals(text: str) -> tuple[list[int], list[int]]:
    """Return where what must stay so begins and ends, in order and apart."""
    spans = [match.span() for match in _LITERAL.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def meets(kept: tuple[list[int], list[int]], start: int, end: int) -> bool:
    """Whether a place shares a letter with any of them."""
    starts, ends = kept
    at = bisect_right(ends, start)
    return at < len(starts) and starts[at] < end


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """English words that are no names."""
    return frozenset(row["word"] for row in rows("english_common"))


@lru_cache(maxsize=1)
def _abbreviated() -> frozenset[str]:
    """Abbreviations that have become Hindi words."""
    return frozenset(row["latin"] for row in rows("acronyms") if len(row["latin"]) > 1)


class Untranslated(Check):
    """English words that were left standing in the Hindi.

    Names of products, acronyms, titles, a gloss in brackets behind its Hindi, addresses, handles and code are
    accepted. A text that leaves much in English is about such things, and only hinted at.
    """

    id, code, title = "literal.untranslated", "E04", "Left in English"
    tier, type, severity = Tier.WARNING, "accuracy/untranslated", Severity.MINOR
    uses = frozenset({Need.ENGLISH})
    examples = (
        found("उन्होंने government की आलोचना की।", "government"),
        found("यह फ़ैसला according to the minister लिया गया।", "according to the minister"),
        found("बैठक में agreement पर दस्तख़त हुए।", "agreement", source="An agreement was signed at the meeting."),
        silent("नया iPhone 15 आज बाज़ार में आया।", source="The new iPhone 15 went on sale today."),
        silent("कृत्रिम बुद्धि (artificial intelligence) पर चर्चा हुई।"),
        silent("https://example.org पर देखें और @desk को लिखें।"),
        silent("HDMI केबल लगाएँ।"),
        found("NASA ने यह बताया।", "NASA"),
        silent("सैमसंग ने Galaxy Watch पेश की।", source="Samsung presented the Galaxy Watch."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield runs that are English words."""
        del article
        text = lens.target.text
        if lens.role is Role.CREDIT or not _has_hindi(lens) or _WORD.search(text) is None:
            return
        english = lens.source.text if lens.source else ""
        lower = {token.text for token in lens.source.tokens if token.text.islower()} if lens.source else set()
        runs = latin_runs(text)
        for run in runs:
            words = _WORD.findall(text[run.start : run.end])
            if _is_title(text, run, words) or _GLOSS.search(text[max(0, run.start - 40) : run.start]):
                continue
            if lens.target.text[run.start : run.end] in _abbreviated():
                yield Hit(
                    target=run,
                    message="This abbreviation has a Hindi form.",
                    severity=Severity.NEUTRAL,
                    tier=Tier.HINT,
                )
            plain = [word for word in words if _is_plain(word, lower)]
            if not plain or all(_ACRONYM.fullmatch(word) for word in words):
                continue
            is_copied = len(words) >= 3 and text[run.start : run.end] in english
            first = _WORD.search(text, run.start)
            start = first.start() if first else run.start
            yield Hit(
                target=Range(start, run.end),
                message="This was left in English.",
                severity=Severity.MAJOR if len(words) > 2 else Severity.MINOR,
                tier=Tier.HINT if len(runs) > _MANY else Tier.ERROR if is_copied else Tier.WARNING,
                evidence=Side.SOURCE if english and not _common().issuperset(plain) else None,
            )


def _is_plain(word: str, lower: set[str]) -> bool:
    return len(word) > 1 and (word.lower() in _common() or (word in lower and len(word) > 3))


def _is_title(text: str, run: Range, words: list[str]) -> bool:
    """Whether a run stands in quotes, or is mostly written with capitals."""
    is_quoted = text[max(0, run.start - 1) : run.start] in _QUOTES and text[run.end : run.end + 1] in _QUOTES
    capitals = sum(word[0].isupper() for word in words)
    return is_quoted or not words or 2 * capitals >= len(words) > 1


def _has_hindi(lens: Lens) -> bool:
    return sum(token.is_hindi for token in lens.target.tokens) >= 2


_MIXED = regex.compile(
    rf"{WORD}*[\u0904-\u0939\u0958-\u0961]{WORD}*+(?P<other>[\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}\p{{Arabic}}]+){WORD}*"
    rf"|(?P<other>[\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}\p{{Arabic}}]+)[\u0900-\u0939\u093c-\u094d\u0958-\u0961]{WORD}*+"
    rf"|(?<![\p{{L}}\p{{M}}])(?P<other>[\p{{Cyrillic}}\p{{Greek}}]+)(?![\p{{L}}\p{{M}}])"
)
_LATIN_OR_OTHER = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}]")


class MixedScript(Check):
    """A letter of another script inside a Hindi word: रuस, भारतiya."""

    id, code, title = "literal.mixed-script", "E05", "Two scripts in one word"
    tier, type, severity = Tier.ERROR, "linguistic/character-encoding", Severity.MINOR
    examples = (
        found("रuस ने कहा।", "रuस"),
        found("भारतiya सेना", "भारतiya"),
        silent("iPhone-निर्माता कंपनी"),
        silent("रूस ने कहा।"),
        silent("α और β किरणें", source="α and β rays"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words of two scripts."""
        del article
        text = lens.target.text
        if _LATIN_OR_OTHER.search(text) is None:
            return
        kept = literals(text)
        for match in _MIXED.finditer(text):
            start, end = match.span()
            is_whole = match.group() == match["other"]
            if is_whole or meets(kept, start, end):
                continue
            yield Hit(
                target=Range(start, end), message=f"“{match['other']}” is of another script than the word."
            )
