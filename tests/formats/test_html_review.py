import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Judgement, Resolution, Scale, Severity
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Range, Side, Span
from reviewer.formats import html_review
from tests.builders import a_flag, a_review, a_segment
from tests.formats.reviews import SEED, projects, seed_review

RECEIVED = "वे तीन बार दिल्ली में मिले।"
FINAL = "वे दो बार नई दिल्ली में मिले।"


def _page(folder: Path, review: ProjectReview | DocumentReview) -> lxml.html.HtmlElement:
    html_review.write(review, folder / "review.html")
    return lxml.html.fromstring((folder / "review.html").read_bytes())


def _hindi(page: lxml.html.HtmlElement, without: str = "ins") -> list[str]:
    """What is read in each Hindi text in one view, without numbers and cards."""
    texts = page.xpath("//div[@class='hindi']/p[@class='text']")
    skipped = f"ancestor::a or ancestor::span[@class='card'] or ancestor::{without}"
    return ["".join(text.xpath(f".//text()[not({skipped})]")) for text in texts]


def _marked(page: lxml.html.HtmlElement, anchor: str) -> str:
    """The text that points at a flag."""
    pieces = page.xpath(f"//span[contains(concat(' ', @aria-describedby, ' '), ' {anchor} ')]")
    own = ".//text()[not(ancestor::span[@class='card'])]"
    return "".join(text for piece in pieces for text in piece.xpath(own))


@given(review=projects())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_review_reads_back_equal(tmp_path: Path, review: ProjectReview) -> None:
    """Whatever a review holds, the page gives it back unchanged."""
    html_review.write(review, tmp_path / "review.html")
    assert html_review.read(tmp_path / "review.html") == review


def test_the_page_shows_received_and_final_text(tmp_path: Path) -> None:
    """Without insertions the received text is read, without deletions the final one."""
    page = _page(tmp_path, a_review(a_segment(RECEIVED, final=FINAL), flags=(a_flag(3, 8),)))
    assert _hindi(page, "ins") == [RECEIVED]
    assert _hindi(page, "del") == [FINAL]


def test_marks_cover_exactly_the_flagged_words(tmp_path: Path) -> None:
    """Nested, overlapping and discontinuous spans are each told apart."""
    broken = replace(a_flag(id=3), spans=(Span(Side.RECEIVED, (Range(0, 2), Range(7, 10))),))
    flags = (a_flag(0, 10), a_flag(3, 6, id=2), broken)
    page = _page(tmp_path, a_review(a_segment(RECEIVED, final=FINAL), flags=flags))
    assert [_marked(page, f"d1s1f{n}") for n in (1, 2, 3)] == [RECEIVED[:10], "तीन", "वेबार"]


def test_lines_of_overlapping_flags_lie_in_lanes(tmp_path: Path) -> None:
    """A nested flag is drawn below the outer one, a fourth only has its number."""
    flags = tuple(a_flag(0, 10 - n, id=n + 1, severity=Severity.MAJOR) for n in range(4))
    page = _page(tmp_path, a_review(a_segment(RECEIVED), flags=flags))
    first = "(//span[@class='piece kept'])[1]"
    assert page.xpath(f"{first}//span[starts-with(@class, 'mark')]/@class") == [
        "mark major lane1",
        "mark major lane2",
        "mark major lane3",
    ]
    numbers = page.xpath("//div[@class='hindi']/p//a[starts-with(@class, 'ref')]/text()")
    assert sorted(numbers) == ["1", "2", "3", "4"]


def test_an_omission_is_a_caret(tmp_path: Path) -> None:
    """An empty span is a visible place between two letters."""
    page = _page(tmp_path, a_review(a_segment(RECEIVED), flags=(a_flag(3, 3, severity=Severity.MAJOR),)))
    assert page.xpath("//main//span[starts-with(@class, 'caret')]/@class") == ["caret major kept"]
    assert _hindi(page) == [RECEIVED]


def test_every_flag_is_listed_with_what_is_said(tmp_path: Path) -> None:
    """What the card shows can be read without a pointer."""
    flag = replace(a_flag(comment="Twice.", suggestion="दो"), needs_source=True, quote="तीन")
    page = _page(tmp_path, a_review(a_segment(RECEIVED), flags=(flag,)))
    said = " ".join(page.get_element_by_id("d1s1f1").text_content().split())
    assert said == (
        "1 Minor Accuracy: mistranslationneeds the source · editor · 2026-01-01 00:00 तीन → दो Twice."
    )


def test_a_flag_on_the_source_is_marked_there(tmp_path: Path) -> None:
    """Source and back-translation carry their own marks."""
    review = a_review(a_segment(source="They met."), flags=(a_flag(0, 4, side=Side.SOURCE),))
    page = _page(tmp_path, review)
    assert _marked(page, "d1s1f1") == "They"


def test_a_resolved_flag_says_so(tmp_path: Path) -> None:
    """Flags resolved by hand, or known to be settled by the edits, are set apart."""
    flags = (replace(a_flag(), resolution=Resolution.RESOLVED), a_flag(id=2), a_flag(id=3))
    html_review.write(a_review(a_segment(), flags=flags), tmp_path / "a.html", settled={3})
    page = lxml.html.fromstring((tmp_path / "a.html").read_bytes())
    assert page.xpath("//ol[@class='flags']/li/@class") == [
        "flag resolved",
        "flag",
        "flag resolved",
    ]


def test_judgements_stand_beside_their_segment(tmp_path: Path) -> None:
    """An ESA of 0 is shown like any other."""
    zero = Judgement(id=1, document_id=1, segment_id=1, judge="m", scale=Scale.ESA, value=0)
    page = _page(tmp_path, replace(a_review(), judgements=(zero,)))
    assert page.xpath("//div[@class='number']/span/text()") == ["ESA 0"]


def test_nothing_in_a_text_becomes_markup(tmp_path: Path) -> None:
    """Titles, texts and comments are shown letter for letter."""
    evil = "</script><img src=x onerror=alert(1)>&amp;"
    review = a_review(a_segment(evil, source=evil), flags=(a_flag(comment=evil, suggestion=evil),))
    page = _page(tmp_path, replace(review, document=replace(review.document, title=evil, system=evil)))
    assert page.xpath("//img") == []
    assert _hindi(page) == [evil]
    assert page.xpath("//h1/text()") == [evil]


def test_the_page_needs_nothing_from_outside(tmp_path: Path) -> None:
    """No address is loaded and no script is run, by policy and in fact."""
    page = _page(tmp_path, a_review())
    source = (tmp_path / "review.html").read_text(encoding="utf-8")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert page.xpath("//script/@type") == ["application/x-ndjson"]
    assert re.findall(r"https?:|url\(|@import|src=", source.replace("http-equiv", "")) == []


def test_a_page_without_a_review_is_refused(tmp_path: Path) -> None:
    """An ordinary web page carries no flags to read."""
    (tmp_path / "page.html").write_text("<p>समाचार", encoding="utf-8")
    with pytest.raises(ReviewerError, match=r"page\.html: the page carries no review"):
        html_review.read(tmp_path / "page.html")


def test_its_own_pages_are_recognised_from_their_first_bytes(tmp_path: Path) -> None:
    """An exported page is opened as a review, not as an article."""
    html_review.write(a_review(), tmp_path / "a.html")
    assert html_review.is_own((tmp_path / "a.html").read_bytes()[:2000])
    assert not html_review.is_own(b"<!doctype html><title>x</title>")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies outside the project")
def test_all_gold_errors_are_marked_and_listed(tmp_path: Path) -> None:
    """The 65 errors of the seed lie on exactly their letters and are all listed."""
    review = seed_review()
    page = _page(tmp_path, review)
    (document,) = review.documents
    assert len(page.xpath("//ol[@class='flags']/li")) == len(document.flags) == 65
    for segment in document.segments:
        for number, flag in enumerate(document.flags_of(segment.id), start=1):
            words = "".join(
                segment.received[piece.start : piece.end] for span in flag.spans for piece in span.ranges
            )
            assert _marked(page, f"d1s{segment.position + 1}f{number}") == words
