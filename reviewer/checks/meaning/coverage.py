"""How much of the English the Hindi covers: by length, by its end, and sentence by sentence."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.meaning.cue import english, plain
from reviewer.checks.meaning.place import beads, misfit
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range
from reviewer.text.lexicon import alternatives, rows, word_list

_ENGLISH_END = regex.compile(r"[.!?…][\"”’')\]]*\s*$")
_HINDI_END = regex.compile(r"[^\p{L}\p{M}\p{N}\s,(–—-]\s*$")
_FAR, _FAR_MORE = 3.8, 4.5
_UNFINISHED, _OPEN_END, _CUT_SENTENCE = -0.5, -1.0, -1.2
_SHORT = 40
_LEAST = 12
_MANY_TIMES = 4
_VERB_ENDS = (
    "ा",
    "े",
    "ी",
    "ीं",
    "ो",
    "ें",
    "ए",
    "ई",
    "आ",
    "ऊ",
    "ूँ",
    "ूं",
    "ओ",
    "एं",
    "एँ",
    "ईं",
    "ैं",
    "ै",
    "ौ",
    "हाँ",
    "हां",
    "या",
)
_OBLIQUE = ("ने", "ों", "ओं")
"""Infinitives and plurals before a postposition."""
_LONG_SENTENCE = 28
_MOST_OF_IT = 0.6
_LATIN_LETTERS = regex.compile(r"[A-Za-z]")


class LengthRatio(Check):
    """The Hindi is far shorter or longer than the English, or breaks off before its end.

    Hindi has about as many letters as the English it translates. Headings, lists and spelt-out
    abbreviations stray from this. An end without a full stop, or on a word that cannot end a
    sentence, makes a small loss of length suspicious too.
    """

    id, code, title = "meaning.length-ratio", "A02", "Too short or too long"
    tier, type, severity = Tier.WARNING, "accuracy/omission", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found(
            "समिति ने कहा कि नया पुल अगले साल",
            "",
            source="The committee said that the new bridge would be opened to the public early next year.",
        ),
        found(
            "समिति ने कहा कि नया पुल अगले साल को।",
            "",
            source="The committee said that the new bridge would be opened to the public early next year.",
        ),
        found(
            "पुल बंद है।",
            "",
            source=(
                "The old bridge over the river, which had carried trains for more than a hundred years, was "
                "closed on Monday after engineers found deep cracks in two of its five pillars."
            ),
        ),
        found(
            "पुल बंद है और पुराने शहर के लोग अब नाव से नदी पार करते हैं, जिसका किराया हर महीने बढ़ता जा रहा है, "
            "और व्यापारी कहते हैं कि उनका कारोबार आधा रह गया है।",
            "पुल बंद है और पुराने शहर के लोग अब नाव से नदी पार करते हैं, जिसका किराया हर महीने बढ़ता जा रहा है, "
            "और व्यापारी कहते हैं कि उनका कारोबार आधा रह गया है।",
            source="The old bridge is closed now.",
        ),
        silent(
            "समिति ने कहा कि नया पुल अगले साल खुलेगा।",
            source="The committee said the new bridge would open next year.",
        ),
        silent("पुल बंद", source="Bridge closed", role=Role.HEADLINE),
        silent("मंत्री का इस्तीफ़ा", source="Minister resigns."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Compare lengths; look at the end where there is a loss."""
        del article
        known = english(lens)
        if known is None or not lens.target.text.strip():
            return
        text, side = known
        theirs, ours = _letters(text.text), _letters(lens.target.text)
        off = misfit(theirs, ours)
        end = len(lens.target.text.rstrip())
        if off < 0 and (reason := _broken(lens, text, off)):
            yield Hit(target=Range(end, end), message=reason, evidence=side)
        elif _is_short(theirs, ours, off):
            share = round(100 * ours / theirs)
            message = f"The Hindi has only {share} % of the letters of the English: something may be missing."
            yield Hit(target=Range(end, end), message=message, evidence=side)
        elif _is_long(theirs, ours, off) and _LATIN_LETTERS.search(text.text):
            message = f"The Hindi has {ours / theirs:.1f} times the letters of the English."
            yield Hit(target=Range(0, end), message=message, type="accuracy/addition", evidence=side)


def _letters(text: str) -> int:
    return len(text) - text.count(" ")


def _is_short(theirs: int, ours: int, off: float) -> bool:
    return off < -_FAR if theirs >= _SHORT else theirs >= _LEAST and ours * _MANY_TIMES < theirs


def _is_long(theirs: int, ours: int, off: float) -> bool:
    return off > _FAR_MORE if theirs >= _SHORT else ours >= _SHORT and ours > _MANY_TIMES * theirs


def _broken(lens: Lens, text: Text, off: float) -> str | None:
    """Say how the Hindi breaks off, if it seems to."""
    if lens.role in {Role.HEADLINE, Role.CREDIT, Role.CAPTION} or not lens.target.tokens:
        return None
    ended = _HINDI_END.search(lens.target.text.rstrip()[-1:]) is not None
    last = lens.target.tokens[-1]
    if _is_whole(lens.target, text):
        return None
    is_ended_there = _ENGLISH_END.search(text.text[-8:]) is not None
    may_end = last.is_hindi and _may_end(plain(last.text))
    least = _OPEN_END if may_end or not is_ended_there else _UNFINISHED
    if not ended and (is_ended_there or last.text in word_list("open end")) and off < least:
        return f"The English ends its sentence; the Hindi breaks off at “{last.text}”."
    is_cut = (off < _OPEN_END and last.text in _open_words()) or (
        off < _CUT_SENTENCE and last.is_hindi and not may_end
    )
    if ended and is_ended_there and is_cut and len(lens.target.tokens) > 3:
        return f"“{last.text}” cannot end a sentence; the rest may be missing."
    return None


_OPEN_THERE = frozenset(
    [
        "or",
        "and",
        "but",
        "the",
        "a",
        "an",
        "of",
        "to",
        "with",
        "for",
        "in",
        "by",
        "like",
        "from",
        "at",
        "on",
        "as",
    ]
)
_TAGS = frozenset({"न", "ना"})


def _is_whole(hindi: Text, text: Text) -> bool:
    """Whether the Hindi only seems to break off: a comma in both, a letter for a danda, a tag question."""
    ours, last = hindi.text.rstrip(), hindi.tokens[-1].text
    is_tag = last in _TAGS and ours.endswith("?")
    return ours[-1:] == text.text.rstrip()[-1:] == "," or last in {"l", "I"} or is_tag or _is_open_there(text)


def _is_open_there(text: Text) -> bool:
    """Whether the English breaks off itself, on a word and without a mark."""
    last = text.tokens[-1] if text.tokens else None
    return last is not None and last.text.lower() in _OPEN_THERE and not text.text[last.end :].strip()


@lru_cache(maxsize=1)
def _open_words() -> frozenset[str]:
    """Words that no Hindi sentence ends on, whatever its mark."""
    return word_list("open end") - {
        "बाद",
        "पहले",
        "साथ",
        "में",
        "पर",
        "से",
        "तक",
        "हुए",
        "हुई",
        "एक",
        "यह",
        "वह",
        "बहुत",
        "लिए",
        "की",
        "के",
    }


def _may_end(word: str) -> bool:
    if word in _verbs():
        return True
    return word.endswith(tuple(map(plain, _VERB_ENDS))) and not word.endswith(_OBLIQUE)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(
        plain(form) for row in rows("auxiliaries") if row["of"] != "–" for form in alternatives(row["forms"])
    )


class SentenceCoverage(Check):
    """A sentence of the English has no counterpart in the Hindi, or the Hindi has one of its own.

    Sentences are matched by their lengths, in order; two that were joined or one that was split
    are no finding. Free translations that spread one sentence over others may be.
    """

    id, code, title = "meaning.sentence-coverage", "A03", "Sentence missing or added"
    tier, type, severity = Tier.WARNING, "accuracy/omission", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found(
            "बाढ़ से तीन गाँव डूब गए। लोगों को स्कूलों में ठहराया गया है।",
            "",
            source=(
                "The flood covered three villages. The army has sent forty boats and two helicopters to the "
                "valley since Sunday morning. People were housed in schools."
            ),
        ),
        found(
            "बाढ़ से तीन गाँव डूब गए। नदी का पानी अब भी तेज़ी से बढ़ रहा है और पुल टूटने का डर है। लोग स्कूलों में हैं।",
            "नदी का पानी अब भी तेज़ी से बढ़ रहा है और पुल टूटने का डर है।",
            source="The flood covered three villages. People are in schools.",
        ),
        silent(
            "बाढ़ से तीन गाँव डूब गए और लोगों को स्कूलों में ठहराया गया है।",
            source="The flood covered three villages. People were housed in schools.",
        ),
        silent(
            "बाढ़ से तीन गाँव डूब गए। लोगों को स्कूलों में ठहराया गया है।",
            source="The flood covered three villages, and people were housed in schools.",
        ),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Report the beads of one side only."""
        del article
        known = english(lens)
        if known is None or not lens.target.text.strip():
            return
        side, at = known[1], 0
        surplus = len(lens.target.text.strip()) - len(known[0].text.strip())
        if abs(surplus) < _MOST_OF_IT * _LONG_SENTENCE:
            return
        for theirs, ours in lens.fact(beads):
            if ours is None and theirs is not None and _accounts(theirs, -surplus):
                yield Hit(
                    target=Range(at, at),
                    english=theirs,
                    message="This sentence of the English seems to be missing.",
                    evidence=side,
                )
            elif theirs is None and ours is not None and _accounts(ours, surplus):
                yield Hit(
                    target=ours,
                    message="The English seems to have no sentence for this one.",
                    type="accuracy/addition",
                    tier=Tier.HINT,
                    evidence=side,
                )
            at = ours.end if ours is not None else at


def _accounts(piece: Range, difference: int) -> bool:
    """Whether a sentence on one side is long, and the texts differ in length by most of it."""
    return len(piece) >= _LONG_SENTENCE and difference >= _MOST_OF_IT * len(piece)
