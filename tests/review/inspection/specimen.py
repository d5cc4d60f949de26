"""Small checks for tests of inspections, and a background that runs on demand."""

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.span import Range
from reviewer.review.inspection.inspection import Inspection


class Word(Check):
    """Finds कल wherever it stands, and knows better."""

    id, code, title = "test.word", "T01", "Word"
    tier, type = Tier.WARNING, "style/awkward"
    examples = (found("कल", "कल"), silent("आज"))

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield every occurrence."""
        del article
        for token in lens.target.tokens:
            if token.text == "कल":
                yield Hit(
                    target=Range(token.start, token.end),
                    message="कल stands here.",
                    suggestion="आज",
                    is_safe=True,
                )


def _words(lens: Lens) -> frozenset[str]:
    return frozenset(token.text for token in lens.target.tokens)


def _common(article: Article) -> frozenset[str]:
    """The words that more than one segment has."""
    seen: set[str] = set()
    common: set[str] = set()
    for lens in article.lenses:
        words = lens.fact(_words)
        common |= seen & words
        seen |= words
    return frozenset(common)


class Repeated(Check):
    """Finds रात where another segment has it too."""

    id, code, title = "test.repeated", "T02", "Repeated"
    tier, type = Tier.HINT, "style/unidiomatic"
    needs = frozenset({Need.DOCUMENT})
    examples = (silent("रात"),)

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield every occurrence."""
        for token in lens.target.tokens:
            if token.text == "रात" and "रात" in article.fact(_common):
                yield Hit(target=Range(token.start, token.end), message="रात stands elsewhere too.")


class Broken(Word):
    """Fails on every text."""

    id = "test.broken"

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Raise instead of yielding."""
        yield from super().find(lens, article)
        raise RuntimeError("nobody\nexpected this")


def settle(inspection: Inspection) -> int:
    """Do all the work there is, as the background would, and return how many rounds it took."""
    rounds = 0
    while (order := inspection.pending()) is not None:
        assert order.run(is_cancelled=lambda: False, report=lambda _done, _total: None)
        inspection.collect()
        rounds += 1
        assert rounds < 10, "the work does not end"
    return rounds
