"""What a score report shows, ready for its template."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.profile import Profile
from reviewer.domain.score import MetricScore, ScoreCard
from reviewer.domain.segment import Document, Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.reports.mark import Change, Piece, changes, marked

WORST_FIRST = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class Bar:
    """One severity's part of a bar, in hundredths of the chart's width."""

    severity: Severity
    start: float
    width: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRow:
    """How often one error type was flagged, by severity, worst first."""

    title: str
    dimension: str
    counts: tuple[int, ...]
    total: int
    open: int
    """Of these, still open in the final text."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorTable:
    """Errors by type, most frequent first, and their sums."""

    rows: tuple[TypeRow, ...]
    counts: tuple[int, ...]
    total: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """A flag in the list below its segment."""

    number: int
    severity: Severity
    title: str
    quote: str
    suggestion: str | None
    comment: str
    notes: tuple[str, ...]
    is_resolved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """One text of a segment with the flags on it."""

    name: str
    language: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentView:
    """A flagged or edited segment."""

    anchor: str
    number: int
    segment: Segment
    english: tuple[TextView, ...]
    hindi: tuple[TextView, ...]
    flags: tuple[FlagView, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document with its figures."""

    anchor: str
    review: DocumentReview
    card: ScoreCard
    errors: ErrorTable
    flagged: tuple[SegmentView, ...]
    edited: tuple[SegmentView, ...]


def error_table(flags: Iterable[Flag], profile: Profile, settled: Collection[int]) -> ErrorTable:
    """Count flags by type and severity; `settled` are those the edits have dealt with."""
    flags = list(flags)
    counted = Counter((flag.type, flag.severity) for flag in flags)
    still_open = Counter(flag.type for flag in flags if flag.id not in settled)
    sums = Counter(flag.type for flag in flags)
    longest = max(sums.values(), default=1)
    rows = [
        _type_row(
            type_id, profile, [counted[type_id, severity] for severity in WORST_FIRST], longest, still_open
        )
        for type_id, _ in sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    ]
    totals = Counter(flag.severity for flag in flags)
    return ErrorTable(
        rows=tuple(rows),
        counts=tuple(totals[severity] for severity in WORST_FIRST),
        total=len(flags),
        open=still_open.total(),
    )


def _type_row(
    type_id: str, profile: Profile, counts: Sequence[int], longest: int, still_open: Counter[str]
) -> TypeRow:
    bars, start = [], 0.0
    for severity, count in zip(WORST_FIRST, counts, strict=True):
        width = 100 * count / longest
        if count:
            bars.append(Bar(severity, start, width, count))
        start += width
    return TypeRow(
        title=profile.type(type_id).title,
        dimension=type_id.partition("/")[0],
        counts=tuple(counts),
        total=sum(counts),
        open=still_open[type_id],
        bars=tuple(bars),
    )


def document_view(
    number: int, review: DocumentReview, card: ScoreCard, profile: Profile, settled: Collection[int]
) -> DocumentView:
    """Prepare one document for the page."""
    flags: dict[int, list[Flag]] = {}
    for flag in review.flags:
        flags.setdefault(flag.segment_id, []).append(flag)
    anchor = f"d{number}"
    views = [
        _segment_view(
            f"{anchor}s{segment.position + 1}",
            segment,
            flags.get(segment.id, []),
            document=review.document,
            listed=_flag_views(flags.get(segment.id, []), profile, settled),
        )
        for segment in review.segments
        if segment.is_edited or segment.id in flags
    ]
    return DocumentView(
        anchor=anchor,
        review=review,
        card=card,
        errors=error_table(review.flags, profile, settled),
        flagged=tuple(view for view in views if view.flags),
        edited=tuple(view for view in views if view.changes),
    )


_NAMES = {
    Side.SOURCE: "Source",
    Side.BACK_TRANSLATION: "Back-translation",
    Side.RECEIVED: "Received",
    Side.FINAL: "Final",
}


def _segment_view(
    anchor: str, segment: Segment, flags: Sequence[Flag], *, document: Document, listed: tuple[FlagView, ...]
) -> SegmentView:
    numbered = list(enumerate(flags, start=1))

    def text_view(side: Side) -> TextView:
        is_english = side in {Side.SOURCE, Side.BACK_TRANSLATION}
        return TextView(
            name=_NAMES[side],
            language=document.source_language if is_english else document.target_language,
            pieces=marked(segment.text(side), side, numbered),
        )

    flagged = {span.side for flag in flags for span in flag.spans}
    english = [
        side
        for side in (Side.SOURCE, Side.BACK_TRANSLATION)
        if side in flagged or (side is Side.SOURCE and segment.source)
    ]
    if not english and segment.back_translation:
        english = [Side.BACK_TRANSLATION]
    hindi = [Side.RECEIVED, *([Side.FINAL] if Side.FINAL in flagged else [])]
    return SegmentView(
        anchor=anchor,
        number=segment.position + 1,
        segment=segment,
        english=tuple(map(text_view, english)),
        hindi=tuple(map(text_view, hindi)),
        flags=listed,
        changes=changes(segment.received, segment.final) if segment.is_edited else (),
    )


def _flag_views(flags: Sequence[Flag], profile: Profile, settled: Collection[int]) -> tuple[FlagView, ...]:
    return tuple(
        FlagView(
            number=number,
            severity=flag.severity,
            title=profile.type(flag.type).title,
            quote=flag.quote,
            suggestion=flag.suggestion,
            comment=flag.comment,
            notes=_notes(flag, is_resolved=flag.id in settled),
            is_resolved=flag.id in settled,
        )
        for number, flag in enumerate(flags, start=1)
    )


def _notes(flag: Flag, *, is_resolved: bool) -> tuple[str, ...]:
    notes = (
        "" if flag.spans else "whole segment",
        "resolved" if is_resolved else "",
        "needs the source" if flag.needs_source else "",
        flag.author,
    )
    return tuple(filter(None, notes))


def metric(card: ScoreCard, metric_id: str) -> MetricScore | None:
    """Return one figure of received against final, if there is one."""
    compared = "received against final"
    return next((m for m in card.metrics if m.metric == metric_id and m.compares == compared), None)
