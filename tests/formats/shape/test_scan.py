"""What of a source is text is found in bounded time, whatever is never closed in it."""

from collections.abc import Callable, Iterator

import pytest

from reviewer.formats.shape.letter import Run
from reviewer.formats.shape.scan import OPEN_DOCUMENT, WORD, markdown_runs, page_runs, plain_runs, xml_runs


def _texts(source: str, runs: Iterator[Run]) -> list[str]:
    return [source[run.start : run.end] for run in runs if run.end > run.start]


def test_markdown_is_text_without_marks_of_blocks_and_addresses() -> None:
    """Emphasis is passed over later, letter by letter."""
    source = "> # शीर्षक\n- [कड़ी](http://a.b/c_(d) 'नाम') और ![चित्र](x.png)<br> बस\n"
    assert _texts(source, markdown_runs(source)) == ["शीर्षक", "[कड़ी", " और ", "[चित्र", " बस"]


def test_a_page_is_text_without_tags_comments_and_scripts() -> None:
    """A sign in quotation marks ends no tag."""
    source = "<p title='a>b'>एक<!-- दो --> तीन<script>if (a < b) {}</script></p><title>चार</title>"
    assert _texts(source, page_runs(source)) == ["एक", " तीन"]


def test_of_xml_the_elements_named_are_text() -> None:
    """What was deleted is not."""
    word = "<w:p><w:t>एक</w:t><w:del><w:t>दो</w:t></w:del><w:x>तीन</w:x></w:p>"
    assert _texts(word, xml_runs(word, WORD)) == ["एक"]
    text = "<text:p>एक<text:note><text:p>दो</text:p></text:note> तीन</text:p>चार"
    assert _texts(text, xml_runs(text, OPEN_DOCUMENT)) == ["एक", " तीन"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "part",
    [
        "<a '",
        "<",
        "<script",
        "<script>",
        "[]((",
        "<!--",
        '<p "',
        "](",
        "[",
        "<![CDATA[",
        "<!",
        "](a 'b",
        "<b ",
        "&",
    ],
)
@pytest.mark.parametrize("runs", [page_runs, markdown_runs, plain_runs, lambda text: xml_runs(text, WORD)])
def test_what_is_never_closed_takes_no_longer(part: str, runs: Callable[[str], Iterator[Run]]) -> None:
    """Half a million signs, within the time limit."""
    source = part * (500_000 // len(part))
    assert all(0 <= run.start <= run.end <= len(source) for run in runs(source))
