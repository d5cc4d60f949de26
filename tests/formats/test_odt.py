"""OpenDocument texts as articles."""

import zipfile
from pathlib import Path

import pytest
from odfdo import Document, Element

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Role
from reviewer.formats.odt import read
from reviewer.formats.reader import read_article


def saved(folder: Path, *elements: str) -> Path:
    """An OpenDocument text that holds these elements."""
    document = Document("text")
    document.body.clear()
    for element in elements:
        document.body.append(Element.from_tag(element))
    path = folder / "लेख.odt"
    document.save(str(path))
    return path


def texts(path: Path) -> list[str]:
    """The paragraphs of a file."""
    return [paragraph.text for paragraph in read(path).paragraphs]


def test_styles_and_levels_tell_the_roles(tmp_path: Path) -> None:
    """The first heading is the headline, the style Subtitle the standfirst, a later heading body."""
    path = saved(
        tmp_path,
        '<text:h text:outline-level="1">बारिश से राहत</text:h>',
        '<text:p text:style-name="Subtitle">तीन दिन बाद धूप निकली</text:p>',
        "<text:p>शहर में बारिश रुक गई है।</text:p>",
        '<text:h text:outline-level="2">आगे क्या</text:h>',
        '<text:p text:style-name="Caption">सड़क पर जमा पानी</text:p>',
    )
    assert [p.role for p in read(path).paragraphs] == [
        Role.HEADLINE,
        Role.STANDFIRST,
        None,
        Role.BODY,
        Role.CAPTION,
    ]


def test_a_style_derived_from_another_has_its_role(tmp_path: Path) -> None:
    """What a writer formatted by hand keeps the role of the style below."""
    document = Document("text")
    document.body.clear()
    style = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    document.insert_style(style, automatic=True)
    document.body.append(Element.from_tag('<text:p text:style-name="P1">बारिश से राहत</text:p>'))
    path = tmp_path / "a.odt"
    document.save(str(path))
    assert read(path).paragraphs[0].role is Role.HEADLINE


def test_spaces_tabs_and_breaks_are_kept(tmp_path: Path) -> None:
    """Space elements are spaces, a line break breaks the paragraph, source indentation is nothing."""
    path = saved(
        tmp_path, '<text:p>एक <text:s text:c="2"/>दो<text:tab/>तीन<text:line-break/>चार\n   पाँच</text:p>'
    )
    assert texts(path) == ["एक   दो\tतीन", "चार पाँच"]


def test_notes_and_comments_are_left_out_with_a_warning(tmp_path: Path) -> None:
    """Footnotes and comments are not the article."""
    path = saved(
        tmp_path,
        '<text:p>वे<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>टिप्पणी</text:p></text:note-body></text:note> आए"
        "<office:annotation><text:p>क्यों?</text:p></office:annotation>।</text:p>",
    )
    assert texts(path) == ["वे आए।"]
    assert read(path).warnings == ("Footnotes were left out: 1.", "Comments were left out: 1.")


def test_deleted_text_is_not_read(tmp_path: Path) -> None:
    """Tracked deletions are read as accepted."""
    path = saved(
        tmp_path,
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<text:p>मिटाया</text:p></text:deletion></text:changed-region></text:tracked-changes>",
        '<text:p>वे <text:change text:change-id="c1"/>आए।</text:p>',
    )
    assert texts(path) == ["वे आए।"]
    assert read(path).warnings == ("Tracked changes were read as accepted.",)


def test_lists_tables_and_boxes_come_in_reading_order(tmp_path: Path) -> None:
    """List items, cells and text boxes are paragraphs."""
    path = saved(
        tmp_path,
        "<text:list><text:list-item><text:p>एक।</text:p></text:list-item></text:list>",
        "<table:table><table:table-row><table:table-cell><text:p>दो।</text:p></table:table-cell>"
        "</table:table-row></table:table>",
        "<text:p>तीन।<draw:frame><draw:text-box><text:p>चार।</text:p></draw:text-box></draw:frame></text:p>",
    )
    assert texts(path) == ["एक।", "दो।", "तीन।", "चार।"]


def test_a_truncated_text_is_refused_in_one_line(tmp_path: Path) -> None:
    """Half a file is no document."""
    path = saved(tmp_path, "<text:p>वे आए।</text:p>")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(ReviewerError, match=r"लेख\.odt: the file is damaged or cut off"):
        read_article(path)


def test_a_protected_text_is_refused(tmp_path: Path) -> None:
    """The manifest says that the parts are encrypted."""
    path = saved(tmp_path, "<text:p>वे आए।</text:p>")
    other = tmp_path / "b.odt"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "META-INF/manifest.xml":
                data = data.replace(b"</manifest:manifest>", b"<!-- encryption-data --></manifest:manifest>")
            new.writestr(name, data)
    with pytest.raises(ReviewerError, match="protected by a password"):
        read_article(other)


def test_an_archive_without_content_is_refused(tmp_path: Path) -> None:
    """An archive that only calls itself an OpenDocument text is damaged."""
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(ReviewerError, match="damaged"):
        read_article(path)
