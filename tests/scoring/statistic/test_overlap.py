"""Letters that two judges marked alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.scoring.statistic.overlap import Mark, Overlap, span_overlap

MINOR, MAJOR, CRITICAL = Severity.MINOR, Severity.MAJOR, Severity.CRITICAL


def a_mark(severity: Severity, start: int, end: int) -> Mark:
    """One range."""
    return severity, (Range(start, end),)


def overlap(first: list[Mark], second: list[Mark], length: int = 20) -> Overlap:
    """The overlap in one text."""
    found = span_overlap([length], [first], [second])
    assert found is not None
    return found


marks = st.lists(
    st.builds(
        lambda severity, start, size: a_mark(severity, start, start + size),
        st.sampled_from(list(Severity)),
        st.integers(0, 12),
        st.integers(0, 6),
    ),
    max_size=5,
)
segments = st.lists(st.tuples(st.integers(0, 12), marks, marks), min_size=1, max_size=4)


def defined(given_: list[tuple[int, list[Mark], list[Mark]]]) -> tuple[float, float, float]:
    """The definition, letter by letter: full credit for the same severity, half for the rest."""
    hits, totals = 0.0, [0, 0]
    for length, *both in given_:
        for letter in range(length):
            counts = [[0, 0], [0, 0]]
            for judge, given_marks in enumerate(both):
                for severity, ranges in given_marks:
                    if severity is not Severity.NEUTRAL and ranges[0].start <= letter < ranges[0].end:
                        counts[judge][severity is not MINOR] += 1
                        totals[judge] += 1
            same = [min(counts[0][grade], counts[1][grade]) for grade in (0, 1)]
            hits += sum(same) + 0.5 * min(sum(counts[0]) - sum(same), sum(counts[1]) - sum(same))
    precision = hits / totals[1] if totals[1] else 1.0
    recall = hits / totals[0] if totals[0] else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@given(segments)
def test_overlap_is_as_defined(given_: list[tuple[int, list[Mark], list[Mark]]]) -> None:
    """For any marks, nested, overlapping or reaching past the text."""
    found = span_overlap(*([list(part) for part in zip(*given_, strict=True)]))
    assert found is not None
    assert (found.precision, found.recall, found.f1) == pytest.approx(defined(given_))


def test_the_same_marks_agree_wholly() -> None:
    """F1 is 1."""
    assert overlap([a_mark(MAJOR, 2, 6)], [a_mark(MAJOR, 2, 6)]).f1 == 1.0


def test_another_severity_is_half_right() -> None:
    """Minor against major."""
    assert overlap([a_mark(MINOR, 2, 6)], [a_mark(MAJOR, 2, 6)]).f1 == 0.5


def test_critical_counts_as_major() -> None:
    """WMT has two severities."""
    assert overlap([a_mark(CRITICAL, 2, 6)], [a_mark(MAJOR, 2, 6)]).f1 == 1.0


def test_half_the_letters() -> None:
    """All that the second marked is right, but only half of what the first did was found."""
    found = overlap([a_mark(MAJOR, 0, 8)], [a_mark(MAJOR, 0, 4)])
    assert (found.precision, found.recall) == (1.0, 0.5)


def test_no_marks_agree() -> None:
    """Two judges who found nothing found the same."""
    assert overlap([], []).f1 == 1.0


def test_marks_against_none_do_not_agree() -> None:
    """One found something, the other nothing."""
    assert overlap([a_mark(MAJOR, 0, 4)], []).f1 == 0.0


def test_a_mark_with_a_gap_covers_its_pieces() -> None:
    """Discontinuous spans count by their ranges."""
    pieces: Mark = (MAJOR, (Range(0, 2), Range(5, 7)))
    assert overlap([pieces], [a_mark(MAJOR, 0, 2), a_mark(MAJOR, 5, 7)]).f1 == 1.0


def test_no_segments_have_no_overlap() -> None:
    """Nothing was judged."""
    assert span_overlap([], [], []) is None


def test_marks_are_needed_for_each_text() -> None:
    """Unequal lengths are refused."""
    with pytest.raises(ReviewerError, match="2 texts"):
        span_overlap([3, 4], [[]], [[], []])
