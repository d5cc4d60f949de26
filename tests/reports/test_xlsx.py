"""The workbook holds typed cells that another program reads, and not one formula."""

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from reviewer.reports import xlsx
from reviewer.reports.text import clean
from tests.reports.example import HOSTILE, REPORT


@pytest.fixture(scope="module")
def book() -> Workbook:
    """The example's workbook as another program reads it."""
    return openpyxl.load_workbook(BytesIO(xlsx.render(REPORT)))


def test_every_table_has_its_sheet(book: Workbook) -> None:
    """Names are unique, short enough and free of what a name may not hold."""
    names = book.sheetnames
    assert names[:3] == ["Report", "engines", "days"]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_cells_have_their_types(book: Workbook) -> None:
    """Numbers, shares and days are such; an estimate is three columns; nothing is nothing."""
    rows = list(book["engines"].iter_rows(values_only=True))
    assert rows[0][1:4] == ("ESA", "ESA, from", "ESA, to")
    assert rows[1][1:7] == (84.2, 81.9, 86.4, 9.75, 0.312, 1)
    assert rows[1][8] == datetime(2026, 11, 20)
    assert rows[4][2:5] == (None, None, None)


def test_numbers_have_their_formats(book: Workbook) -> None:
    """A share is shown as one."""
    sheet = book["engines"]
    assert [sheet.cell(2, column).number_format for column in (2, 6, 9)] == ["#,##0.0", "0.0%", "yyyy-mm-dd"]


def test_no_cell_is_a_formula(book: Workbook) -> None:
    """What looks like one is text, and stays text when edited."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    looks = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in set("=+-@")]
    assert {clean(text) for text in HOSTILE if text[0] in "=+-@"} <= {cell.value for cell in looks}
    assert all(cell.quotePrefix for cell in looks)
    assert not [cell for cell in cells if cell.hyperlink]


def test_heads_stay_and_filter(book: Workbook) -> None:
    """Scrolling keeps the head; every column can be filtered."""
    assert book["engines"].freeze_panes == "B2"
    assert book["engines"].auto_filter.ref == "A1:I6"


def test_charts_can_be_edited() -> None:
    """One native chart for each kind that the format knows; the heat map is tinted cells."""
    with zipfile.ZipFile(BytesIO(xlsx.render(REPORT))) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == 5
        assert any(b"conditionalFormatting" in parts.read(n) for n in parts.namelist() if "sheet" in n)


def test_the_cover_tells_figures_and_methods(book: Workbook) -> None:
    """Figures with their ends and notes, and what reproduces them."""
    rows = [row[:5] for row in book["Report"].iter_rows(values_only=True)]
    points = ("Points per 1,000 words", 9.75, 7.5, 12.25)
    assert [row for row in rows if row[:4] == points]
    assert [row for row in rows if row[:2] == ("seed", "12345")]


def test_the_file_is_written(tmp_path: Path) -> None:
    """A path gets the workbook, and nothing else beside it."""
    xlsx.write(REPORT, tmp_path / "r.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["r.xlsx"]
