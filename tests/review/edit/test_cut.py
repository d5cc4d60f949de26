"""Cutting texts, and the flags on them."""

import pytest

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.edit.cut import Cut, cut_flag

TEXT = "One two. Three four."
CUT = Cut(TEXT, 8)


def a_flag_on(*spans: Span) -> Flag:
    """A flag with these spans."""
    return Flag(id=1, segment_id=1, spans=spans, type="", severity=Severity.MINOR)


def test_parts_are_trimmed_at_the_cut() -> None:
    """The blank at the cut belongs to neither part."""
    assert (CUT.first, CUT.second, CUT.second_start) == ("One two.", "Three four.", 9)


@pytest.mark.parametrize(
    ("start", "end", "is_second"),
    [(0, 3, False), (9, 14, True), (4, 10, False), (4, 16, True), (8, 8, False), (9, 9, True)],
)
def test_larger_share_decides(start: int, end: int, is_second: bool) -> None:
    """Half and half stays with the first part, and so does a caret on the cut."""
    assert CUT.is_second(Span.single(Side.SOURCE, start, end)) is is_second


@pytest.mark.parametrize(
    ("ranges", "is_second", "clipped"),
    [
        (((0, 3),), False, ((0, 3),)),
        (((4, 12),), False, ((4, 8),)),
        (((4, 20),), True, ((0, 11),)),
        (((0, 3), (9, 20)), True, ((0, 11),)),
        (((8, 9),), False, ((8, 8),)),
        (((20, 20),), True, ((11, 11),)),
    ],
)
def test_span_is_clipped_to_its_part(
    ranges: tuple[tuple[int, int], ...], is_second: bool, clipped: tuple[tuple[int, int], ...]
) -> None:
    """In offsets of the part; where nothing of it is left, a caret remains."""
    span = Span(Side.SOURCE, tuple(Range(*piece) for piece in ranges))
    expected = tuple(Range(*piece) for piece in clipped)
    assert CUT.clipped(span, is_second=is_second).ranges == expected


def test_hindi_decides_where_a_flag_goes() -> None:
    """Source words that went to the other part are given up."""
    cuts = {Side.RECEIVED: CUT, Side.FINAL: CUT, Side.SOURCE: Cut("All of it.", 10)}
    flag = a_flag_on(Span.single(Side.SOURCE, 0, 3), Span.single(Side.RECEIVED, 9, 14))
    assert cut_flag(flag, cuts) == (True, (Span.single(Side.RECEIVED, 0, 5),))


def test_flag_on_the_whole_segment_stays_with_the_first_part() -> None:
    """It has no place to go by."""
    assert cut_flag(a_flag_on(), {Side.FINAL: CUT}) == (False, ())
