"""A review as an Excel workbook: a row for each segment, and a sheet with a row for each error.

For people, not to be read again: every cell is text or a number, never a formula.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reviewer.domain.flag import Flag, Scale
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.record import as_project
from reviewer.formats.visible import visible
from reviewer.text.atomic import replacing

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST = 32_767
"""Characters that a cell can hold."""
_SEGMENTS: Final = (
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
_ERRORS: Final = (
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
_Row = tuple[str | float | None, ...]


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a workbook; texts longer than a cell are cut off with an ellipsis."""
    import xlsxwriter  # noqa: PLC0415 - heavy, and only wanted here

    project = as_project(review)
    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        _sheet(book, "Segments", _SEGMENTS, _segments(project))
        _sheet(book, "Errors", _ERRORS, _errors(project))
    with replacing(path) as file:
        file.write(target.getvalue())


def _sheet(book: "Workbook", name: str, columns: Sequence[tuple[str, int]], rows: Iterable[_Row]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (title, width) in enumerate(columns):
        sheet.set_column(column, column, width, body)
        sheet.write_string(0, column, title, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str) and value:
                sheet.write_string(last, column, _fitted(value), body)
            elif isinstance(value, int | float):
                sheet.write_number(last, column, value, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _fitted(text: str) -> str:
    plain = visible(text)
    return plain if len(plain.encode("utf-16-le")) // 2 <= _LONGEST else plain[: _LONGEST // 2] + "…"


def _segments(project: ProjectReview) -> Iterator[_Row]:
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


def _errors(project: ProjectReview) -> Iterator[_Row]:
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
