"""The page is whole, harmless and readable without a network, a script or a mouse."""

import base64
import hashlib
from pathlib import Path
from typing import Any

import pytest
import regex
from lxml import html as lxml_html

from reviewer.domain.report import Estimate
from reviewer.reports import html
from reviewer.reports.text import clean
from tests.reports.example import CHARTS, HINDI, HOSTILE, REPORT


@pytest.fixture(scope="module")
def page() -> str:
    """The example's page."""
    return html.render(REPORT)


@pytest.fixture(scope="module")
def root(page: str) -> Any:
    """The same as a tree."""
    return lxml_html.fromstring(page.encode())


def test_the_page_is_written_as_utf_8(tmp_path: Path) -> None:
    """Half characters do not keep it from being written."""
    target = tmp_path / "r.html"
    html.write(REPORT, target)
    assert HINDI in target.read_text(encoding="utf-8")


def test_only_its_own_style_and_script_may_run(page: str, root: Any) -> None:
    """The policy names their hashes and forbids the rest."""
    policy = root.xpath("//meta[@http-equiv]/@content")[0]
    for name in ("style", "script"):
        text = regex.search(rf"<{name}>(.*?)</{name}>", page, regex.DOTALL)
        assert text
        digest = base64.b64encode(hashlib.sha256(text[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//@style")


def test_nothing_is_fetched(root: Any) -> None:
    """No picture, frame, link or style from elsewhere."""
    assert not root.xpath("//@src | //link | //iframe | //object | //form")
    assert all(href.startswith("#") for href in root.xpath("//@href"))


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_that_mean_harm_are_only_read(root: Any, text: str) -> None:
    """They stand in their cell as they are, as text."""
    cells = ["".join(cell.itertext()) for cell in root.xpath("//td")]
    assert clean(text) in cells


def test_contents_lead_to_every_section(root: Any) -> None:
    """Each entry has its anchor, once."""
    targets = [href[1:] for href in root.xpath("//nav//a/@href")]
    assert len(targets) == len(REPORT.sections)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


def test_charts_are_read_out(root: Any) -> None:
    """Each picture says in a sentence what is to be seen."""
    labels = root.xpath("//*[@role='img']/@aria-label")
    assert len(labels) == len(REPORT.charts())
    assert CHARTS[0].summary in labels


def test_tables_can_be_sorted_by_what_the_cells_mean(root: Any) -> None:
    """Numbers in full, days as days, nothing where there is nothing."""
    engines = next(t for t in root.xpath("//table") if "ESA" in "".join(t.itertext()))
    rows = [row.xpath("*/@data-value") for row in engines.xpath("tbody/tr")]
    assert rows[0][1:3] == ["84.2", "9.75"]
    assert rows[2][-1] == ""
    assert rows[4][6] == "2025-12-31"


def test_hindi_says_that_it_is_hindi(root: Any) -> None:
    """Screen readers and line breaking need to know."""
    assert any(HINDI in "".join(each.itertext()) for each in root.xpath("//*[@lang='hi']"))


def test_figures_never_stand_without_their_notes(root: Any) -> None:
    """Denominators and intervals are beside the figure."""
    shown = " ".join(" ".join(root.xpath("//dl[@class='figures']")[0].itertext()).split())
    assert "9.75 7.50 to 12.25 48,120 source words; 95 % interval over 212 documents" in shown


def test_marks_lie_on_their_words(root: Any) -> None:
    """The critical words of the excerpt carry the critical line."""
    marked = [
        "".join(each.itertext()) for each in root.xpath("//p[@lang='hi']//*[contains(@class,'critical')]")
    ]
    assert "".join(text for text in marked if not text.isdigit()).startswith("ात्रवृत्ति") is False
    assert any("नहीं" in text for text in marked)


def test_an_estimate_without_ends_has_no_interval() -> None:
    """No empty brackets."""
    assert html.render(REPORT).count("None") == 0
    assert Estimate(70.4).low is None
