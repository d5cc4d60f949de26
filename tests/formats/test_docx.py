"""Word documents as articles."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Role
from reviewer.formats.docx import read, tables
from reviewer.formats.reader import read_article


def saved(document: WordDocument, folder: Path) -> Path:
    """The document as a file."""
    path = folder / "लेख.docx"
    document.save(str(path))
    return path


def with_body(xml: str, folder: Path) -> Path:
    """A document that holds one paragraph with this inner XML before its end."""
    document = Document()
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
    document.element.body.insert(0, paragraph)
    return saved(document, folder)


def texts(path: Path) -> list[str]:
    """The paragraphs of a file."""
    return [paragraph.text for paragraph in read(path).paragraphs]


def test_styles_tell_the_roles(tmp_path: Path) -> None:
    """Title, Subtitle and Caption become headline, standfirst and caption."""
    document = Document()
    document.add_paragraph("बारिश से राहत", style="Title")
    document.add_paragraph("तीन दिन बाद धूप निकली", style="Subtitle")
    document.add_paragraph("शहर में बारिश रुक गई है।")
    document.add_paragraph("सड़क पर जमा पानी", style="Caption")
    found = read_article(saved(document, tmp_path))
    assert [p.role for p in found.paragraphs] == [Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.CAPTION]
    assert found.title == "बारिश से राहत"


def test_a_later_heading_is_body(tmp_path: Path) -> None:
    """Only the heading at the top is the headline."""
    document = Document()
    document.add_heading("बारिश से राहत", 1)
    document.add_paragraph("शहर में बारिश रुक गई है।")
    document.add_heading("आगे क्या", 1)
    assert [p.role for p in read(saved(document, tmp_path)).paragraphs] == [Role.HEADLINE, None, Role.BODY]


def test_lists_and_table_cells_come_in_reading_order(tmp_path: Path) -> None:
    """List items and table cells stand where they stand on the page."""
    document = Document()
    document.add_paragraph("पहला।", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "दूसरा।", "तीसरा।"
    document.add_paragraph("चौथा।")
    assert texts(saved(document, tmp_path)) == ["पहला।", "दूसरा।", "तीसरा।", "चौथा।"]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    """Inserted text is read, deleted text is not, and the reader says so."""
    path = with_body(
        "<w:r><w:t>वे </w:t></w:r>"
        '<w:ins w:id="1" w:author="a"><w:r><w:t>आज </w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>कल </w:delText></w:r></w:del>'
        "<w:r><w:t>आए।</w:t></w:r>",
        tmp_path,
    )
    assert texts(path) == ["वे आज आए।"]
    assert read(path).warnings == ("Tracked changes were read as accepted.",)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    """Where the break between two paragraphs was deleted they are one."""
    document = Document()
    for inner in ("<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>वे आए। </w:t></w:r>", ""):
        paragraph = parse_xml(f"<w:p {nsdecls('w')}>{inner or '<w:r><w:t>फिर गए।</w:t></w:r>'}</w:p>")
        document.element.body.append(paragraph)
    assert texts(saved(document, tmp_path)) == ["वे आए। फिर गए।"]


def test_field_codes_and_hidden_text_are_not_read(tmp_path: Path) -> None:
    """Of a field only its result is text; hidden runs are none."""
    path = with_body(
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>कड़ी</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>छिपा</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> यहाँ</w:t></w:r>',
        tmp_path,
    )
    assert texts(path) == ["कड़ी यहाँ"]


def test_a_line_break_breaks_the_paragraph(tmp_path: Path) -> None:
    """A manual line break parts two paragraphs; the no-break hyphen stays a hyphen."""
    path = with_body("<w:r><w:t>एक</w:t><w:br/><w:t>दो</w:t><w:noBreakHyphen/><w:t>तीन</w:t></w:r>", tmp_path)
    assert texts(path) == ["एक", "दो\u2011तीन"]


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    """Word stores a text box twice, for new and old readers; it is read once."""
    box = "<w:txbxContent><w:p><w:r><w:t>डिब्बा</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    path = with_body(
        f"<w:r><w:t>लेख</w:t></w:r><w:r><mc:AlternateContent xmlns:mc='{mc}'>"
        f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>",
        tmp_path,
    )
    assert texts(path) == ["लेख", "डिब्बा"]


def test_footnotes_and_comments_are_left_out_with_a_warning(tmp_path: Path) -> None:
    """What is not read is said."""
    document = Document()
    paragraph = document.add_paragraph("वे आए।")
    document.add_comment(paragraph.runs, text="क्यों?")
    paragraph.runs[0]._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    found = read(saved(document, tmp_path))
    assert found.warnings == ("Footnotes were left out: 1.", "Comments were left out: 1.")


def test_tables_are_told_cell_by_cell(tmp_path: Path) -> None:
    """A table is handed over as rows of cell texts."""
    document = Document()
    table = document.add_table(2, 2)
    for n, text in enumerate(("English", "हिंदी", "He came.", "वह आया।")):
        table.cell(n // 2, n % 2).text = text
    assert tables(saved(document, tmp_path)) == ((("English", "हिंदी"), ("He came.", "वह आया।")),)


def test_ten_thousand_paragraphs_are_read(tmp_path: Path) -> None:
    """A long document loses nothing."""
    inner = "".join(f"<w:p><w:r><w:t>वाक्य {n}।</w:t></w:r></w:p>" for n in range(10_000))
    document = Document()
    for paragraph in parse_xml(f"<w:body {nsdecls('w')}>{inner}</w:body>"):
        document.element.body.append(paragraph)
    assert len(texts(saved(document, tmp_path))) == 10_000


def test_a_truncated_document_is_refused_in_one_line(tmp_path: Path) -> None:
    """Half a file is no document."""
    document = Document()
    document.add_paragraph("वे आए।")
    path = saved(document, tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(ReviewerError, match=r"लेख\.docx: the file is damaged or cut off"):
        read_article(path)


def test_a_document_without_its_main_part_is_refused(tmp_path: Path) -> None:
    """An archive that only calls itself a Word document is damaged."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/x.xml", "<a/>")
    with pytest.raises(ReviewerError, match="damaged"):
        read_article(path)


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    """An empty document has nothing to review."""
    with pytest.raises(ReviewerError, match="holds no text"):
        read_article(saved(Document(), tmp_path))


def test_broken_xml_names_its_line(tmp_path: Path) -> None:
    """Where the XML breaks off, the line is told."""
    path = saved(Document(), tmp_path)
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:-40] if name == "word/document.xml" else data)
    with pytest.raises(ReviewerError, match=r"damaged or cut off \(XML, line \d+\)"):
        read_article(broken)


def test_a_template_is_refused_with_the_remedy(tmp_path: Path) -> None:
    """Templates and files with macros are told from damaged ones."""
    path = saved(Document(), tmp_path)
    other = tmp_path / "b.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"document.main+xml", b"template.main+xml"))
    with pytest.raises(ReviewerError, match=r"is a template or holds macros\. Save it as an ordinary DOCX"):
        read_article(other)
