"""Suggestions are put into texts exactly as checks gave them."""

import pytest

from reviewer.checks.trace import anchor, quote
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span
from reviewer.review.finding.fix import can_fix, fixed
from tests.builders import a_segment


def a_finding(text: str, start: int, end: int, suggestion: str | None) -> Finding:
    """A finding on a range of a text."""
    segment, spans = a_segment(text), (Span.single(Side.RECEIVED, start, end),)
    return Finding(
        check="test.word",
        segment_id=1,
        spans=spans,
        type="",
        severity=Severity.MINOR,
        tier=Tier.WARNING,
        message="",
        suggestion=suggestion,
        quote=quote(spans, segment),
        anchor=anchor(spans, segment),
    )


@pytest.mark.parametrize(
    ("text", "place", "suggestion", "made"),
    [
        ("वह आया|", (6, 7), "।", "वह आया।"),
        ("वह आया", (6, 6), "।", "वह आया।"),
        ("वह  आया।", (2, 4), " ", "वह आया।"),
        ("वह आया ।", (6, 7), "", "वह आया।"),
        ("वह\u200b आया।", (2, 3), "", "वह आया।"),
        ("वह वह आया।", (3, 5), "", "वह आया।"),
        ("वह आया।", (0, 2), "", "आया।"),
    ],
)
def test_a_suggestion_replaces_just_its_range(
    text: str, place: tuple[int, int], suggestion: str, made: str
) -> None:
    """No space is added; words taken out leave no double one."""
    assert fixed(a_segment(text), [a_finding(text, *place, suggestion)]).after == made


def test_several_are_applied_together_but_no_two_to_one_place() -> None:
    """The first of two that overlap wins."""
    text = "वह कल आया|"
    first, second, rival = (
        a_finding(text, 3, 5, "आज"),
        a_finding(text, 9, 10, "।"),
        a_finding(text, 0, 5, "कोई"),
    )
    made = fixed(a_segment(text), [first, second, rival])
    assert (made.after, made.findings) == ("वह आज आया।", (first, second))


def test_what_no_longer_fits_is_left_out() -> None:
    """The words are others by now."""
    made = fixed(a_segment("वह आज आया।"), [a_finding("वह कल आया।", 3, 5, "परसों")])
    assert (made.before, made.after, made.findings) == ("वह आज आया।", "वह आज आया।", ())


def test_only_a_suggestion_for_hindi_words_can_be_applied() -> None:
    """An empty one means to delete them."""
    assert can_fix(a_finding("वह कल आया।", 3, 5, ""))
    assert not can_fix(a_finding("वह कल आया।", 3, 5, None))
