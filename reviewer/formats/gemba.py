"""Errors that a language model lists, as GEMBA-MQM asks for them: an answer and its texts a line.

An answer has lists under `critical:`, `major:` and `minor:`, each line `category - "words"`. The words
are looked for on folded copies of the translation and then of the source; an error whose words are not
there is about the whole segment.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.annotation import Mistake, Rating, assemble
from reviewer.formats.category import type_of
from reviewer.formats.content import load
from reviewer.formats.encoding import decode
from reviewer.formats.field import RecordError
from reviewer.formats.jsonl import loads
from reviewer.text.fold import find

_ANSWERS = ("gemba_answer", "answer", "gemba", "response", "output")
_SOURCES = ("source", "src", "source_seg")
_TARGETS = ("hypothesis", "target", "tgt", "mt", "target_seg")
_HEADING = re.compile(r"^[\s*#]*(critical|major|minor)[\s*]*:?[\s*]*$", re.IGNORECASE)
_ERROR = re.compile(r'^[\s*•-]*([A-Za-z][A-Za-z /_-]*?)\s*[-–—:]\s*["“\'](.*)["”\'](.*)$')
_BARE = re.compile(r"^[\s*•-]*([A-Za-z-]+(?:/[A-Za-z -]+)?)\s*(?:[-–—:]\s*(.*))?$")
_NOTHING = re.compile(r"no[\s-]?errors?", re.IGNORECASE)
_JUDGE = "gemba-mqm"


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes holds answers with headings of severities."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0].lower()
    has_answer = any(f'"{name}"'.encode() in line for name in _ANSWERS)
    return line.startswith(b"{") and has_answer and b"major:" in line and b"minor:" in line


def read(path: Path) -> ProjectReview:
    """Read answers; raise ReviewerError with the line where a record is broken."""
    ratings = []
    for number, line in enumerate(decode(load(path), file=path.name).text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            ratings.append(_rating(loads(line), number))
        except RecordError as error:
            raise ReviewerError(str(error), file=path.name, place=f"line {number}") from error
    return assemble(ratings, path.name, profile="wmt")


def mistakes(answer: str, source: str, target: str) -> Iterator[Mistake]:
    """Read an answer; lines before the first heading, and explanations, are no errors."""
    severity: Severity | None = None
    for line in answer.split("\n"):
        if heading := _HEADING.match(line):
            severity = Severity(heading[1].lower())
            continue
        found = _ERROR.match(line) or _BARE.match(line)
        if severity and found and not _NOTHING.fullmatch(line.strip(" \t*-•.")):
            yield _mistake(found, severity, source, target)


def _mistake(found: re.Match[str], severity: Severity, source: str, target: str) -> Mistake:
    kind = type_of(found[1].strip())
    words = (found[2] or "").strip() if found.re is _ERROR else ""
    rest = (found[3] if found.re is _ERROR else found[2] or "").strip(" -–—")
    is_omission = kind.endswith("omission")
    sides = [(Side.RECEIVED, target), (Side.SOURCE, source)]
    for side, text in reversed(sides) if is_omission else sides:
        places = find(text, words) if words and text else ()
        if places:
            ranges = ((places[0].start, places[0].end),)
            return Mistake(severity=severity, type=kind, side=side, text=text, ranges=ranges, comment=rest)
    comment = " ".join(part for part in (words, rest) if part)
    return Mistake(severity=severity, type=kind, is_lost=bool(words), comment=comment)


def _rating(record: object, number: int) -> Rating:
    if not isinstance(record, dict):
        raise RecordError("this is not a record in braces")
    answer, target = _text(record, _ANSWERS), _text(record, _TARGETS)
    if answer is None or target is None:
        raise RecordError("the record lacks an answer or a translation")
    source = _text(record, _SOURCES)
    return Rating(
        system=str(record.get("system_id") or record.get("system") or ""),
        document=str(record.get("document_id") or record.get("doc_id") or ""),
        segment=(str(record.get("segment_id") or record.get("line_id") or number),),
        source=source,
        target=target,
        rater=str(record.get("rater_id") or record.get("model") or _JUDGE),
        mistakes=tuple(mistakes(answer, source or "", target)),
    )


def _text(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if isinstance(value := record.get(name), str)), None)
