"""Segments that were not translated, or in which the engine speaks instead of the article."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.meaning.cue import line, plain
from reviewer.checks.meaning.place import sentences
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.lexicon import alternatives, rows, word_list

_LITERAL = regex.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]+\.\S+|[@#]\S+|\{[^{}]{0,60}\}|<[^<>]{0,60}>"
)
_QUOTED = regex.compile(r"[“\"‘][A-Za-z][^“”\"‘’]{0,80}[”\"’]")
_WORD = regex.compile(r"[A-Za-z][A-Za-z'’]*")
_PIECES = regex.compile(r"[\p{L}\p{M}']+")
_DEVANAGARI = regex.compile(r"[\u0904-\u0939\u0958-\u0961\u0972-\u097f]")
_LEAST_SHARE = 0.3
_FEW_WORDS = 4
_FEWEST = 2
_RESIDUE_AT_END = 400
_RESIDUE_AT_START = 200


class CopiedOrEmpty(Check):
    """Nothing was translated: the Hindi is empty or English, or the engine's own words stand in it.

    Headings made of names, addresses and hashtags may rightly stay in Latin letters; a segment is
    only found when it has English grammar words, or repeats the source whole.
    """

    id, code, title = "meaning.copied-or-empty", "A11", "Not translated"
    tier, type, severity = Tier.ERROR, "accuracy/untranslated", Severity.CRITICAL
    uses = frozenset({Need.SOURCE})
    examples = (
        found("", "", source="The court ruled on Monday."),
        found(
            "The court ruled on Monday that the vote was valid.",
            "The court ruled on Monday that the vote was valid.",
            source="The court ruled on Monday that the vote was valid.",
        ),
        found("Police said the suspect was arrested.", "Police said the suspect was arrested."),
        found(
            "मंत्री ने इस्तीफ़ा दे दिया। The prime minister has accepted it. अब चुनाव होंगे।",
            "The prime minister has accepted it.",
        ),
        found("Here is the translation: मंत्री ने इस्तीफ़ा दिया।", "Here is the translation:"),
        found("हिंदी अनुवाद: मंत्री ने इस्तीफ़ा दिया।", "हिंदी अनुवाद:"),
        found("ज़रूर, यहाँ अनुवाद है: मंत्री ने इस्तीफ़ा दिया।", "ज़रूर, यहाँ अनुवाद है:"),
        silent("Microsoft Windows 11 Pro", source="Microsoft Windows 11 Pro"),
        silent("https://example.org/a-b @someone #news", source="https://example.org/a-b @someone #news"),
        silent("उन्होंने “The Lord of the Rings” पढ़ी।", source="He read “The Lord of the Rings”."),
        silent("BBC ने यह ख़बर दी।", source="The BBC reported it."),
        silent("किताब का हिंदी अनुवाद इस साल छपा।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Look at the whole first, then for the engine's words and for sentences left over."""
        del article
        text = lens.target.text
        if not text.strip():
            if lens.source is not None and lens.source.text.strip():
                yield Hit(target=Range(0, 0), message="There is no translation.", type="accuracy/omission")
            return
        if not _engine_guard().isdisjoint(lens.target.fact(line).where):
            yield from _spoken(text)
        if len(_WORD.findall(text)) < _FEWEST:
            return
        if _is_english(lens):
            yield Hit(target=_trimmed(text), message="This was left in English.")
        else:
            yield from _left_over(lens.target)


def _is_english(lens: Lens) -> bool:
    text = _QUOTED.sub(" ", _LITERAL.sub(" ", lens.target.text))
    words = _WORD.findall(text)
    hindi = len(_DEVANAGARI.findall(text))
    if len(words) < 2 or hindi >= _LEAST_SHARE * (hindi + sum(map(len, words))):
        return False
    grammar = _grammar(words)
    is_copy = lens.source is not None and lens.source.text.strip() == lens.target.text.strip()
    common = sum(word.islower() for word in words)
    return grammar > 1 or (is_copy and (grammar > 0 or common > 1) and len(words) >= _FEW_WORDS)


def _grammar(words: list[str]) -> int:
    return sum(word in word_list("grammar") for word in words)


def _trimmed(text: str) -> Range:
    start = len(text) - len(text.lstrip())
    return Range(start, len(text.rstrip()))


def _left_over(text: Text) -> Iterator[Hit]:
    """Yield the sentences that have English grammar and not one Hindi letter."""
    if len(_WORD.findall(text.text)) < _FEW_WORDS:
        return
    for piece in text.fact(sentences):
        said = text.text[piece.start : piece.end]
        if _DEVANAGARI.search(said):
            continue
        words = _WORD.findall(_LITERAL.sub(" ", said))
        if len(words) >= _FEW_WORDS and _grammar(words) > 1:
            yield Hit(target=piece, message="This sentence was left in English.")


def _spoken(text: str) -> Iterator[Hit]:
    pattern = _engine_words()
    match = pattern.search(text[:_RESIDUE_AT_START])
    if match is None and len(text) > _RESIDUE_AT_START:
        match = pattern.search(text, max(_RESIDUE_AT_START, len(text) - _RESIDUE_AT_END))
    if match is not None:
        yield Hit(
            target=Range(*match.span("said")),
            message="The engine speaks here, not the article.",
            suggestion="",
            type="accuracy/addition",
        )


@lru_cache(maxsize=1)
def _engine_guard() -> frozenset[str]:
    """The longest word of each of the table's phrases, without one of which there is nothing to look for."""
    phrases = (phrase for row in rows("engine_residue") for phrase in alternatives(row["phrases"]))
    found = (max(_PIECES.findall(plain(phrase)), key=len, default="") for phrase in phrases)
    return frozenset(found)


@lru_cache(maxsize=1)
def _engine_words() -> regex.Pattern[str]:
    """The table's phrases: anywhere, or only at the beginning of a line where they are marked so."""
    anywhere: list[str] = []
    at_start: list[str] = []
    for row in rows("engine_residue"):
        forms = map(regex.escape, alternatives(row["phrases"]))
        (at_start if row["place"] == "start" else anywhere).extend(forms)
    return regex.compile(
        rf"(?:^|\n)\s*+(?P<said>(?:{'|'.join(at_start)}):?)|(?P<said>(?:{'|'.join(anywhere)})[^\n।.:]{{0,60}}[:।.]?)",
        regex.IGNORECASE,
    )
