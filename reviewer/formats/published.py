"""The final Hindi alone, for the newsroom's CMS: as Word or OpenDocument text, a web page or Markdown.

Headlines, standfirsts, captions and credits keep their roles; line breaks within a paragraph stay.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import docx

from reviewer.domain.segment import Role
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.opendocument import inline, packed
from reviewer.formats.record import as_project
from reviewer.formats.visible import visible
from reviewer.text.atomic import replacing, write_text

_STYLES = {"headline": "Title", "standfirst": "Subtitle", "caption": "Caption"}
_TAGS = {"headline": "h1", "standfirst": 'p class="standfirst"'} | {
    "caption": 'p class="caption"',
    "credit": 'p class="credit"',
}
_ODT_TYPE = "application/vnd.oasis.opendocument.text"
_ODT_STYLES = _STYLES | {"credit": "Author"}
_ODT_LOOKS = {
    "Title": 'fo:font-size="22pt" style:font-size-complex="22pt" fo:font-weight="bold"'
    ' style:font-weight-complex="bold"',
    "Subtitle": 'fo:font-size="14pt" style:font-size-complex="14pt"',
    "Caption": 'fo:font-size="10pt" style:font-size-complex="10pt" fo:font-style="italic"'
    ' style:font-style-complex="italic"',
    "Author": 'fo:font-size="10pt" style:font-size-complex="10pt" fo:color="#5b626c"',
}
_MARKS = {"headline": "# "}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_BLOCK = re.compile(r"^(\s*)([#+\-=]|\d+(?=[.)]))")
_NUMBER = re.compile(r"^(\s*\d+)([.)])")


class Paragraph(NamedTuple):
    """A paragraph of the final text."""

    role: Role
    text: str


def paragraphs(entry: DocumentReview) -> Iterator[Paragraph]:
    """Yield the paragraphs that are left of a document: segments joined by a space, empty ones left out."""
    for _, members in groupby(entry.segments, key=lambda segment: segment.paragraph):
        own = list(members)
        if text := " ".join(part for segment in own if (part := segment.final.strip())):
            yield Paragraph(own[0].role, text)


def write_docx(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a Word document with the program's own styles; each article begins on a page of its own."""
    file = docx.Document()
    for number, entry in enumerate(as_project(review).documents):
        for place, (role, text) in enumerate(paragraphs(entry)):
            paragraph = file.add_paragraph(visible(text), style=_STYLES.get(role.value))
            paragraph.paragraph_format.page_break_before = bool(number and not place)
    with replacing(path) as stream:
        file.save(stream)


def write_odt(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write an OpenDocument text; each article begins on a page of its own."""
    entries = _entries(review)
    language = (entries[0].document.target_language if entries else "") or "hi"
    title = entries[0].document.title if entries else ""
    looks = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">'
        '<style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="3mm"/>'
        f"<style:text-properties {look}/></style:style>"
        for name, look in _ODT_LOOKS.items()
    )
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties'
        ' style:font-name-complex="Noto Sans Devanagari" fo:font-size="12pt" style:font-size-complex="12pt"'
        f' style:language-complex="{escape(language)}" style:country-complex="none"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph">'
        f'<style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="3mm"/></style:style>{looks}'
    )
    breaks = "".join(
        f'<style:style style:name="{name}Break" style:family="paragraph" style:parent-style-name="{name}">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
        for name in ("Standard", *_ODT_LOOKS)
    )
    body = (piece for number, entry in enumerate(entries) for piece in _odt(entry, starts_page=number > 0))
    data = packed(_ODT_TYPE, body, styles=styles, automatic=breaks, title=title)
    with replacing(path) as stream:
        stream.write(data)


def write_html(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a page that holds nothing but the articles, each in an `article` element."""
    project = as_project(review)
    entries = project.documents
    language = escape(entries[0].document.target_language or "hi") if entries else "hi"
    title = escape(visible(entries[0].document.title)) if entries else ""
    body = "\n".join(_article(entry) for entry in entries)
    write_text(
        path,
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"</head>\n<body>\n{body}\n</body>\n</html>\n",
    )


def write_markdown(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write CommonMark; signs of the text that would be marks are escaped, articles parted by a rule."""
    articles = ("\n\n".join(_markdown(each) for each in paragraphs(entry)) for entry in _entries(review))
    write_text(path, "\n\n* * *\n\n".join(articles) + "\n")


def _entries(review: ProjectReview | DocumentReview) -> tuple[DocumentReview, ...]:
    return as_project(review).documents


def _odt(entry: DocumentReview, *, starts_page: bool) -> Iterator[str]:
    for place, (role, text) in enumerate(paragraphs(entry)):
        style = _ODT_STYLES.get(role.value, "Standard") + ("Break" if starts_page and not place else "")
        tag, level = ("text:h", ' text:outline-level="1"') if role is Role.HEADLINE else ("text:p", "")
        yield f'<{tag} text:style-name="{style}"{level}>{inline(text)}</{tag}>'


def _article(entry: DocumentReview) -> str:
    rows = []
    for role, text in paragraphs(entry):
        tag = _TAGS.get(role.value, "p")
        lines = "<br>\n".join(escape(visible(line)) for line in text.split("\n"))
        rows.append(f"<{tag}>{lines}</{tag.partition(' ')[0]}>")
    return "\n".join(("<article>", *rows, "</article>"))


def _markdown(paragraph: Paragraph) -> str:
    lines = [_escaped(line) for line in visible(paragraph.text).split("\n")]
    mark = _MARKS.get(paragraph.role.value)
    # A heading is one line.
    return mark + " ".join(lines) if mark else "\\\n".join(lines)


def _escaped(line: str) -> str:
    plain = _SPECIAL.sub(r"\\\1", line.strip())
    if _NUMBER.match(plain):
        return _NUMBER.sub(r"\1\\\2", plain)
    return _BLOCK.sub(r"\1\\\2", plain)
