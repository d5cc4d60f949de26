"""What `reviewer check` prints: a line a finding, or JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reviewer.checks.check import Check
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.review.inspection.manuscript import Placed, Spot

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, and where it is."""

    document: int
    """Its number in the file, from 1."""
    title: str
    segment: Segment
    finding: Finding
    place: Placed | None
    """The segment in the file, where that is a text."""

    @property
    def row(self) -> int:
        """The segment's number in its document, from 1."""
        return self.segment.position + 1

    @property
    def column(self) -> int:
        """The code point of the Hindi segment it begins at, from 1."""
        span = self.finding.target_span
        return 1 if span is None else span.start + 1

    @property
    def spot(self) -> Spot | None:
        """Where in the file the Hindi words are; where there are none, the whole segment."""
        span = self.finding.target_span
        if self.place is None or self.segment.is_edited:
            return None
        return self.place.spot(None if span is None else Range(span.start, span.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of checking one file."""

    file: Path
    profile: str
    documents: tuple[tuple[str, int], ...]
    """Titles, and numbers of segments."""
    checks: tuple[Check, ...]
    told: tuple[Told, ...]
    faults: tuple[str, ...]

    def at_least(self, tier: Tier) -> "Checked":
        """Return the same without less serious findings."""
        return replace(self, told=tuple(each for each in self.told if each.finding.tier.rank <= tier.rank))

    @property
    def segments(self) -> int:
        """How many segments the file has."""
        return sum(count for _, count in self.documents)


def plain_text(checked: Sequence[Checked]) -> str:
    """Return a line a finding, and a last one that sums up."""
    lines = [_line(each, told) for each in checked for told in each.told]
    return "\n".join([*lines, _summary(checked)])


def json_text(checked: Sequence[Checked]) -> str:
    """Return everything, as resources/docs/check-json.md describes it."""
    made = {
        "version": VERSION,
        "counts": _counts(checked),
        "files": [
            {
                "file": str(each.file),
                "profile": each.profile,
                "documents": [{"title": title, "segments": segments} for title, segments in each.documents],
                "counts": _counts([each]),
                "findings": [
                    _entry(told, {check.id: check.code for check in each.checks}) for told in each.told
                ],
                "problems": list(each.faults),
            }
            for each in checked
        ],
    }
    return dumped(made)


def dumped(made: object) -> str:
    """Return JSON; half a character, which UTF-8 cannot hold, stands in it as an escape."""
    text = json.dumps(made, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _line(checked: Checked, told: Told) -> str:
    number = f"[{told.document}]" if len(checked.documents) > 1 else ""
    finding = told.finding
    message = " ".join(finding.message.split())
    return f"{checked.file}{number}:{told.row}:{told.column}: {finding.tier.value} {finding.check} {message}"


def _summary(checked: Sequence[Checked]) -> str:
    counts = _counts(checked)
    found = ", ".join(_counted(count, tier) for tier, count in counts.items() if count) or "nothing found"
    segments = _counted(sum(each.segments for each in checked), "segment")
    where = f"{segments} of {_counted(len(checked), 'file')}" if len(checked) > 1 else segments
    return f"{found} in {where}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _counts(checked: Iterable[Checked]) -> dict[str, int]:
    counts = Counter(told.finding.tier for each in checked for told in each.told)
    return {tier.value: counts[tier] for tier in Tier}


def _entry(told: Told, codes: dict[str, str]) -> dict[str, object]:
    finding = told.finding
    spot = told.spot
    return {
        "document": told.document,
        "segment": told.row,
        "column": told.column,
        "line": None if spot is None else spot.line,
        "line_column": None if spot is None else spot.column,
        "check": finding.check,
        "code": codes.get(finding.check),
        "tier": finding.tier.value,
        "type": finding.type,
        "severity": finding.severity.value,
        "message": finding.message,
        "quote": finding.quote,
        "suggestion": finding.suggestion,
        "is_safe": finding.is_safe,
        "evidence": None if finding.evidence is None else finding.evidence.value,
        "spans": [_span(span, told.segment) for span in finding.spans],
    }


def _span(span: Span, segment: Segment) -> dict[str, object]:
    is_hindi = span.side in {Side.RECEIVED, Side.FINAL}
    return {
        "text": "target" if is_hindi else span.side.value,
        "ranges": [[piece.start, piece.end] for piece in span.ranges],
        "quote": span.quote(segment.final if is_hindi else segment.text(span.side)),
    }
