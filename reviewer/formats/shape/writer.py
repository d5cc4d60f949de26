"""The final text of an article in a copy of the very file it came from.

Headings, styles, links, pictures and tables stay; what the review did not touch is the same, byte by byte.
"""

from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import regex

from reviewer.domain.code import Original
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats import text
from reviewer.formats.encoding import decode, encoded_as
from reviewer.formats.html import decode_page
from reviewer.formats.markdown import FRONT
from reviewer.formats.record import as_project
from reviewer.formats.shape.edit import Escape, rewritten
from reviewer.formats.shape.letter import Letters, Run, Writing
from reviewer.formats.shape.scan import (
    MARKDOWN,
    MARKUP,
    OPEN_DOCUMENT,
    PLAIN,
    WORD,
    markdown_runs,
    page_runs,
    plain_runs,
    xml_runs,
)
from reviewer.text.atomic import replacing

_MARKS = regex.compile(r"([\\`*_\[\]<>|~#])")
_BLOCK = regex.compile(r"^(\s*+(?:\d++(?=[.)]))?)([-+=.)])")
_LEAD = regex.compile(r"[\s>#+*|\-0-9.)]*+")


def write_plain(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the text into a copy of its file; where there is none, a paragraph a line."""
    entry = _article(review, "plain")
    if entry is None:
        text.write(review, path)
        return
    original, segments = entry
    _write(path, _in_text(original, segments, plain_runs, PLAIN, lambda _: _as_it_is))


def write_markdown(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the text into a copy of its Markdown; signs in new words that would be marks are escaped."""
    original, segments = _needed(review, "markdown")
    _write(path, _in_text(original, segments, markdown_runs, MARKDOWN, _unmarked))


def write_html(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the text into a copy of its web page; scripts and everything around it stay."""
    original, segments = _needed(review, "html")
    if not segments:
        _write(path, original.data)
        return
    decoded = decode_page(original.data, None, original.name)
    source = decoded.text
    letters = Letters.of(source, page_runs(source), MARKUP)
    made = rewritten(source, segments, letters, _escaped, original.name)
    _write(path, encoded_as(made, decoded.encoding, original.data, has_references=True))


def write_docx(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the text into a copy of its Word document."""
    original, segments = _needed(review, "docx")
    _write(path, _in_archive(original, segments, "word/document.xml", lambda xml: xml_runs(xml, WORD)))


def write_odt(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the text into a copy of its OpenDocument text."""
    original, segments = _needed(review, "odt")
    _write(path, _in_archive(original, segments, "content.xml", lambda xml: xml_runs(xml, OPEN_DOCUMENT)))


def _article(
    review: ProjectReview | DocumentReview, form: str
) -> tuple[Original, tuple[Segment, ...]] | None:
    """Return the file that the one document came from, and its segments: none where nothing was edited."""
    documents = as_project(review).documents
    original = documents[0].original if len(documents) == 1 else None
    if original is None or original.format != form:
        return None
    segments = documents[0].segments
    return original, segments if any(segment.is_edited for segment in segments) else ()


def _needed(review: ProjectReview | DocumentReview, form: str) -> tuple[Original, tuple[Segment, ...]]:
    found = _article(review, form)
    if found is None:
        raise ReviewerError(
            "only one document that came from such a file can be written in its shape",
            remedy="Export each document on its own, or choose another format.",
        )
    return found


def _write(path: Path, data: bytes) -> None:
    with replacing(path) as file:
        file.write(data)


def _in_text(
    original: Original,
    segments: tuple[Segment, ...],
    runs: Callable[[str], Iterator[Run]],
    writing: Writing,
    escape_in: Callable[[str], Escape],
) -> bytes:
    if not segments:
        return original.data
    decoded = decode(original.data, file=original.name)
    letters = Letters.of(decoded.text, runs(decoded.text), writing)
    made = rewritten(decoded.text, segments, letters, escape_in(decoded.text), original.name)
    return encoded_as(made, decoded.encoding, original.data)


def _in_archive(
    original: Original,
    segments: tuple[Segment, ...],
    part: str,
    runs: Callable[[str], Iterator[Run]],
) -> bytes:
    """Return the archive with one part rewritten, all others as they are."""
    if not segments:
        return original.data
    target = BytesIO()
    with ZipFile(BytesIO(original.data)) as before, ZipFile(target, "w") as after:
        for member in before.infolist():
            data = before.read(member)
            if member.filename == part:
                xml = decode(data, file=original.name).text
                letters = Letters.of(xml, runs(xml), MARKUP)
                made = rewritten(xml, segments, letters, _escaped, original.name)
                data = encoded_as(made, "utf-8", data)
            after.writestr(member, data, member.compress_type)
    return target.getvalue()


def _as_it_is(words: str, _at: int) -> str:
    return words


def _escaped(words: str, _at: int) -> str:
    return escape(words, quote=False)


def _unmarked(source: str) -> Escape:
    """Escape what would be marks, except in the fields before the text."""
    front = FRONT.match(source)
    first = front.end() if front else 0

    def escaped(words: str, at: int) -> str:
        if at < first:
            return words
        made = _MARKS.sub(r"\\\1", words)
        is_at_start = _LEAD.fullmatch(source, source.rfind("\n", 0, at) + 1, at) is not None
        return _BLOCK.sub(r"\1\\\2", made) if is_at_start else made

    return escaped
