"""WordprocessingML elements of an annotated text: runs, tracked changes, comments and their ranges."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from docx.oxml.ns import nspfxmap, qn
from docx.oxml.parser import oxml_parser
from lxml.etree import _Element as Element

from reviewer.domain.flag import Flag
from reviewer.formats.track import Kind, Piece, Place, Track
from reviewer.formats.visible import proposal, type_title, visible

HINDI_FONT = "Noto Sans Devanagari"
COMMENT = "CommentText"
"""The id of the style that Word itself uses in comments."""
_BREAK = re.compile(r"(\t|\r\n|[\r\n])")
_NAMESPACES = nspfxmap("w")

_name = cache(qn)


def element(tag: str, **attributes: str) -> Element:
    """Make an element of the main namespace, its attributes by local name."""
    made = oxml_parser.makeelement(_name(f"w:{tag}"), nsmap=_NAMESPACES)
    for name, value in attributes.items():
        made.set(_name(f"w:{name}"), value)
    return made


def run(text: str, *, is_hindi: bool = False, is_bold: bool = False, is_deleted: bool = False) -> Element:
    """Make a run; Hindi is marked as complex script so that Word shapes it with the right font."""
    made = element("r")
    properties = element("rPr")
    if is_hindi:
        names = dict.fromkeys(("ascii", "hAnsi", "cs"), HINDI_FONT)
        properties.append(element("rFonts", **names))
    if is_bold:
        properties.extend([element("b"), element("bCs")])
    if is_hindi:
        properties.extend([element("cs"), element("lang", bidi="hi-IN")])
    if len(properties):
        made.append(properties)
    made.extend(_contents(visible(text), "delText" if is_deleted else "t"))
    return made


def _contents(text: str, tag: str) -> Iterator[Element]:
    """Split a text at tabs and line breaks, which are elements of their own."""
    for part in _BREAK.split(text):
        if part == "\t":
            yield element("tab")
        elif part in {"\n", "\r", "\r\n"}:
            yield element("br")
        else:
            yield from _text(part, tag)


def _text(plain: str, tag: str) -> Iterator[Element]:
    if plain:
        made = element(tag)
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.text = plain
        yield made


@dataclass(slots=True)
class Annotator:
    """Writes tracks into paragraphs, and collects the comments they refer to."""

    author: str = ""
    """Who made the tracked changes."""
    date: str = ""
    """When, as Word writes it."""
    comments: list[Element] = field(default_factory=list)
    _changes: int = 0

    def contents(self, track: Track, *, is_hindi: bool) -> Iterator[Element]:
        """Yield what a paragraph holds: pieces, with comment marks on the borders between them."""
        ids = {id(place): str(len(self.comments) + n) for n, place in enumerate(track.places)}
        self.comments += [comment(place, ids[id(place)]) for place in track.places]
        for border in range(len(track.pieces) + 1):
            yield from _marks(track.places, border, ids)
            if border < len(track.pieces):
                yield self._piece(track.pieces[border], is_hindi=is_hindi)

    def _piece(self, piece: Piece, *, is_hindi: bool) -> Element:
        inner = run(piece.text, is_hindi=is_hindi, is_deleted=piece.kind is Kind.DELETED)
        if piece.kind is Kind.KEPT:
            return inner
        tag = "ins" if piece.kind is Kind.INSERTED else "del"
        self._changes += 1
        change = element(tag, id=str(self._changes), author=visible(self.author))
        if self.date:
            change.set(qn("w:date"), self.date)
        change.append(inner)
        return change


def _marks(places: Sequence[Place], border: int, ids: dict[int, str]) -> Iterator[Element]:
    """Yield the ends at a border, then its carets, then the starts, so that neighbours stay apart."""
    for place in places:
        if place.stop == border and not place.is_caret:
            yield from _end(ids[id(place)])
    for place in places:
        if place.start == border:
            yield element("commentRangeStart", id=ids[id(place)])
            if place.is_caret:
                yield from _end(ids[id(place)])


def _end(comment_id: str) -> Iterator[Element]:
    yield element("commentRangeEnd", id=comment_id)
    reference = element("r")
    reference.append(element("commentReference", id=comment_id))
    yield reference


def comment(place: Place, comment_id: str) -> Element:
    """Make the comment of one place: type and severity, what is said, what is proposed."""
    flag = place.flag
    author = visible(flag.author) or "Editor"
    initials = "".join(word[0] for word in author.split()[:3])
    made = element("comment", id=comment_id, author=author, initials=initials)
    if date := word_date(flag.created):
        made.set(qn("w:date"), date)
    head = f"{flag.severity.value.capitalize()} · {type_title(flag.type)}"
    if place.parts > 1:
        head += f" (part {place.part} of {place.parts})"
    made.append(paragraph(run(head, is_bold=True), style=COMMENT))
    made.extend(paragraph(*parts, style=COMMENT) for parts in _said(flag))
    return made


def _said(flag: Flag) -> Iterator[list[Element]]:
    if flag.comment:
        yield [run(flag.comment)]
    if text := proposal(flag):
        yield [run("Suggestion: "), run(text, is_hindi=bool(flag.suggestion))]
    if flag.needs_source:
        yield [run("Needs the source to decide.")]


def paragraph(*contents: Element, style: str = "") -> Element:
    """Make a paragraph; `style` is a style's id."""
    made = element("p")
    if style:
        properties = element("pPr")
        properties.append(element("pStyle", val=style))
        made.append(properties)
    made.extend(contents)
    return made


def word_date(moment: str) -> str:
    """Turn an ISO 8601 moment into Word's form in UTC; empty where it is none."""
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    in_utc = parsed.astimezone(UTC) if parsed.tzinfo else parsed
    return in_utc.strftime("%Y-%m-%dT%H:%M:%SZ")
