"""Subtitles in two languages: the source's cues beside those that are shown at the same time."""

import re
from dataclasses import replace
from pathlib import Path

from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats import subtitle
from reviewer.text.code import without_codes
from reviewer.text.script import guess_language

FORMS = frozenset({subtitle.SRT, subtitle.VTT})
_TIME = re.compile(r"(?:(\d+):)?(\d+):(\d+)[.,](\d+)")
_Times = tuple[float, float]


def with_source(review: ProjectReview, source: Path) -> ProjectReview:
    """Put the texts of another subtitle file beside those of one, tags left out; raise ReviewerError.

    Each cue of the source goes to the cue it shares most time with; what shares none is counted in a note.
    """
    entry = review.documents[0]
    others = subtitle.read(source).documents[0].segments
    times = [_times(segment) for segment in entry.segments]
    found: dict[int, list[str]] = {}
    alone = 0
    first = 0
    for other in others:
        start, end = _times(other)
        # Cues come by time: those that ended before this one began are of no use to later ones either.
        while first < len(times) and times[first][1] <= start:
            first += 1
        shared = {
            place: min(end, times[place][1]) - max(start, times[place][0])
            for place in _until(times, first, end)
        }
        best = max(shared, key=lambda place: shared[place], default=None)
        if best is None or shared[best] <= 0:
            alone += 1
        else:
            found.setdefault(best, []).append(without_codes(other.received))
    rows = tuple(
        replace(segment, source="\n".join(found[place]) if place in found else None)
        for place, segment in enumerate(entry.segments)
    )
    language = guess_language(" ".join(segment.source or "" for segment in rows[:30])[:500])
    document = replace(entry.document, source_language=language or entry.document.source_language)
    told = [f"{alone:,} of {len(others):,} source cues share no time with any: left out"] if alone else []
    made = replace(entry, document=document, segments=rows)
    return replace(review, documents=(made,), notes=(*review.notes, *told))


def _until(times: list[_Times], first: int, end: float) -> range:
    """The cues from `first` on that begin before a time."""
    stop = first
    while stop < len(times) and times[stop][0] < end:
        stop += 1
    return range(first, stop)


def _times(segment: Segment) -> _Times:
    start, _, end = segment.note.partition("-->")
    return _seconds(start), _seconds(end)


def _seconds(text: str) -> float:
    match = _TIME.search(text)
    if match is None:
        return 0.0
    hours, minutes, seconds, rest = match.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")
