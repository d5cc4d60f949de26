"""The page around an annotated text: its styles, and calm tables."""

from collections.abc import Sequence
from typing import cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml.etree import _Element as Element

from reviewer.formats.docx_markup import COMMENT, element
from reviewer.formats.visible import visible

HINDI, ENGLISH, SMALL = "ReviewerHindi", "ReviewerEnglish", "ReviewerSmall"

_INK, _MUTED = RGBColor(0x1F, 0x23, 0x28), RGBColor(0x5B, 0x62, 0x6C)
_HAIRLINE, _PANEL = "D8D3CA", "F4F2EE"
_A4_MM = (297, 210)
_MARGIN_MM = 14
_TWIPS_PER_MM = 1440 / 25.4


def new_document(title: str) -> Document:
    """Make an empty landscape document with the styles used here."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(length) for length in _A4_MM)
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = visible(title)[:255], "", ""
    _style(document, HINDI, points=13, leading=1.5)
    _style(document, ENGLISH, points=10, leading=1.3)
    _style(document, SMALL, points=8.5, leading=1.2, color=_MUTED)
    _style(document, COMMENT, name="annotation text", points=10, leading=1.1)
    head = document.styles["Title"]
    head.font.size, head.font.color.rgb = Pt(20), _INK
    for border in head.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    return document


def _style(
    document: Document,
    style_id: str,
    *,
    points: float,
    leading: float,
    name: str = "",
    color: RGBColor = _INK,
) -> None:
    style = cast("ParagraphStyle", document.styles.add_style(name or style_id, WD_STYLE_TYPE.PARAGRAPH))
    style.element.set(qn("w:styleId"), style_id)
    style.base_style = document.styles["Normal"]
    style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(points), color
    # The size of complex scripts is a property of its own, after the other.
    size = style.element.rPr.find(qn("w:sz"))
    size.addnext(element("szCs", val=str(int(points * 2))))
    style.paragraph_format.line_spacing = leading
    style.paragraph_format.space_after = Pt(0)


def table(
    widths: Sequence[float], rows: Sequence[Sequence[Sequence[Element]]], *, has_header: bool = False
) -> Element:
    """Make a table of rows of cells of paragraphs; widths in mm; a header repeats on each page."""
    twips = [str(round(width * _TWIPS_PER_MM)) for width in widths]
    made = element("tbl")
    made.append(_table_properties(twips, padding="110" if has_header else "30"))
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=width) for width in twips)
    made.append(grid)
    for number, cells in enumerate(rows):
        is_header = has_header and number == 0
        row = element("tr")
        properties = element("trPr")
        properties.append(element("cantSplit"))
        if is_header:
            properties.append(element("tblHeader"))
        row.append(properties)
        row.extend(_cell(width, cell, is_header) for width, cell in zip(twips, cells, strict=True))
        made.append(row)
    return made


def _table_properties(twips: Sequence[str], padding: str) -> Element:
    made = element("tblPr")
    made.append(element("tblW", w=str(sum(map(int, twips))), type="dxa"))
    borders = element("tblBorders")
    borders.extend(
        element(side, val="single", sz="4", space="0", color=_HAIRLINE)
        for side in ("top", "bottom", "insideH")
    )
    margins = element("tblCellMar")
    margins.extend(
        element(side, w=width, type="dxa")
        for side, width in (("top", padding), ("left", "100"), ("bottom", padding), ("right", "100"))
    )
    made.extend([borders, element("tblLayout", type="fixed"), margins])
    return made


def _cell(width: str, contents: Sequence[Element], is_header: bool) -> Element:
    made = element("tc")
    properties = element("tcPr")
    properties.append(element("tcW", w=width, type="dxa"))
    if is_header:
        properties.append(element("shd", val="clear", color="auto", fill=_PANEL))
    made.append(properties)
    made.extend(contents)
    return made
