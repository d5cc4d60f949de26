"""What checks report."""

from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side, Span


def a_finding(*spans: Span) -> Finding:
    """A finding on these spans."""
    return Finding(
        check="test.word",
        segment_id=1,
        spans=spans,
        type="",
        severity=Severity.MINOR,
        tier=Tier.HINT,
        message="",
    )


def test_spans_are_told_apart_by_side() -> None:
    """Received and final are both the Hindi."""
    hindi, english = Span.single(Side.FINAL, 0, 2), Span.single(Side.BACK_TRANSLATION, 3, 5)
    found = a_finding(english, hindi)
    assert (found.target_span, found.english_span) == (hindi, english)
    assert (a_finding().target_span, a_finding().english_span) == (None, None)


def test_a_key_names_check_and_places() -> None:
    """Every range of every span."""
    found = a_finding(Span(Side.RECEIVED, (Range(0, 2), Range(5, 7))), Span.single(Side.SOURCE, 1, 1))
    assert found.key == "test.word@received:0-2,5-7;source:1-1"


def test_tiers_are_ranked_surest_first() -> None:
    """As they are shown."""
    assert [tier.rank for tier in (Tier.ERROR, Tier.WARNING, Tier.HINT)] == [0, 1, 2]
