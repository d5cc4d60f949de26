"""Markdown files as articles."""

from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Role
from reviewer.formats.markdown import MAX_BYTES, read


def written(folder: Path, text: str) -> Path:
    """The text as a file."""
    path = folder / "लेख.md"
    path.write_text(text, encoding="utf-8")
    return path


def texts(folder: Path, text: str) -> list[str]:
    """The paragraphs of this Markdown."""
    return [paragraph.text for paragraph in read(written(folder, text)).paragraphs]


def test_headings_tell_headline_and_standfirst(tmp_path: Path) -> None:
    """The first heading is the headline, a second-level one under it the standfirst, later ones body."""
    path = written(tmp_path, "# बारिश से राहत\n\n## तीन दिन बाद धूप\n\nबारिश रुकी।\n\n## आगे\n\nधूप रहेगी।\n")
    roles = [paragraph.role for paragraph in read(path).paragraphs]
    assert roles == [Role.HEADLINE, Role.STANDFIRST, None, Role.BODY, None]


def test_marks_of_emphasis_and_links_are_stripped(tmp_path: Path) -> None:
    """Only the words remain of emphasis, links and code."""
    assert texts(tmp_path, "वे **आज** [शहर](http://a.in) में `यहीं` ~~कल~~ *आए*।") == ["वे आज शहर में यहीं कल आए।"]


def test_list_items_and_quotes_are_paragraphs(tmp_path: Path) -> None:
    """Each item and each quoted paragraph stands alone, without its mark."""
    assert texts(tmp_path, "- एक\n- दो\n\n1. तीन\n\n> चार\n") == ["एक", "दो", "तीन", "चार"]


def test_front_matter_names_the_title(tmp_path: Path) -> None:
    """Title and subtitle of the front matter are headline and standfirst; a repeated title counts once."""
    path = written(tmp_path, '---\ntitle: "बारिश से राहत"\nsubtitle: धूप\ntags: [a]\n---\nबारिश रुकी।\n')
    found = read(path).paragraphs
    assert [(p.text, p.role) for p in found] == [
        ("बारिश से राहत", Role.HEADLINE),
        ("धूप", Role.STANDFIRST),
        ("बारिश रुकी।", None),
    ]


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    """A soft break is a space; two spaces at the end or a break tag break."""
    assert texts(tmp_path, "वे आज\nआए।  \nफिर<br>गए।") == ["वे आज आए।", "फिर", "गए।"]


def test_a_paragraph_a_line_stays_so(tmp_path: Path) -> None:
    """Long lines that end a sentence are paragraphs even without blank lines between."""
    line = "शहर में " + "लगातार " * 20 + "बारिश हुई।"
    assert texts(tmp_path, f"{line}\n{line}\n") == [line, line]


def test_the_text_of_a_picture_is_a_caption(tmp_path: Path) -> None:
    """A picture alone in its paragraph gives its description."""
    found = read(written(tmp_path, "![जमा पानी](a.jpg)\n\nबारिश रुकी।")).paragraphs
    assert (found[0].text, found[0].role) == ("जमा पानी", Role.CAPTION)


def test_html_in_markdown_gives_its_text(tmp_path: Path) -> None:
    """Tags vanish, comments and scripts with their content."""
    assert texts(tmp_path, "<div>एक<!-- x --><script>y</script></div>\n\nदो <b>तीन</b>") == ["एक", "दो तीन"]


def test_characters_are_kept_as_received(tmp_path: Path) -> None:
    """Joiners, no-break spaces and decomposed letters are not normalised."""
    text = "क\u094d\u200dष\u00a0क\u093c"
    assert texts(tmp_path, text) == [text]


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    """No article has more than 8 MB."""
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(ReviewerError, match="8 MB are read at most"):
        read(path)


def test_deep_lists_are_read_and_deeper_ones_refused(tmp_path: Path) -> None:
    """No item of a list is dropped without a word."""

    def nested(depth: int) -> Path:
        path = tmp_path / f"{depth}.md"
        path.write_text("".join(f"{'  ' * n}- मद {n}\n" for n in range(depth)), encoding="utf-8")
        return path

    assert len(read(nested(20)).paragraphs) == 20
    with pytest.raises(ReviewerError, match="nested too deeply"):
        read(nested(100))
