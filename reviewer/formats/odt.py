"""OpenDocument texts: the text as it reads with all tracked changes accepted."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree
from odfdo import Document, Element

from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.formats.archive import damaged, load_archive
from reviewer.formats.content import kept, shown_name, shown_stem
from reviewer.formats.outline import Block, Style, outline

_SKIPPED = frozenset(
    {
        "text:tracked-changes",
        "text:note",
        "office:annotation",
        "office:annotation-end",
        "office:forms",
        "text:sequence-decls",
        "text:variable-decls",
        "text:user-field-decls",
        "text:table-of-content",
        "text:alphabetical-index",
        "text:bibliography",
        "text:illustration-index",
        "text:hidden-paragraph",
        "text:ruby-text",
        "svg:title",
        "svg:desc",
    }
)
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_STYLES = {
    "title": Style.TITLE,
    "headline": Style.TITLE,
    "subtitle": Style.SUBTITLE,
    "standfirst": Style.SUBTITLE,
    "heading 1": Style.HEADING_1,
    "heading 2": Style.HEADING_2,
    "caption": Style.CAPTION,
    "illustration": Style.CAPTION,
    "figure": Style.CAPTION,
    "author": Style.CREDIT,
    "byline": Style.CREDIT,
    "credit": Style.CREDIT,
}
_BOX = "draw:text-box"
_BLANKS = re.compile(r"[ \t\r\n]+")
_LITERALS = {"text:tab": "\t", "text:line-break": "\n"}
_MAX_SPACES = 100


def read(path: Path, *, encoding: str | None = None) -> Article:  # noqa: ARG001 - the file names its own
    """Read the paragraphs of an OpenDocument text, table cells and text boxes included."""
    stream = load_archive(path)
    document = _open(stream, path)
    try:
        body = document.body
        blocks = tuple(_blocks(document, body))
        warnings = _warnings(body)
    except etree.XMLSyntaxError as error:
        raise damaged(path.name, f"XML, line {error.lineno}") from error
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise damaged(path.name, "its parts do not fit together") from error
    return Article(
        title=shown_stem(path),
        paragraphs=outline(blocks),
        origin=shown_name(path),
        warnings=warnings,
        original=kept(path, "odt", stream.getvalue()),
    )


def _open(stream: BytesIO, path: Path) -> Document:
    try:
        document = Document(stream)
        manifest = document.container.get_part("META-INF/manifest.xml") if document.container else b""
    except (KeyError, ValueError, TypeError, OSError, BadZipFile, AttributeError) as error:
        raise damaged(path.name, "parts of an OpenDocument text are missing") from error
    if b"encryption-data" in (manifest if isinstance(manifest, bytes) else b""):
        raise ReviewerError(
            "the file is protected by a password", file=path.name, remedy="Save it without one."
        )
    return document


def _blocks(document: Document, body: Element) -> Iterator[Block]:
    known: dict[str, Style] = {}
    for element in _paragraphs(body):
        name = str(element.get_attribute("text:style-name") or "")
        if name not in known:
            known[name] = _style(document, name)
        style = known[name]
        if style is Style.TEXT and element.tag == "text:h":
            level = str(element.get_attribute("text:outline-level") or "1")
            style = {"1": Style.HEADING_1, "2": Style.HEADING_2}.get(level, Style.HEADING)
        yield Block(_text(element), style)


def _style(document: Document, name: str) -> Style:
    """What a style is, or the one it was derived from; the depth is bounded as styles may form a ring."""
    for _ in range(8):
        plain = name.replace("_20_", " ").lower()
        if plain in _STYLES:
            return _STYLES[plain]
        style = document.get_style("paragraph", name) if name else None
        if style is None:
            return Style.TEXT
        name = str(style.get_attribute("style:parent-style-name") or "")
    return Style.TEXT


def _paragraphs(element: Element) -> Iterator[Element]:
    """All paragraphs in reading order; text boxes follow the paragraph they hang on."""
    for child in element.children:
        if child.tag in _PARAGRAPHS:
            yield child
            for box in _boxes(child):
                yield from _paragraphs(box)
        elif child.tag not in _SKIPPED:
            yield from _paragraphs(child)


def _boxes(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes(child)


def _text(element: Element) -> str:
    """The text of a paragraph; blank characters collapse as OpenDocument says, its space elements do not."""
    found: list[str] = []
    for is_literal, piece in _pieces(element):
        raw = piece if is_literal else _BLANKS.sub(" ", piece)
        if not is_literal and found and found[-1].endswith(" ") and raw.startswith(" "):
            raw = raw[1:]
        if raw:
            found.append(raw)
    return "".join(found)


def _pieces(element: Element) -> Iterator[tuple[bool, str]]:
    yield False, element.text or ""
    for child in element.children:
        if child.tag == "text:s":
            count = str(child.get_attribute("text:c") or "1")
            is_number = count.isdecimal() and len(count) < 10
            yield True, " " * min(int(count) if is_number else 1, _MAX_SPACES)
        elif child.tag in _LITERALS:
            yield True, _LITERALS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != _BOX:
            yield from _pieces(child)
        yield False, child.tail or ""


def _warnings(body: Element) -> tuple[str, ...]:
    counted = {
        "Tracked changes were read as accepted.": "descendant::text:changed-region",
        "Footnotes were left out: {}.": "descendant::text:note",
        "Comments were left out: {}.": "descendant::office:annotation",
        "Each table cell became a paragraph.": "descendant::table:table",
    }
    numbers = {text: len(body.get_elements(query)) for text, query in counted.items()}
    return tuple(text.format(number) for text, number in numbers.items() if number)
