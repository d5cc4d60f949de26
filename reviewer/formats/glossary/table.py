"""Glossaries as CSV, TSV and XLSX: one Hindi form a row, columns known by name or content."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from io import BytesIO, StringIO
from pathlib import Path
from typing import Final

import regex

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.style import Term
from reviewer.formats.content import load
from reviewer.formats.delimited import Rows, parse
from reviewer.formats.encoding import decode
from reviewer.formats.glossary.entry import Entry, Status, TermList, gathered, key, status_of, tidy, tidy_note
from reviewer.text.atomic import encoded, replacing


class Column(StrEnum):
    """What a column of a glossary can hold."""

    ENGLISH = "English"
    HINDI = "Hindi"
    FORBIDDEN = "Forbidden"
    STATUS = "Status"
    NOTE = "Note"
    SEVERITY = "Severity"


_NAMES = {
    Column.ENGLISH: "english, en, eng, en us, en gb, en in, source,"
    " src, source term, english term, english word, term,"
    " headword, original, अंग्रेज़ी, अंग्रेजी, इंग्लिश, अंग्रेजी शब्द, मूल, मूल शब्द, स्रोत, शब्द, पद",
    Column.HINDI: "hindi, hi, hin, hi in, target, tgt, target term,"
    " hindi term, hindi word, translation, approved,"
    " preferred, approved hindi, hindi approved, equivalent, use,"
    " हिंदी, हिन्दी, हिंदी शब्द, हिन्दी शब्द, हिंदी पर्याय,"
    " हिन्दी पर्याय, पर्याय, अनुवाद, स्वीकृत, मान्य, मानक, लक्ष्य",
    Column.FORBIDDEN: "forbidden, avoid, not, do not use, banned,"
    " deprecated, wrong, forbidden hindi, hindi forbidden,"
    " वर्जित, निषिद्ध, ग़लत, गलत, अस्वीकृत, न लिखें",
    Column.STATUS: "status, term status, usage, usage status,"
    " administrative status, state, hindi status, स्थिति, दर्जा",
    Column.NOTE: "note, notes, comment, comments, remark, remarks,"
    " definition, context, description, टिप्पणी, नोट,"
    " विवरण, परिभाषा, संदर्भ",
    Column.SEVERITY: "severity, गंभीरता",
}
_COLUMNS = {key(name): column for column, names in _NAMES.items() for name in names.split(",")}
_NUMBER = regex.compile(r"[\s_]*\d+$")
_PARTED = regex.compile(r"\s*[;|\n،,]\s*|\s+/\s+")
_DEVANAGARI = regex.compile(r"[\u0904-\u0939\u0958-\u0961]")
_LATIN = regex.compile(r"[A-Za-z]")
_GUARDED: Final = tuple("=+-@＝＋－＠\"'")
_HEADER: Final = (Column.ENGLISH, Column.HINDI, Column.STATUS, Column.NOTE, Column.SEVERITY)
_SAMPLE = 50


def read_delimited(path: Path, *, encoding: str | None = None) -> TermList:
    """Read a CSV or TSV glossary; raise ReviewerError or UnknownEncoding."""
    decoded = decode(load(path), encoding, file=path.name)
    rows = parse(decoded.text, file=path.name, is_ragged=True)
    plain = replace(rows, cells=tuple(tuple(map(_unguard, row)) for row in rows.cells))
    return gathered(_entries(plain, path.name), file=path.name)


def read_xlsx(path: Path, *, encoding: str | None = None) -> TermList:
    """Read the first sheet of a workbook that is a glossary; raise ReviewerError where none is."""
    from reviewer.formats import workbook  # noqa: PLC0415 - openpyxl takes 0.3 s to import

    del encoding
    first: ReviewerError | None = None
    for name in workbook.sheet_names(path):
        try:
            return gathered(_entries(workbook.read_sheet(path, name), path.name), file=path.name)
        except ReviewerError as error:
            first = first or error
    raise first or ReviewerError("has no worksheet", file=path.name)


def write_delimited(terms: Sequence[Term], path: Path) -> None:
    """Write a CSV, or a TSV where the name ends so; cells that a spreadsheet would run are guarded."""
    made = StringIO(newline="")
    is_tabbed = path.suffix.lower() in {".tsv", ".tab"}
    table = csv.writer(made, "excel-tab" if is_tabbed else "excel")
    table.writerow(_HEADER)
    table.writerows([_guard(cell) for cell in row] for row in _rows(terms))
    with replacing(path) as file:
        # Excel takes a CSV without this mark for an old encoding.
        file.write(encoded("\ufeff" + made.getvalue(), path))


def write_xlsx(terms: Sequence[Term], path: Path) -> None:
    """Write a workbook of one sheet; every cell is text."""
    import xlsxwriter  # noqa: PLC0415 - heavy, and only wanted here

    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet, head = book.add_worksheet("Glossary"), book.add_format({"bold": True, "bottom": 1})
        for column, (name, width) in enumerate(zip(_HEADER, (32, 32, 12, 48, 12), strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, head)
        for number, row in enumerate(_rows(terms), 1):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
        sheet.freeze_panes(1, 0)
    with replacing(path) as file:
        file.write(made.getvalue())


def _rows(terms: Sequence[Term]) -> Iterator[tuple[str, ...]]:
    for term in terms:
        note, severity = term.note, term.severity.value
        forms = [(form, "approved") for form in term.approved] + [(f, "forbidden") for f in term.forbidden]
        for form, status in forms:
            yield term.source, form, status, note, severity


def _entries(table: Rows, file: str) -> Iterator[Entry]:
    if not table.cells:
        raise ReviewerError("holds no rows with text", file=file)
    columns, has_header = _layout(table.cells, file)
    for number, row in zip(table.numbers[has_header:], table.cells[has_header:], strict=True):
        yield from _of_row(row, columns, f"row {number}")


def _of_row(row: Sequence[str], columns: Sequence[Column | None], place: str) -> Iterator[Entry]:
    held = {column: [row[n] for n, each in enumerate(columns) if each is column] for column in Column}
    source = tidy(" ".join(held[Column.ENGLISH]))
    status = status_of(" ".join(held[Column.STATUS])) or Status.APPROVED
    note = tidy_note("\n".join(held[Column.NOTE]))
    severity = Severity.MAJOR
    with suppress(ValueError):  # a word that is no severity leaves the usual one
        severity = Severity(" ".join(held[Column.SEVERITY]).strip().lower())
    right = [form for cell in held[Column.HINDI] for form in _forms(cell)]
    wrong = [form for cell in held[Column.FORBIDDEN] for form in _forms(cell)]
    stated = [(form, status) for form in right] + [(form, Status.FORBIDDEN) for form in wrong]
    for form, each in stated or [("", status)]:
        yield Entry(source=source, hindi=form, status=each, note=note, severity=severity, place=place)


def _forms(cell: str) -> list[str]:
    return [form for part in _PARTED.split(cell) if (form := tidy(part))]


def _layout(rows: Sequence[Sequence[str]], file: str) -> tuple[list[Column | None], bool]:
    """Return what each column holds, and whether the first row names them."""
    named = [_COLUMNS.get(_NUMBER.sub("", key(cell))) for cell in rows[0]]
    if Column.ENGLISH in named and {Column.HINDI, Column.FORBIDDEN} & set(named):
        return named, True
    sample = rows[: _SAMPLE + 1]
    found: list[Column | None] = [None] * len(rows[0])
    for column, script in ((Column.HINDI, _DEVANAGARI), (Column.ENGLISH, _LATIN)):
        shares = [sum(bool(script.search(row[n])) for row in sample) for n in range(len(found))]
        free = [n for n in range(len(found)) if found[n] is None and shares[n] * 2 >= len(sample)]
        if not free:
            raise ReviewerError(
                f"no column holds {column}", file=file, remedy="Name one column English and one Hindi."
            )
        found[free[0]] = column
    for n in range(len(found)):
        if found[n] is None:
            cells = [row[n] for row in sample if row[n].strip()]
            is_status = bool(cells) and sum(status_of(cell) is not None for cell in cells) * 2 > len(cells)
            found[n] = Column.STATUS if is_status else Column.NOTE
    at = found.index(Column.HINDI)
    is_named = len(rows) > 1 and not _DEVANAGARI.search(rows[0][at])
    return found, is_named


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_GUARDED) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_GUARDED) else cell
