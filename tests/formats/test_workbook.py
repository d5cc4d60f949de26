"""Excel workbooks as rows."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from reviewer.domain.error import ReviewerError
from reviewer.formats.workbook import MAX_COLUMNS, read_sheet, sheet_names


def saved(book: Workbook, folder: Path) -> Path:
    """The workbook as a file."""
    path = folder / "a.xlsx"
    book.save(path)
    return path


def test_rows_keep_their_numbers_and_one_width(tmp_path: Path) -> None:
    """Blank rows are passed over, short rows filled up."""
    book = Workbook()
    for row in (["a", "b"], [None], ["c"]):
        book.worksheets[0].append(row)
    found = read_sheet(saved(book, tmp_path))
    assert (found.cells, found.numbers) == ((("a", "b"), ("c", "")), (1, 3))


def test_a_far_away_cell_costs_nothing(tmp_path: Path) -> None:
    """Columns beyond what a table of texts can have are not looked at."""
    book = Workbook()
    book.worksheets[0]["A1"] = "a"
    book.worksheets[0]["XFD1"] = "far"
    assert len(read_sheet(saved(book, tmp_path)).cells[0]) <= MAX_COLUMNS


def test_an_endless_cell_is_refused(tmp_path: Path) -> None:
    """No segment has more than 131,072 characters."""
    path = saved(Workbook(), tmp_path)
    other = tmp_path / "b.xlsx"
    cell = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"क" * 140_000}</t></is></c></row>'
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"<sheetData/>", f"<sheetData>{cell}</sheetData>".encode())
                data = data.replace(b"<sheetData></sheetData>", f"<sheetData>{cell}</sheetData>".encode())
            new.writestr(name, data)
    with pytest.raises(ReviewerError, match=r"b\.xlsx, row 1: a cell has more than 131,072 characters"):
        read_sheet(other)


def test_a_row_beyond_all_sheets_ends_the_reading(tmp_path: Path) -> None:
    """A row that says it is the billionth does not keep the reader counting."""
    book = Workbook()
    book.worksheets[0].append(["a"])
    book.worksheets[0].append(["b"])
    path = saved(book, tmp_path)
    other = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<row r="2"', b'<row r="99999999999"'))
    assert read_sheet(other).cells == (("a",),)


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """Parts under the right names are not enough."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(ReviewerError, match="it is no Excel workbook"):
        sheet_names(path)


def test_a_broken_sheet_is_refused(tmp_path: Path) -> None:
    """A sheet whose XML breaks off is damage, told in one line."""
    book = Workbook()
    book.worksheets[0].append(["a"])
    path = saved(book, tmp_path)
    other = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:-30] if "sheet1" in name else data)
    with pytest.raises(ReviewerError, match="damaged or cut off"):
        read_sheet(other)
