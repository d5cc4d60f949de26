"""Batches for Appraise: segments to be judged; what comes back are ESA judgements as CSV."""

import json
from pathlib import Path

from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.esa import long_language, spans_of
from reviewer.formats.opinion import Judged, judged
from reviewer.text.atomic import write_text

_SEED = 0
"""Nothing is drawn at random: the order is the review's."""


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write one batch; each document of a system is followed by a row for the whole of it.

    Errors marked so far are shown to the judges as `mqm`. Left out: who marked them, scores, comments,
    final texts, places in the source.
    """
    lines = judged(review)
    items: list[dict[str, object]] = []
    for place, line in enumerate(lines):
        items.append(_item(line, len(items)))
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following is None or _document(following) != _document(line):
            own = [each for each in lines[: place + 1] if _document(each) == _document(line)]
            items.append(_whole(own, len(items)))
    first = lines[0].document if lines else None
    task = {
        "batchNo": 1,
        "randomSeed": _SEED,
        "requiredAnnotations": 1,
        "sourceLanguage": long_language(first.source_language) if first else "",
        "targetLanguage": long_language(first.target_language) if first else "",
    }
    write_text(path, json.dumps([{"items": items, "task": task}], ensure_ascii=False, indent=1) + "\n")


def _document(line: Judged) -> tuple[str, str]:
    return line.name, line.document.system


def _item(line: Judged, number: int) -> dict[str, object]:
    made = _row(line, number, line.segment.source or "", line.segment.received)
    return made | {"mqm": spans_of(line.flags, line.segment)}


def _whole(own: list[Judged], number: int) -> dict[str, object]:
    source = "\n".join(line.segment.source or "" for line in own)
    target = "\n".join(line.segment.received for line in own)
    return _row(own[-1], number, source, target) | {"mqm": [], "isCompleteDocument": True}


def _row(line: Judged, number: int, source: str, target: str) -> dict[str, object]:
    return {
        "documentID": line.name,
        "sourceID": line.name,
        "targetID": line.document.system,
        "sourceText": source,
        "targetText": target,
        "itemType": "TGT",
        "_item": line.key,
        "itemID": number,
        "isCompleteDocument": False,
    }
