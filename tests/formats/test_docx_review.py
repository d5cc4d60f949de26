import gc
import resource
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from lxml.etree import _Element as Element

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Range, Side, Span
from reviewer.formats import docx_review
from tests.builders import a_flag, a_review, a_segment
from tests.formats.reviews import SEED, projects, seed_review

RECEIVED = "वे तीन बार दिल्ली में मिले।"
FINAL = "वे दो बार नई दिल्ली में मिले।"


def _paragraphs(path: Path) -> list[Element]:
    return list(docx.Document(str(path)).element.body.iter(qn("w:p")))


def _runs(paragraph: Element, without: str) -> Iterator[tuple[Element, str]]:
    """The texts of a paragraph without its insertions or deletions, in order, with their elements."""
    for node in paragraph.iter(qn("w:t"), qn("w:delText")):
        change = next(node.iterancestors(qn("w:ins"), qn("w:del")), None)
        if change is None or change.tag != qn(without):
            yield node, node.text or ""


def _text(paragraph: Element, without: str) -> str:
    return "".join(text for _, text in _runs(paragraph, without))


def _id(node: Element) -> int:
    return int(node.get(qn("w:id")) or -1)


def _covered(path: Path, without: str = "w:ins") -> dict[int, str]:
    """The text between the start and end of each comment's range, read as Word does."""
    found: dict[int, str] = {}
    for paragraph in _paragraphs(path):
        texts = dict(_runs(paragraph, without))
        open_ids: list[int] = []
        for node in paragraph.iter():
            if node.tag == qn("w:commentRangeStart"):
                open_ids.append(_id(node))
                found[open_ids[-1]] = ""
            elif node.tag == qn("w:commentRangeEnd"):
                open_ids.remove(_id(node))
            for number in open_ids:
                found[number] += texts.get(node, "")
        assert open_ids == []
    return found


def _comments(path: Path) -> dict[int, str]:
    return {comment.comment_id: comment.text for comment in docx.Document(str(path)).comments}


@given(review=projects())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_review_reads_back_equal(tmp_path: Path, review: ProjectReview) -> None:
    """Whatever a review holds, the document gives it back unchanged and opens."""
    path = tmp_path / "review.docx"
    docx_review.write(review, path)
    assert docx_review.read(path) == review
    assert len(_comments(path)) == len(_covered(path))


def test_accepting_all_changes_gives_the_final_text_and_rejecting_the_received(tmp_path: Path) -> None:
    """The tracked changes are the edits, no more and no less."""
    docx_review.write(a_review(a_segment(RECEIVED, final=FINAL), flags=(a_flag(3, 8),)), tmp_path / "a.docx")
    texts = [(_text(p, "w:ins"), _text(p, "w:del")) for p in _paragraphs(tmp_path / "a.docx")]
    assert (RECEIVED, FINAL) in texts


def test_changes_carry_author_and_date(tmp_path: Path) -> None:
    """Whoever opens the document sees who edited and when, in UTC."""
    review = a_review(a_segment(RECEIVED, final=FINAL))
    docx_review.write(review, tmp_path / "a.docx", author="मीरा", made="2026-03-01T10:00:00+05:30")
    body = docx.Document(str(tmp_path / "a.docx")).element.body
    signed = {
        (node.get(qn("w:author")), node.get(qn("w:date"))) for node in body.iter(qn("w:ins"), qn("w:del"))
    }
    assert signed == {("मीरा", "2026-03-01T04:30:00Z")}


def test_a_comment_says_what_is_wrong_and_what_to_write(tmp_path: Path) -> None:
    """Type, severity, comment, suggestion, author and date stand in the comment."""
    flag = a_flag(3, 6, severity=Severity.CRITICAL, comment="Twice.", suggestion="दो")
    docx_review.write(a_review(a_segment(RECEIVED), flags=(flag,)), tmp_path / "a.docx")
    (comment,) = docx.Document(str(tmp_path / "a.docx")).comments
    assert comment.text == "Critical · Accuracy: mistranslation\nTwice.\nSuggestion: दो"
    assert (comment.author, comment.initials) == ("editor", "e")
    assert comment.timestamp is not None
    assert comment.timestamp.isoformat() == "2026-01-01T00:00:00+00:00"


def test_comments_cover_exactly_the_flagged_words(tmp_path: Path) -> None:
    """Nested, overlapping and empty spans each have a range of their own on the right letters."""
    spans = [(0, 10), (3, 6), (6, 17), (11, 11)]
    flags = tuple(a_flag(start, end, id=n) for n, (start, end) in enumerate(spans, start=1))
    docx_review.write(a_review(a_segment(RECEIVED, final=FINAL), flags=flags), tmp_path / "a.docx")
    assert sorted(_covered(tmp_path / "a.docx").items()) == [
        (n, RECEIVED[start:end]) for n, (start, end) in enumerate(spans)
    ]


def test_a_flag_on_the_final_text_lies_on_what_was_inserted(tmp_path: Path) -> None:
    """The editor's own words can carry a comment."""
    at = FINAL.index("नई")
    flag = a_flag(at, at + 2, side=Side.FINAL)
    docx_review.write(a_review(a_segment(RECEIVED, final=FINAL), flags=(flag,)), tmp_path / "a.docx")
    assert _covered(tmp_path / "a.docx", without="w:del") == {0: "नई"}


def test_each_part_of_a_discontinuous_flag_has_its_comment(tmp_path: Path) -> None:
    """Word comments have one range, so each part says which one it is; the source part lies on the source."""
    spans = (Span(Side.RECEIVED, (Range(0, 2), Range(7, 10))), Span.single(Side.SOURCE, 0, 4))
    flag = replace(a_flag(), spans=spans)
    review = a_review(a_segment(RECEIVED, source="They met."), flags=(flag,))
    path = tmp_path / "a.docx"
    docx_review.write(review, path)
    heads = {n: text.partition("(")[2].partition(")")[0] for n, text in _comments(path).items()}
    covered = _covered(path)
    assert {heads[n]: covered[n] for n in covered} == {
        "part 1 of 3": "वे",
        "part 2 of 3": "बार",
        "part 3 of 3": "They",
    }


def test_hindi_runs_are_marked_as_complex_script(tmp_path: Path) -> None:
    """Word takes the Devanagari font and Hindi proofing for them."""
    docx_review.write(a_review(a_segment("हिंदी")), tmp_path / "a.docx")
    run = next(
        node.getparent()
        for node in docx.Document(str(tmp_path / "a.docx")).element.body.iter(qn("w:t"))
        if node.text == "हिंदी"
    )
    properties = run.find(qn("w:rPr"))
    assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == "Noto Sans Devanagari"
    assert properties.find(qn("w:cs")) is not None
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "hi-IN"


def test_the_header_row_repeats_and_english_columns_depend_on_the_texts(tmp_path: Path) -> None:
    """Hindi alone has two columns, with a back-translation three."""
    for name, segment in (("a", a_segment()), ("b", a_segment(back_translation="It is."))):
        docx_review.write(a_review(segment), tmp_path / f"{name}.docx")
    tables = [docx.Document(str(tmp_path / f"{name}.docx")).tables[1] for name in "ab"]
    assert [[cell.text for cell in table.rows[0].cells] for table in tables] == [
        ["No.", "Hindi"],
        ["No.", "Back-translation", "Hindi"],
    ]
    assert next(tables[0]._tbl.iter(qn("w:tblHeader")), None) is not None


def test_forbidden_characters_are_shown_as_replaced(tmp_path: Path) -> None:
    """A NUL in a text neither breaks the document nor is lost in what reads back."""
    review = a_review(a_segment("क\x00ख\x0bग"), flags=(a_flag(comment="\x01", suggestion="\ufffe"),))
    docx_review.write(review, tmp_path / "a.docx")
    assert any("क\ufffdख\ufffdग" in _text(p, "w:ins") for p in _paragraphs(tmp_path / "a.docx"))
    assert docx_review.read(tmp_path / "a.docx").documents == (review,)


def test_a_document_without_a_review_is_refused(tmp_path: Path) -> None:
    """An ordinary Word file carries no flags to read."""
    docx.Document().save(str(tmp_path / "plain.docx"))
    with pytest.raises(ReviewerError, match=r"plain\.docx: the document carries no review"):
        docx_review.read(tmp_path / "plain.docx")


def test_a_truncated_document_is_refused(tmp_path: Path) -> None:
    """Half a file is one clear line."""
    path = tmp_path / "half.docx"
    docx_review.write(a_review(), path)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(ReviewerError, match="not a whole Word document"):
        docx_review.read(path)


def test_a_review_survives_another_name_of_its_part(tmp_path: Path) -> None:
    """A word processor that saves the document may rename the part that carries the review."""
    docx_review.write(a_review(), tmp_path / "a.docx")
    with ZipFile(tmp_path / "a.docx") as old, ZipFile(tmp_path / "b.docx", "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(
                entry.filename.replace("customXml/reviewer.xml", "customXml/item9.xml"), old.read(entry)
            )
    assert docx_review.read(tmp_path / "b.docx").documents == (a_review(),)


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies outside the project")
def test_all_gold_errors_lie_on_their_words(tmp_path: Path) -> None:
    """The 65 errors of the seed, one of them in two parts, are comments on exactly their letters."""
    review = seed_review()
    path = tmp_path / "seed.docx"
    docx_review.write(review, path)
    (document,) = review.documents
    texts = {segment.id: segment.received for segment in document.segments}
    wanted = [
        texts[flag.segment_id][piece.start : piece.end]
        for flag in document.flags
        for span in flag.spans
        for piece in span.ranges
    ]
    assert [text for _, text in sorted(_covered(path).items())] == wanted
    assert len(wanted) == 66


def test_no_room_leaves_nothing_behind_and_complains_once(tmp_path: Path) -> None:
    """Where the document does not fit, the error is the writer's own and no half archive is left."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(ReviewerError, match="cannot be written"):
            docx_review.write(a_review(a_segment()), tmp_path / "a.docx")
        gc.collect()  # an archive that was cut off would complain now, and warnings are errors
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
