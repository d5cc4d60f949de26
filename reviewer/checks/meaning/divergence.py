"""What the back-translation says and the source does not."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from statistics import median

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.meaning.negation import english_denials, lacks
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side
from reviewer.text import number
from reviewer.text.diff import Op, word_diff
from reviewer.text.lexicon import alternatives, rows, word_list

_WORD = regex.compile(r"[A-Za-z][A-Za-z’'-]*")
_RELATION = regex.compile(
    r"\b(?P<link>for|of|by|against|from)\s+(?:the\s+|its\s+|their\s+|a\s+)?(?P<noun>[a-z]{4,}|\p{Lu}[\p{L}]{2,})"
)
_ENDINGS = (
    "ations",
    "ation",
    "ingly",
    "ments",
    "ment",
    "ings",
    "ing",
    "edly",
    "ied",
    "ies",
    "ed",
    "ly",
    "es",
    "s",
)
_LONGEST = 4_000
_FEW = 4
_SPREADS = 1.5
_LEAST_ODD = 0.25
_SHOWN = 60


class BackTranslation(Check):
    """The back-translation says something else than the source: another number, a denial, other words.

    It shows where to look, not what is wrong: a back-translation repairs errors and makes some of its
    own. Numbers and denials warn; a segment whose words differ far more than those of the rest of the
    document, or “of” for “for” before the same word, is a hint.
    """

    id, code, title = "meaning.back-translation", "A05", "Back-translation differs"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.NEUTRAL
    needs = frozenset({Need.SOURCE, Need.BACK_TRANSLATION})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("पचास लोग मारे गए।", "", source="Fifteen people died.", back_translation="Fifty people died."),
        found(
            "उन्होंने शांति के प्रभावों की बात की।",
            "",
            source="He spoke of the implications for peace.",
            back_translation="He spoke of the effects of peace.",
        ),
        found(
            "मंत्री ने इसे माना।",
            "",
            source="The minister did not admit it.",
            back_translation="The minister admitted it.",
        ),
        silent(
            "पंद्रह लोग मारे गए।", source="Fifteen people died.", back_translation="Fifteen people were killed."
        ),
        silent("उन्होंने शांति की बात की।", source="He spoke of peace.", back_translation="He talked of peace."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Compare the two English texts."""
        if lens.source is None or lens.back is None or lens.source.text == lens.back.text:
            return
        if max(len(lens.source.text), len(lens.back.text)) > _LONGEST:
            return
        hits = [*_numbers(lens.source, lens.back), *_denials(lens.source, lens.back)]
        hits += _relations(lens.source, lens.back)
        if not hits and lens.fact(_oddness) > article.fact(_limit):
            hits = [_words(lens.source, lens.back)]
        yield from hits


def _numbers(source: Text, back: Text) -> Iterator[Hit]:
    theirs, ours = Counter(source.fact(_values)), Counter(back.fact(_values))
    missing, extra = sorted((theirs - ours).elements()), sorted((ours - theirs).elements())
    if missing and extra:
        message = f"The source says {missing[0]:,.10g}, the back-translation {extra[0]:,.10g}."
        yield _hit(message, Range(0, len(back.text)), Tier.WARNING)


def _values(text: Text) -> tuple[float, ...]:
    return number.values(text.text, "en")


def _denials(source: Text, back: Text) -> Iterator[Hit]:
    theirs, ours = source.fact(english_denials), back.fact(english_denials)
    if lacks(theirs, ours) and not ours.strict:
        message = (
            f"The source denies something (“{_at(source, theirs.strict[0])}”), the back-translation does not."
        )
        yield _hit(message, Range(0, len(back.text)), Tier.WARNING)
    elif lacks(ours, theirs) and not theirs.strict:
        message = "The back-translation denies something that the source does not."
        yield _hit(message, ours.strict[0], Tier.WARNING)


def _relations(source: Text, back: Text) -> Iterator[Hit]:
    """Yield “of peace” where the source says “for peace”, and says neither twice."""
    theirs, ours = source.fact(_links), back.fact(_links)
    for noun, (link, _) in theirs.items():
        other, place = ours.get(noun, (link, None))
        if link and other and other != link and place is not None:
            message = f"The source says “{link} {noun}”, the back-translation “{other} {noun}”."
            yield _hit(message, place, Tier.HINT)


def _links(text: Text) -> dict[str, tuple[str, Range]]:
    """The link words before each noun; an empty one where there are several."""
    found: dict[str, tuple[str, Range]] = {}
    for match in _RELATION.finditer(text.text):
        noun, place = match["noun"].lower(), Range(*match.span())
        found[noun] = (match["link"] if noun not in found else "", place)
    return found


def _words(source: Text, back: Text) -> Hit:
    """Show the longest exchange of words."""
    hunks = [hunk for hunk in word_diff(source.text, back.text) if hunk.op is not Op.EQUAL]
    longest = max(hunks, key=lambda hunk: len(hunk.before) + len(hunk.after))
    theirs, ours = _at(source, longest.before), _at(back, longest.after)
    message = f"The source says “{theirs}”, the back-translation “{ours}”."
    place = longest.after if not longest.after.is_empty else Range(0, len(back.text))
    return _hit(message, place, Tier.HINT)


def _at(text: Text, place: Range) -> str:
    said = text.text[place.start : place.end].strip()
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"


def _hit(message: str, place: Range, tier: Tier) -> Hit:
    return Hit(target=Range(0, 0), english=place, message=message, tier=tier, evidence=Side.BACK_TRANSLATION)


def _oddness(lens: Lens) -> float:
    """Return the share of content words that only one of the two English texts has, 0 to 1; a fact."""
    if lens.source is None or lens.back is None:
        return 0.0
    one, other = lens.source.fact(_content), lens.back.fact(_content)
    return 1 - len(one & other) / len(one | other) if one and other else 0.0


def _limit(article: Article) -> float:
    """Return the oddness beyond which a segment stands out in its document."""
    values = [value for lens in article.lenses if lens.back and (value := lens.fact(_oddness))]
    if len(values) < _FEW:
        return 1.0
    middle = median(values)
    spread = median(abs(value - middle) for value in values)
    return max(_LEAST_ODD, middle + _SPREADS * spread)


def _content(text: Text) -> frozenset[str]:
    """The stems of the words that carry meaning, with synonyms made equal; a fact."""
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text.text))
    return frozenset(_stem(word) for word in words if word not in word_list("grammar"))


def _stem(word: str) -> str:
    stem = next(
        (word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 3), word
    )
    return _synonyms().get(stem, _synonyms().get(word, stem.removesuffix("e")))


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    return {
        form: forms[0]
        for row in rows("english_synonyms")
        if (forms := alternatives(row["words"]))
        for form in forms
    }
