"""Campaigns of Pearmut: tasks of documents of items, each with the texts of all systems; and their results.

Places are counted as in ESA files: UTF-16 code units, the last one included.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.annotation import Rating, assemble
from reviewer.formats.category import category_of
from reviewer.formats.content import load
from reviewer.formats.encoding import decode
from reviewer.formats.esa import is_control, mistakes_of, score_of, spans_of
from reviewer.formats.field import RecordError
from reviewer.formats.jsonl import loads
from reviewer.formats.opinion import Judged, judged
from reviewer.text.atomic import write_text

PREFILLED = "prefilled"
"""The judge of errors that a campaign shows from the beginning."""
_PART = "_#_"
_Item = Mapping[str, object]


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a campaign."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and b'"campaign_id"' in start and b'"data"' in start


def is_result(head: bytes) -> bool:
    """Whether a file that begins with these bytes holds what judges said in a campaign."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    return line.startswith(b"{") and b'"annotation"' in line and b'"user_id"' in line and b'"item' in line


def read(path: Path) -> ProjectReview:
    """Read the texts of a campaign and the errors it shows; raise ReviewerError with the item's place."""
    values = _loaded(path)
    data = values.get("data") if isinstance(values, dict) else None
    if not isinstance(data, list):
        raise _refusal(path, "there is no list called data")
    ratings: list[Rating] = []
    for t, task in enumerate(data, start=1):
        for d, document in enumerate(task if isinstance(task, list) else [task], start=1):
            for i, item in enumerate(document if isinstance(document, list) else [document], start=1):
                try:
                    ratings += _texts(_item(item), f"document {t}.{d}", i)
                except RecordError as error:
                    place = f"task {t}, document {d}, item {i}"
                    raise ReviewerError(str(error), file=path.name, place=place) from error
    return assemble(ratings, path.name, profile="wmt")


def read_result(path: Path) -> ProjectReview:
    """Read what judges said, one record a line; raise ReviewerError with the line."""
    ratings: list[Rating] = []
    left_out = 0
    for number, line in enumerate(decode(load(path), file=path.name).text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            for rating in _said(loads(line), number):
                if is_control("", rating.system, rating.document):
                    left_out += 1
                else:
                    ratings.append(rating)
        except RecordError as error:
            raise ReviewerError(str(error), file=path.name, place=f"line {number}") from error
    notes = [f"{left_out:,} control rows left out"] if left_out else []
    return assemble(ratings, path.name, profile="wmt", notes=notes)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a campaign of one task with all documents; errors marked so far are shown to the judges.

    Left out: who marked them, scores, comments, final texts, places in the source.
    """
    lines = sorted(judged(review), key=lambda line: line.index)
    documents = [
        [_made(list(own)) for _, own in groupby(members, key=lambda line: line.index)]
        for _, members in groupby(lines, key=lambda line: line.group)
    ]
    campaign = {
        "info": {"assignment": "task-based", "protocol": "ESA"},
        "campaign_id": path.stem,
        "data": [documents],
    }
    write_text(path, json.dumps(campaign, ensure_ascii=False, indent=1) + "\n")


def _made(own: list[Judged]) -> dict[str, object]:
    first = own[0]
    made: dict[str, object] = {
        "item_id": f"{first.group}{_PART}{first.key}",
        "src": first.segment.source or "",
        "tgt": {line.document.system: line.segment.received for line in own},
    }
    if first.segment.reference is not None:
        made["ref"] = first.segment.reference
    spans = {line.document.system: _spans(line) for line in own if line.flags}
    return made | ({"error_spans": spans} if spans else {})


def _spans(line: Judged) -> list[dict[str, object]]:
    made = []
    for flag, span in zip(line.flags, spans_of(line.flags, line.segment), strict=True):
        span.pop("error_type", None)
        made.append(span | ({"category": category_of(flag.type)} if flag.type else {}))
    return made


def _texts(item: _Item, document: str, number: int) -> Iterator[Rating]:
    shown = item.get("error_spans")
    for system in _targets(item):
        spans = shown.get(system) if isinstance(shown, dict) else None
        rater = PREFILLED if spans else None
        yield _rating(item, system, place=(document, number), spans=spans or [], rater=rater)


def _said(record: object, number: int) -> Iterator[Rating]:
    """All that one record says: a judge about a document, or about one item of it."""
    if not isinstance(record, dict):
        raise RecordError("this is not a record in braces")
    items, said = record.get("item"), record.get("annotation", record.get("annotations"))
    items = items if isinstance(items, list) else [items]
    said = said if isinstance(said, list) else [said]
    if len(items) != len(said):
        raise RecordError(f"there are {len(said)} annotations of {len(items)} items")
    judge = str(record.get("user_id") or "")
    document = f"item {record.get('item_i', number)}"
    for place, (each, answers) in enumerate(zip(items, said, strict=True), start=1):
        item = _item(each)
        if not isinstance(answers, dict):
            raise RecordError("an annotation is not a record in braces")
        targets = _targets(item)
        for system, answer in answers.items():
            if system not in targets or not isinstance(answer, dict):
                raise RecordError(f"the annotation of {system!r} has no text")
            spans = answer.get("error_spans") or []
            score = score_of(answer.get("score"))
            yield _rating(item, system, place=(document, place), spans=spans, rater=judge, score=score)


def _rating(
    item: _Item,
    system: str,
    *,
    place: tuple[str, int],
    spans: object,
    rater: str | None,
    score: float | None = None,
) -> Rating:
    """What is said about one system's text; `place` is used where the item has no name."""
    target = _targets(item)[system]
    document, number = place
    name, _, key = str(item.get("item_id") or "").rpartition(_PART)
    reference = item.get("ref")
    return Rating(
        system=system,
        document=str(item.get("doc_id") or item.get("document_id") or name or document),
        segment=(key if name else str(number),),
        source=str(item["src"]) if item.get("src") is not None else None,
        target=target,
        reference=reference if isinstance(reference, str) else None,
        rater=rater,
        mistakes=mistakes_of(spans, target, ""),
        score=score,
    )


def _item(value: object) -> _Item:
    if not isinstance(value, dict):
        raise RecordError("an item is not a record in braces")
    return value


def _targets(item: _Item) -> dict[str, str]:
    """The texts of all systems; older files have a list of them, without names."""
    found = item.get("tgt")
    if isinstance(found, str):
        found = [found]
    if isinstance(found, list):
        found = {f"system {number}": text for number, text in enumerate(found, start=1)}
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise RecordError("'tgt' holds no texts of systems")
    return found


def _loaded(path: Path) -> object:
    try:
        return loads(decode(load(path), file=path.name).text)
    except RecordError as error:
        raise _refusal(path, str(error)) from error


def _refusal(path: Path, why: str) -> ReviewerError:
    return ReviewerError(why, file=path.name, remedy="The file is no campaign of Pearmut, or is cut off.")
