"""Names that are missing, or stand for nothing in the English."""

from collections.abc import Iterator
from functools import lru_cache

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Token
from reviewer.checks.name.entity import (
    Name,
    evidence,
    exonyms,
    full_names,
    is_met,
    is_met_around,
    is_plain,
    written,
)
from reviewer.checks.name.likeness import cost
from reviewer.checks.name.rendering import wrong_names
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.text.fold import fold
from reviewer.text.lexicon import alternatives, rows

_SENTENCE = 400
_FULL = 2
_AKIN = 0.8
"""Cost up to which a word of the English may be what a Hindi name stands for."""


class NameMissing(Check):
    """A name of the English that nothing in the Hindi sounds like.

    Translated names of institutions, and names that stand in a neighbouring segment, are no errors. Where a
    name without a counterpart stands in its place, that one is shown.
    """

    id, code, title = "name.missing", "E01", "Name missing"
    tier, type, severity = Tier.WARNING, "accuracy/omission", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("मॉस्को ने इससे इनकार किया।", "", source="Both Moscow and Pyongyang denied it."),
        found("बातचीत में मॉस्को शामिल हुआ।", "मॉस्को", source="The talks were joined by Germany."),
        found("इसकी घोषणा सुनीता ने की।", "सुनीता", source="It was announced by Norbert."),
        silent("मॉस्को और प्योंगयांग ने इससे इनकार किया।", source="Both Moscow and Pyongyang denied it."),
        silent("बातचीत में पुतिन शामिल हुए।", source="The talks were joined by Putin."),
        silent("सुरक्षा परिषद की बैठक हुई।", source="A meeting of the Security Council was held."),
        silent("जर्मनी ने मदद दी।", source="Aid was given by Germany."),
        silent("इससे लोगों की आशा बढ़ी।", source="It gave people hope."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield names that nobody stands for."""
        english = lens.english
        if english is None or not lens.target.tokens:
            return
        gone = [run for run in english.fact(full_names) if _is_gone(run, lens, article)]
        strange = _strangers(lens)
        if not gone:
            told = article.fact(_told) if strange else frozenset()
            for each in strange:
                if not told.isdisjoint(_latin_starts(each.text)):
                    # The document is about it: Hindi may well say it once more.
                    continue
                yield Hit(
                    target=Range(each.start, each.end),
                    message=f"“{each.text}” stands for nothing in the English.",
                    type="accuracy/mistranslation",
                    evidence=evidence(lens),
                )
        for run in gone:
            name = run[-1]
            place = strange[0] if len(strange) == 1 and run is _nearest(gone, strange[0], lens) else None
            yield Hit(
                target=Range(place.start, place.end) if place else Range(0, 0),
                english=Range(run[0].start, run[-1].end),
                message=f"Nothing in the Hindi stands for “{english.text[run[0].start : name.end]}”.",
                type="accuracy/mistranslation" if place else self.type,
                tier=self.tier if place or _is_sure(run, lens) else Tier.HINT,
                evidence=evidence(lens),
            )


def _nearest(gone: list[tuple[Name, ...]], place: Token, lens: Lens) -> tuple[Name, ...]:
    """Return the name without a counterpart that stands about as far into its text as a place."""
    whole = len(lens.english.text) if lens.english else 1
    wanted = place.start / max(1, len(lens.target.text)) * whole
    return min(gone, key=lambda run: abs(run[0].start - wanted))


def _is_sure(run: tuple[Name, ...], lens: Lens) -> bool:
    """Whether a name is known to have a Hindi form, or is a full name, in about one sentence."""
    is_known = any(name.text.lower() in exonyms() for name in run)
    is_full = len(run) == _FULL and any(name.text.lower() in written() for name in run)
    is_full = is_full and not any(is_plain(name) for name in run)
    return (is_known or is_full) and lens.english is not None and len(lens.english.text) <= _SENTENCE


def _is_gone(run: tuple[Name, ...], lens: Lens, article: Article) -> bool:
    """Whether none of the names of a run is met; a lone word at the start of a sentence may be no name."""
    if run[0].is_first and len(run) == 1 and run[0].text.lower() not in exonyms():
        return False
    if all(is_plain(name) and name.text.lower() not in written() for name in run):
        # Ministry of Regulatory Development: such names are translated.
        return False
    if any(is_met(name, lens) or is_met_around(name, lens, article) for name in run):
        return False
    return not any(wrong.name in run for wrong in lens.fact(wrong_names))


_SHORT_FORMS = frozenset({"America", "United States", "United Kingdom", "Ganges", "Khan", "Surat", "Shimla"})
"""Names that English abbreviates, and such as are common words in Hindi."""
_BEGINNING = 4
"""Letters that a name shares with what is made of it: Norway, Norwegians."""


@lru_cache(maxsize=1)
def _hindi_names() -> dict[str, tuple[str, ...]]:
    """Names of the tables by their folded Hindi, without those that mean something else too."""
    table: dict[str, tuple[str, ...]] = {}
    for row in (*rows("exonyms_names"), *rows("names")):
        english = alternatives(row["english"])
        if row.get("is_word") or not _SHORT_FORMS.isdisjoint(english):
            continue
        for form in alternatives(row["hindi_accepted"]):
            if " " not in form:
                key = fold(form).text
                table[key] = (*table.get(key, ()), *english)
    return table


def _told(article: Article) -> frozenset[str]:
    """Return how the capitalised words of the document's English begin."""
    return frozenset().union(*(lens.fact(_capitals) for lens in article.lenses))


def _capitals(lens: Lens) -> frozenset[str]:
    if lens.english is None:
        return frozenset()
    return frozenset(
        token.text[:_BEGINNING].lower() for token in lens.english.tokens if token.text[:1].isupper()
    )


def _latin_starts(hindi: str) -> frozenset[str]:
    """Return how the English of a known Hindi name begins."""
    known_as = _hindi_names().get(fold(hindi).text, ())
    return frozenset(name.lower()[:_BEGINNING] for name in known_as)


def _strangers(lens: Lens) -> list[Token]:
    """Return known Hindi names to which nothing in the English sounds like, or is made of."""
    english = lens.english
    table = _hindi_names()
    if english is None or table.keys().isdisjoint(lens.target.folded.split()):
        return []
    said = {token.text.lower() for token in english.tokens if not token.is_number}
    starts = {word[:_BEGINNING] for word in said}
    found = [
        token
        for token in lens.target.tokens
        if token.is_hindi
        and fold(token.text).text in table
        and starts.isdisjoint(_latin_starts(token.text))
        and not any(cost(word, token.text) <= _AKIN for word in said)
    ]
    # What is said twice was meant: an abbreviation of the English, most likely.
    return [token for token in found if sum(each.text == token.text for each in found) == 1]
