"""Word documents: the text as it reads with all tracked changes accepted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.formats.archive import damaged, load_archive
from reviewer.formats.content import kept, shown_name, shown_stem
from reviewer.formats.outline import Block, Style, outline

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_BOX = qn("w:txbxContent")
_SKIPPED_BLOCKS = frozenset({_FALLBACK, qn("w:sectPr"), qn("w:moveFrom"), qn("w:del")})
_SKIPPED = frozenset(
    {_FALLBACK, _BOX, qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), qn("w:rt"), qn("w:sdtPr")}
)
_LITERALS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_VALUE = qn("w:val")
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_ROW_DELETED = f"{qn('w:trPr')}/{qn('w:del')}"
_HIDDEN = f"{qn('w:rPr')}/{qn('w:vanish')}"
_MARK_DELETED = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
_STYLES = {
    "title": Style.TITLE,
    "headline": Style.TITLE,
    "subtitle": Style.SUBTITLE,
    "standfirst": Style.SUBTITLE,
    "heading 1": Style.HEADING_1,
    "heading 2": Style.HEADING_2,
    "caption": Style.CAPTION,
    "byline": Style.CREDIT,
    "author": Style.CREDIT,
    "credit": Style.CREDIT,
}


def read(path: Path, *, encoding: str | None = None) -> Article:  # noqa: ARG001 - the file names its own
    """Read the paragraphs of a Word document, table cells and text boxes included."""
    with _damage_told(path.name):
        stream = load_archive(path)
        document = Document(stream)
        return Article(
            title=shown_stem(path),
            paragraphs=outline(tuple(_blocks(document))),
            origin=shown_name(path),
            warnings=_warnings(document),
            original=kept(path, "docx", stream.getvalue()),
        )


def tables(path: Path) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The text of all outermost tables: rows of cells; a cell's paragraphs are parted by newlines."""
    with _damage_told(path.name):
        body = Document(load_archive(path)).element.body
        return tuple(
            tuple(
                tuple("\n".join(map(_text, _paragraphs(cell))).strip() for cell in _within(row, _CELL))
                for row in _within(table, _ROW)
            )
            for table in _within(body, _TABLE)
        )


@contextmanager
def _damage_told(file: str) -> Iterator[None]:
    """Turn what python-docx raises over missing and broken parts into one error."""
    try:
        yield
    except ValueError as error:
        if "content type" not in str(error):
            raise damaged(file, "a value in it makes no sense") from error
        raise ReviewerError(
            "is a template or holds macros", file=file, remedy="Save it as an ordinary DOCX."
        ) from error
    except etree.XMLSyntaxError as error:
        raise damaged(file, f"XML, line {error.lineno}") from error
    except (KeyError, AttributeError, TypeError, IndexError, BadZipFile, PackageNotFoundError) as error:
        raise damaged(file, "parts of a Word document are missing") from error


def _blocks(document: WordDocument) -> Iterator[Block]:
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    pending = ""
    for element in _paragraphs(document.element.body):
        text = pending + _text(element)
        if element.find(_MARK_DELETED) is not None:
            pending = text
            continue
        pending = ""
        style = element.find(_STYLE)
        name = names.get(style.get(_VALUE, ""), "") if style is not None else ""
        is_heading = name.startswith("heading")
        yield Block(text, _STYLES.get(name, Style.HEADING if is_heading else Style.TEXT))
    yield Block(pending)


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs in reading order; text boxes follow the paragraph they hang on."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield child
            for box in _within(child, _BOX):
                yield from _paragraphs(box)
        elif child.tag not in _SKIPPED_BLOCKS and child.find(_ROW_DELETED) is None:
            yield from _paragraphs(child)


def _within(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Outermost descendants of this tag."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED_BLOCKS:
            yield from _within(child, tag)


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in (qn("w:t"), _MATH_TEXT):
            yield child.text or ""
        elif child.tag in _LITERALS:
            yield _LITERALS[child.tag]
        elif child.tag not in _SKIPPED and not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(element: etree._Element) -> bool:
    mark = element.find(_HIDDEN)
    return mark is not None and mark.get(_VALUE, "true") not in {"0", "false", "off"}


def _warnings(document: WordDocument) -> tuple[str, ...]:
    body = document.element.body
    found = []
    if any(True for _ in body.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))):
        found.append("Tracked changes were read as accepted.")
    notes = sum(1 for _ in body.iter(qn("w:footnoteReference"), qn("w:endnoteReference")))
    if notes:
        found.append(f"Footnotes were left out: {notes}.")
    comments = sum(1 for _ in body.iter(qn("w:commentReference")))
    if comments:
        found.append(f"Comments were left out: {comments}.")
    if next(_within(body, _TABLE), None) is not None:
        found.append("Each table cell became a paragraph; a bilingual table can be imported as rows.")
    return tuple(found)
