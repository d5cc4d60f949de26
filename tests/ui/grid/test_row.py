"""One row and its marks."""

from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.ui.grid.row import Row, utf16_ranges
from tests.builders import a_flag, a_segment


def test_a_flag_marks_the_hindi() -> None:
    """A flag on the received text is shown on the final one."""
    row = Row(a_segment("यह एक वाक्य है।"), (a_flag(3, 5, severity=Severity.MAJOR),))
    (mark,) = row.marks(Side.FINAL)
    assert (mark.flag_id, mark.ranges, mark.severity) == (1, (Range(3, 5),), Severity.MAJOR)


def test_a_flag_moves_with_its_words() -> None:
    """When words are put in before it, the mark stays on its own."""
    row = Row(a_segment("यह एक वाक्य है।", final="आज यह एक वाक्य है।"), (a_flag(3, 5),))
    (mark,) = row.marks(Side.FINAL)
    assert mark.ranges == (Range(6, 8),)


def test_a_flag_whose_words_are_gone_is_resolved() -> None:
    """What was corrected is shown faintly, not as an open error."""
    row = Row(a_segment("यह एक वाक्य है।", final="यह दो वाक्य है।"), (a_flag(3, 5),))
    assert [mark.is_resolved for mark in row.marks(Side.FINAL)] == [True]


def test_a_flag_on_the_source_marks_the_source_alone() -> None:
    """Each text carries its own marks."""
    row = Row(a_segment(source="A sentence."), (a_flag(0, 1, side=Side.SOURCE),))
    assert [len(row.marks(side)) for side in (Side.SOURCE, Side.BACK_TRANSLATION, Side.FINAL)] == [1, 0, 0]


def test_marks_count_as_qt_does() -> None:
    """Behind an emoji the marks are one unit further."""
    span = Span.covering(Side.FINAL, [Range(0, 1), Range(2, 6)])
    assert utf16_ranges("😀 नेता", span) == (Range(0, 2), Range(3, 7))


def test_the_current_flag_is_told_apart() -> None:
    """Only the mark of the current flag is current."""
    row = Row(a_segment(), (a_flag(0, 2, id=1), a_flag(3, 5, id=2)))
    assert [mark.is_current for mark in row.marks(Side.FINAL, 2)] == [False, True]


def test_without_a_current_flag_no_mark_is_current() -> None:
    """Rows that are not open show plain marks."""
    row = Row(a_segment(), (a_flag(0, 2),))
    assert not row.marks(Side.FINAL)[0].is_current


def test_a_flag_on_the_whole_segment_has_no_mark() -> None:
    """A flag without a span is listed, not underlined."""
    flag = a_flag()
    whole = type(flag)(id=3, segment_id=1, spans=(), type=flag.type, severity=flag.severity)
    assert Row(a_segment(), (whole,)).marks(Side.FINAL) == ()
