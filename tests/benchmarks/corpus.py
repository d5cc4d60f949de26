"""Public English-Hindi data as documents to measure checks on; skipped where the data are absent.

Which rows are left out is a rule, never a choice by hand. Without Hindi there is nothing to measure. With a
source, a pair counts if nobody marked its source as bad and if the reference shares a quarter of its
character trigrams with a machine's translation of that source: what shares less belongs to another one.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from reviewer.checks.lens import Article, article_of
from reviewer.domain.segment import Segment
from reviewer.domain.style import Style

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LEAST_OVERLAP = 0.25
"""Share of trigrams below which a reference is taken to belong to another source."""
CHUNK = 20
"""Rows of a document where a data set knows none. An article has about as many: fewer show no habits to
infer a style from, and with more the habits of many translators would cancel each other out."""
ALL_REFERENCES = ("mqm", "professional", "original", "post-edits", "esa")
JUDGED = ("mqm", "professional")
"""The sets whose rates are to be kept; the others are measured beside them."""


class Grouping(StrEnum):
    """What is taken for a document; checks look at the whole of one, and infer a style from it."""

    OWN = "own"
    """As the data have them, or chunks."""
    ALL = "all"
    """A whole set."""
    EACH = "each"
    """Every row by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A pair in a document."""

    id: str
    document: str
    source: str
    target: str
    is_aligned: bool = True
    """Whether the Hindi translates this source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One set: what people wrote, and what machines wrote for the same sources."""

    name: str
    human: tuple[Row, ...]
    machine: tuple[Row, ...]


@cache
def corpus(name: str) -> Corpus:
    """Return a set by its name."""
    made = {
        "mqm": _mqm,
        "professional": _professional,
        "original": _systems,
        "post-edits": _post_edits,
        "esa": _esa,
    }[name]()
    return Corpus(name=name, human=_distinct(made[0]), machine=_distinct(made[1]))


def articles(
    rows: Iterable[Row], *, with_source: bool, grouping: Grouping = Grouping.OWN, style: Style | None = None
) -> Iterator[tuple[Article, tuple[Row, ...]]]:
    """Yield documents, each with its rows in order; with the source only rows that translate it."""
    kept = [row for row in rows if row.is_aligned or not with_source]
    keys = {
        Grouping.OWN: lambda row: row.document,
        Grouping.ALL: lambda _: "",
        Grouping.EACH: lambda row: (row.document, row.id, row.target),
    }
    for _, group in groupby(kept, key=keys[grouping]):
        members = tuple(group)
        yield article_of(_segments(members, with_source=with_source), style), members


def sample(rows: Sequence[Row], most: int) -> tuple[Row, ...]:
    """Return whole documents, evenly from the set, of about so many rows."""
    if len(rows) <= most:
        return tuple(rows)
    documents = [tuple(group) for _, group in groupby(rows, key=lambda row: row.document)]
    step = len(rows) / most
    chosen = {int(number * step) for number in range(int(len(documents) / step) + 1)}
    return tuple(row for number, group in enumerate(documents) if number in chosen for row in group)


def overlap(one: str, other: str) -> float:
    """Return the share of character trigrams that two texts have in common, 0 to 1."""
    left, right = _trigrams(one), _trigrams(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else float(one == other)


def records(path: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-lines file of the data."""
    with (DATA / path).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def ui_strings() -> tuple[tuple[str, str], ...]:
    """Return interface strings in English and Hindi."""
    text = (DATA / "en_hi_ui_strings" / "ui_strings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return tuple((row[1], row[2]) for row in rows if len(row) == 3)


def _segments(rows: Iterable[Row], *, with_source: bool) -> Iterator[Segment]:
    for number, row in enumerate(rows):
        yield Segment(
            id=number,
            document_id=1,
            position=number,
            paragraph=number,
            received=row.target,
            final=row.target,
            source=row.source if with_source else None,
        )


def _trigrams(text: str) -> frozenset[str]:
    bare = "".join(text.split())
    return frozenset(bare[i : i + 3] for i in range(len(bare) - 2))


def _distinct(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Leave out empty rows and repeated Hindi of a set; number those without a document into some."""
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.target.strip():
            key = (row.document, row.target)
            if key not in best or row.is_aligned > best[key].is_aligned:
                best[key] = row
    kept = list(best.values())
    return tuple(
        row
        if row.document
        else Row(
            id=row.id,
            document=f"rows {number // CHUNK}",
            source=row.source,
            target=row.target,
            is_aligned=row.is_aligned,
        )
        for number, row in enumerate(kept)
    )


def _mqm() -> tuple[list[Row], list[Row]]:
    """Single sentences; six machines for each, so that each machine's are documents of their own."""
    rows = list(records("en_hi_mqm/mqm.jsonl"))
    human = [
        Row(
            id=row["id"],
            document="",
            source=row["src"],
            target=row["ref"],
            is_aligned=row["ref_overlap"] >= LEAST_OVERLAP,
        )
        for row in rows
    ]
    systems = sorted(rows, key=lambda row: str(row["system"]))
    machine = [Row(id=row["id"], document="", source=row["src"], target=row["mt"]) for row in systems]
    return human, machine


def _professional() -> tuple[list[Row], list[Row]]:
    """Documents edited by professionals; the machine's are one strong system's of the same documents."""
    human = [
        Row(
            id=str(row["segment_id"]),
            document=row["doc_id"],
            source=row["src"],
            target=row["pe"],
            is_aligned=not row["is_bad_source"],
        )
        for row in records("en_hi_professional_post_edits/post_edits.jsonl")
        if not row["is_bad_source"]
    ]
    return human, _system("GPT-4")


def _systems() -> tuple[list[Row], list[Row]]:
    """The translations by hand of the same documents, before editing."""
    human = [
        Row(
            id=str(row["line_id"]),
            document=row["doc_id"],
            source=row["src"],
            target=row["refA"],
            is_aligned=max(overlap(row["refA"], made) for made in row["systems"].values()) >= LEAST_OVERLAP,
        )
        for row in records("en_hi_systems/systems.jsonl")
    ]
    return human, _system("Llama3-70B")


def _system(name: str) -> list[Row]:
    return [
        Row(id=str(row["line_id"]), document=row["doc_id"], source=row["src"], target=row["systems"][name])
        for row in records("en_hi_systems/systems.jsonl")
        if name in row["systems"]
    ]


def _post_edits() -> tuple[list[Row], list[Row]]:
    """Single sentences, edited by many hands, some of them hasty."""
    rows = list(records("en_hi_post_edits/post_edits.jsonl"))
    human = [
        Row(
            id=row["id"],
            document="",
            source=row["src"],
            target=row["pe"],
            is_aligned=overlap(row["pe"], row["mt"]) >= LEAST_OVERLAP,
        )
        for row in rows
    ]
    return human, [Row(id=row["id"], document="", source=row["src"], target=row["mt"]) for row in rows]


def _esa() -> tuple[list[Row], list[Row]]:
    """Part of the same documents, by eleven machines."""
    rows = sorted(records("en_hi_esa/esa.jsonl"), key=lambda row: (row["doc_id"], row["line_id"]))
    human = [
        Row(id=str(row["line_id"]), document=row["doc_id"], source=row["src"], target=row["ref"])
        for row in rows
    ]
    machine = [
        Row(
            id=row["id"],
            document=f"{row['system']} {row['doc_id']}",
            source=row["src"],
            target=row["mt"],
        )
        for row in sorted(rows, key=lambda row: (row["system"], row["doc_id"], row["line_id"]))
    ]
    return human, machine
