"""Writing a review into an XLIFF 2 file: targets with their issues, states, and what was received."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain.segment import State
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.markup.inline import Coder
from reviewer.formats.markup.splice import Bytes, Patch, escaped, quoted, with_attributes
from reviewer.formats.markup.walk import Node, Opened
from reviewer.formats.xliff.its import NAMESPACE as ITS
from reviewer.formats.xliff.note import RECEIVED
from reviewer.formats.xliff.record import Said, element, is_record, said_by_key, unit_records
from reviewer.formats.xliff.v2_mark import mark
from reviewer.text.code import without_codes

MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
STATES = {State.REVIEWED: "reviewed", State.CLEAN: "reviewed", State.IN_WORK: "translated"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One segment of a unit, and the elements that hold its texts."""

    key: str
    segment: Node
    source: Node
    target: Node | None


class Patcher:
    """Collects the changes of a file."""

    def __init__(self, raw: Bytes, project: ProjectReview) -> None:
        self.patches: list[Patch] = []
        self._raw = raw
        self._said = said_by_key(project)
        self._language = project.documents[0].document.target_language if project.documents else ""

    def unit(self, unit: Node, cells: Sequence[Cell], coder: Coder) -> None:
        """Note what the review changes in one unit."""
        before: dict[str, str] = {}
        for cell in cells:
            coder.text(cell.source, self._raw)
            before[cell.key] = coder.text(cell.target, self._raw) if cell.target is not None else ""
        changed = [cell for cell in cells if self._is_touched(cell, before[cell.key])]
        if not changed:
            return
        records: list[dict[str, object]] = []
        for cell in changed:
            said = self._said[cell.key]
            records.append({"kind": "cell", "key": cell.key})
            records += unit_records(said.segment, said.flags, said.judgements)
            self._target(cell, said, coder)
            self._state(cell, said)
        for child in unit.nodes():
            if is_record(child):
                self._remove(child)
        matches = self._matches(unit, changed)
        at = self._raw.inner(unit)
        self.patches.append(Patch(at, at, matches + element(records)))

    def root(self, root: Opened) -> None:
        """Declare what the changes need: the language of targets, the namespace of issues."""
        raw = self._raw
        if not self.patches:
            return
        node = Node(root.space, root.name, root.attributes, root.start)
        tag = raw.tag(node)
        values = {}
        if "trgLang" not in root.attributes:
            values["trgLang"] = self._language or "hi"
        if b"xmlns:its=" not in tag:
            values["xmlns:its"] = ITS
        if values:
            self.patches.append(Patch(root.start, root.start + len(tag), with_attributes(tag, values)))

    def _is_touched(self, cell: Cell, before: str) -> bool:
        said = self._said.get(cell.key)
        if said is None:
            return False
        was_done = cell.segment.attributes.get("state") in {"reviewed", "final"}
        is_said = bool(said.own_flags or said.judgements)
        return (
            said.segment.final != before
            or said.segment.is_edited
            or is_said
            or (said.segment.state.is_done != was_done)
        )

    def _target(self, cell: Cell, said: Said, coder: Coder) -> None:
        raw = self._raw
        marked = mark(said.segment, said.own_flags, Side.FINAL)
        prefix = raw.prefix(cell.source)
        markup = {letter: _prefixed(data, prefix) for letter, data in marked.markup.items()}
        content = coder.expand(marked.text, markup)
        end = f"</{prefix}target>".encode()
        if cell.target is None:
            at = raw.end(cell.source)
            start = raw.indent(cell.source) + f"<{prefix}target>".encode()
            self.patches.append(Patch(at, at, start + content + end))
        elif raw.is_closed_at_once(cell.target):
            tag = raw.tag(cell.target)
            whole = tag[:-2].rstrip() + b">" + content + end
            self.patches.append(Patch(cell.target.start, raw.end(cell.target), whole))
        else:
            self.patches.append(Patch(raw.inner(cell.target), cell.target.close, content))

    def _state(self, cell: Cell, said: Said) -> None:
        state = said.segment.state
        told = cell.segment.attributes.get("state", "initial")
        if state.is_done:
            wanted = "final" if said.entry.document.is_signed else "reviewed"
        else:
            wanted = "translated" if said.segment.is_edited and told == "initial" else told
        if wanted != told:
            # A sub-state belongs to its state and may not outlive it.
            values = {"state": wanted} | (
                {"subState": "reviewer:reviewed"} if "subState" in cell.segment.attributes else {}
            )
            tag = self._raw.tag(cell.segment)
            start = cell.segment.start
            self.patches.append(Patch(start, start + len(tag), with_attributes(tag, values)))

    def _matches(self, unit: Node, changed: Sequence[Cell]) -> bytes:
        """Take out matches of an earlier export and put the received texts in their place.

        A unit has room for one list of matches: where there is one of others, ours join it. Returned is a
        list of our own. What a match is about is named by the segment's id.
        """
        raw = self._raw
        host: Node | None = None
        for child in unit.nodes():
            if child.space == MATCHES and child.name == "matches":
                own = [node for node in child.nodes() if _is_ours(node)]
                if len(own) == sum(1 for _ in child.nodes()):
                    self._remove(child)
                else:
                    host = host or child
                    for node in own:
                        self._remove(node)
        found = b"".join(
            match(cell.segment.attributes["id"], self._said[cell.key], raw.prefix(cell.source))
            for cell in changed
            if self._said[cell.key].segment.is_edited and "id" in cell.segment.attributes
        )
        if not found:
            return b""
        if host is None:
            return f'<mtc:matches xmlns:mtc="{MATCHES}">'.encode() + found + b"</mtc:matches>"
        declared = f'<mtc:match xmlns:mtc="{MATCHES}" xmlns="{unit.space}" '.encode()
        joined = found.replace(b"<mtc:match ", declared)
        self.patches.append(Patch(host.close, host.close, joined))
        return b""

    def _remove(self, node: Node) -> None:
        self.patches.append(Patch(node.start, self._raw.end(node), b""))


def match(segment_id: str, said: Said, prefix: str = "") -> bytes:
    """Return what was received as a match of a machine's translation, in words alone."""
    source, received = (escaped(without_codes(t)) for t in (said.segment.source or "", said.segment.received))
    system = said.entry.document.system
    origin = f"{RECEIVED} from {system}" if system else RECEIVED
    return (
        f'<mtc:match ref="#{quoted(segment_id)}" type="mt" origin="{quoted(origin)}">'
        f"<{prefix}source>{source}</{prefix}source><{prefix}target>{received}</{prefix}target></mtc:match>"
    ).encode()


def _is_ours(node: Node) -> bool:
    """Whether a match was put there by an export of ours."""
    return node.attributes.get("origin", "").startswith(RECEIVED)


def _prefixed(data: bytes, prefix: str) -> bytes:
    return data.replace(b"<", b"<" + prefix.encode(), 1) if prefix else data
