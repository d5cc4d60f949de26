"""What the annotated web page shows, ready for its template: marks in lanes, numbers, cards."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.flag import Flag, Judgement, Severity
from reviewer.domain.score import ScoreCard
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.formats.summary import Line, day, summary_lines
from reviewer.formats.track import Kind, Place, Track, english_sides, hindi_track, plain_track
from reviewer.formats.visible import proposal, type_title, visible

_LANES = 3
"""Lines that can be told apart below one another; a flag beyond has its number only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """A flag as listed below its segment and shown in its card."""

    number: int
    anchor: str
    severity: Severity
    title: str
    quote: str
    proposal: str
    is_deletion: bool
    comment: str
    notes: tuple[str, ...]
    """Short remarks: where it lies if that cannot be seen, what is open, who made it when."""
    is_resolved: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One line under a piece."""

    severity: Severity
    lane: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A stretch of text, a caret where `text` is empty, or the numbers of flags that end here."""

    text: str = ""
    kind: Kind = Kind.KEPT
    marks: tuple[Mark, ...] = ()
    flags: tuple[FlagView, ...] = ()
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """One text of a segment."""

    name: str
    language: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentView:
    """One row of the page."""

    anchor: str
    number: int
    segment: Segment
    judgements: tuple[str, ...]
    english: tuple[TextView, ...]
    hindi: TextView
    flags: tuple[FlagView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One article of the page."""

    title: str
    language: str
    summary: tuple[Line, ...]
    segments: tuple[SegmentView, ...]
    has_english: bool


def document_view(
    review: DocumentReview, number: int, score: ScoreCard | None, settled: Iterable[int]
) -> DocumentView:
    """Prepare a document; `settled` holds the ids of flags that the edits have dealt with."""
    sides = english_sides(review)
    flags: dict[int, list[Flag]] = defaultdict(list)
    judgements: dict[int | None, list[Judgement]] = defaultdict(list)
    for flag in review.flags:
        flags[flag.segment_id].append(flag)
    for judgement in review.judgements:
        judgements[judgement.segment_id].append(judgement)
    known = frozenset(settled)
    views = []
    for segment in review.segments:
        anchor = f"d{number}s{segment.position + 1}"
        listed = {
            flag.id: _flag_view(flag, n, f"{anchor}f{n}", known)
            for n, flag in enumerate(flags[segment.id], start=1)
        }
        views.append(
            SegmentView(
                anchor=anchor,
                number=segment.position + 1,
                segment=segment,
                judgements=tuple(map(_judged, judgements[segment.id])),
                english=tuple(_english(segment, side, flags[segment.id], listed, review) for side in sides),
                hindi=TextView(
                    name="Hindi",
                    language=review.document.target_language,
                    items=tuple(_items(hindi_track(segment, flags[segment.id]), listed)),
                ),
                flags=tuple(listed.values()),
            )
        )
    return DocumentView(
        title=visible(review.document.title),
        language=review.document.target_language,
        summary=(*summary_lines(review, score), *_document_judgements(judgements[None])),
        segments=tuple(views),
        has_english=bool(sides),
    )


def _flag_view(flag: Flag, number: int, anchor: str, settled: frozenset[int]) -> FlagView:
    is_resolved = flag.id in settled
    notes = (
        "" if flag.spans else "whole segment",
        "resolved" if is_resolved else "",
        "needs the source" if flag.needs_source else "",
        visible(flag.author),
        day(visible(flag.created)),
    )
    return FlagView(
        number=number,
        anchor=anchor,
        severity=flag.severity,
        title=type_title(flag.type),
        quote=visible(flag.quote),
        proposal=proposal(flag),
        is_deletion=flag.suggestion == "",
        comment=visible(flag.comment),
        notes=tuple(filter(None, notes)),
        is_resolved=is_resolved,
    )


def _english(
    segment: Segment,
    side: Side,
    flags: Sequence[Flag],
    listed: Mapping[int, FlagView],
    review: DocumentReview,
) -> TextView:
    language = review.document.source_language
    track = plain_track(segment.text(side), side, flags)
    name = "Source" if side is Side.SOURCE else "Back-translation"
    return TextView(name=name, language=language, items=tuple(_items(track, listed)))


def _items(track: Track, listed: Mapping[int, FlagView]) -> Iterator[Item]:
    places = [place for place in track.places if place.flag.spans]
    lanes = _lanes(places)
    for border in range(len(track.pieces) + 1):
        yield from _border(places, border, track, listed)
        if border == len(track.pieces):
            return
        piece = track.pieces[border]
        over = [place for place in places if place.covers(border, piece)]
        drawn = [(lanes[id(place)], place) for place in over if lanes[id(place)] <= _LANES]
        yield Item(
            text=visible(piece.text),
            kind=piece.kind,
            marks=tuple(Mark(place.flag.severity, lane) for lane, place in drawn),
            flags=tuple(listed[place.flag.id] for place in over),
        )


def _border(
    places: Sequence[Place], border: int, track: Track, listed: Mapping[int, FlagView]
) -> Iterator[Item]:
    """Yield the numbers of flags that end at a border, then each caret with its number."""
    for place in places:
        if place.stop == border and not place.is_caret:
            pieces = track.pieces[place.start : place.stop]
            kinds = {piece.kind for n, piece in enumerate(pieces, place.start) if place.covers(n, piece)}
            kind = kinds.pop() if len(kinds) == 1 else Kind.KEPT
            yield Item(kind=kind, flags=(listed[place.flag.id],), is_number=True)
    for place in places:
        if place.start == border and place.is_caret:
            flags = (listed[place.flag.id],)
            yield Item(marks=(Mark(place.flag.severity, 1),), flags=flags)
            yield Item(flags=flags, is_number=True)


def _lanes(places: Sequence[Place]) -> dict[int, int]:
    """Give each place the first lane, counted from 1, that is free along its whole length."""
    lanes: dict[int, int] = {}
    taken: list[int] = []
    for place in sorted(places, key=lambda one: (one.start, -one.stop)):
        if place.is_caret:
            continue
        free = next((lane for lane, until in enumerate(taken) if until <= place.start), len(taken))
        taken[free : free + 1] = [place.stop]
        lanes[id(place)] = free + 1
    return lanes


def _judged(judgement: Judgement) -> str:
    return judgement.label


def _document_judgements(judgements: Sequence[Judgement]) -> Iterator[Line]:
    for one in judgements:
        yield f"{one.scale.value}, whole document", f"{one.value:g} ({visible(one.judge)})"
