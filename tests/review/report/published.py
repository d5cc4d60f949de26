"""Judged translations that others have published, where they are at hand; never part of the project."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.segment import Document, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side, Span

ESA = Path(__file__).resolve().parents[4] / "shared" / "data" / "en_hi_esa" / "esa.jsonl"


def the_esa_project() -> ProjectReview:
    """Eleven systems' translations of the same articles, one document a system and article."""
    if not ESA.is_file():
        pytest.skip("the published judgements are not at hand")
    lines: defaultdict[tuple[str, str], defaultdict[int, list[dict[str, Any]]]]
    lines = defaultdict(lambda: defaultdict(list))
    for line in ESA.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        lines[row["system"], row["doc_id"]][row["line_id"]].append(row)
    documents = [
        _document(number, system, title, segments)
        for number, ((system, title), segments) in enumerate(sorted(lines.items()), start=1)
    ]
    return ProjectReview(documents=tuple(documents), profile="wmt")


def _document(number: int, system: str, title: str, lines: dict[int, list[dict[str, Any]]]) -> DocumentReview:
    segments, flags, judgements = [], [], []
    for position, line in enumerate(sorted(lines)):
        rows = lines[line]
        first, segment_id = rows[0], number * 1000 + position
        segments.append(
            Segment(
                id=segment_id,
                document_id=number,
                position=position,
                paragraph=position,
                received=first["mt"],
                final=first["mt"],
                source=first["src"],
                reference=first["ref"],
                state=State.REVIEWED,
            )
        )
        for row in rows:
            judgements.append(_judgement(number, segment_id, row))
            flags += _flags(segment_id, row)
    return DocumentReview(
        document=Document(id=number, title=title, system=system, created="2024-08-20T00:00:00+00:00"),
        segments=tuple(segments),
        flags=tuple(flags),
        judgements=tuple(judgements),
    )


def _judgement(document_id: int, segment_id: int, row: dict[str, Any]) -> Judgement:
    return Judgement(
        id=0,
        document_id=document_id,
        segment_id=segment_id,
        judge=row["annotator"],
        scale=Scale.ESA,
        value=row["esa_score"],
    )


def _flags(segment_id: int, row: dict[str, Any]) -> list[Flag]:
    spans = [
        (span["start_i"], min(span["end_i"], len(row["mt"])), Severity(span["severity"]))
        for span in row["spans"]
        if isinstance(span["start_i"], int)
        and isinstance(span["end_i"], int)
        and span["severity"] in set(Severity)
    ]
    return [
        Flag(
            id=segment_id * 100 + number,
            segment_id=segment_id,
            spans=(Span.single(Side.RECEIVED, start, end),),
            type="",
            severity=severity,
            author=row["annotator"],
        )
        for number, (start, end, severity) in enumerate(spans)
        if start <= end
    ]
