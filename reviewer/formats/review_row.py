"""What a review holds as rows of spreadsheets: one for each segment, one for each error."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from reviewer.domain.flag import Flag, Scale
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.visible import visible

Row = tuple[str | float | None, ...]
LONGEST: Final = 32_767
"""UTF-16 units that a cell of Excel can hold; those of LibreOffice hold more."""
SEGMENTS: Final = (
    ("Document", 18),
    ("System", 14),
    ("No.", 6),
    ("Part", 11),
    ("Source", 45),
    ("Back-translation", 45),
    ("Received", 45),
    ("Final", 45),
    ("State", 14),
    ("Errors", 45),
    ("ESA", 8),
)
"""Title of each column, and its width in letters."""
ERRORS: Final = (
    ("Document", 18),
    ("System", 14),
    ("No.", 6),
    ("Severity", 10),
    ("Type", 28),
    ("Side", 14),
    ("Words", 35),
    ("Suggestion", 35),
    ("Comment", 45),
    ("By", 14),
    ("Time", 22),
)


def fitted(text: str) -> str:
    """Return what a cell can hold of a text: characters that XML forbids shown, the end cut off."""
    plain = visible(text)
    return plain if len(plain.encode("utf-16-le")) // 2 <= LONGEST else plain[: LONGEST // 2] + "…"


def segment_rows(project: ProjectReview) -> Iterator[Row]:
    """Yield a row for each segment, as `SEGMENTS` names its cells."""
    for entry in project.documents:
        flags: defaultdict[int, list[Flag]] = defaultdict(list)
        scores: defaultdict[int | None, list[float]] = defaultdict(list)
        for flag in entry.flags:
            flags[flag.segment_id].append(flag)
        for judgement in entry.judgements:
            if judgement.scale is Scale.ESA:
                scores[judgement.segment_id].append(judgement.value)
        for segment in entry.segments:
            own = scores[segment.id]
            yield (
                entry.document.title,
                entry.document.system,
                segment.position + 1,
                segment.role.value,
                segment.source,
                segment.back_translation,
                segment.received,
                segment.final,
                segment.state.value,
                "\n".join(_line(flag, segment) for flag in flags[segment.id]),
                sum(own) / len(own) if own else None,
            )


def _line(flag: Flag, segment: Segment) -> str:
    words = _words(flag, segment)[1]
    told = f"{flag.severity.value} {flag.type}".strip() + (f": “{words}”" if words else "")
    return f"{told} – {flag.comment}" if flag.comment else told


def error_rows(project: ProjectReview) -> Iterator[Row]:
    """Yield a row for each error, as `ERRORS` names its cells."""
    for entry in project.documents:
        segments = {segment.id: segment for segment in entry.segments}
        for flag in entry.flags:
            segment = segments[flag.segment_id]
            side, words = _words(flag, segment)
            yield (
                entry.document.title,
                entry.document.system,
                segment.position + 1,
                flag.severity.value,
                flag.type,
                side,
                words,
                flag.suggestion,
                flag.comment,
                flag.author,
                flag.created,
            )


def _words(flag: Flag, segment: Segment) -> tuple[str, str]:
    """The first side an error speaks of, and its words there; of the whole segment neither."""
    for side in (Side.RECEIVED, Side.FINAL, Side.SOURCE, Side.BACK_TRANSLATION):
        if span := flag.span(side):
            return side.value, span.quote(segment.text(side))
    return "", ""
