"""A review as a workbook: all rows are there, and nothing in them is a formula."""

from pathlib import Path

import openpyxl

from reviewer.formats.registry import by_id, writable
from tests.builders import a_flag, a_review, a_segment


def test_segments_and_errors_have_a_row_each(tmp_path: Path) -> None:
    """With the words of the error, and texts as they are."""
    path = tmp_path / "review.xlsx"
    segments = (a_segment(source="=1+1"), a_segment("@SUM(A1)\x07", id=2, position=1, source="x" * 40_000))
    flag = a_flag(3, 5)
    by_id("xlsx-review").load_writer()(a_review(*segments, flags=(flag,)), path)
    assert writable(path).id == "xlsx-review"
    book = openpyxl.load_workbook(path)
    rows = list(book["Segments"].iter_rows(values_only=True))
    assert len(rows) == 3
    assert rows[1][4] == "=1+1"
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert str(rows[2][4]).endswith("…")
    errors = list(book["Errors"].iter_rows(values_only=True))
    assert len(errors) == 2
    assert errors[1][3:5] == (flag.severity.value, flag.type)
    assert errors[1][6] == segments[0].received[3:5]
