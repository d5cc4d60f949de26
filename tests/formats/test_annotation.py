"""Ratings made elsewhere become documents, with errors on whole letters and every judge kept."""

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Scale, Severity
from reviewer.domain.segment import State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.annotation import Mistake, Rating, assemble

_TEXT = "यह क्षमा है।"


def _mistake(start: int, end: int, text: str = _TEXT) -> Mistake:
    return Mistake(severity=Severity.MAJOR, text=text, ranges=((start, end),))


def _rating(
    *mistakes: Mistake,
    rater: str | None = "asha",
    target: str = _TEXT,
    segment: str = "1",
    system: str = "engine",
    score: float | None = None,
    created: str = "",
) -> Rating:
    return Rating(
        system=system,
        document="news",
        segment=(segment,),
        source="This is forgiveness.",
        target=target,
        rater=rater,
        mistakes=mistakes,
        score=score,
        created=created,
    )


def _read(*ratings: Rating) -> ProjectReview:
    return assemble(ratings, "file.tsv", profile="wmt")


def _only(*ratings: Rating) -> DocumentReview:
    (document,) = _read(*ratings).documents
    return document


def test_each_system_has_its_own_document() -> None:
    """One article by two engines is two documents of one title."""
    documents = _read(_rating(), _rating(system="other")).documents
    assert [(each.document.title, each.document.system) for each in documents] == [
        ("news", "engine"),
        ("news", "other"),
    ]


def test_segments_come_in_order_of_their_numbers() -> None:
    """10 comes after 9, whatever the order of the rows."""
    document = _only(_rating(segment="10", target="दस"), _rating(segment="9", target="नौ"))
    assert [segment.received for segment in document.segments] == ["नौ", "दस"]


def test_a_span_inside_a_letter_is_widened_and_counted() -> None:
    """क्ष is one letter: half of it cannot be marked."""
    review = _read(_rating(_mistake(3, 5)))
    (flag,) = review.documents[0].flags
    assert (flag.quote, flag.spans[0].side) == ("क्ष", Side.RECEIVED)
    assert "1 spans read, 1 of them repaired" in review.notes[0]


def test_a_span_beyond_the_text_is_unplaced_and_kept() -> None:
    """Its error still stands, for the whole segment."""
    review = _read(_rating(_mistake(90, 95)))
    (flag,) = review.documents[0].flags
    assert (flag.spans, flag.severity) == ((), Severity.MAJOR)
    assert "1 unplaced" in review.notes[0]


def test_words_are_found_again_where_a_row_has_another_text() -> None:
    """The most frequent text is the segment's; spans of the others move to it."""
    odd = "“यह क्षमा है।"
    review = _read(_rating(_mistake(4, 9, odd), target=odd), _rating(rater="ravi"), _rating(rater="uma"))
    (flag,) = review.documents[0].flags
    assert review.documents[0].segments[0].received == _TEXT
    assert (flag.quote, flag.spans[0].start) == ("क्षमा", 3)
    assert review.notes[1].startswith("1 segments differ in text")


def test_words_that_are_not_there_are_unplaced_with_their_quote() -> None:
    """What a rater corrected cannot be found; what was marked is still told."""
    odd = "यह माफ़ी है।"
    review = _read(_rating(_mistake(3, 8, odd), target=odd), _rating(rater="ravi"), _rating(rater="uma"))
    (flag,) = review.documents[0].flags
    assert (flag.spans, flag.quote) == ((), odd[3:8])


def test_a_rater_who_found_nothing_has_rated() -> None:
    """The segment is clean, and who says so is kept."""
    document = _only(_rating())
    assert document.segments[0].state is State.CLEAN
    assert [(each.judge, each.scale) for each in document.judgements] == [("asha", Scale.MQM)]


def test_texts_without_a_rater_are_not_reviewed() -> None:
    """A row that only brings a text says nothing about it."""
    document = _only(_rating(rater=None))
    assert (document.segments[0].state, document.judgements) == (State.UNREVIEWED, ())


def test_all_judges_are_kept() -> None:
    """Two judges giving 100 and 0 are two judgements."""
    document = _only(_rating(score=100), _rating(rater="ravi", score=0))
    assert [(each.judge, each.value) for each in document.judgements] == [("asha", 100), ("ravi", 0)]


def test_of_one_judge_the_latest_score_counts_with_its_errors() -> None:
    """In whatever order the rows come; the errors of the earlier would count twice."""
    later = _rating(_mistake(0, 2), score=40, created="2026-01-02T00:00:00+00:00")
    earlier = _rating(_mistake(0, 2), _mistake(3, 8), score=90, created="2026-01-01T00:00:00+00:00")
    review = _read(later, earlier)
    assert [each.value for each in review.documents[0].judgements] == [40]
    assert len(review.documents[0].flags) == 1
    assert review.notes[-1].startswith("1 judgements replaced")


def test_hindi_beside_english_is_recognised() -> None:
    """Where a file names no languages their scripts do; any other pair stays unknown."""
    assert _only(_rating()).document.source_language == "en"
    assert _only(_rating(target="Ein Satz.")).document.target_language == "und"


def test_a_file_without_annotations_is_refused() -> None:
    """An empty project would hide that nothing was read."""
    with pytest.raises(ReviewerError, match=r"file\.tsv: the file holds no annotations"):
        _read()
