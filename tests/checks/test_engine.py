"""Checks run in order, and nothing is said twice."""

from collections.abc import Iterator

import pytest

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.engine import MOST_HITS, Cancelled, Checker
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


class Broken(Word):
    """Fails after its first hit."""

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield one and raise."""
        yield from super().find(lens, article)
        raise RuntimeError("two\nlines")


class Endless(Word):
    """Never comes to an end."""

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield for ever."""
        del lens, article
        while True:
            yield Hit(message="Again.")


def test_a_check_that_fails_is_put_aside_and_the_others_go_on() -> None:
    """It is not asked about the next segment."""
    article = an_article("कल", "कल")
    checker = Checker([Broken(name="test.broken"), Word()])
    found_here = [each.check for _, own in checker.all(article) for each in own]
    assert found_here == ["test.broken", "test.word"]
    assert list(map(str, checker.faults.values())) == [
        "the check test.broken failed and is put aside: RuntimeError two lines"
    ]


def test_a_hit_outside_the_text_is_no_traceback() -> None:
    """A range that runs backwards is a fault of the check."""

    class Backwards(Word):
        """Gives a range that is none."""

        def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
            """Yield it."""
            del lens, article
            yield Hit(target=Range(5, 2), message="")

    checker = Checker([Backwards()])
    article = an_article("कल")
    assert checker.find(article.lenses[0], article) == ()
    assert "test.word" in checker.faults


def test_a_check_without_end_is_cut_off() -> None:
    """A segment with hundreds of errors is no text."""
    article = an_article("कल")
    assert len(Checker([Endless()]).raw(article.lenses[0], article)) == MOST_HITS


def test_a_fact_nobody_has_time_for_is_left_for_later() -> None:
    """The check is named, so that it can look again."""

    class Counting(Word):
        """Asks how long the document is."""

        def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
            """Yield nothing before that."""
            del lens
            if article.fact(lambda known: len(known.lenses)):
                yield Hit(message="It is long.")

    article = an_article("कल", "आज")
    checker = Checker([Counting()])
    assert checker.find(article.lenses[0], article.replaced(Lens(article.lenses[0].segment))) == ()
    assert checker.postponed == {"test.word"}
    assert len(checker.find(article.lenses[0], article)) == 1


def test_findings_of_several_looks_are_put_in_the_order_of_the_checks() -> None:
    """However they were made."""
    article = an_article("कल आज")
    checker = Checker([Word("आज", name="test.first"), Word()])
    lens = article.lenses[0]
    parts = [checker.raw(lens, article, frozenset({name})) for name in ("test.word", "test.first")]
    assert [each.check for each in checker.joined(*parts)] == ["test.first", "test.word"]


def test_checks_that_need_the_document_are_known() -> None:
    """They look again after an edit elsewhere."""

    class Whole(Word):
        """Looks at all segments."""

        uses = frozenset({Need.DOCUMENT})

    checker = Checker([Word(), Whole(name="test.whole")])
    assert checker.depending() == frozenset({"test.whole"})
    assert checker.independent() == frozenset({"test.word"})
