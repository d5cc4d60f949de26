"""XLIFF 1.2 with its dialects SDLXLIFF and MQXLIFF: read, and written back into the same file.

Segments are the units' targets, or the `mrk` elements in them where a unit is segmented. Only targets that
the review changed are written, with their state, notes of the flags, and what was received as `alt-trans`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from reviewer.domain.code import CodeKind, Original
from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.field import RecordError
from reviewer.formats.markup.inline import Coder, Rule
from reviewer.formats.markup.splice import Bytes
from reviewer.formats.markup.walk import Node, Opened, walk
from reviewer.formats.record import as_project
from reviewer.formats.xliff import v1_new, v1_patch
from reviewer.formats.xliff.dialect import SDL, standing
from reviewer.formats.xliff.note import AUTHOR
from reviewer.formats.xliff.piece import Keys, Part, Piece, original_of, review_of
from reviewer.formats.xliff.record import is_record, own_records, records_in
from reviewer.formats.xliff.v1_patch import Cell
from reviewer.text.atomic import replacing
from reviewer.text.collector import collector_paused

FORMATS = ("xliff-1.2", "sdlxliff", "mqxliff")
RULES: Mapping[str, Rule] = {
    "g": Rule(),
    "mrk": Rule(pairs_by=("mid",)),
    "x": Rule(CodeKind.STANDALONE),
    "ph": Rule(CodeKind.STANDALONE),
    "bx": Rule(CodeKind.OPENING, ("rid", "id")),
    "ex": Rule(CodeKind.CLOSING, ("rid", "id")),
    "bpt": Rule(CodeKind.OPENING, ("rid", "id")),
    "ept": Rule(CodeKind.CLOSING, ("rid", "id")),
    "it": Rule(CodeKind.STANDALONE, side="pos"),
}
_WHOLE = frozenset({"trans-unit", "note", "review"})


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is XLIFF 1."""
    text = _plain(head)
    is_other = b"document:2." in text or SDL.encode() in text or b"mqxliff" in text.lower()
    return b"<xliff" in text and not is_other


def is_sdl(head: bytes) -> bool:
    """Whether a file that begins with these bytes is from Trados Studio."""
    return b"<xliff" in _plain(head) and SDL.encode() in _plain(head)


def is_memoq(head: bytes) -> bool:
    """Whether a file that begins with these bytes is from memoQ."""
    return b"<xliff" in _plain(head) and b"mqxliff" in _plain(head).lower()


def _plain(head: bytes) -> bytes:
    return head.replace(b"\x00", b"")


def read(path: Path) -> ProjectReview:
    """Read the segments of every `file` element as a document; ReviewerError names the line."""
    with path.open("rb") as stream:
        head = stream.read(64 * 1024)
    form = "sdlxliff" if is_sdl(head) else "mqxliff" if is_memoq(head) else "xliff-1.2"
    reader = _Reader(path.name)
    with collector_paused():
        for number, attributes, node in _files(path, path.name):
            reader.take(number, attributes, node)
        return review_of(reader.parts, path, form)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the review into the file it came from, or into a new one where there is none."""
    project = as_project(review)
    original = original_of(project, FORMATS)
    data = v1_new.whole(project) if original is None else _patched(original, project)
    with replacing(path) as file:
        file.write(data)


def write_back(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the review into the file it came from; ReviewerError where there is none."""
    project = as_project(review)
    original = original_of(project, FORMATS)
    if original is None:
        raise ReviewerError(
            "only what came from such a file can be written as one",
            file=path.name,
            remedy="Export it as XLIFF 1.2.",
        )
    data = _patched(original, project)
    with replacing(path) as file:
        file.write(data)


def _patched(original: Original, project: ProjectReview) -> bytes:
    raw = Bytes(original.data, file=original.name)
    patcher = v1_patch.Patcher(raw, project)
    keys, last = Keys(), 0
    for number, _, node in _files(raw.data, original.name, "utf-8"):
        if number > last:
            keys, last = Keys(), number
        if node.name == "trans-unit" and node.attributes.get("translate") != "no":
            patcher.unit(node, tuple(cells(node, keys, str(number))), Coder(RULES))
    return raw.with_patches(patcher.patches) if patcher.patches else original.data


def cells(unit: Node, keys: Keys, file_number: str) -> Iterator[Cell]:
    """Yield the segments of a unit."""
    source, target = unit.find("source"), unit.find("target")
    if source is None:
        return
    name = unit.attributes.get("id", "")
    segmented = unit.find("seg-source")
    marks = _segments(segmented) if segmented is not None else {}
    if not marks:
        yield Cell(keys.name(file_number, name), "", source, target)
        return
    targets = _segments(target) if target is not None else {}
    if not targets and target is not None and target.text().strip():
        # The target was not cut: the whole unit is one segment.
        yield Cell(keys.name(file_number, name), "", source, target)
        return
    for segment_id, mark in marks.items():
        yield Cell(keys.name(file_number, name, segment_id), segment_id, mark, targets.get(segment_id))


def _segments(node: Node) -> dict[str, Node]:
    """Find the segments in an element, at any depth, by their ids."""
    found: dict[str, Node] = {}
    for child in node.nodes():
        if child.name == "mrk" and child.attributes.get("mtype") == "seg":
            found.setdefault(child.attributes.get("mid", ""), child)
        else:
            found.update(_segments(child))
    return found


class _Reader:
    """Takes a file's units one by one."""

    def __init__(self, file: str) -> None:
        self.parts: list[Part] = []
        self._file = file
        self._keys = Keys()
        self._number = self._paragraph = 0

    def take(self, number: int, attributes: Mapping[str, str], node: Node) -> None:
        """Take what stands in a `file` element, counted from 1; some hold nothing."""
        if number > self._number:
            self._number = number
            title, source = attributes.get("original", ""), attributes.get("source-language", "")
            self.parts.append(Part(title, source, attributes.get("target-language", "")))
            self._keys, self._paragraph = Keys(), 0
        if is_record(node):
            self.parts[-1].records += records_in(node, file=self._file)
        elif node.name == "trans-unit":
            if node.attributes.get("translate") == "no":
                self.parts[-1].left_out += 1
            else:
                self._unit(node, self.parts[-1])
            self._paragraph += 1

    def _unit(self, unit: Node, part: Part) -> None:
        coder = Coder(RULES)
        records: list[object] = []
        notes: list[str] = []
        for child in unit.nodes():
            if is_record(child):
                records += records_in(child, file=self._file)
            elif child.name == "note" and child.attributes.get("from") != AUTHOR:
                notes.append(child.text().strip())
        note = "\n".join(notes)
        for cell in cells(unit, self._keys, str(self._number)):
            where = standing(unit, unit.find("target"), cell.segment_id)
            if where.is_locked:
                part.left_out += 1
                continue
            try:
                source = coder.text(cell.source)
                target = coder.text(cell.target) if cell.target is not None else ""
            except RecordError as error:
                raise ReviewerError(str(error), file=self._file, place=f"line {unit.line}") from error
            own = tuple(own_records(records, cell.key)) if records else ()
            if not (source.strip() or target.strip() or own):
                continue
            part.pieces.append(
                Piece(
                    key=cell.key,
                    paragraph=self._paragraph,
                    source=source,
                    target=target,
                    codes=coder.codes_in(source, target),
                    note=note,
                    state=where.state,
                    records=own,
                )
            )


def _files(
    source: Path | bytes, file: str, encoding: str | None = None
) -> Iterator[tuple[int, dict[str, str], Node]]:
    """Yield what is in each `file` element: its number from 1, its attributes, a unit or our records."""
    attributes: dict[str, str] = {}
    number = 0
    for event in walk(source, _WHOLE, file=file, encoding=encoding):
        if isinstance(event, Opened):
            if event.name == "file":
                attributes, number = event.attributes, number + 1
            elif event.name == "xliff" and event.attributes.get("version", "1.2").startswith("2"):
                raise ReviewerError("this is XLIFF 2", file=file, remedy="Open it as format xliff-2.")
        elif isinstance(event, Node) and number:
            yield number, attributes, event
