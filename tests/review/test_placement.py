"""Where flags stand after edits, and which of them the edits have settled."""

from dataclasses import replace

import pytest

from reviewer.domain.flag import Flag, Resolution, Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from tests.builders import a_flag, a_segment

RECEIVED = "भारत ने मैच जीता।"
"""`मैच` lies at 8 to 11, `जीता` at 12 to 16."""


def a_caret(at: int, side: Side = Side.RECEIVED) -> Flag:
    """An omission."""
    return a_flag(at, at, side=side)


def test_flag_on_an_unedited_segment_stands_where_it_was_put() -> None:
    """Received and final are the same text."""
    found = placed(a_flag(8, 11), a_segment(RECEIVED))
    assert found.span_on_final == Span.single(Side.FINAL, 8, 11)
    assert (found.is_resolved, found.survived) == (False, 1.0)


def test_flag_moves_with_its_words() -> None:
    """Words put in before the flagged ones push the span on; the flag stays open."""
    segment = a_segment(RECEIVED, final="कल भारत ने मैच जीता।")
    found = placed(a_flag(8, 11), segment)
    assert found.span_on_final == Span.single(Side.FINAL, 11, 14)
    assert not found.is_resolved


def test_flag_is_resolved_when_its_words_are_gone() -> None:
    """The replacement is marked, none of the flagged text survives."""
    segment = a_segment(RECEIVED, final="भारत ने खेल जीता।")
    found = placed(a_flag(8, 11), segment)
    assert found.span_on_final is not None
    assert found.span_on_final.quote(segment.final) == "खेल"
    assert (found.is_resolved, found.survived) == (True, 0.0)


def test_flag_is_resolved_when_its_words_were_deleted() -> None:
    """The span becomes a caret."""
    found = placed(a_flag(8, 11), a_segment(RECEIVED, final="भारत ने जीता।"))
    assert found.is_resolved
    assert found.span_on_final is not None
    assert found.span_on_final.is_empty


def test_flag_on_mostly_surviving_words_stays_open() -> None:
    """One word of four is gone; the rest still stands."""
    found = placed(a_flag(0, 16), a_segment(RECEIVED, final="भारत ने खेल जीता।"))
    assert 0.5 < found.survived < 1
    assert not found.is_resolved


def test_followed_suggestion_resolves_even_where_most_survives() -> None:
    """What was asked for has been done."""
    segment = a_segment(RECEIVED, final="भारत ने मैच जीते।")
    assert not placed(a_flag(0, 16), segment).is_resolved
    assert placed(a_flag(0, 16, suggestion="भारत ने मैच जीते"), segment).is_resolved


def test_suggestion_that_repeats_the_quote_resolves_nothing() -> None:
    """A suggestion equal to the flagged words was not followed by leaving them."""
    flag = Flag(
        id=1,
        segment_id=1,
        spans=(Span.single(Side.RECEIVED, 8, 11),),
        type="fluency/spelling",
        severity=Severity.MINOR,
        suggestion="मैच",
        quote="मैच",
    )
    assert not placed(flag, a_segment(RECEIVED)).is_resolved


def test_omission_is_resolved_when_something_was_put_in() -> None:
    """The caret becomes the range of what was put in."""
    segment = a_segment(RECEIVED, final="भारत ने कल मैच जीता।")
    found = placed(a_caret(8), segment)
    assert found.is_resolved
    assert found.span_on_final is not None
    assert found.span_on_final.quote(segment.final).strip() == "कल"


def test_omission_stays_open_when_something_else_was_edited() -> None:
    """An edit elsewhere fills no gap."""
    found = placed(a_caret(8), a_segment(RECEIVED, final="भारत ने मैच हारा।"))
    assert not found.is_resolved
    assert found.span_on_final == Span.single(Side.FINAL, 8, 8)


@pytest.mark.parametrize("final", [RECEIVED, "भारत ने खेल जीता।"])
@pytest.mark.parametrize("resolution", [Resolution.OPEN, Resolution.RESOLVED])
def test_human_word_overrides_the_edits(final: str, resolution: Resolution) -> None:
    """What an editor says about a flag counts, whatever was edited."""
    flag = Flag(
        id=1,
        segment_id=1,
        spans=(Span.single(Side.RECEIVED, 8, 11),),
        type="",
        severity=Severity.MINOR,
        resolution=resolution,
    )
    found = placed(flag, a_segment(RECEIVED, final=final))
    assert found.is_resolved is (resolution is Resolution.RESOLVED)


@pytest.mark.parametrize("spans", [(), (Span.single(Side.SOURCE, 0, 2),)])
def test_flag_beside_the_hindi_stays_open(spans: tuple[Span, ...]) -> None:
    """No edit of the Hindi settles a flag on the source or on the whole segment."""
    flag = Flag(id=1, segment_id=1, spans=spans, type="", severity=Severity.MINOR)
    found = placed(flag, a_segment(RECEIVED, final="और।", source="India won."))
    assert (found.span_on_final, found.is_resolved, found.survived) == (None, False, 1.0)


def test_flag_on_the_editors_own_words_follows_what_became_of_them() -> None:
    """A span on the final text moved along; it is settled once other words stand there."""
    flag = Flag(
        id=1,
        segment_id=1,
        spans=(Span.single(Side.FINAL, 8, 11),),
        type="",
        severity=Severity.MINOR,
        quote="खेल",
    )
    assert not placed(flag, a_segment(RECEIVED, final="भारत ने खेल जीता।")).is_resolved
    assert placed(flag, a_segment(RECEIVED, final="भारत ने दाँव जीता।")).is_resolved


def test_discontinuous_flag_keeps_its_gap() -> None:
    """Both pieces are carried, what lies between is not taken in."""
    span = Span(Side.RECEIVED, (Range(0, 4), Range(12, 16)))
    flag = Flag(id=1, segment_id=1, spans=(span,), type="", severity=Severity.MINOR)
    segment = a_segment(RECEIVED, final="कल भारत ने मैच जीता।")
    found = placed(flag, segment)
    assert found.span_on_final is not None
    assert found.span_on_final.quote(segment.final) == "भारत … जीता"


def test_a_word_that_grew_as_suggested_is_settled() -> None:
    """`योजना` that became `योजनाएँ` followed the suggestion, and the mark lies under all of it."""
    segment = a_segment("नई योजना आई।", final="नई योजनाएँ आईं।")
    found = placed(replace(a_flag(3, 8, suggestion="योजनाएँ"), quote="योजना"), segment)
    assert found.is_resolved
    assert found.span_on_final == Span.single(Side.FINAL, 3, 10)


def test_a_word_put_before_the_flagged_one_as_suggested_is_settled() -> None:
    """A suggestion may begin with words of its own."""
    segment = a_segment("वह योजना आई।", final="वह नई योजना आई।")
    found = placed(replace(a_flag(3, 8, suggestion="नई योजना"), quote="योजना"), segment)
    assert found.is_resolved
    assert found.span_on_final == Span.single(Side.FINAL, 3, 11)


def test_a_suggestion_that_was_there_all_along_settles_nothing() -> None:
    """An edit elsewhere does not count as following it."""
    segment = a_segment("वह नई योजना आई।", final="यह नई योजना आई।")
    flag = replace(a_flag(6, 11, suggestion="नई योजना"), quote="योजना")
    assert not placed(flag, segment).is_resolved


def test_a_flag_with_a_gap_is_settled_when_only_the_suggestion_is_left() -> None:
    """Of two ranges one stayed as suggested and the other went."""
    segment = a_segment("नई योजना लेकर आया।", final="नई योजना आया।")
    spans = (Span(Side.RECEIVED, (Range(0, 2), Range(9, 13))),)
    flag = replace(a_flag(suggestion="नई"), spans=spans, quote="नई … लेकर")
    assert placed(flag, segment).is_resolved
