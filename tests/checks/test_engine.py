"""Checks run in order, and nothing is said twice."""

from collections.abc import Iterator

import pytest

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.engine import Cancelled, Checker
from reviewer.checks.lens import Article, Lens, article_of
from reviewer.checks.noise import Muted
from reviewer.domain.finding import Anchor, Tier
from reviewer.domain.flag import Flag, Severity
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span


class Word(Check):
    """Finds one word wherever it stands."""

    id, code, title = "test.word", "T01", "Word"
    tier, type = Tier.WARNING, "style/awkward"
    examples = (found("कल", "कल"), silent("आज"))

    def __init__(self, word: str = "कल", tier: Tier = Tier.WARNING, name: str = "test.word") -> None:
        self.word, self.tier, self.id = word, tier, name  # type: ignore[misc]

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield every occurrence."""
        del article
        for token in lens.target.tokens:
            if token.text == self.word:
                yield Hit(target=Range(token.start, token.end), message=f"{self.word} stands here.")


class Compared(Word):
    """Finds a word only beside a source."""

    needs = frozenset({Need.SOURCE})


def an_article(*texts: str) -> Article:
    """Segments without English."""
    return article_of(
        Segment(id=number, document_id=1, position=number, paragraph=0, received=text, final=text)
        for number, text in enumerate(texts)
    )


def test_finding_lies_on_the_received_text_with_the_checks_own_words() -> None:
    """Offsets are those of the stored text, though checks see its normal form."""
    article = an_article("\u095e कल आया")
    (finding,) = Checker([Word()]).find(article.lenses[0], article)
    assert finding.spans == (Span.single(Side.RECEIVED, 2, 4),)
    assert (finding.type, finding.severity, finding.tier) == (
        "style/awkward",
        Severity.MINOR,
        Tier.WARNING,
    )


def test_surest_of_two_on_the_same_words_is_kept() -> None:
    """The same place is marked once."""
    article = an_article("कल आया")
    checks = [Word(), Word(tier=Tier.ERROR, name="test.surer")]
    assert [each.check for each in Checker(checks).find(article.lenses[0], article)] == ["test.surer"]


def test_most_serious_comes_first() -> None:
    """Errors before warnings, wherever they stand."""
    article = an_article("कल आज")
    checks = [Word(), Word("आज", Tier.ERROR, "test.surer")]
    assert [each.check for each in Checker(checks).find(article.lenses[0], article)] == [
        "test.surer",
        "test.word",
    ]


def test_hints_are_few() -> None:
    """Three a segment, the others are left out."""
    article = an_article("कल कल कल कल कल")
    assert len(Checker([Word(tier=Tier.HINT)]).find(article.lenses[0], article)) == 3


def test_what_a_person_flagged_is_not_found_again() -> None:
    """Inside the flagged words; elsewhere it is."""
    article = an_article("कल और कल")
    flag = Flag(
        id=1,
        segment_id=0,
        spans=(Span.single(Side.RECEIVED, 0, 5),),
        type="style/awkward",
        severity=Severity.MINOR,
    )
    found_here = Checker([Word()]).find(article.lenses[0], article, [flag])
    assert [each.spans[0].start for each in found_here] == [6]


@pytest.mark.parametrize(
    "muted",
    [
        Muted(checks=frozenset({"test.word"})),
        Muted(words=frozenset({("test.word", "कल")})),
        Muted(here={0: [("test.word", Anchor("कल", "", "आया"))]}),
    ],
)
def test_muted_is_silent(muted: Muted) -> None:
    """A check, a word, or one place."""
    article = an_article("कल आया")
    assert Checker([Word()], muted).find(article.lenses[0], article) == ()


def test_demoted_check_only_hints() -> None:
    """What editors do not agree with is no error any more."""
    article = an_article("कल आया")
    muted = Muted(demoted=frozenset({"test.word"}))
    (finding,) = Checker([Word(tier=Tier.ERROR)], muted).find(article.lenses[0], article)
    assert finding.tier is Tier.HINT


def test_check_without_its_text_is_not_asked() -> None:
    """One that needs the source says nothing where there is none."""
    article = an_article("कल आया")
    assert Checker([Compared()]).find(article.lenses[0], article) == ()


def test_run_can_be_stopped() -> None:
    """Between two segments."""
    article = an_article("कल", "कल", "कल")
    told: list[int] = []
    running = Checker([Word()]).all(
        article, progress=lambda done, _: told.append(done), is_cancelled=lambda: len(told) == 2
    )
    with pytest.raises(Cancelled):
        list(running)
    assert told == [0, 1]
