"""Whatever a file held is a review that nobody has begun."""

from pathlib import Path

import pytest

from reviewer.domain.draft import Article, DocumentDraft, Paragraph, SegmentDraft
from reviewer.domain.segment import Document, State
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.stream import Stream
from reviewer.review.opening import Opened, open_path
from reviewer.review.provisional import as_review
from tests.builders import a_review, a_segment

ROW = SegmentDraft(received="घर", source="house", final="मकान", reference="भवन", note="n", key="k")
DRAFT = DocumentDraft(title="t", segments=(ROW, SegmentDraft(received="दो")), system="A", origin="a.tsv")


def test_a_review_stays_what_it_is() -> None:
    """It has been begun."""
    review = ProjectReview(documents=(a_review(a_segment()),))
    assert as_review(review) is review


def test_rows_keep_all_their_texts() -> None:
    """Ids run through all documents, positions begin anew; without a final text it is as received."""
    first, second = as_review((DRAFT, DRAFT)).documents
    assert [s.id for s in (*first.segments, *second.segments)] == [1, 2, 3, 4]
    assert [s.position for s in second.segments] == [0, 1]
    one, two = first.segments
    assert (one.received, one.final, one.source, one.reference) == ("घर", "मकान", "house", "भवन")
    assert (one.note, one.key, one.state, two.final) == ("n", "k", State.UNREVIEWED, "दो")
    assert (first.document.title, first.document.system, second.document.id) == ("t", "A", 2)


@pytest.mark.parametrize(
    "opened",
    [
        Article(title="t", paragraphs=(Paragraph("यह घर है। वह भी।"),)),
        Stream(
            Document(id=1, title="t"), iter((a_segment("यह घर है।"), a_segment("वह भी।", id=2, position=1)))
        ),
    ],
    ids=["article", "stream"],
)
def test_articles_and_streams_become_one_document(opened: Opened) -> None:
    """An article is cut into sentences."""
    (entry,) = as_review(opened).documents
    assert [s.received for s in entry.segments] == ["यह घर है।", "वह भी।"]
    assert entry.document.title == "t"


def test_a_file_can_be_converted_without_a_project(tmp_path: Path) -> None:
    """What was opened is all there is to it."""
    path = tmp_path / "a.txt"
    path.write_text("यह घर है।\n", "utf-8")
    (entry,) = as_review(open_path(path)).documents
    assert entry.document.origin == "a.txt"
