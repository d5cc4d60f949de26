"""Checks see texts in one form, and pay for what they learn of them once."""

from dataclasses import replace

import pytest

from reviewer.checks.lens import LONG, Article, Lens, Lenses, Text, Unready, article_of, reads_alike
from reviewer.domain.segment import Role
from reviewer.domain.span import Side, Span
from tests.builders import a_segment


def an_article(rows: int) -> Article:
    """So many short segments, three a paragraph."""
    return article_of(a_segment("कल आया।", id=n + 1, position=n, paragraph=n // 3) for n in range(rows))


def count(article: Article) -> int:
    """A fact of a document."""
    return sum(lens.fact(length) for lens in article.lenses)


def length(lens: Lens) -> int:
    """A fact of a segment."""
    return len(lens.target.tokens)


def test_tokens_are_words_and_numbers() -> None:
    """Vowel signs belong to their word, separators inside a number to it."""
    tokens = Text("मंत्री ने ₹1,50,000 (GDP) दिए।", Side.FINAL).tokens
    assert [token.text for token in tokens] == ["मंत्री", "ने", "1,50,000", "GDP", "दिए"]
    assert [token.is_hindi for token in tokens] == [True, True, False, False, True]
    assert [token.is_number for token in tokens] == [False, False, True, False, False]


def test_places_are_told_of_the_text_as_it_is_stored() -> None:
    """Though checks see its normal form."""
    text = Text("\u0958लम कल", Side.RECEIVED)
    assert text.text == "क़लम कल"
    assert text.span(5, 7) == Span.single(Side.RECEIVED, 4, 6)


def test_hindi_under_review_is_received_until_it_is_edited() -> None:
    """Spans lie on that side."""
    assert Lens(a_segment()).target.side is Side.RECEIVED
    assert Lens(a_segment(final="कुछ और।")).target.side is Side.FINAL


def test_english_is_the_source_before_the_back_translation() -> None:
    """An empty text is none."""
    both = Lens(a_segment(source="S", back_translation="B"))
    assert (both.english, both.english is both.source) == (both.source, True)
    assert Lens(a_segment(source="", back_translation="B")).english is not None
    assert Lens(a_segment()).english is None


def test_facts_are_asked_once_and_again_when_forgotten() -> None:
    """They are the same then."""
    asked: list[Lens] = []
    lens = Lens(a_segment())

    def fact(known: Lens) -> int:
        asked.append(known)
        return len(known.target.text)

    assert lens.fact(fact) == lens.fact(fact)
    assert len(asked) == 1
    lens.forget()
    assert lens.fact(fact) == len("यह एक वाक्य है।")
    assert len(asked) == 2


def test_a_long_document_keeps_little() -> None:
    """Words of rows left behind are let go; a shorter one keeps all."""
    for rows, kept in ((LONG + 100, 8), (100, 100)):
        article = an_article(rows)
        assert count(article) == 2 * rows
        assert sum("target" in vars(lens) for lens in article.lenses[:rows]) == kept


def test_what_is_known_moves_to_a_segment_that_reads_alike() -> None:
    """Another row or state changes nothing; another text or role does."""
    segment = a_segment()
    lens = Lens(segment)
    target = lens.target
    assert lens.moved_to(replace(segment, position=7)).target is target
    assert lens.moved_to(replace(segment, position=7)).segment.position == 7
    assert lens.moved_to(replace(segment, role=Role.HEADLINE)).target is not target
    assert not reads_alike(segment, replace(segment, source="Yes."))


def test_neighbours_and_paragraphs_are_found_by_row() -> None:
    """Nothing beyond the ends."""
    article = an_article(7)
    fifth = article.lenses[4]
    assert [lens.segment.id for lens in article.paragraph(fifth)] == [4, 5, 6]
    assert article.neighbour(fifth, -1) is article.lenses[3]
    assert article.neighbour(article.lenses[0], -1) is None
    assert article.neighbour(article.lenses[-1], 1) is None
    assert article.lens(99) is None


def test_after_a_replacement_the_document_is_remembered_as_it_was() -> None:
    """Until it is refreshed; what was never asked must wait for that."""
    article = an_article(3)
    assert count(article) == 6 == article.fact(count)
    replaced = article.replaced(Lens(replace(article.lenses[1].segment, final="कल वह भी आया।")))
    assert replaced.fact(count) == 6
    with pytest.raises(Unready):
        replaced.fact(lambda known: len(known.lenses))
    assert replaced.refreshed().fact(count) == 8
    assert article.lenses[1].segment.final == "कल आया।"


def test_a_walk_can_begin_anywhere_and_be_watched() -> None:
    """It comes round to where it began; whoever watches can end it."""
    seen: list[int] = []
    lenses = Lenses(an_article(4).lenses).watched(lambda: seen.append(0))
    assert [lens.segment.position for lens in lenses.walk(2)] == [2, 3, 0, 1]
    assert len(seen) == 4


def test_facts_may_be_forgotten_while_they_are_asked_for() -> None:
    """By another thread, which has left the document."""
    lens = Lens(a_segment())

    def fact(known: Lens) -> int:
        known.forget()
        return 7

    assert lens.fact(fact) == 7
