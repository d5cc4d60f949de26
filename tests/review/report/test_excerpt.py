"""The worst segments."""

from reviewer.domain.flag import Severity
from reviewer.domain.report import Excerpt, Excerpts
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.report.assembly import build
from reviewer.review.report.option import ReportOptions
from tests.review.report.reviews import PLAIN, TEXT, a_document, a_project, an_error, the_section


def excerpts(review: DocumentReview, number: int = 20) -> tuple[Excerpt, ...]:
    """The segments listed."""
    section = the_section(build([a_project(review)], PLAIN, options=ReportOptions(excerpts=number)), "worst")
    return tuple(each for block in section.blocks if isinstance(block, Excerpts) for each in block.excerpts)


def test_points_go_before_judgements() -> None:
    """Of equal points the lowest number comes first, of equal numbers the earlier row; 0 is a number."""
    flags = [an_error(3, Severity.MINOR, id=1), an_error(2, Severity.MAJOR, id=2)]
    review = a_document(1, TEXT, TEXT, TEXT, TEXT, TEXT, flags=flags, judged=[50, 90, 80, 0, 50])
    assert [each.segment_id for each in excerpts(review)] == [2, 3, 4, 1, 5]
    assert [each.segment_id for each in excerpts(review, 2)] == [2, 3]


def test_an_excerpt_says_why_it_is_there() -> None:
    """Points, judgement and what is still open."""
    (first, *_) = excerpts(a_document(1, flags=[an_error()], judged=[20]))
    assert first.heading == "5 points, ESA 20, 1 of 1 error open"


def test_marks_and_remarks_have_the_same_numbers() -> None:
    """The final text is shown where it differs."""
    review = a_document(1, flags=[an_error()], sources=["Today."], finals=["कुछ और।"])
    (found,) = excerpts(review)
    assert [text.title for text in found.texts] == ["Source", "Received", "Final"]
    assert [text.language for text in found.texts] == ["en", "hi", "hi"]
    assert (
        [mark.number for mark in found.texts[1].marks] == [remark.number for remark in found.remarks] == [1]
    )


def test_nothing_flagged_or_judged_is_no_worst_segment() -> None:
    """The section says so."""
    assert excerpts(a_document(1)) == ()
