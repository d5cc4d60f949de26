"""The shape of a news text: long sentences, headlines, first mentions, datelines."""

from bisect import bisect_left
from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, BEFORE, WORD, Article, Lens
from reviewer.checks.name.entity import full_names
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range
from reviewer.text.sentence import split
from reviewer.text.sound import skeleton

_LONG = 35
_MOST_COMMAS = 3
_MOST_CLAUSES = 2
_CLAUSE = regex.compile(
    rf"{BEFORE}(?:जो|जिस|जिसे|जिसने|जिसमें|जिसके|जिसकी|जिसका|जिन|जिन्हें|जिन्होंने|जिनके|जिनकी|जहाँ|जहां|जब|ताकि|कि){AFTER}"
)
_WORDS = " ".join(["शब्द"] * 36)


class LongSentence(Check):
    """A sentence of more than 35 words, or with many clauses and commas."""

    id, code, title = "style.long-sentence", "S04", "Long sentence"
    tier, type, severity = Tier.HINT, "style/awkward", Severity.NEUTRAL
    examples = (
        found(f"{_WORDS} है।", f"{_WORDS} है।"),
        silent("सरकार ने कहा कि वह जल्द फ़ैसला करेगी।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each of them."""
        del article
        tokens = lens.target.tokens
        if len(tokens) <= _LONG // 2:
            return
        starts = [token.start for token in tokens]
        for piece in split(lens.target.text, "hi"):
            text = lens.target.text[piece.start : piece.end]
            count = bisect_left(starts, piece.end) - bisect_left(starts, piece.start)
            is_winding = len(_CLAUSE.findall(text)) > _MOST_CLAUSES and text.count(",") > _MOST_COMMAS
            if count > _LONG or (is_winding and count > _LONG // 2):
                yield Hit(
                    target=piece, message=f"A sentence of {count} words; readers of news give up before 35."
                )


_PLUPERFECT = regex.compile(rf"{BEFORE}(?:हुआ था|हुई थी|हुए थे|गया था|गई थी|गए थे|किया था|दिया था){AFTER}")
_MOST_WORDS = 14


class HeadlineRules(Check):
    """A headline with a danda, with too many words, or in the pluperfect."""

    id, code, title = "style.headline", "S05", "Headline"
    tier, type, severity = Tier.WARNING, "style/organizational", Severity.MINOR
    examples = (
        found("सरकार ने कर घटाया।", "।", role=Role.HEADLINE, suggestion=""),
        found("सरकार का फ़ैसला हुआ था", "हुआ था", role=Role.HEADLINE),
        silent("सरकार ने कर घटाया", role=Role.HEADLINE),
        silent("सरकार ने कर घटाया।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield what headlines do not have."""
        del article
        if lens.role is not Role.HEADLINE:
            return
        text = lens.target.text.rstrip()
        if text.endswith("।"):
            yield Hit(
                target=Range(len(text) - 1, len(text)), message="Headlines have no danda.", suggestion=""
            )
        for match in _PLUPERFECT.finditer(text):
            yield Hit(target=Range(*match.span()), message="Headlines tell in the present.", tier=Tier.HINT)
        if sum(token.is_hindi for token in lens.target.tokens) > _MOST_WORDS:
            yield Hit(
                target=Range(0, len(text)),
                message=f"More than {_MOST_WORDS} words.",
                tier=Tier.HINT,
            )


class FirstMention(Check):
    """A person named by the last name alone at the first mention; the source has the first name too."""

    id, code, title = "style.first-mention", "S06", "First mention of a person"
    tier, type, severity = Tier.HINT, "style/organizational", Severity.MINOR
    needs = frozenset({Need.SOURCE})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("पुतिन ने कहा।", "पुतिन", source="It was said by Vladimir Putin."),
        silent("व्लादिमीर पुतिन ने कहा।", source="It was said by Vladimir Putin."),
        silent("पुतिन ने कहा।", source="It was said by Putin."),
        silent(
            "पुतिन ने कहा।", source="It was said by Vladimir Putin.", before=("व्लादिमीर पुतिन आए।", "पुतिन गए।")
        ),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield last names alone."""
        source = lens.source
        if source is None:
            return
        runs = [run for run in source.fact(full_names) if len(run) == 2]
        if not runs:
            return
        earlier = article.fact(_first_places)
        sounds = {skeleton(token.text): token for token in lens.target.tokens if token.is_hindi}
        for first, last in runs:
            token = sounds.get(skeleton(last.text))
            if token is None or skeleton(first.text) in sounds:
                continue
            if earlier.get(skeleton(last.text), article.place(lens)) >= article.place(lens):
                yield Hit(
                    target=Range(token.start, token.end),
                    english=Range(first.start, last.end),
                    message=f"First mention: the source has “{first.text} {last.text}”.",
                )


def _first_places(article: Article) -> dict[str, int]:
    """Return the first row in which each sound is heard."""
    places: dict[str, int] = {}
    for place, lens in enumerate(article.lenses):
        for sound in lens.fact(_sounds):
            places.setdefault(sound, place)
    return places


def _sounds(lens: Lens) -> frozenset[str]:
    return frozenset(skeleton(token.text) for token in lens.target.tokens if token.is_hindi)


_DATELINE = regex.compile(
    r"\A(?P<place>[A-Z][A-Za-z ,/]{2,40}?)[,:]?\s"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\s)?"
    r"(?:\((?P<agency>[A-Za-z .]{2,30})\)\s?)?[–—-]{1,2}\s"
)
_HINDI_DATELINE = regex.compile(rf"\A{WORD}[^।]{{0,60}}?(?:\([^()]{{2,30}}\)\s?[।:–—-]|[।:–—-]\s)")


class Dateline(Check):
    """A dateline that was lost with its agency."""

    id, code, title = "style.dateline", "S07", "Dateline"
    tier, type, severity = Tier.HINT, "style/organizational", Severity.MINOR
    needs = frozenset({Need.SOURCE})
    examples = (
        found("रूस ने कहा है।", "", source="MOSCOW, June 19 (Reuters) - Russia said."),
        silent("मॉस्को, 19 जून (रॉयटर्स)। रूस ने कहा है।", source="MOSCOW, June 19 (Reuters) - Russia said."),
        silent("रूस ने कहा है।", source="Russia said."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the start of a text that lost it."""
        del article
        source = lens.source
        if source is None:
            return
        match = _DATELINE.match(source.text)
        if match and match["agency"] and not _HINDI_DATELINE.match(lens.target.text):
            yield Hit(target=Range(0, 0), english=Range(*match.span()), message="The dateline is missing.")
