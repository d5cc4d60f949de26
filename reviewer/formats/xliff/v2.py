"""XLIFF 2.0, 2.1 and 2.2: read, and written back into the same file; a new file is 2.1 with ITS issues.

Issues of other programs (ITS localisation quality issues, inline or stand-off) become flags.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import regex

from reviewer.domain.code import CodeKind, Original
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.field import RecordError
from reviewer.formats.markup.inline import Coder, Place, Rule
from reviewer.formats.markup.splice import Bytes
from reviewer.formats.markup.walk import Closed, Node, Opened, walk
from reviewer.formats.record import as_project
from reviewer.formats.xliff import its, v2_new
from reviewer.formats.xliff.piece import Issue, Keys, Part, Piece, original_of, review_of
from reviewer.formats.xliff.record import is_record, own_records, records_in
from reviewer.formats.xliff.v2_mark import ID
from reviewer.formats.xliff.v2_patch import Cell, Patcher
from reviewer.text.atomic import replacing
from reviewer.text.collector import collector_paused

FORMAT = "xliff-2"
RULES: Mapping[str, Rule] = {
    "pc": Rule(),
    "mrk": Rule(),
    "ph": Rule(CodeKind.STANDALONE),
    "sc": Rule(CodeKind.OPENING),
    "ec": Rule(CodeKind.CLOSING, ("startRef", "id")),
    "sm": Rule(CodeKind.OPENING),
    "em": Rule(CodeKind.CLOSING, ("startRef",)),
}
_ROOT = regex.compile(rb"<(?:[\w.-]+:)?xliff\s([^>]{0,8000})")
_VERSION_2 = regex.compile(rb"""\sversion\s*=\s*["']2\.|document:2\.""")
_WHOLE = frozenset({"unit", "notes", "review"})
_DONE = {"reviewed", "final"}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where in a file a unit stands."""

    number: int
    """Of its `file`, from 1."""
    file: Mapping[str, str]
    root: Mapping[str, str]
    is_translated: bool
    """Whether what is around it says that it is to be translated."""


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is XLIFF 2."""
    root = _ROOT.search(head.replace(b"\x00", b""))
    return root is not None and bool(_VERSION_2.search(b" " + root.group(1)))


def read(path: Path) -> ProjectReview:
    """Read the segments of every `file` element as a document; ReviewerError names the line."""
    reader = _Reader(path.name)
    with collector_paused():
        for frame, node in _units(path, path.name):
            reader.take(frame, node)
        return review_of(reader.parts, path, FORMAT)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the review into the file it came from, or into a new one of version 2.1."""
    project = as_project(review)
    original = original_of(project, (FORMAT,))
    data = v2_new.whole(project) if original is None else _patched(original, project)
    with replacing(path) as file:
        file.write(data)


def write_new(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the review as a new file, wherever it came from."""
    data = v2_new.whole(as_project(review))
    with replacing(path) as file:
        file.write(data)


def _patched(original: Original, project: ProjectReview) -> bytes:
    raw = Bytes(original.data, file=original.name)
    patcher = Patcher(raw, project)
    keys, last = Keys(), 0
    for frame, node in _units(raw.data, original.name, "utf-8"):
        if frame.number > last:
            keys, last = Keys(), frame.number
        if node.name == "unit" and _is_translated(frame, node):
            patcher.unit(node, tuple(_cells(node, keys, frame)), _coder(node))
    root = next(e for e in walk(raw.data, (), file=original.name, encoding="utf-8") if isinstance(e, Opened))
    patcher.root(root)
    return raw.with_patches(patcher.patches) if patcher.patches else original.data


def _units(source: Path | bytes, file: str, encoding: str | None = None) -> Iterator[tuple[Frame, Node]]:
    """Yield units and records of ours, each with where it stands."""
    root: Mapping[str, str] = {}
    told: Mapping[str, str] = {}
    number = 0
    around: list[bool] = []
    for event in walk(source, _WHOLE, file=file, encoding=encoding):
        if isinstance(event, Opened):
            before = around[-1] if around else True
            around.append({"yes": True, "no": False}.get(event.attributes.get("translate", ""), before))
            if event.name == "xliff":
                root = event.attributes
            elif event.name == "file":
                told, number = event.attributes, number + 1
        elif isinstance(event, Closed):
            around.pop()
        elif number:
            yield Frame(number, told, root, around[-1]), event


def _is_translated(frame: Frame, unit: Node) -> bool:
    return {"yes": True, "no": False}.get(unit.attributes.get("translate", ""), frame.is_translated)


def _cells(unit: Node, keys: Keys, frame: Frame) -> Iterator[Cell]:
    name, file = unit.attributes.get("id", ""), frame.file.get("id", "") or str(frame.number)
    place = 0
    for child in unit.children:
        if type(child) is Node and child.name == "segment":
            place += 1
            source = child.find("source")
            if source is not None:
                key = keys.name(file, name, child.attributes.get("id", "") or f"[{place}]")
                yield Cell(key, child, source, child.find("target"))


def _coder(unit: Node) -> Coder:
    data = unit.find("originalData")
    if data is None:
        return Coder(RULES, data_of=_shown, is_passed=_is_ours)
    held = {each.attributes.get("id", ""): each.text() for each in data.nodes()}

    def shown(node: Node) -> str:
        told = node.attributes
        for name in ("dataRef", "dataRefStart"):
            if told.get(name) in held:
                return held[told[name]]
        return _shown(node)

    return Coder(RULES, data_of=shown, is_passed=_is_ours)


def _shown(node: Node) -> str:
    told = node.attributes
    return told.get("disp") or told.get("equiv") or told.get("equivStart") or f"<{node.name}>"


def _is_ours(node: Node) -> bool:
    """Whether an annotation was put there by an export of ours."""
    return node.attributes.get("id", node.attributes.get("startRef", "")).startswith(ID)


class _Reader:
    """Takes a file's units one by one."""

    def __init__(self, file: str) -> None:
        self.parts: list[Part] = []
        self._file = file
        self._keys = Keys()
        self._number = self._paragraph = 0

    def take(self, frame: Frame, node: Node) -> None:
        """Take what stands in a `file` element; some hold nothing."""
        if frame.number > self._number:
            self._number = frame.number
            title = frame.file.get("original", "") or frame.file.get("id", "")
            source, target = frame.root.get("srcLang", ""), frame.root.get("trgLang", "")
            self.parts.append(Part(title, source, target))
            self._keys, self._paragraph = Keys(), 0
        part = self.parts[-1]
        if is_record(node):
            part.records += records_in(node, file=self._file)
        elif node.name == "unit":
            if _is_translated(frame, node):
                self._unit(node, part, frame)
            else:
                part.left_out += 1
            self._paragraph += 1

    def _unit(self, unit: Node, part: Part, frame: Frame) -> None:
        coder = _coder(unit)
        ours = [child for child in unit.nodes() if is_record(child)]
        records = [record for child in ours for record in records_in(child, file=self._file)]
        notes = unit.find("notes")
        note = "\n".join(each.text().strip() for each in notes.nodes()) if notes is not None else ""
        for cell in _cells(unit, self._keys, frame):
            around_source: list[Place] = []
            around_target: list[Place] = []
            try:
                source = coder.text(cell.source, places=around_source)
                target = "" if cell.target is None else coder.text(cell.target, places=around_target)
            except RecordError as error:
                raise ReviewerError(str(error), file=self._file, place=f"line {unit.line}") from error
            own = tuple(own_records(records, cell.key)) if records else ()
            if not (source.strip() or target.strip() or own):
                continue
            is_done = cell.segment.attributes.get("state") in _DONE
            part.pieces.append(
                Piece(
                    key=cell.key,
                    paragraph=self._paragraph,
                    source=source,
                    target=target,
                    codes=coder.codes_in(source, target),
                    note=note,
                    state=State.REVIEWED if is_done else State.UNREVIEWED,
                    issues=tuple(_issues({Side.SOURCE: around_source, Side.RECEIVED: around_target}, unit))
                    if around_source or around_target
                    else (),
                    records=own,
                )
            )


def _issues(places: Mapping[Side, list[Place]], unit: Node) -> Iterator[Issue]:
    """Yield what annotations say is wrong, inline or in lists of the unit."""
    lists = {
        node.attributes.get("http://www.w3.org/XML/1998/namespace id", ""): node
        for node in unit.nodes()
        if node.name == "locQualityIssues" and node.space == its.NAMESPACE
    }
    for side, found in places.items():
        ends = {p.node.attributes.get("startRef"): p.start for p in found if p.node.name == "em"}
        for place in found:
            if place.node.name == "em" or _is_ours(place.node):
                continue
            values = its.attributes_of(place.node.attributes)
            start, end = place.start + 1, place.end - 1
            if place.node.name == "sm":
                start, end = place.end, ends.get(place.node.attributes.get("id"), place.end)
            reference = values.get("locQualityIssuesRef", "").rpartition("=")[2].lstrip("#")
            told = [values] if "locQualityIssueType" in values or "locQualityIssueComment" in values else []
            if reference in lists:
                told = [dict(node.attributes) for node in lists[reference].nodes()]
            for issue in told:
                if issue.get("locQualityIssueEnabled", "yes") == "yes":
                    yield Issue(
                        its.mqm_type(issue),
                        its.severity(issue),
                        issue.get("locQualityIssueComment", ""),
                        side,
                        (min(start, end), max(start, end)),
                        values.get("revPerson", ""),
                    )
