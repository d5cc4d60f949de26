"""What people have said of a segment, as checks need to know it."""

from dataclasses import replace

from reviewer.domain.flag import Resolution
from reviewer.domain.span import Side, Span
from reviewer.review.inspection.said import on_final
from tests.builders import a_flag, a_segment


def test_flags_are_where_their_words_are_now() -> None:
    """On the final text, whatever was put before them."""
    segment = a_segment("कल आया।", final="वह कल आया।")
    flag = replace(a_flag(0, 2), quote="कल")
    (found,) = on_final([flag], segment)
    assert found.spans == (Span.single(Side.FINAL, 3, 5),)


def test_settled_flags_say_nothing_any_more() -> None:
    """New words may be wrong in the same way."""
    segment = a_segment("कल आया।", final="परसों आया।")
    assert on_final([replace(a_flag(0, 2), quote="कल")], segment) == ()
    assert on_final([replace(a_flag(0, 2), resolution=Resolution.RESOLVED)], a_segment()) == ()


def test_flags_without_hindi_stay_as_they_are() -> None:
    """On the English, or on all of the segment."""
    flags = (a_flag(0, 2, side=Side.SOURCE), replace(a_flag(), spans=()))
    assert on_final(flags, a_segment(source="He came.")) == flags
