"""TMX 1.4: translation memories read as bilingual documents, and what was approved written as one.

A review of a memory is written back into it; any other becomes a new memory of the segments that an editor
has reviewed, in their final words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

from reviewer.domain.code import FIRST_LETTER, LAST_LETTER, Code, CodeKind, Original
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Document, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.content import shown_stem
from reviewer.formats.field import RecordError
from reviewer.formats.markup.inline import Coder, Rule
from reviewer.formats.markup.splice import Bytes, Patch, escaped, quoted, xml_text
from reviewer.formats.markup.walk import Node, Opened, walk
from reviewer.formats.record import as_project
from reviewer.formats.stream import Stream
from reviewer.formats.xliff.piece import LARGEST_KEPT, Keys, original_of
from reviewer.text.atomic import replacing
from reviewer.text.collector import collector_paused

FORMAT = "tmx"
RULES: Final[Mapping[str, Rule]] = {
    "bpt": Rule(CodeKind.OPENING, ("i",)),
    "ept": Rule(CodeKind.CLOSING, ("i",)),
    "it": Rule(CodeKind.STANDALONE, ("x",), side="pos"),
    "ph": Rule(CodeKind.STANDALONE, ("x",)),
    "ut": Rule(CodeKind.STANDALONE, ("x",)),
    "hi": Rule(pairs_by=("x", "type")),
}
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_WANTED = "hi"
_MARKUP = frozenset("&<>\r")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a memory with its two texts."""

    key: str
    source: Node | None
    target: Node | None
    source_language: str
    target_language: str
    node: Node


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a translation memory."""
    return b"<tmx" in head.replace(b"\x00", b"")


def read(path: Path) -> ProjectReview:
    """Read a memory as one document; raise ReviewerError with the line where it is broken."""
    with collector_paused():
        made = stream(path)
        segments = tuple(made.segments)
    is_kept = path.stat().st_size <= LARGEST_KEPT
    original = Original(name=path.name, format=FORMAT, data=path.read_bytes()) if is_kept else None
    entry = DocumentReview(document=made.document, segments=segments, original=original)
    return ProjectReview(documents=(entry,))


def stream(path: Path) -> Stream:
    """Read a memory unit by unit, however large it is; raise ReviewerError where it holds none."""
    units = _units(path, path.name)
    first = next((unit for unit in units if unit.source is not None or unit.target is not None), None)
    if first is None:
        raise ReviewerError("the memory holds no units", file=path.name)
    document = Document(
        id=1,
        title=shown_stem(path),
        source_language=first.source_language.split("-")[0].lower() or "en",
        target_language=first.target_language.split("-")[0].lower() or _WANTED,
        origin=path.name,
    )
    return Stream(document, _segments(first, units, path.name))


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the review into the memory it came from, or what was approved as a new memory."""
    project = as_project(review)
    original = original_of(project, (FORMAT,))
    data = _patched(original, project) if original is not None else b"".join(_new(project))
    with replacing(path) as file:
        file.write(data)


def _segments(first: Unit, rest: Iterator[Unit], file: str) -> Iterator[Segment]:
    numbers = count()
    for unit in _both(first, rest):
        if unit.source is None and unit.target is None:
            continue
        coder = Coder(RULES)
        try:
            source = coder.text(unit.source) if unit.source is not None else None
            target = coder.text(unit.target) if unit.target is not None else ""
        except RecordError as error:
            raise ReviewerError(str(error), file=file, place=f"line {unit.node.line}") from error
        position = next(numbers)
        note = unit.node.find("note")
        yield Segment(
            id=position + 1,
            document_id=1,
            position=position,
            paragraph=position,
            source=source,
            received=target,
            final=target,
            key=unit.key,
            note=note.text().strip() if note is not None else "",
            codes=coder.codes_in(source or "", target),
        )


def _both(first: Unit, rest: Iterator[Unit]) -> Iterator[Unit]:
    yield first
    yield from rest


def _units(source: Path | bytes, file: str, encoding: str | None = None) -> Iterator[Unit]:
    keys = Keys()
    told = ""
    wanted: tuple[str, str] | None = None
    for event in walk(source, ("tu",), file=file, encoding=encoding):
        if isinstance(event, Opened) and event.name == "header":
            told = event.attributes.get("srclang", "")
        elif isinstance(event, Node):
            variants = {
                node.attributes.get(_LANGUAGE) or node.attributes.get("lang", ""): node
                for node in event.nodes()
                if node.name == "tuv"
            }
            own = event.attributes.get("srclang", told)
            pair = wanted if wanted and set(wanted) & variants.keys() else _pair(variants, own)
            if wanted is None and all(pair):
                # A first unit that is in one language alone does not say what the second one is.
                wanted = pair
            source_node, target_node = (variants.get(language) if language else None for language in pair)
            yield Unit(
                keys.name(event.attributes.get("tuid", "") or "unit"),
                None if source_node is None else source_node.find("seg"),
                None if target_node is None else target_node.find("seg"),
                *pair,
                event,
            )


def _pair(variants: Mapping[str, Node], told: str) -> tuple[str, str]:
    """Choose the languages of a unit: its own source, and Hindi or the first other."""
    names = list(variants)
    source = next((name for name in names if name.lower() == told.lower()), "")
    if not source:
        short = told.split("-", maxsplit=1)[0].lower()
        source = next((name for name in names if name.split("-")[0].lower() == short), "")
    if not source:
        source = next((name for name in names if name.lower().startswith("en")), "") or next(
            (name for name in names if not name.lower().startswith(_WANTED)), ""
        )
    others = [name for name in names if name != source]
    target = next((name for name in others if name.lower().startswith(_WANTED)), others[0] if others else "")
    return source, target


def _patched(original: Original, project: ProjectReview) -> bytes:
    raw = Bytes(original.data, file=original.name)
    edited = {
        segment.key: segment for entry in project.documents for segment in entry.segments if segment.is_edited
    }
    patches: list[Patch] = []
    for unit in _units(raw.data, original.name, "utf-8"):
        segment = edited.get(unit.key)
        if segment is None:
            continue
        coder = Coder(RULES)
        for node in filter(None, (unit.source, unit.target)):
            coder.text(node, raw)
        content = coder.expand(segment.final)
        if unit.target is not None and raw.is_closed_at_once(unit.target):
            whole = b"<seg>" + content + b"</seg>"
            patches.append(Patch(unit.target.start, raw.end(unit.target), whole))
        elif unit.target is not None:
            patches.append(Patch(raw.inner(unit.target), unit.target.close, content))
        else:
            language = unit.target_language or project.documents[0].document.target_language
            whole = f'<tuv xml:lang="{quoted(language)}"><seg>'.encode() + content + b"</seg></tuv>"
            patches.append(Patch(unit.node.close, unit.node.close, whole))
    return raw.with_patches(patches) if patches else original.data


def _new(project: ProjectReview) -> Iterator[bytes]:
    documents = [entry.document for entry in project.documents]
    language = quoted(documents[0].source_language if documents else "en")
    made = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        '<header creationtool="Reviewer" creationtoolversion="1" segtype="sentence" o-tmf="reviewer" '
        f'adminlang="en" srclang="{language}" datatype="plaintext" creationdate="{made}"/>\n<body>\n'
    ).encode()
    for entry in project.documents:
        for segment in entry.segments:
            if segment.state in {State.REVIEWED, State.CLEAN} and segment.source and segment.final:
                yield _unit(entry.document, segment)
    yield b"</body>\n</tmx>\n"


def _unit(document: Document, segment: Segment) -> bytes:
    pieces = [f'<tu tuid="{document.id}-{segment.position + 1}">']
    if document.title:
        pieces.append(f'<prop type="document">{escaped(document.title)}</prop>')
    if document.system:
        pieces.append(f'<prop type="system">{escaped(document.system)}</prop>')
    for language, text in (
        (document.source_language, segment.source or ""),
        (document.target_language, segment.final),
    ):
        words = _content(text, segment)
        pieces.append(f'<tuv xml:lang="{quoted(language)}"><seg>{words}</seg></tuv>')
    return "".join((*pieces, "</tu>\n")).encode("utf-8")


def _content(text: str, segment: Segment) -> str:
    """Return a text with its codes as elements, each once."""
    codes = {code.letter: code for code in segment.codes}
    pieces: list[str] = []
    for letter in text:
        if not FIRST_LETTER <= letter <= LAST_LETTER:
            pieces.append(letter if letter not in _MARKUP else escaped(letter))
        elif (code := codes.pop(letter, None)) is not None:
            pieces.append(_element(code, text))
    return xml_text("".join(pieces))


def _element(code: Code, text: str) -> str:
    """Return a code as an element; an end without its other end is an isolated one."""
    data = escaped(code.data)
    if code.kind is CodeKind.STANDALONE:
        return f'<ph x="{code.number}">{data}</ph>'
    is_opening = code.kind is CodeKind.OPENING
    opening, closing = Code(CodeKind.OPENING, code.number), Code(CodeKind.CLOSING, code.number)
    if not 0 <= text.find(opening.letter) < text.find(closing.letter):
        return f'<it pos="{"begin" if is_opening else "end"}" x="{code.number}">{data}</it>'
    if is_opening:
        return f'<bpt i="{code.number}" x="{code.number}">{data}</bpt>'
    return f'<ept i="{code.number}">{data}</ept>'
