"""The review as one flat table: a row a flag, and a row for each segment without flags.

`resources/docs/jsonl.md` states how cells are escaped, so that the table reads back equal.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Flag, Judgement
from reviewer.domain.segment import Document, Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.assembly import review_from
from reviewer.formats.cell import escape, nullable, read_nullable, unescape
from reviewer.formats.field import RecordError
from reviewer.formats.jsonl import loads
from reviewer.formats.record import FORMAT, VERSION, Record, as_project, judgement_record
from reviewer.text.atomic import encoded, replacing

Row = dict[str, str]

NO_ERROR = "no-error"

_Key = TypeVar("_Key")

# fmt: off
_SEGMENT_COLUMNS = (
    "segment", "paragraph", "role", "state", "source", "back_translation", "received", "final", "reference",
    "judgements", "segment_id", "is_locked", "confidence",
)
_FLAG_COLUMNS = (
    "flag", "side", "ranges", "quote", "type", "severity", "comment", "suggestion", "needs_source",
    "resolution", "author", "created", "flag_origin",
)
_DOCUMENT_COLUMNS = (
    "document", "system", "document_id", "source_language", "target_language", "origin", "document_created",
    "signed_by", "signed_at", "document_judgements", "profile", "desk", "profile_text",
)
_YOUNGER = dict.fromkeys(("desk", "profile_text"), "")
"""Columns that older files lack, with what they then mean."""
# fmt: on
COLUMNS = (
    *_DOCUMENT_COLUMNS[:2],
    *_SEGMENT_COLUMNS[:9],
    *_FLAG_COLUMNS,
    *_SEGMENT_COLUMNS[9:],
    *_DOCUMENT_COLUMNS[2:],
)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the table; `read` gives back an equal review, flags in order of their segments."""
    project = as_project(review)
    with replacing(path) as file:
        file.write(encoded("\t".join(COLUMNS) + "\n", path))
        for entry in project.documents:
            for cells in _rows(entry, project):
                file.write(encoded("\t".join(cells[name] for name in COLUMNS) + "\n", path))


def read(path: Path) -> ProjectReview:
    """Read a table written by `write`, its columns in any order; raise ReviewerError with the line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReviewerError(f"cannot be read: {(error.strerror or '').lower()}", file=path.name) from error
    except UnicodeDecodeError as error:
        raise ReviewerError("the table is not UTF-8 text", file=path.name) from error
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    names = lines[0].split("\t")
    if missing := [name for name in COLUMNS if name not in names and name not in _YOUNGER]:
        raise ReviewerError(f"the column {missing[0]!r} is missing", file=path.name, place="line 1")
    return review_from(_records(lines[1:], names, path.name), path.name)


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a table of this format."""
    names = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip().split(b"\t")
    return {b"segment_id", b"ranges", b"flag_origin"} <= set(names)


def _rows(entry: DocumentReview, project: ProjectReview) -> Iterator[Row]:
    flags: dict[int, list[Flag]] = defaultdict(list)
    judgements: dict[int | None, list[Judgement]] = defaultdict(list)
    for flag in entry.flags:
        flags[flag.segment_id].append(flag)
    for judgement in entry.judgements:
        judgements[judgement.segment_id].append(judgement)
    blank = dict.fromkeys(COLUMNS, "")
    blank |= _document_cells(entry.document, judgements[None], project)
    if not entry.segments:
        yield blank
    for segment in entry.segments:
        row = blank | _segment_cells(segment, judgements[segment.id])
        for flag in flags[segment.id]:
            yield row | _flag_cells(flag)
        if not flags[segment.id]:
            yield row | {"type": NO_ERROR, "severity": NO_ERROR}


def _document_cells(document: Document, judgements: list[Judgement], project: ProjectReview) -> Row:
    return {
        "document": escape(document.title),
        "system": escape(document.system),
        "document_id": str(document.id),
        "source_language": escape(document.source_language),
        "target_language": escape(document.target_language),
        "origin": escape(document.origin),
        "document_created": escape(document.created),
        "signed_by": escape(document.signed_by),
        "signed_at": escape(document.signed_at),
        "document_judgements": _judgement_cell(judgements),
        "profile": escape(project.profile),
        "desk": escape(document.desk),
        "profile_text": escape(project.profile_text),
    }


def _segment_cells(segment: Segment, judgements: list[Judgement]) -> Row:
    return {
        "segment": str(segment.position + 1),
        "paragraph": str(segment.paragraph + 1),
        "role": segment.role.value,
        "state": segment.state.value,
        "source": nullable(segment.source),
        "back_translation": nullable(segment.back_translation),
        "received": escape(segment.received),
        "final": escape(segment.final),
        "reference": nullable(segment.reference),
        "judgements": _judgement_cell(judgements),
        "segment_id": str(segment.id),
        "is_locked": _yes(segment.is_locked),
        "confidence": "" if segment.confidence is None else repr(segment.confidence),
    }


def _flag_cells(flag: Flag) -> Row:
    return {
        "flag": str(flag.id),
        "side": "|".join(span.side.value for span in flag.spans),
        "ranges": "|".join(
            ";".join(f"{piece.start}:{piece.end}" for piece in span.ranges) for span in flag.spans
        ),
        "quote": escape(flag.quote),
        "type": escape(flag.type),
        "severity": flag.severity.value,
        "comment": escape(flag.comment),
        "suggestion": nullable(flag.suggestion),
        "needs_source": _yes(flag.needs_source),
        "resolution": flag.resolution.value,
        "author": escape(flag.author),
        "created": escape(flag.created),
        "flag_origin": escape(flag.origin),
    }


def _judgement_cell(judgements: list[Judgement]) -> str:
    if not judgements:
        return ""
    kept = ("id", "judge", "scale", "value", "created")
    listed = [{name: judgement_record(one)[name] for name in kept} for one in judgements]
    return escape(json.dumps(listed, ensure_ascii=False))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _records(lines: list[str], names: list[str], file: str) -> Iterator[tuple[str, object]]:
    table = _Table(names)
    for number, line in enumerate(lines, start=2):
        if not line:
            continue
        place = f"line {number}"
        try:
            for record in table.records(line):
                yield place, record
        except RecordError as error:
            raise ReviewerError(str(error), file=file, place=place) from error
    if not table.profile:
        yield "line 1", _header("newsroom")


class _Table:
    """Turns rows into records, and sees that what is repeated on each row is the same on all."""

    def __init__(self, names: list[str]) -> None:
        self.profile = ""
        self._names = names
        self._documents: dict[str, tuple[str, ...]] = {}
        self._segments: dict[tuple[str, str], tuple[str, ...]] = {}

    def records(self, line: str) -> Iterator[Record]:
        cells = line.split("\t")
        if len(cells) != len(self._names):
            raise RecordError(f"the row has {len(cells)} cells, the first row {len(self._names)}")
        row = _YOUNGER | dict(zip(self._names, cells, strict=True))
        if not self.profile:
            self.profile = unescape(row["profile"])
            yield _header(self.profile, unescape(row["profile_text"]))
        document = row["document_id"]
        if self._is_new(self._documents, document, row, _DOCUMENT_COLUMNS):
            yield _document_record(row)
            yield from _judgements(row["document_judgements"], _whole(row, "document_id"), None)
        if not row["segment_id"]:
            return
        if self._is_new(self._segments, (document, row["segment_id"]), row, _SEGMENT_COLUMNS):
            yield _segment_record(row)
            yield from _judgements(row["judgements"], _whole(row, "document_id"), _whole(row, "segment_id"))
        if row["flag"]:
            yield _flag_record(row)

    @staticmethod
    def _is_new(seen: dict[_Key, tuple[str, ...]], key: _Key, row: Row, columns: tuple[str, ...]) -> bool:
        values = tuple(row[name] for name in columns)
        if key not in seen:
            seen[key] = values
            return True
        if seen[key] != values:
            name = next(n for n, old, new in zip(columns, seen[key], values, strict=True) if old != new)
            raise RecordError(f"{name!r} differs from an earlier row of the same {columns[0]}")
        return False


def _header(profile: str, text: str = "") -> Record:
    return {"format": FORMAT, "version": VERSION, "profile": profile, "profile_text": text}


def _document_record(row: Row) -> Record:
    return {
        "kind": "document",
        "id": _whole(row, "document_id"),
        "title": unescape(row["document"]),
        "created": unescape(row["document_created"]),
    } | _texts(row, "source_language target_language system desk origin signed_by signed_at")


def _segment_record(row: Row) -> Record:
    return {
        "kind": "segment",
        "id": _whole(row, "segment_id"),
        "document_id": _whole(row, "document_id"),
        "position": _whole(row, "segment") - 1,
        "paragraph": _whole(row, "paragraph") - 1,
        "source": read_nullable(row["source"]),
        "back_translation": read_nullable(row["back_translation"]),
        "reference": read_nullable(row["reference"]),
        "is_locked": _truth(row, "is_locked"),
        "confidence": _number(row, "confidence"),
    } | _texts(row, "role state received final")


def _flag_record(row: Row) -> Record:
    sides, ranges = row["side"].split("|"), row["ranges"].split("|")
    if len(sides) != len(ranges):
        raise RecordError("'side' and 'ranges' do not go together")
    spans = [{"side": side, "ranges": _ranges(cell)} for side, cell in zip(sides, ranges, strict=True)]
    return {
        "kind": "flag",
        "id": _whole(row, "flag"),
        "segment_id": _whole(row, "segment_id"),
        "spans": spans if row["side"] else [],
        "suggestion": read_nullable(row["suggestion"]),
        "needs_source": _truth(row, "needs_source"),
        "origin": unescape(row["flag_origin"]),
    } | _texts(row, "type severity comment resolution quote author created")


def _texts(row: Row, names: str) -> Record:
    return {name: unescape(row[name]) for name in names.split()}


def _ranges(cell: str) -> list[list[int]]:
    try:
        return [[int(number) for number in piece.split(":")] for piece in cell.split(";") if piece]
    except ValueError:
        raise RecordError(f"{cell!r} is not a list of ranges such as 3:7;9:12") from None


def _judgements(cell: str, document_id: int, segment_id: int | None) -> Iterator[Record]:
    listed = loads(unescape(cell)) if cell else []
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise RecordError("the judgements are not a list of records")
    for one in listed:
        yield one | {"kind": "judgement", "document_id": document_id, "segment_id": segment_id}


def _whole(row: Row, name: str) -> int:
    try:
        return int(row[name])
    except ValueError:
        raise RecordError(f"{name!r} must be a whole number, not {row[name]!r}") from None


def _number(row: Row, name: str) -> float | None:
    try:
        return float(row[name]) if row[name] else None
    except ValueError:
        raise RecordError(f"{name!r} must be a number, not {row[name]!r}") from None


def _truth(row: Row, name: str) -> bool:
    if row[name] in {"yes", "no"}:
        return row[name] == "yes"
    raise RecordError(f"{name!r} must be yes or no, not {row[name]!r}")
