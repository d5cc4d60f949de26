"""What the MQM tables of WMT and of Marot have in common: their rows, marks in texts, and variants.

`resources/docs/annotations.md` describes both, and what is done about their variants.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side, Span
from reviewer.formats.annotation import Mistake, Rating, assemble
from reviewer.formats.category import type_of
from reviewer.formats.content import load
from reviewer.formats.encoding import decode
from reviewer.formats.metadata import Details, details, token_ranges
from reviewer.formats.picture import ESCAPE, shown, taken_back
from reviewer.text.collector import collector_paused

_NAMES = {
    "docsegid": "segment",
    "globalsegid": "seg_id",
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
_PAIR = re.compile(r'"(?=")')

Row = Mapping[str, str]
_Key = tuple[str, str, tuple[str, ...]]


_NO_DETAILS = Details()

NO_ERROR = "No-error"


def names_of(head: bytes) -> frozenset[bytes]:
    """The names of the columns, if the first bytes of a file are those of a table of MQM annotations."""
    names = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip().lower().split(b"\t")
    is_ours = {name.encode() for name in _NEEDED} <= set(names) and b"ranges" not in names
    return frozenset(names) if is_ours else frozenset()


def read_table(path: Path) -> ProjectReview:
    """Read a table of either tool; each document and system becomes a document, under its tool's profile.

    Raises ReviewerError with the line where a row is broken.
    """
    text = decode(load(path), file=path.name).text
    with collector_paused():
        return _read(text, path.name)


def _read(text: str, file: str) -> ProjectReview:
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    names = _names(lines[0], file)
    rows = list(_rows(lines[1:], names, file))
    reading = _Reading(has_doubled='""' in text, is_doubled='""' in text and _is_doubled(rows))
    ratings = list(reading.ratings(rows))
    is_marot = "docsegid" in lines[0].lower()
    return assemble(ratings, file, profile="marot" if is_marot else "wmt", notes=reading.notes())


def marked(text: str, span: Span | None) -> str:
    """Write a text as a cell, what the span covers between `<v>` and `</v>`."""
    pieces, at = [], 0
    for piece in span.ranges if span else ():
        pieces += [_cell(text[at : piece.start]), "<v>", _cell(text[piece.start : piece.end]), "</v>"]
        at = piece.end
    return "".join((*pieces, _cell(text[at:])))


def _cell(text: str) -> str:
    """Write a text so that nothing in it is taken for a mark, a border or the quoting of a spreadsheet."""
    plain = _PAIR.sub(f'"{ESCAPE}', shown(text)) if '""' in text else shown(text)
    return _MARK.sub(lambda mark: mark[0].replace("v", f"{ESCAPE}v"), plain) if "v>" in plain else plain


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
    severity = type_of(row.get("severity", ""))
    if severity in _KNOWN:
        return False
    is_told = type_of(row.get("category", "")) in _SEVERITIES or type_of(row.get("target", "")) in _NO_ERROR
    return bool(severity) or is_told or len(cells) < len(names)


def _ragged(cells: Sequence[str]) -> dict[str, str] | None:
    """Read a row that lacks columns its header promises: the severity, wherever it is, tells the others."""
    places = [n for n, cell in enumerate(cells) if type_of(cell) in _KNOWN]
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
    return type_of(row["severity"])


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

    def __init__(self, *, has_doubled: bool, is_doubled: bool) -> None:
        self._has_doubled, self._is_doubled = has_doubled, is_doubled
        self._tests = self._trivial = self._unquoted = 0
        self._details: dict[_Key, Details] = {}
        self._languages: tuple[str, str] | None = None

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
        found = [(row, _key(row), details(row.get("metadata", ""))) for row in rows]
        for _, key, known in found:
            if known.is_shared:
                self._details[key] = self._details.get(key, _NO_DETAILS).or_else(known)
                self._languages = self._languages or known.languages
        for row, key, known in found:
            if _severity(row) in _TEST:
                self._tests += 1
                continue
            yield self._rating(row, key, known)

    def _rating(self, row: Row, key: _Key, known: Details) -> Rating:
        shared = self._details.get(key, _NO_DETAILS)
        source, in_source = _unmarked(self._text(row["source"]))
        target, in_target = _unmarked(self._text(row["target"]))
        kind, severity = type_of(row["category"]), _severity(row)
        is_said = bool(kind or severity)
        mistakes: tuple[Mistake, ...] = ()
        if is_said and severity not in _NO_ERROR and kind not in _NO_ERROR:
            placed = in_target or token_ranges(known.target_spans, shared.target_tokens, target)
            meant = in_source or token_ranges(known.source_spans, shared.source_tokens, source)
            is_in_source = bool(meant) and not placed
            mistake = Mistake(
                severity=_SEVERITIES.get(severity, Severity.NEUTRAL),
                type=kind,
                side=Side.SOURCE if is_in_source else Side.RECEIVED,
                text=source if is_in_source else target,
                ranges=placed or meant,
                source=source,
                source_ranges=meant if placed else (),
                is_lost=bool(known.source_spans or known.target_spans) and not (placed or meant),
                comment=known.note,
                created=known.created,
            )
            mistakes = (mistake,)
        self._trivial += severity == "trivial"
        return Rating(
            system=taken_back(row["system"]),
            document=taken_back(row["doc"]),
            segment=key[2],
            source=source or None,
            target=target,
            reference=shared.reference,
            final=known.final,
            rater=taken_back(row.get("rater", "").strip()) if is_said else None,
            mistakes=mistakes,
            created=known.created,
            languages=shared.languages or self._languages,
        )

    def _text(self, text: str) -> str:
        if not self._has_doubled:
            return text
        plain = _unquoted(text, is_doubled=self._is_doubled)
        self._unquoted += plain is not text
        return plain


def _key(row: Row) -> _Key:
    """Name a segment of a system: by its number in the document, and by the one in all."""
    own, of_all = row.get("segment", "").strip(), row.get("seg_id", "").strip()
    numbers = (taken_back(own), of_all) if own and of_all else (taken_back(own) or of_all,)
    return row["system"], row["doc"], numbers if numbers[0] else ()


def _unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks `<v>` and `</v>` out of a text, and return it with what lies between them."""
    if "v>" not in text:
        return taken_back(text), ()
    plain, ranges, start, at = "", [], None, 0
    for mark in _MARK.finditer(text):
        plain += taken_back(text[at : mark.start()])
        at = mark.end()
        if mark.group() == "<v>":
            start = len(plain)
        elif start is not None:
            ranges.append((start, len(plain)))
            start = None
    return plain + taken_back(text[at:]), tuple(ranges)
