"""One row of the desk: a segment with what was said about it, and its marks."""

from dataclasses import dataclass, replace
from functools import lru_cache

from reviewer.domain.finding import Finding
from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from reviewer.text.offset import to_utf16
from reviewer.ui.mark import Mark

SHOWN_SIDES = (Side.SOURCE, Side.BACK_TRANSLATION, Side.FINAL)


@dataclass(frozen=True, slots=True)
class Row:
    """A segment and its flags, as the grid shows them."""

    segment: Segment
    flags: tuple[Flag, ...]
    findings: tuple[Finding, ...] = ()
    """What checks suspect, as far as it is shown."""

    def flag(self, flag_id: int | None) -> Flag | None:
        """The flag of this id."""
        return next((flag for flag in self.flags if flag.id == flag_id), None)

    def marks(self, side: Side, current_flag: int | None = None, finding: str = "") -> tuple[Mark, ...]:
        """The marks on one of the shown texts; of flags, and of findings by their keys."""
        found = _marks(self.segment, self.flags).get(side, ())
        if self.findings:
            found = (*found, *finding_marks(self.findings, self.segment.text(side), side))
        if current_flag is None and not finding:
            return found
        return tuple(
            replace(
                mark, is_current=mark.finding == finding if mark.finding else mark.flag_id == current_flag
            )
            for mark in found
        )


def finding_marks(findings: tuple[Finding, ...], text: str, side: Side) -> tuple[Mark, ...]:
    """The marks of findings on one text; what is missing there is a place between two letters."""
    return tuple(
        Mark(flag_id=-1, ranges=utf16_ranges(text, span), severity=each.severity, finding=each.key)
        for each in findings
        if (span := each.target_span if side is Side.FINAL else _english(each, side)) is not None
    )


def _english(finding: Finding, side: Side) -> Span | None:
    span = finding.english_span
    return span if span is not None and span.side is side else None


@lru_cache(maxsize=2048)
def _marks(segment: Segment, flags: tuple[Flag, ...]) -> dict[Side, tuple[Mark, ...]]:
    made: dict[Side, list[Mark]] = {side: [] for side in SHOWN_SIDES}
    for flag in flags:
        place = placed(flag, segment)
        spans = [span for span in flag.spans if span.side in {Side.SOURCE, Side.BACK_TRANSLATION}]
        if place.span_on_final is not None:
            spans.append(place.span_on_final)
        for span in spans:
            side = span.side if span.side in made else Side.FINAL
            made[side].append(
                Mark(
                    flag_id=flag.id,
                    ranges=utf16_ranges(segment.text(side), span),
                    severity=flag.severity,
                    is_resolved=place.is_resolved,
                )
            )
    return {side: tuple(marks) for side, marks in made.items()}


def utf16_ranges(text: str, span: Span) -> tuple[Range, ...]:
    """The span's ranges in UTF-16 units, for Qt."""
    return tuple(Range(to_utf16(text, piece.start), to_utf16(text, piece.end)) for piece in span.ranges)
