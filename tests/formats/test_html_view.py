from reviewer.formats.html_view import document_view
from tests.builders import a_flag, a_review, a_segment


def _lanes(*spans: tuple[int, int]) -> list[list[int]]:
    flags = tuple(a_flag(start, end, id=n) for n, (start, end) in enumerate(spans, start=1))
    view = document_view(a_review(a_segment("abcdefgh"), flags=flags), 1, None, ())
    return [[mark.lane for mark in item.marks] for item in view.segments[0].hindi.items if item.text]


def test_flags_apart_share_the_first_lane() -> None:
    """Neighbours need no second line."""
    assert _lanes((0, 2), (2, 4)) == [[1], [1], []]


def test_a_nested_flag_lies_below_the_outer_one() -> None:
    """The longer line is drawn nearer to the text."""
    assert _lanes((2, 4), (0, 6)) == [[1], [2, 1], [1], []]


def test_crossing_flags_keep_their_lanes_along_their_length() -> None:
    """A line never jumps."""
    assert _lanes((0, 4), (2, 6), (4, 8)) == [[1], [1, 2], [2, 1], [1]]
