"""Annotations of IndicMT-Eval: one JSON record a translation, its errors as words with the places of these.

Places are numbers of words, the last included, and often one or two off, so the words themselves decide.
What the published files lack (system, document, rater, exact places) stands beside it in keys of its own.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import regex

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Flag, Scale, Severity
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.annotation import Mistake, Rating, assemble
from reviewer.formats.category import type_of
from reviewer.formats.content import load
from reviewer.formats.encoding import decode
from reviewer.formats.field import Fields, RecordError
from reviewer.formats.jsonl import loads
from reviewer.formats.opinion import Judged, Opinion, judged
from reviewer.formats.record import as_project
from reviewer.text.atomic import encoded, replacing

_SEVERITIES = {
    "very high": Severity.CRITICAL,
    "high": Severity.MAJOR,
    "medium": Severity.MINOR,
    "low": Severity.MINOR,
    "very low": Severity.NEUTRAL,
    "default": Severity.NEUTRAL,
}
_LEVELS = {
    Severity.CRITICAL: "Very High",
    Severity.MAJOR: "High",
    Severity.MINOR: "Medium",
    Severity.NEUTRAL: "Very Low",
}
_DIMENSION = regex.compile(r"(accuracy|fluency|terminology|style|linguistic|locale[_-]convention)_", regex.I)
_UNTYPED = "default"
_WORD = regex.compile(r"\S+")
_BLANK = regex.compile(r"\s+")
_WORD_COST = 3
"""How many words further away a place between whole words may lie and still be preferred."""


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes holds records of IndicMT-Eval."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    return line.startswith(b"{") and b'"translation"' in line and b'"completion"' in line


def read(path: Path) -> ProjectReview:
    """Read judgements; without `document` and `system` all rows are one document, in their order.

    The five severities become four: low is minor, very low and what was left at `Default` neutral.
    `da_norm_score` becomes a judgement on the scale DA. Raises ReviewerError with the line where a record
    is broken.
    """
    ratings = []
    lines = decode(load(path), file=path.name).text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            ratings.append(_rating(loads(line), number))
        except RecordError as error:
            raise ReviewerError(str(error), file=path.name, place=f"line {number}") from error
    return assemble(ratings, path.name, profile="wmt")


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a record for each judge of a segment; of an error in several places the stretch over all.

    There is no room for scores of ours on other scales than DA, nor for final texts and suggestions.
    """
    scores = {
        (each.segment_id, each.judge): each.value
        for entry in as_project(review).documents
        for each in entry.judgements
        if each.scale is Scale.DA
    }
    with replacing(path) as file:
        for line in judged(review):
            for opinion in line.opinions or (None,):
                score = scores.get((line.segment.id, opinion.judge)) if opinion else None
                record = json.dumps(_record(line, opinion, score), ensure_ascii=False)
                file.write(encoded(record + "\n", path))


def _record(line: Judged, opinion: Opinion | None, score: float | None) -> dict[str, object]:
    segment = line.segment
    found = None
    if opinion is not None:
        found = [_span(flag, number, segment) for number, flag in enumerate(opinion.flags)]
    made: dict[str, object] = {
        "src": segment.source,
        "ref": segment.reference,
        "translation": segment.received,
        "da_norm_score": None if score is None else f"{score / 100:g}",
        "completion": found,
        "system": line.document.system,
        "document": line.name,
        "segment": line.key,
    }
    languages = [line.document.source_language, line.document.target_language]
    return made | {"languages": languages} | ({"rater": opinion.judge} if opinion else {})


def _span(flag: Flag, number: int, segment: Segment) -> dict[str, object]:
    span = flag.span(Side.RECEIVED) or flag.span(Side.SOURCE)
    made: dict[str, object] = {
        "span_no": number,
        "span_type": _category(flag.type),
        "span_text": "",
        "span_severity": _LEVELS[flag.severity],
        "span_start_offset": None,
        "span_end_offset": None,
        "type": flag.type,
    }
    if span is None:
        return made
    text = segment.text(span.side)
    return made | {
        "span_text": text[span.start : span.end],
        "span_start_offset": _word_at(text, span.start),
        "span_end_offset": _word_at(text, max(span.start, span.end - 1)),
        "side": span.side.value,
        "start": span.start,
        "end": span.end,
    }


def _category(type_id: str) -> str:
    """Write a type as its files do: `accuracy/untranslated-text` is `Accuracy_Untranslated_text`."""
    parts = [part[:1].upper() + part[1:].replace("-", "_") for part in type_id.split("/")]
    return "_".join(parts) if type_id else "Default"


def _type(category: str) -> str:
    parted = _DIMENSION.sub(r"\1/", category.strip(), count=1)
    kind = "/".join(type_of(part) for part in parted.split("/"))
    return "" if kind == _UNTYPED else kind


def _rating(values: object, number: int) -> Rating:
    if not isinstance(values, dict):
        raise RecordError("this is not a record in braces")
    fields = Fields(values)
    source, target = fields.maybe_text("src"), fields.text("translation")
    found = values.get("completion")
    if found is not None and not (isinstance(found, list) and all(isinstance(each, dict) for each in found)):
        raise RecordError("'completion' is not a list of records")
    return Rating(
        system=fields.text("system", ""),
        document=fields.text("document", ""),
        segment=(fields.text("segment", str(number)),),
        source=source,
        target=target,
        reference=fields.maybe_text("ref"),
        rater=None if found is None else fields.text("rater", ""),
        mistakes=tuple(_mistake(each, source or "", target) for each in found or ()),
        score=_score(values.get("da_norm_score")),
        scale=Scale.DA,
        languages=_languages(values.get("languages")),
    )


def _score(value: object) -> float | None:
    """Read a share of 1 as a score of 100."""
    if value is None or value == "":
        return None
    try:
        share = float(str(value))
    except ValueError:
        raise RecordError(f"'da_norm_score' is {value!r}, not a number") from None
    if not 0 <= share <= 1:
        raise RecordError(f"'da_norm_score' is {value}, not a number from 0 to 1")
    return round(share * 100, 6)


def _languages(value: object) -> tuple[str, str] | None:
    if isinstance(value, list) and len(value) == len(("source", "target")):
        return str(value[0]), str(value[1])
    return None


def _mistake(values: Mapping[str, object], source: str, target: str) -> Mistake:
    fields = Fields(values)
    level = " ".join(fields.text("span_severity").lower().split())
    if level not in _SEVERITIES:
        raise RecordError(f"there is no severity {level!r}; known are {', '.join(_SEVERITIES)}")
    words = fields.text("span_text", "")
    kind = fields.maybe_text("type")
    side, place = _exact(values, source, target) or _found(values, words, source, target)
    text = source if side is Side.SOURCE else target
    is_named = bool(words.strip()) or values.get("span_start_offset") is not None
    return Mistake(
        severity=_SEVERITIES[level],
        type=_type(fields.text("span_type", "")) if kind is None else kind,
        side=side,
        text=text,
        ranges=(place,) if place else (),
        is_lost=place is None and is_named,
        comment=words.strip() if place is None else "",
    )


_Place = tuple[Side, tuple[int, int] | None]


def _exact(values: Mapping[str, object], source: str, target: str) -> _Place | None:
    """Return the place that we have written, where the words still stand there."""
    start, end = values.get("start"), values.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    side = Side.SOURCE if values.get("side") == Side.SOURCE.value else Side.RECEIVED
    text = source if side is Side.SOURCE else target
    is_there = 0 <= start <= end <= len(text) and text[start:end] == values.get("span_text")
    return (side, (start, end)) if is_there else None


def _found(values: Mapping[str, object], words: str, source: str, target: str) -> _Place:
    """Look for the words near the place named; words that were left out stand in the source."""
    first, last = (_number(values.get(f"span_{end}_offset")) for end in ("start", "end"))
    places = list(_occurrences(words, target))
    if places:
        near = 0 if first is None else first
        return Side.RECEIVED, min(places, key=lambda place: _distance(target, place, near))
    if inside := next(_occurrences(words, source), None):
        return Side.SOURCE, inside
    tokens = [match.span() for match in _WORD.finditer(target)]
    if first is not None and last is not None and first <= last < len(tokens) and not words.strip():
        return Side.RECEIVED, (tokens[first][0], tokens[last][1])
    return Side.RECEIVED, None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Find words wherever they stand, whatever blanks are between them."""
    parts = words.split()
    if not parts:
        return
    pattern = r"\s*".join(map(regex.escape, parts))
    for match in regex.finditer(pattern, text, overlapped=True):
        yield match.span()


def _distance(text: str, place: tuple[int, int], near: int) -> int:
    """How many words a place is away, places that cut a word counted as further."""
    before, after = text[: place[0]][-1:], text[place[1] :][:1]
    is_cut = any(each.isalnum() or regex.match(r"\p{M}", each) for each in (before, after) if each)
    return abs(_word_at(text, place[0]) - near) + _WORD_COST * is_cut


def _word_at(text: str, at: int) -> int:
    """Return the number of the word that a position lies in, from 0."""
    return max(sum(1 for _ in _BLANK.finditer(text[: at + 1].strip())), 0)
