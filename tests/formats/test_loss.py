"""What formats have no room for is counted and named."""

from dataclasses import replace

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Judgement, Scale, Severity
from reviewer.domain.segment import State
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Range, Side, Span
from reviewer.formats.form import Kind
from reviewer.formats.loss import Feature, holds, is_lossless, losses
from reviewer.formats.registry import FORMATS, by_id
from tests.builders import a_flag, a_review, a_segment


def _rich() -> DocumentReview:
    """A review with one of most things."""
    gap = Span.covering(Side.RECEIVED, [Range(0, 2), Range(5, 9)])
    segments = (
        a_segment(final="यह वाक्य है।", source="One.", back_translation="One.", state=State.REVIEWED),
        a_segment(id=2, position=1),
    )
    flags = (
        replace(a_flag(comment="odd", suggestion="वह", severity=Severity.CRITICAL), spans=(gap,)),
        a_flag(0, 3, side=Side.SOURCE, id=2, comment="odd"),
        a_flag(0, 1, side=Side.FINAL, id=3),
    )
    score = Judgement(id=1, document_id=1, segment_id=1, judge="asha", scale=Scale.ESA, value=60)
    return replace(a_review(*segments, flags=flags), judgements=(score,))


@pytest.mark.parametrize("form", ["jsonl", "docx-review", "html-review"])
def test_our_own_formats_lose_nothing(form: str) -> None:
    """They hold the whole review."""
    assert losses(_rich(), form) == ()
    assert is_lossless(by_id(form))


def test_what_an_mqm_table_cannot_hold_is_counted() -> None:
    """One of a thing is named in the singular, and what is not there not at all."""
    assert losses(_rich(), "mqm-tsv") == (
        "1 back-translation",
        "1 final text",
        "1 segment that nobody has judged",
        "1 document's languages",
        "1 error of the final text",
        "1 suggestion",
        "2 times of errors",
        "1 ESA score",
    )


def test_stretches_over_gaps_and_lost_weights_are_told() -> None:
    """mt-metrics-eval has no weight for critical errors and one place for each."""
    told = losses(_rich(), "mt-metrics-eval")
    assert "1 discontinuous span: covered by one" in told
    assert "1 critical error: the tool counts it 0" in told
    assert "2 comments" in told


def test_where_errors_have_no_room_their_parts_are_not_listed() -> None:
    """Three errors are lost; so are their comments."""
    told = losses(_rich(), "plain")
    assert "3 errors" in told
    assert not any("comment" in line for line in told)


def test_a_plain_review_loses_nothing_in_a_plain_table() -> None:
    """Silence means that all comes back."""
    segment = a_segment(source="One.", state=State.REVIEWED)
    review = a_review(segment, flags=(replace(a_flag(), created=""),))
    languages = replace(review.document, source_language="und", target_language="und")
    assert losses(replace(review, document=languages), "mqm-tsv") == ()


@pytest.mark.parametrize("entry", FORMATS, ids=lambda entry: entry.id)
def test_every_format_of_the_table_has_an_answer(entry: object) -> None:
    """Those not listed are judged by what the table says of them."""
    form = next(each for each in FORMATS if each is entry)
    assert isinstance(losses(_rich(), form.id), tuple)
    if form.kind in {Kind.PUBLISHED, Kind.ARTICLE}:
        assert holds(form) == {Feature.FINAL}


def test_an_unknown_format_is_refused() -> None:
    """With the names of those there are."""
    with pytest.raises(ReviewerError, match="there is no format 'wax'"):
        losses(_rich(), "wax")
