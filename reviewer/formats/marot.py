"""Annotations of Marot 2: one row an error, with a record of times, notes and tokens in its last cell."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Document
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Range, Side
from reviewer.formats.category import category_of
from reviewer.formats.metadata import milliseconds, token_pairs, tokenised
from reviewer.formats.mqm_table import NO_ERROR, marked, names_of, read_table
from reviewer.formats.opinion import Judged, judged
from reviewer.formats.picture import shown
from reviewer.text.atomic import encoded, replacing

# fmt: off
_COLUMNS = (
    "system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity",
    "metadata",
)
# fmt: on
_REFERENCE = "ref"

_Metadata = dict[str, object]


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a table of Marot with its header."""
    return b"docsegid" in names_of(head)


def read(path: Path) -> ProjectReview:
    """Read a table; raise ReviewerError with the line where a row is broken."""
    return read_table(path)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a row for each error and each judge who found none; for others a row of metadata alone.

    Beside what the table of WMT holds there are times to the second, references, languages, and final
    texts as `corrected_translation`; no suggestions, scores on a scale, or places in a back-translation.
    """
    told: set[int] = set()
    with replacing(path) as file:
        file.write(encoded("\t".join(_COLUMNS) + "\n", path))
        for line in judged(review, first=1):
            for cells in _rows(line, is_first=line.document.id not in told):
                file.write(encoded("\t".join(cells) + "\n", path))
            told.add(line.document.id)


@dataclass(slots=True)
class _Tokens:
    """The texts of a segment, cut so that every marked place begins and ends with a token."""

    source: tuple[list[str], list[int]] = field(default_factory=lambda: ([], []))
    target: tuple[list[str], list[int]] = field(default_factory=lambda: ([], []))

    @classmethod
    def of(cls, line: Judged) -> "_Tokens":
        """Cut both texts."""
        return cls(
            tokenised(line.segment.source or "", _cuts(line.flags, Side.SOURCE)),
            tokenised(line.segment.received, _cuts(line.flags, Side.RECEIVED)),
        )


def _cuts(flags: Iterable[Flag], side: Side) -> Iterator[int]:
    for piece in _pieces(flags, side):
        yield from (piece.start, piece.end)


def _pieces(flags: Iterable[Flag], side: Side) -> Iterator[Range]:
    for flag in flags:
        span = flag.span(side)
        yield from span.ranges if span else ()


def _rows(line: Judged, *, is_first: bool) -> Iterator[tuple[str, ...]]:
    segment, tokens = line.segment, _Tokens.of(line)
    lead = (shown(line.document.system), shown(line.name), *map(shown, line.numbers))
    shared = _shared(line, tokens, is_first=is_first)
    for flag in line.flags:
        source = marked(segment.source or "", flag.span(Side.SOURCE))
        target = marked(segment.received, flag.span(Side.RECEIVED))
        kind = (shown(category_of(flag.type)), flag.severity.value.capitalize())
        yield (*lead, shown(flag.author), source, target, *kind, _json(_of_flag(flag, line, tokens) | shared))
        shared = {}
    texts = (marked(segment.source or "", None), marked(segment.received, None))
    for opinion in line.opinions:
        if not opinion.flags:
            last = _json(_time(opinion.created) | shared)
            yield (*lead, shown(opinion.judge), *texts, NO_ERROR, NO_ERROR, last)
            shared = {}
    if not line.opinions:
        yield (*lead, "", *texts, "", "", _json(shared))


def _of_flag(flag: Flag, line: Judged, tokens: _Tokens) -> _Metadata:
    span = flag.span(Side.RECEIVED) or flag.span(Side.SOURCE)
    found = _time(flag.created)
    found["marked_text"] = span.quote(line.segment.text(span.side)) if span else ""
    if flag.comment:
        found["note"] = flag.comment
    for name, side, (_, borders) in (
        ("source_spans", Side.SOURCE, tokens.source),
        ("target_spans", Side.RECEIVED, tokens.target),
    ):
        if pairs := token_pairs(_pieces((flag,), side), borders):
            found[name] = pairs
    return found


def _shared(line: Judged, tokens: _Tokens, *, is_first: bool) -> _Metadata:
    """What is said once a segment, and once a document."""
    segment = line.segment
    told: _Metadata = {"source_tokens": tokens.source[0], "target_tokens": tokens.target[0]}
    if segment.reference:
        told["reference_tokens"] = {_REFERENCE: tokenised(segment.reference, ())[0]}
        told["primary_reference"] = _REFERENCE
    found: _Metadata = {"segment": told}
    if segment.is_edited:
        found["corrected_translation"] = segment.final
    return found | (_evaluation(line.document) if is_first else {})


def _evaluation(document: Document) -> _Metadata:
    languages = {"source_language": document.source_language, "target_language": document.target_language}
    return {"evaluation": {"template": "MQM"} | languages}


def _time(created: str) -> _Metadata:
    stamp = milliseconds(created)
    return {} if stamp is None else {"timestamp": stamp}


def _json(values: _Metadata) -> str:
    return json.dumps(values, ensure_ascii=False)
