"""MQM annotations as tables: those of WMT (google/wmt-mqm-human-evaluation) and of Marot 2.

`resources/docs/annotations.md` describes both, and what is done about their variants.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.annotation import Mistake, Rating, assemble
from reviewer.formats.content import load
from reviewer.formats.encoding import decode
from reviewer.formats.marot import Details, details, token_ranges

_NAMES = {
    "docsegid": "segment",
    "doc_id": "segment",
    "rater_id": "rater",
    "comment": "metadata",
    "note": "metadata",
}
_LEAD = ("system", "doc", "segment", "seg_id", "rater")
_NEEDED = ("system", "doc", "source", "target", "category", "severity")
_SEVERITIES = {
    "neutral": Severity.NEUTRAL,
    "trivial": Severity.MINOR,
    "minor": Severity.MINOR,
    "major": Severity.MAJOR,
    "critical": Severity.CRITICAL,
    "unrateable": Severity.NEUTRAL,
}
_NO_ERROR = frozenset({"no-error"})
_TEST = frozenset({"hotw-test"})
_KNOWN = frozenset({*_SEVERITIES, *_NO_ERROR, *_TEST})
_MARK = re.compile(r"</?v>")

Row = Mapping[str, str]
_Key = tuple[str, str, tuple[str, ...]]


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a table of MQM annotations with its header."""
    names = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip().lower().split(b"\t")
    return {name.encode() for name in _NEEDED} <= set(names) and b"ranges" not in names


def read(path: Path) -> ProjectReview:
    """Read a table; each document and system becomes a document, under the profile of its tool.

    Raises ReviewerError with the line where a row is broken.
    """
    text = decode(load(path), file=path.name).text
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    names = _names(lines[0], path.name)
    rows = list(_rows(lines[1:], names, path.name))
    reading = _Reading(_is_doubled(rows))
    ratings = list(reading.ratings(rows))
    is_marot = "docsegid" in lines[0].lower()
    return assemble(ratings, path.name, profile="marot" if is_marot else "wmt", notes=reading.notes())


def _names(header: str, file: str) -> list[str]:
    cells = [cell.strip().lower() for cell in header.split("\t")]
    if missing := [name for name in _NEEDED if name not in cells]:
        raise ReviewerError(f"the column {missing[0]!r} is missing", file=file, place="line 1")
    return [_NAMES.get(cell, cell) for cell in cells if not cell.startswith("#")]


def _rows(lines: Iterable[str], names: Sequence[str], file: str) -> Iterator[dict[str, str]]:
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        row = dict(zip(names, cells, strict=False))
        if _is_shifted(row, cells, names):
            row = _ragged(cells) or row
        if len(row) < len(_NEEDED) or "severity" not in row:
            raise ReviewerError(
                f"the row has {len(cells)} cells, the header {len(names)}",
                file=file,
                place=f"line {number}",
                remedy="A tab or line break may stand in a text.",
            )
        if row["severity"].strip() and _severity(row) not in _KNOWN:
            raise ReviewerError(
                f"there is no severity {row['severity'].strip()!r}",
                file=file,
                place=f"line {number}",
                remedy=f"Known are {', '.join(sorted(_KNOWN))}.",
            )
        yield row


def _is_shifted(row: Row, cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the cells are not under their names: the severity is elsewhere."""
    severity = _type(row.get("severity", ""))
    if severity in _KNOWN:
        return False
    is_told = _type(row.get("category", "")) in _SEVERITIES or _type(row.get("target", "")) in _NO_ERROR
    return bool(severity) or is_told or len(cells) < len(names)


def _ragged(cells: Sequence[str]) -> dict[str, str] | None:
    """Read a row that lacks columns its header promises: the severity, wherever it is, tells the others."""
    places = [n for n, cell in enumerate(cells) if _type(cell) in _KNOWN]
    at = next((n for n in reversed(places) if n >= 6), None)
    if at is None:
        return None
    lead = list(cells[: at - 3])
    if len(lead) == 4:
        # What is no number is a person.
        lead.insert(4 if lead[3].isdecimal() else 3, "")
    row = dict(zip(_LEAD, [*lead, "", ""][:5], strict=True))
    row |= dict(zip(("source", "target", "category", "severity"), cells[at - 3 : at + 1], strict=True))
    return row | {"metadata": "\t".join(cells[at + 1 :])}


def _severity(row: Row) -> str:
    return _type(row["severity"])


def _is_doubled(rows: Sequence[Row]) -> bool:
    """Whether every quotation mark in the file's texts is doubled, as in cells that once were quoted."""
    texts = [_unquoted(row[name]) for row in rows for name in ("source", "target")]
    return any('""' in text for text in texts) and not any('"' in text.replace('""', "") for text in texts)


def _unquoted(text: str, *, is_doubled: bool = False) -> str:
    """Undo the quoting of a cell: marks around it with doubled ones inside, or doubled ones alone."""
    inner = text[1:-1] if len(text) > 1 and text.startswith('"') and text.endswith('"') else ""
    if '""' in inner and '"' not in inner.replace('""', ""):
        return inner.replace('""', '"')
    return text.replace('""', '"') if is_doubled and '""' in text else text


class _Reading:
    """Turns rows into ratings, and counts what was left out."""

    def __init__(self, is_doubled: bool) -> None:
        self._is_doubled = is_doubled
        self._tests = self._trivial = self._unquoted = 0
        self._details: dict[_Key, Details] = {}

    def notes(self) -> tuple[str, ...]:
        told = []
        if self._tests:
            told.append(f"{self._tests:,} attention tests left out")
        if self._trivial:
            told.append(f"{self._trivial:,} trivial errors read as minor")
        if self._unquoted:
            told.append(f"doubled quotation marks undone in {self._unquoted:,} texts")
        return tuple(told)

    def ratings(self, rows: Sequence[Row]) -> Iterator[Rating]:
        found = [(row, details(row.get("metadata", ""))) for row in rows]
        for row, known in found:
            key = _key(row)
            self._details[key] = self._details.get(key, Details()).or_else(known)
        for row, known in found:
            if _severity(row) in _TEST:
                self._tests += 1
                continue
            yield self._rating(row, known)

    def _rating(self, row: Row, known: Details) -> Rating:
        shared = self._details[_key(row)]
        source, in_source = _unmarked(self._text(row["source"]))
        target, in_target = _unmarked(self._text(row["target"]))
        placed = in_target or token_ranges(known.target_spans, shared.target_tokens, target)
        meant = in_source or token_ranges(known.source_spans, shared.source_tokens, source)
        is_in_source = bool(meant) and not placed
        mistake = Mistake(
            severity=_SEVERITIES.get(_severity(row), Severity.NEUTRAL),
            type=_type(row["category"]),
            side=Side.SOURCE if is_in_source else Side.RECEIVED,
            text=source if is_in_source else target,
            ranges=placed or meant,
            is_lost=bool(known.source_spans or known.target_spans) and not (placed or meant),
            comment=known.note,
            created=known.created,
        )
        is_said = bool(row["category"].strip() or row["severity"].strip())
        is_clean = _severity(row) in _NO_ERROR or mistake.type in _NO_ERROR
        self._trivial += _severity(row) == "trivial"
        return Rating(
            system=row["system"],
            document=row["doc"],
            segment=_key(row)[2],
            source=source or None,
            target=target,
            reference=shared.reference,
            rater=row.get("rater", "").strip() if is_said else None,
            mistakes=(mistake,) if is_said and not is_clean else (),
            created=known.created,
            languages=shared.languages,
        )

    def _text(self, text: str) -> str:
        plain = _unquoted(text, is_doubled=self._is_doubled)
        self._unquoted += plain is not text
        return plain


def _key(row: Row) -> _Key:
    """Name a segment of a system: by its number in the document, and by the one in all."""
    numbers = (row.get(name, "").strip() for name in ("segment", "seg_id"))
    return row["system"], row["doc"], tuple(filter(None, numbers))


def _type(category: str) -> str:
    """Write a category as types are written: `Accuracy/Untranslated text`, `accuracy/untranslated-text`."""
    return "-".join(category.lower().replace("_", "-").split())


def _unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks `<v>` and `</v>` out of a text, and return it with what lies between them."""
    plain, ranges, start, at = "", [], None, 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark.group() == "<v>":
            start = len(plain)
        elif start is not None:
            ranges.append((start, len(plain)))
            start = None
    return plain + text[at:], tuple(ranges)
