"""A finding is known again by its words and those beside them."""

from dataclasses import replace

from reviewer.checks.trace import anchor, quote, stands
from reviewer.domain.finding import Anchor, Finding, Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span
from tests.builders import a_segment

SEGMENT = a_segment("वह कल आया।", source="He came yesterday.")


def a_finding(*spans: Span) -> Finding:
    """A finding on these spans of the segment."""
    return Finding(
        check="test.word",
        segment_id=1,
        spans=spans,
        type="",
        severity=Severity.MINOR,
        tier=Tier.HINT,
        message="",
        anchor=anchor(spans, SEGMENT),
    )


def test_words_of_both_sides_count() -> None:
    """The same Hindi against other English is another finding."""
    spans = (Span.single(Side.RECEIVED, 3, 5), Span.single(Side.SOURCE, 8, 17))
    assert quote(spans, SEGMENT) == "कल"
    assert anchor(spans, SEGMENT) == Anchor("कल ⇔ yesterday", "वह", "आया।")


def test_english_stands_for_hindi_that_is_missing() -> None:
    """An omission is known by what was left out."""
    spans = (Span.single(Side.RECEIVED, 5, 5), Span.single(Side.SOURCE, 8, 17))
    assert quote(spans, SEGMENT) == "yesterday"
    assert anchor(spans[1:], SEGMENT) == Anchor("yesterday")


def test_spelling_in_other_code_points_is_the_same() -> None:
    """Words are compared in NFC."""
    one, other = a_segment("क़लम"), a_segment("\u0958लम")
    spans = [(Span.single(Side.RECEIVED, 0, len(each.final)),) for each in (one, other)]
    assert anchor(spans[0], one) == anchor(spans[1], other)


def test_a_finding_stands_while_its_words_do() -> None:
    """At their place; a caret while it has its neighbours."""
    found, caret = a_finding(Span.single(Side.RECEIVED, 3, 5)), a_finding(Span.single(Side.RECEIVED, 5, 5))
    assert stands(found, replace(SEGMENT, final="वह कल गया।"))
    assert not stands(found, replace(SEGMENT, final="कल वह आया।"))
    assert not stands(caret, replace(SEGMENT, final="वह कल गया।"))
    assert stands(caret, replace(SEGMENT, final="वह कल आया। वह गया।"))


def test_a_finding_about_everything_stands_until_anything_changes() -> None:
    """Its words are all there are."""
    whole = a_finding()
    assert stands(whole, SEGMENT)
    assert not stands(whole, replace(SEGMENT, final="वह आज आया।"))
