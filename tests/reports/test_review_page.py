"""The score report is one page that a browser opens without a network."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lxml import html as lxml_html

from reviewer.domain.flag import Judgement, Scale, Severity
from reviewer.domain.segment import State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.reports.review_page import render
from reviewer.review.scoreboard import score_project
from reviewer.scoring.profile import load
from tests.builders import a_flag, a_review, a_segment

_NEWSROOM = load("newsroom")
_LONG = " ".join(["राष्ट्रीय क्षत्रिय"] * 100) + "।"


def _reviewed(*, title: str = "लेख", comment: str = "", first: int = 1) -> DocumentReview:
    rows = (
        a_segment(_LONG, final=_LONG.replace("।", "!"), id=first, state=State.REVIEWED),
        a_segment("दूसरा वाक्य।", id=first + 1, position=1, source="Second sentence.", state=State.CLEAN),
    )
    flags = (
        a_flag(
            0, 9, id=first, segment_id=first, severity=Severity.CRITICAL, comment=comment, suggestion="नया"
        ),
        a_flag(0, 5, id=first + 1, segment_id=first + 1, type="style/awkward"),
    )
    made = a_review(*rows, flags=flags)
    return replace(made, document=replace(made.document, title=title, system="Engine B"))


def _page(*documents: DocumentReview, **options: Any) -> str:
    review = ProjectReview(documents=documents)
    return render(review, score_project(review, _NEWSROOM), _NEWSROOM, **options)


def _root(page: str) -> Any:
    return lxml_html.fromstring(page.encode())


def _text(page: str) -> str:
    return " ".join(" ".join(_root(page).xpath("//body//text()")).split())


def test_the_verdict_and_its_reasons_stand_on_the_page() -> None:
    """An open critical error fails the text, in words."""
    text = _text(_page(_reviewed()))
    assert "Final text: may it be published? Fail 1 critical error is open" in text


def test_figures_state_denominator_and_signature() -> None:
    """No score without what it was divided by, no metric without its signature."""
    text = _text(_page(_reviewed()))
    assert "2 source words" in text
    assert "tok:intl" in text
    assert "sacreBLEU" in text


def test_the_hindi_is_whole() -> None:
    """Marks do not cut letters apart."""
    assert "राष्ट्रीय क्षत्रिय" in _text(_page(_reviewed()))


def test_nothing_is_loaded_from_elsewhere() -> None:
    """The policy forbids it, and nothing asks for it."""
    page = _page(_reviewed())
    assert "default-src 'none'" in page
    root = _root(page)
    assert not root.xpath("//script | //link | //img | //iframe | //@style | //@onclick")
    assert all(value.startswith("#") for value in root.xpath("//@href"))


def test_what_people_wrote_is_text() -> None:
    """A comment with markup shows its markup."""
    page = _page(_reviewed(comment="<script>alert(1)</script>", title="<b>शीर्षक</b>"))
    assert "<script>" not in page
    assert "<script>alert(1)</script>" in _text(page)
    assert "<b>शीर्षक</b>" in _text(page)


def test_every_link_leads_somewhere() -> None:
    """Anchors exist once each, also with several documents."""
    root = _root(_page(_reviewed(), _reviewed(first=50)))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in root.xpath("//@href") if value.startswith("#d")} <= set(ids)


def test_several_documents_are_compared_first() -> None:
    """A table of documents precedes them."""
    root = _root(_page(_reviewed(), _reviewed(title="दूसरा", first=50)))
    rows = root.xpath("//table[@class='documents']/tbody/tr")
    assert [row.xpath("string(th)") for row in rows] == ["लेख", "दूसरा"]
    assert root.xpath("string(//h1)") == "All documents"


def test_one_document_needs_no_table_of_documents() -> None:
    """Its own title heads the page."""
    root = _root(_page(_reviewed()))
    assert not root.xpath("//table[@class='documents']")
    assert root.xpath("string(//h1)") == "लेख"


def test_not_judged_is_not_zero() -> None:
    """Silence and a judgement of 0 look different."""
    zero = Judgement(id=1, document_id=1, segment_id=1, judge="asha", scale=Scale.ESA, value=0)
    assert "Judgement (ESA) not judged" in _text(_page(_reviewed()))
    judged = _text(_page(replace(_reviewed(), judgements=(zero,))))
    assert "Judgement (ESA) 0.0 1 of 2 segments, 1 judge" in judged


def test_settled_flags_are_shown_as_resolved() -> None:
    """What the edit has mended is told apart."""
    root = _root(_page(_reviewed(), settled={1}))
    assert len(root.xpath("//li[contains(@class, 'resolved')]")) == 1


def test_edits_are_listed_word_by_word() -> None:
    """What went and what came are marked as such."""
    root = _root(_page(_reviewed()))
    assert root.xpath("//del/text()") == ["।"]
    assert root.xpath("//ins/text()") == ["!"]


def test_a_report_without_documents_says_so() -> None:
    """An empty project has a page, too."""
    assert "There is no document in this review." in _text(_page())


def test_an_empty_document_has_a_page() -> None:
    """No segments, no errors, no division by zero."""
    empty = DocumentReview(document=a_review().document, segments=())
    assert "No errors are flagged." in _text(_page(empty))


def test_a_broken_character_does_not_keep_the_page_from_being_written() -> None:
    """A lone surrogate in a comment is replaced."""
    assert _page(_reviewed(comment="\ud800")).encode("utf-8")


def test_the_same_review_gives_the_same_page() -> None:
    """Only the time of making differs, and it can be given."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert _page(_reviewed(), made=at) == _page(_reviewed(), made=at)
    assert "2026-01-01 00:00 UTC" in _text(_page(_reviewed(), made=at))
