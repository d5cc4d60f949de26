"""Writing a review into an XLIFF 1.2 file: targets, states, notes, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain.segment import State
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.markup.inline import Coder
from reviewer.formats.markup.splice import Bytes, Patch, escaped, quoted, with_attributes
from reviewer.formats.markup.walk import Node
from reviewer.formats.xliff import dialect
from reviewer.formats.xliff.note import AUTHOR, RECEIVED, note_text
from reviewer.formats.xliff.record import element, is_record, said_by_key, unit_records

STATES = {State.REVIEWED: "signed-off", State.CLEAN: "signed-off", State.IN_WORK: "needs-review-translation"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One segment of a unit, and the elements that hold its texts."""

    key: str
    segment_id: str
    """The id of its `mrk`; empty where the unit is one segment."""
    source: Node
    target: Node | None
    """What holds the text: the unit's target or a `mrk` in it."""


class Patcher:
    """Collects the changes of a file."""

    def __init__(self, raw: Bytes, project: ProjectReview) -> None:
        self.patches: list[Patch] = []
        self._raw = raw
        self._said = said_by_key(project)

    def unit(self, unit: Node, cells: Sequence[Cell], coder: Coder) -> None:
        """Note what the review changes in one unit."""
        before: dict[str, str] = {}
        for cell in cells:
            coder.text(cell.source, self._raw)
            before[cell.key] = coder.text(cell.target, self._raw) if cell.target is not None else ""
        changed = [cell for cell in cells if self._is_touched(unit, cell, before[cell.key])]
        if not changed:
            return
        raw, target = self._raw, unit.find("target")
        contents = {
            cell.key: coder.expand(self._said[cell.key].segment.final)
            for cell in changed
            if self._said[cell.key].segment.final != before[cell.key]
        }
        is_foreign = dialect.is_foreign(unit)
        extras = b"" if is_foreign else self._extras(unit, changed, coder)
        if target is None or raw.is_closed_at_once(target):
            self._new_target(unit, target, cells, contents, extras)
        else:
            for cell in changed:
                if cell.target is not None and cell.key in contents:
                    self._fill(cell.target, contents[cell.key])
            values = {} if is_foreign else self._state(unit, cells)
            if values:
                tag = raw.tag(target)
                self.patches.append(
                    Patch(target.start, target.start + len(tag), with_attributes(tag, values))
                )
            self._insert(raw.end(target), extras)
        for cell in changed:
            said = self._said[cell.key]
            own = dialect.patches(
                raw, unit, cell.segment_id, said.segment.state, is_signed=said.entry.document.is_signed
            )
            self.patches += own or ()
        if not is_foreign:
            self._insert(*self._behind_all(unit), self._records(changed))

    def _is_touched(self, unit: Node, cell: Cell, before: str) -> bool:
        said = self._said.get(cell.key)
        if said is None:
            return False
        segment = said.segment
        was = dialect.standing(unit, unit.find("target"), cell.segment_id).state
        return (
            segment.final != before
            or segment.is_edited
            or bool(said.flags)
            or segment.state.is_done != was.is_done
            or bool(said.judgements)
        )

    def _state(self, unit: Node, cells: Sequence[Cell]) -> dict[str, str]:
        """Return the target's state: that of the segment which is least far."""
        known = [self._said[cell.key] for cell in cells if cell.key in self._said]
        states = [said.segment.state for said in known]
        if all(state.is_done for state in states):
            is_signed = all(said.entry.document.is_signed for said in known)
            self._approve(unit)
            return {"state": "final" if is_signed else "signed-off"}
        return {"state": STATES[State.IN_WORK]} if any(said.segment.is_edited for said in known) else {}

    def _approve(self, unit: Node) -> None:
        if unit.attributes.get("approved") != "yes":
            tag = self._raw.tag(unit)
            changed = with_attributes(tag, {"approved": "yes"})
            self.patches.append(Patch(unit.start, unit.start + len(tag), changed))

    def _fill(self, node: Node, content: bytes) -> None:
        raw = self._raw
        if raw.is_closed_at_once(node):
            tag = raw.tag(node)
            name = tag[1:].split(None, 1)[0].rstrip(b"/>")
            whole = tag[:-2].rstrip() + b">" + content + b"</" + name + b">"
            self.patches.append(Patch(node.start, node.start + len(tag), whole))
        else:
            self.patches.append(Patch(raw.inner(node), node.close, content))

    def _new_target(
        self,
        unit: Node,
        target: Node | None,
        cells: Sequence[Cell],
        contents: dict[str, bytes],
        extras: bytes,
    ) -> None:
        """Put a target where there was none, or an empty one."""
        raw = self._raw
        segmented = unit.find("seg-source")
        is_cut = segmented is not None and any(cell.segment_id for cell in cells)
        before = segmented or unit.find("source")
        if before is None:
            return
        if is_cut and segmented is not None:
            content = self._cut_target(segmented, cells, contents)
        else:
            content = next(iter(contents.values()), b"")
        prefix = raw.prefix(before)
        values = {} if dialect.is_foreign(unit) else self._state(unit, cells)
        if target is not None:
            tag = raw.tag(target)
            start = with_attributes(tag[:-2].rstrip() + b">", values)
            whole = start + content + f"</{prefix}target>".encode() + extras
            self.patches.append(Patch(target.start, raw.end(target), whole))
            return
        start = with_attributes(f"<{prefix}target>".encode(), values)
        at = raw.end(before)
        whole = raw.indent(before) + start + content + f"</{prefix}target>".encode() + extras
        self.patches.append(Patch(at, at, whole))

    def _cut_target(self, segmented: Node, cells: Sequence[Cell], contents: dict[str, bytes]) -> bytes:
        """Return the cut source with the targets in the place of its segments."""
        raw = self._raw
        at, stop = raw.inner(segmented), segmented.close
        pieces: list[bytes] = []
        for cell in sorted(cells, key=lambda each: each.source.start):
            pieces += (raw.data[at : raw.inner(cell.source)], contents.get(cell.key, b""))
            at = cell.source.close
        return b"".join((*pieces, raw.data[at:stop]))

    def _extras(self, unit: Node, changed: Sequence[Cell], coder: Coder) -> bytes:
        """Return notes of the flags and the received text; those of an earlier export are taken out."""
        raw = self._raw
        source = unit.find("source")
        if source is None:
            return b""
        for child in unit.nodes():
            if _is_ours(child):
                self._remove(child)
        prefix, indent = raw.prefix(source), raw.indent(source)
        segmented = unit.find("seg-source")
        # The schema lets a match name a segment that stands in the cut source itself, not in a code of it.
        named = {node.attributes.get("mid") for node in segmented.nodes()} if segmented else set()
        pieces: list[bytes] = []
        for cell in changed:
            said = self._said[cell.key]
            for flag in said.flags:
                text = escaped(note_text(flag, said.segment))
                pieces.append(
                    indent
                    + f'<{prefix}note from="{AUTHOR}" annotates="target">{text}</{prefix}note>'.encode()
                )
            if said.segment.is_edited:
                received = coder.expand(said.segment.received)
                mid = f' mid="{quoted(cell.segment_id)}"' if cell.segment_id in named else ""
                pieces.append(
                    indent
                    + f'<{prefix}alt-trans origin="{RECEIVED}"{mid}><{prefix}target>'.encode()
                    + received
                    + f"</{prefix}target></{prefix}alt-trans>".encode()
                )
        return b"".join(pieces)

    def _records(self, changed: Sequence[Cell]) -> bytes:
        records: list[dict[str, object]] = []
        for cell in changed:
            said = self._said[cell.key]
            records += (
                {"kind": "cell", "key": cell.key},
                *unit_records(said.segment, said.flags, said.judgements),
            )
        return element(records)

    def _remove(self, node: Node) -> None:
        raw = self._raw
        start = node.start - len(raw.indent(node))
        self.patches.append(Patch(start, raw.end(node), b""))

    def _behind_all(self, unit: Node) -> tuple[int, bytes]:
        """Return where the last element of others ends, and the line break before it."""
        kept = [child for child in unit.nodes() if not _is_ours(child)]
        return self._raw.end(kept[-1]), self._raw.indent(kept[-1])

    def _insert(self, at: int, *data: bytes) -> None:
        if joined := b"".join(data):
            self.patches.append(Patch(at, at, joined))


def _is_ours(node: Node) -> bool:
    """Whether an element was put there by an export of ours."""
    is_told = node.attributes.get("from") == AUTHOR or node.attributes.get("origin") == RECEIVED
    return is_record(node) or (node.name in {"note", "alt-trans"} and is_told)
