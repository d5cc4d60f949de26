"""What the makers of translation tools have added to XLIFF 1.2, and how they say how far a segment is."""

from dataclasses import dataclass

from reviewer.domain.segment import State
from reviewer.formats.markup.splice import Bytes, Patch, with_attributes
from reviewer.formats.markup.walk import Node

SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
MEMOQ = "MQXliff"
PHRASE = "http://www.memsource.com/mxlf/2.0"
_DONE_12 = {"final", "signed-off"}
_DONE_SDL = {"ApprovedTranslation", "ApprovedSignOff"}
_DONE_MQ = {"Proofread", "Reviewer1Confirmed", "Reviewer2Confirmed"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a file says a segment is."""

    state: State = State.UNREVIEWED
    is_locked: bool = False


def standing(unit: Node, target: Node | None, segment_id: str) -> Standing:
    """Read how far a segment of a unit is, in any of the dialects."""
    if (segment := _sdl_segment(unit, segment_id)) is not None:
        told = segment.attributes
        return Standing(_state(told.get("conf", "") in _DONE_SDL), told.get("locked") == "true")
    if (status := unit.attributes.get(f"{MEMOQ} status")) is not None:
        return Standing(_state(status in _DONE_MQ), f"{MEMOQ} locked" in unit.attributes)
    is_locked = unit.attributes.get(f"{PHRASE} locked") == "true"
    is_done = target is not None and target.attributes.get("state", "") in _DONE_12
    return Standing(_state(is_done or unit.attributes.get("approved") == "yes"), is_locked)


def patches(
    raw: Bytes, unit: Node, segment_id: str, state: State, *, is_signed: bool
) -> tuple[Patch, ...] | None:
    """Write how far a segment is where a dialect keeps it; None where XLIFF's own attribute says it."""
    if (segment := _sdl_segment(unit, segment_id)) is not None:
        if not state.is_done:
            return ()
        conf = "ApprovedSignOff" if is_signed else "ApprovedTranslation"
        return (_patch(raw, segment, {"conf": conf}),)
    if f"{MEMOQ} status" in unit.attributes:
        prefix = _prefix(raw, unit)
        return (_patch(raw, unit, {f"{prefix}status": "Proofread"}),) if state.is_done else ()
    return None


def is_foreign(unit: Node) -> bool:
    """Whether a unit is of a dialect whose programs expect nothing of others in it."""
    return f"{MEMOQ} status" in unit.attributes or any(child.space == SDL for child in unit.nodes())


def _state(is_done: bool) -> State:
    return State.REVIEWED if is_done else State.UNREVIEWED


def _sdl_segment(unit: Node, segment_id: str) -> Node | None:
    definitions = next((child for child in unit.nodes() if child.name == "seg-defs"), None)
    if definitions is None:
        return None
    return next((each for each in definitions.nodes() if each.attributes.get("id") == segment_id), None)


def _patch(raw: Bytes, node: Node, values: dict[str, str]) -> Patch:
    tag = raw.tag(node)
    return Patch(node.start, node.start + len(tag), with_attributes(tag, values))


def _prefix(raw: Bytes, unit: Node) -> str:
    """Return the prefix that memoQ's attributes have in this file."""
    tag = raw.tag(unit)
    before = tag[: tag.index(b"status=")] if b"status=" in tag else b" mq:"
    return before.split()[-1].decode("utf-8")
