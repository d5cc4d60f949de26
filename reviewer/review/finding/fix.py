"""What findings' suggestions make of a text."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.checks.trace import stands
from reviewer.domain.finding import Finding
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range
from reviewer.review.correction import corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What the fixes of one segment change: shown before they are applied."""

    segment_id: int
    position: int
    before: str
    after: str
    findings: tuple[Finding, ...]
    """Those whose suggestions are in `after`."""


def can_fix(finding: Finding) -> bool:
    """Whether a finding comes with the right text for its place."""
    return finding.suggestion is not None and finding.target_span is not None


def fixed(segment: Segment, findings: Iterable[Finding]) -> Fix:
    """Put suggestions into a segment's final text.

    Findings without one, or whose words are gone, are left out, and of two on the same words the later.
    """
    taken: list[Finding] = []
    ends: list[Range] = []
    for finding in findings:
        reach = _reach(finding)
        if reach is None or not stands(finding, segment) or any(_meet(reach, other) for other in ends):
            continue
        taken.append(finding)
        ends.append(reach)
    text = segment.final
    for finding, _ in sorted(zip(taken, ends, strict=True), key=lambda pair: pair[1], reverse=True):
        text = _replaced(text, finding)
    return Fix(
        segment_id=segment.id,
        position=segment.position,
        before=segment.final,
        after=text,
        findings=tuple(taken),
    )


def _reach(finding: Finding) -> Range | None:
    span = finding.target_span
    return None if span is None or finding.suggestion is None else Range(span.start, span.end)


def _meet(one: Range, other: Range) -> bool:
    """Whether two share a letter, or are the same place between two letters."""
    return one == other or one.overlaps(other)


def _replaced(text: str, finding: Finding) -> str:
    span, words = finding.target_span, finding.suggestion
    if span is None or words is None:
        return text
    if not words:
        return corrected(text, span, "")
    for piece in reversed(span.ranges[1:]):
        text = corrected(text, type(span)(span.side, (piece,)), "")
    # A check's suggestion is exact: no space is put around it.
    first = span.ranges[0]
    return text[: first.start] + words + text[first.end :]
