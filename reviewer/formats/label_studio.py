"""Tasks of Label Studio with what annotators marked: its JSON export, which it imports as well.

Places are UTF-16 code units, the end left out. A region has labels (its type, or its severity), choices
(the same, in another control) and a text area (a comment); a number or rating of a task is its score.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Flag, Severity
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.annotation import Mistake, Rating, assemble
from reviewer.formats.category import category_of, type_of
from reviewer.formats.content import load
from reviewer.formats.encoding import decode
from reviewer.formats.esa import score_of
from reviewer.formats.field import RecordError
from reviewer.formats.jsonl import loads
from reviewer.formats.opinion import Judged, Opinion, judged
from reviewer.text.atomic import write_text
from reviewer.text.offset import from_utf16, to_utf16

_SOURCES = ("source", "src", "source_text", "english", "en")
_TARGETS = ("target", "tgt", "mt", "translation", "hypothesis", "target_text", "hindi", "hi", "text")
_SEVERITIES = {severity.value: severity for severity in Severity}
_Record = Mapping[str, object]


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a list of tasks with annotations."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"[") and b'"data"' in start and b'"annotations"' in start


def read(path: Path) -> ProjectReview:
    """Read tasks and what each annotator marked; raise ReviewerError with the task that is broken.

    Annotations that were cancelled are left out and counted.
    """
    try:
        tasks = loads(decode(load(path), file=path.name).text)
    except RecordError as error:
        raise ReviewerError(str(error), file=path.name, remedy="Export the project again as JSON.") from error
    if not isinstance(tasks, list):
        raise ReviewerError("this is not a list of tasks", file=path.name, remedy="Export as JSON.")
    ratings: list[Rating] = []
    cancelled = 0
    for number, task in enumerate(tasks, start=1):
        try:
            found, skipped = _task(_record(task, "task"), number)
        except RecordError as error:
            raise ReviewerError(str(error), file=path.name, place=f"task {number}") from error
        ratings += found
        cancelled += skipped
    notes = [f"{cancelled:,} cancelled annotations left out"] if cancelled else []
    return assemble(ratings, path.name, profile="wmt", notes=notes)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a task for each segment; its labels are `type` and `severity`, on `target` and `source`.

    Of an error in several places each place is written. Left out: final texts, sign-offs.
    """
    tasks = [_written(line, number) for number, line in enumerate(judged(review), start=1)]
    write_text(path, json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")


def _written(line: Judged, number: int) -> dict[str, object]:
    segment = line.segment
    data: dict[str, object] = {"source": segment.source or "", "target": segment.received}
    data |= {"system": line.document.system, "document": line.name, "segment": line.key}
    if segment.reference is not None:
        data["reference"] = segment.reference
    said = [
        {
            "completed_by": {"email": opinion.judge},
            "created_at": opinion.created,
            "result": _results(opinion, line),
        }
        for opinion in line.opinions
    ]
    return {"id": number, "data": data, "annotations": said}


def _results(opinion: Opinion, line: Judged) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for number, flag in enumerate(opinion.flags, start=1):
        made += _regions(flag, line, str(number))
    if opinion.score is not None:
        value = {"number": opinion.score}
        made.append(
            {"id": "score", "type": "number", "from_name": "score", "to_name": "target", "value": value}
        )
    return made


def _regions(flag: Flag, line: Judged, number: str) -> Iterator[dict[str, object]]:
    """The parts of a region: where it is and its type, its severity, its comment."""
    severity = flag.severity.value
    own: list[tuple[str, dict[str, object]]] = []
    for side in (Side.RECEIVED, Side.SOURCE):
        span = flag.span(side)
        text = line.segment.text(side)
        name = "source" if side is Side.SOURCE else "target"
        for piece in span.ranges if span else ():
            place: dict[str, object] = {
                "start": to_utf16(text, piece.start),
                "end": to_utf16(text, piece.end),
                "text": text[piece.start : piece.end],
            }
            own.append((name, place))
    for part, (name, place) in enumerate(own or [("target", {})], start=1):
        lead = {"id": f"{number}.{part}", "to_name": name}
        value = place | {"labels": [category_of(flag.type)] if flag.type else []}
        yield lead | {"type": "labels", "from_name": "type", "value": value}
        yield lead | {"type": "choices", "from_name": "severity", "value": place | {"choices": [severity]}}
        if flag.comment:
            yield lead | {
                "type": "textarea",
                "from_name": "comment",
                "value": place | {"text": [flag.comment]},
            }


def _task(task: _Record, number: int) -> tuple[list[Rating], int]:
    """What the annotators of a task said, and how many annotations were cancelled."""
    data = _record(task.get("data"), "task's data")
    target = _text(data, _TARGETS)
    if target is None:
        raise RecordError(f"the task has no text called {', '.join(_TARGETS[:4])} …")
    said = task.get("annotations") or []
    if not isinstance(said, list):
        raise RecordError("the annotations are not a list")
    records = [_record(each, "annotation") for each in said]
    kept = [each for each in records if not each.get("was_cancelled")]
    ratings = [_rating(data, target, number, each) for each in kept] or [_rating(data, target, number, None)]
    return ratings, len(records) - len(kept)


def _rating(data: _Record, target: str, number: int, said: _Record | None) -> Rating:
    source = _text(data, _SOURCES)
    results = [_record(each, "result") for each in _list(said.get("result"))] if said else []
    created = str(said.get("created_at") or "") if said else ""
    return Rating(
        system=str(data.get("system") or ""),
        document=str(data.get("document") or data.get("doc_id") or ""),
        segment=(str(data.get("segment") or number),),
        source=source,
        target=target,
        reference=_text(data, ("reference", "ref")),
        rater=_judge(said.get("completed_by")) if said else None,
        mistakes=tuple(_mistakes(results, source or "", target)),
        score=_score(results),
        created=created,
    )


def _judge(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("email") or value.get("username") or value.get("id")
    return "" if value is None else str(value)


def _mistakes(results: Sequence[_Record], source: str, target: str) -> Iterator[Mistake]:
    regions: dict[str, list[_Record]] = {}
    for place, result in enumerate(results):
        if str(result.get("type")) in {"labels", "hypertextlabels", "choices", "textarea"}:
            regions.setdefault(str(result.get("id") or place), []).append(result)
    for own in regions.values():
        if any("labels" in str(result.get("type")) for result in own):
            yield _mistake(own, source, target)


def _mistake(own: Sequence[_Record], source: str, target: str) -> Mistake:
    names: list[str] = []
    comments: list[str] = []
    place: _Record = {}
    for result in own:
        value = _record(result.get("value"), "value of a result")
        kind = str(result.get("type"))
        if kind == "textarea":
            comments += [str(text) for text in _list(value.get("text"))]
            continue
        names += [str(name) for name in _list(value.get("choices", value.get(kind)))]
        if "start" in value:
            place = value
    to_name = str(own[0].get("to_name") or "").lower()
    side, text = (
        (Side.SOURCE, source) if to_name.startswith(("src", "source", "en")) else (Side.RECEIVED, target)
    )
    severities = [_SEVERITIES[name.lower()] for name in names if name.lower() in _SEVERITIES]
    types = [type_of(name) for name in names if name.lower() not in _SEVERITIES]
    ranges = _ranges(place, text)
    return Mistake(
        severity=severities[0] if severities else Severity.MAJOR,
        type=types[0] if types else "",
        side=side,
        text=text,
        ranges=ranges,
        is_lost=bool(place) and not ranges,
        comment="\n".join(comments),
    )


def _ranges(place: _Record, text: str) -> tuple[tuple[int, int], ...]:
    """A region's place; where its words tell that it was counted in code points, as these."""
    start, end, words = place.get("start"), place.get("end"), place.get("text")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end:
        return ()
    length = to_utf16(text, len(text))
    found = (from_utf16(text, start), from_utf16(text, end)) if end <= length else None
    is_other = found is None or (isinstance(words, str) and text[found[0] : found[1]] != words)
    if is_other and isinstance(words, str) and text[start:end] == words:
        return ((start, end),)
    return (found,) if found else ()


def _score(results: Sequence[_Record]) -> float | None:
    for result in results:
        if str(result.get("type")) == "number":
            return score_of(_record(result.get("value"), "value of a result").get("number"))
    return None


def _record(value: object, name: str) -> _Record:
    if not isinstance(value, dict):
        raise RecordError(f"a {name} is not a record in braces")
    return value


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(record: _Record, names: tuple[str, ...]) -> str | None:
    return next((value for name in names if isinstance(value := record.get(name), str)), None)
