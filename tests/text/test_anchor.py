from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.span import Range
from reviewer.text import cluster
from reviewer.text.anchor import Carried, carry

TEXT = st.lists(
    st.sampled_from(
        [
            "यह ",
            "घर",
            "है",
            "।",
            " ",
            "\n",
            ", ",
            "बड़ा ",
            "छोटा ",
            "क्",
            "ष",
            "\u200d",
            "a",
            "🇮",
            "पुतिन",
            "पूतिन",
        ]
    ),
    max_size=12,
).map("".join)


def _carry(quote: str, before: str, after: str) -> tuple[str, Carried]:
    start = before.index(quote)
    carried = carry((Range(start, start + len(quote)),), before, after)
    (piece,) = carried.ranges
    return after[piece.start : piece.end], carried


def test_words_move_with_what_was_put_in_before_them() -> None:
    """A flagged word keeps its flag when something is written before it."""
    words, carried = _carry("बड़ा घर", "यह बड़ा घर है।", "वह देखो, यह बड़ा घर है।")
    assert words == "बड़ा घर"
    assert carried.is_untouched
    assert carried.survived == 1


@pytest.mark.parametrize(
    ("quote", "after", "words"),
    [
        ("बड़ा", "यह छोटा घर है।", "छोटा"),
        ("बड़ा घर", "यह छोटा मकान है।", "छोटा मकान"),
        ("बड़ा घर", "यह है।", ""),
        ("घर", "यह बड़ा है।", ""),
    ],
)
def test_what_is_replaced_becomes_its_replacement(quote: str, after: str, words: str) -> None:
    """The replacement stands for the flagged words, a caret where they are gone."""
    found, carried = _carry(quote, "यह बड़ा घर है।", after)
    assert found == words
    assert carried.survived == pytest.approx(0, abs=0.15)
    assert not carried.is_untouched


def test_counts_what_survives() -> None:
    """Of two flagged words one is exchanged: the letters of the other are the share."""
    words, carried = _carry("बड़ा घर", "यह बड़ा घर है।", "यह छोटा घर है।")
    assert words == "छोटा घर"
    assert carried.survived == pytest.approx(3 / 7)


def test_a_respelt_word_survives_in_part() -> None:
    """A corrected matra leaves the rest of the name standing; a flag on it alone is replaced."""
    words, carried = _carry("पूतिन", "श्री पूतिन आए", "श्री पुतिन आए")
    assert words == "पुतिन"
    assert carried.survived == pytest.approx(3 / 5)
    assert _carry("पू", "श्री पूतिन आए", "श्री पुतिन आए")[0] == "पु"
    assert _carry("तिन", "श्री पूतिन आए", "श्री पुतिन आए")[1].is_untouched


def test_text_at_the_border_stays_outside() -> None:
    """Words written directly before or after flagged ones are not part of them."""
    words, carried = _carry("घर", "यह घर है।", "यह बड़ा घर भी है।")
    assert words == "घर"
    assert carried.is_untouched


def test_text_put_in_is_part_of_the_range() -> None:
    """Words written between flagged ones belong to them; nothing is lost."""
    words, carried = _carry("यह घर", "यह घर है।", "यह बड़ा घर है।")
    assert words == "यह बड़ा घर"
    assert carried.survived == 1
    assert not carried.is_untouched


@pytest.mark.parametrize("caret", [2, 3])
def test_an_omission_becomes_what_is_put_in(caret: int) -> None:
    """The missing word, once written, is what the caret stood for, on either side of the blank."""
    after = "यह बड़ा घर है।"
    carried = carry((Range(caret, caret),), "यह घर है।", after)
    (piece,) = carried.ranges
    assert after[piece.start : piece.end].strip() == "बड़ा"
    assert not carried.is_untouched
    assert carried.survived == 0


def test_an_omission_is_answered_by_a_longer_neighbour() -> None:
    """A word rewritten as two at the caret is the answer; one respelt is not."""
    before = "रूस ने कहा।"
    grown = carry((Range(3, 3),), before, "रूसी नेता ने कहा।")
    assert grown.ranges == (Range(0, 9),)
    respelt = carry((Range(3, 3),), before, "चीनी ने कहा।")
    assert respelt.ranges == (Range(4, 4),)
    assert respelt.is_untouched


def test_an_omission_elsewhere_stays_a_caret() -> None:
    """A caret moves with the text before it."""
    carried = carry((Range(5, 5),), "यह घर है।", "देखो, यह घर है।")
    assert carried.ranges == (Range(11, 11),)
    assert carried.is_untouched


def test_several_ranges_are_carried_together() -> None:
    """The parts of a discontinuous flag keep their order and share one figure."""
    before = "नेता ने किम को ले जाया।"
    after = "नेता किम को ले गए।"
    carried = carry((Range(5, 7), Range(15, 22)), before, after)
    assert carried.ranges == (Range(5, 5), Range(12, 17))
    assert carried.survived == pytest.approx(3 / 9)


def test_ranges_beyond_the_text_are_cut_off() -> None:
    """A stale range does no harm."""
    assert carry((Range(1, 90),), "घर", "घर").ranges == (Range(1, 2),)
    assert carry((Range(50, 90),), "घर", "मकान").ranges == (Range(4, 4),)
    assert carry((), "घर", "मकान").is_untouched


@given(TEXT, TEXT, st.lists(st.integers(0, 30), min_size=2, max_size=6))
def test_carried_ranges_lie_inside_and_on_borders(before: str, after: str, points: list[int]) -> None:
    """Whatever was edited, each range has a place, on whole letters and in the old order."""
    points = sorted(min(point, len(before)) for point in points)
    ranges = tuple(Range(a, b) for a, b in zip(points[::2], points[1::2], strict=False))
    carried = carry(ranges, before, after)
    assert len(carried.ranges) == len(ranges)
    assert 0 <= carried.survived <= 1
    for piece in carried.ranges:
        assert piece.end <= len(after)
        assert cluster.is_boundary(after, piece.start)
        assert cluster.is_boundary(after, piece.end)
    apart = all(a.end < b.start for a, b in pairwise(cluster.snap(before, piece) for piece in ranges))
    starts = [piece.start for piece in carried.ranges]
    if apart:
        assert starts == sorted(starts)


@given(TEXT, st.integers(0, 20), st.integers(0, 20))
def test_an_unchanged_text_changes_no_range(text: str, one: int, other: int) -> None:
    """Carrying over nothing gives the same ranges, on whole letters."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    piece = cluster.snap(text, Range(start, end))
    assert carry((piece,), text, text) == Carried((piece,), 1.0, is_untouched=True)


@given(TEXT, TEXT, st.integers(0, 20), st.integers(0, 20))
def test_untouched_words_read_the_same(before: str, after: str, one: int, other: int) -> None:
    """A range reported untouched quotes the same words in both texts."""
    start, end = sorted((min(one, len(before)), min(other, len(before))))
    old = cluster.snap(before, Range(start, end))
    carried = carry((old,), before, after)
    if carried.is_untouched:
        (new,) = carried.ranges
        assert after[new.start : new.end] == before[old.start : old.end]
        assert carried.survived == 1
