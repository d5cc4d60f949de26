"""Bilingual tables: looked at first, then read with a mapping of columns that a person may change."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.draft import DocumentDraft, SegmentDraft
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Role
from reviewer.formats.bilingual_jsonl import read_rows
from reviewer.formats.content import load, shown_name, shown_stem
from reviewer.formats.delimited import Rows, parse
from reviewer.formats.encoding import decode
from reviewer.formats.header import Field, guess, is_header
from reviewer.formats.sniff import sniff

_SAMPLE_ROWS = 20
_ROLES = {
    **{role.value: role for role in Role},
    "title": Role.HEADLINE,
    "शीर्षक": Role.HEADLINE,
    "उपशीर्षक": Role.STANDFIRST,
    "चित्र परिचय": Role.CAPTION,
    "कैप्शन": Role.CAPTION,
    "श्रेय": Role.CREDIT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """How to read a table: columns (from 0) by field, and where its rows are."""

    columns: Mapping[Field, int]
    has_header: bool = True
    sheet: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    source_language: str = "en"
    target_language: str = "hi"


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview:
    """What a table holds at first sight; a header that is missing is made of column numbers."""

    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    guessed: Mapping[Field, int]
    has_header: bool
    row_count: int
    sheets: tuple[str, ...] = ()
    sheet: str | None = None
    delimiter: str = ""
    encoding: str = "utf-8"

    def mapping(self) -> TableMapping:
        """The mapping that was guessed."""
        return TableMapping(
            columns=self.guessed,
            has_header=self.has_header,
            sheet=self.sheet,
            delimiter=self.delimiter or None,
            encoding=self.encoding,
        )


@dataclass(frozen=True, slots=True)
class _Table:
    rows: Rows
    sheets: tuple[str, ...] = ()
    sheet: str | None = None
    encoding: str = "utf-8"
    has_header: bool | None = None


def inspect_table(
    path: Path, *, sheet: str | None = None, delimiter: str | None = None, encoding: str | None = None
) -> TablePreview:
    """Look at a table and guess its columns; raise ReviewerError or UnknownEncoding."""
    table = _load(path, sheet=sheet, delimiter=delimiter, encoding=encoding)
    rows = table.rows.cells
    first, rest = rows[0], rows[1 : _SAMPLE_ROWS + 1]
    has_header = is_header(first, rest) if table.has_header is None else table.has_header
    header = first if has_header else tuple(f"Column {n}" for n in range(1, len(first) + 1))
    sample = rest if has_header else rows[:_SAMPLE_ROWS]
    return TablePreview(
        header=header,
        sample=sample,
        guessed=guess(header, sample),
        has_header=has_header,
        row_count=len(rows) - has_header,
        sheets=table.sheets,
        sheet=table.sheet,
        delimiter=table.rows.delimiter,
        encoding=table.encoding,
    )


def read_table(path: Path, mapping: TableMapping | None = None) -> tuple[DocumentDraft, ...]:
    """Read a table as documents, one for each pair of document and system, rows in their order.

    Without a mapping the guessed one is used. Raises ReviewerError where no column is the translation.
    """
    mapping = mapping or inspect_table(path).mapping()
    table = _load(path, sheet=mapping.sheet, delimiter=mapping.delimiter, encoding=mapping.encoding)
    width = len(table.rows.cells[0])
    if Field.TARGET not in mapping.columns or not all(0 <= n < width for n in mapping.columns.values()):
        raise ReviewerError(
            "no column is named as the translation",
            file=path.name,
            remedy="Name one 'target' (or अनुवाद) and, if there is one, one 'source'.",
        )
    return _documents(table.rows.cells[mapping.has_header :], mapping, path)


def read(path: Path, mapping: TableMapping | None = None) -> tuple[DocumentDraft, ...]:
    """Read a table with a mapping, or with the one that is guessed."""
    return read_table(path, mapping)


def _load(path: Path, *, sheet: str | None, delimiter: str | None, encoding: str | None) -> _Table:
    form = sniff(path).id
    if form in {"csv", "plain"}:
        decoded = decode(load(path), encoding, file=path.name)
        table = _Table(parse(decoded.text, delimiter=delimiter, file=path.name), encoding=decoded.encoding)
    elif form == "xlsx":
        from reviewer.formats import workbook  # noqa: PLC0415 - openpyxl takes 0.3 s to import

        sheets = workbook.sheet_names(path)
        table = _Table(workbook.read_sheet(path, sheet), sheets, sheet or next(iter(sheets), None))
    elif form == "bilingual-jsonl":
        decoded = decode(load(path), encoding, file=path.name)
        table = _Table(read_rows(decoded.text, path.name), encoding=decoded.encoding, has_header=True)
    elif form in {"docx", "docx-table"}:
        from reviewer.formats import docx_table  # noqa: PLC0415 - python-docx takes 0.1 s to import

        rows = docx_table.rows(path)
        table = _Table(Rows(rows, tuple(range(1, len(rows) + 1))))
    else:
        raise ReviewerError("is no table", file=path.name, remedy="Save it as CSV, TSV, XLSX or JSON lines.")
    if not table.rows.cells:
        raise ReviewerError(
            "holds no table with text", file=path.name, place=f"sheet {sheet}" if sheet else ""
        )
    return table


def _documents(
    rows: Sequence[tuple[str, ...]], mapping: TableMapping, path: Path
) -> tuple[DocumentDraft, ...]:
    groups: dict[tuple[str, str], list[dict[Field, str]]] = defaultdict(list)
    for row in rows:
        cells = {name: row[column].strip() for name, column in mapping.columns.items()}
        if cells[Field.TARGET] or cells.get(Field.SOURCE):
            groups[cells.get(Field.DOCUMENT, ""), cells.get(Field.SYSTEM, "")].append(cells)
    if not groups:
        raise ReviewerError("the table has no rows with text", file=path.name)
    return tuple(
        DocumentDraft(
            title=next(
                (title for row in group if (title := row.get(Field.TITLE))), document or shown_stem(path)
            ),
            segments=_segments(group),
            source_language=mapping.source_language,
            target_language=mapping.target_language,
            system=system,
            origin=shown_name(path),
        )
        for (document, system), group in groups.items()
    )


def _segments(rows: Sequence[Mapping[Field, str]]) -> tuple[SegmentDraft, ...]:
    """Rows as segments; each is a paragraph of its own unless a column says otherwise."""
    found: list[SegmentDraft] = []
    paragraph, before = -1, None
    for row in rows:
        named = row.get(Field.PARAGRAPH) or None
        if named is None or named != before:
            paragraph += 1
        before = named
        found.append(
            SegmentDraft(
                received=row[Field.TARGET],
                paragraph=paragraph,
                source=row.get(Field.SOURCE) or None,
                back_translation=row.get(Field.BACK_TRANSLATION) or None,
                final=row.get(Field.FINAL) or None,
                reference=row.get(Field.REFERENCE) or None,
                role=_ROLES.get(row.get(Field.ROLE, "").lower(), Role.BODY),
            )
        )
    return tuple(found)
