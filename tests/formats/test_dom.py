"""A page as a list of blocks."""

import pytest
from lxml import html

from reviewer.formats.dom import text_blocks
from reviewer.formats.outline import Style


def blocks(source: str) -> list[tuple[str, Style]]:
    """Text and style of each block."""
    return [(block.text, block.style) for block in text_blocks(html.document_fromstring(source))]


def test_inline_marks_part_nothing() -> None:
    """Emphasis and links run on; white space collapses."""
    assert blocks("<p>वे <b>आज</b>\n  <a href=x>शहर</a> आए।</p>") == [("वे आज शहर आए।", Style.TEXT)]


def test_boxes_and_dropped_boxes_part_text() -> None:
    """Text before and after a box is two blocks, also where the box is boilerplate."""
    source = "<div>एक<div class='ads'>x</div>दो<p>तीन</p>चार</div>"
    assert [text for text, _ in blocks(source)] == ["एक", "दो", "तीन", "चार"]


def test_breaks_and_preformatted_lines_stay() -> None:
    """A break is a newline, and so is one in preformatted text."""
    assert [text for text, _ in blocks("<p>एक<br> दो</p><pre>तीन\nचार</pre>")] == ["एक\nदो", "तीन\nचार"]


@pytest.mark.parametrize(
    ("source", "style"),
    [
        ("<h1>क</h1>", Style.HEADING_1),
        ("<h2 class='standfirst'>क</h2>", Style.SUBTITLE),
        ("<figure><figcaption>क</figcaption></figure>", Style.CAPTION),
        ("<p class='wp-caption-text'>क</p>", Style.CAPTION),
        ("<div><span class='byline'>क</span></div>", Style.CREDIT),
        ("<div itemprop='headline'>क</div>", Style.HEADING_1),
        ("<p class='MsoTitle'>क</p>", Style.TITLE),
    ],
)
def test_tags_and_names_tell_the_style(source: str, style: Style) -> None:
    """Headings, captions and bylines are known by their mark-up."""
    assert blocks(source) == [("क", style)]


def test_a_name_on_a_part_of_a_sentence_is_no_style() -> None:
    """What most of the text is counts."""
    assert blocks("<p>मंत्री ने <time>5 जून</time> को यह कहा।</p>")[0][1] is Style.TEXT


def test_the_share_of_link_text_is_told() -> None:
    """Half linked is one half."""
    (block,) = text_blocks(html.document_fromstring("<p>abcd<a href=x>efgh</a></p>"))
    assert block.link_share == 0.5
