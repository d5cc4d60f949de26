"""Glossaries as tables."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.domain.error import ReviewerError
from reviewer.domain.style import Term
from reviewer.formats.glossary.table import read_delimited, read_xlsx, write_delimited, write_xlsx
from tests.formats.glossary.glossaries import GLOSSARIES

_HERE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _read(tmp_path: Path, text: str, name: str = "g.csv") -> tuple[Term, ...]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_delimited(tmp_path / name).terms


@pytest.mark.parametrize("name", ["g.csv", "g.tsv"])
@given(GLOSSARIES)
@_HERE
def test_a_delimited_glossary_comes_back(tmp_path: Path, name: str, made: tuple[Term, ...]) -> None:
    """With formulas, quotes and notes of several lines."""
    write_delimited(made, tmp_path / name)
    assert read_delimited(tmp_path / name).terms == made


@given(GLOSSARIES)
@settings(_HERE, max_examples=15)
def test_a_workbook_comes_back(tmp_path: Path, made: tuple[Term, ...]) -> None:
    """Every cell is text."""
    write_xlsx(made, tmp_path / "g.xlsx")
    assert read_xlsx(tmp_path / "g.xlsx").terms == made
    book = openpyxl.load_workbook(tmp_path / "g.xlsx")
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)


@pytest.mark.parametrize(
    "text",
    [
        "English,Hindi,Forbidden\ntreaty,संधि,करार\n",
        "अंग्रेज़ी,हिन्दी,वर्जित\ntreaty,संधि,करार\n",
        "Source term;Target term;Avoid\ntreaty;संधि;करार\n",
        "Status,Hindi,English\napproved,संधि,treaty\nforbidden,करार,treaty\n",
        "treaty,संधि,approved\ntreaty,करार,forbidden\n",
    ],
)
def test_columns_are_known_by_name_or_content(tmp_path: Path, text: str) -> None:
    """In English, in Hindi, in any order, or without a header."""
    assert [(t.source, t.approved, t.forbidden) for t in _read(tmp_path, text)] == [
        ("treaty", ("संधि",), ("करार",))
    ]


def test_one_cell_holds_several_translations(tmp_path: Path) -> None:
    """Parted by semicolons, commas or bars; a row may be short."""
    found = _read(tmp_path, 'English,Hindi,Note\ntreaty,"संधि; समझौता, करार"\npact,समझौता,x\n')
    assert found[0].approved == ("संधि", "समझौता", "करार")


def test_no_formula_is_written(tmp_path: Path) -> None:
    """A spreadsheet runs nothing."""
    write_delimited((Term(source="=1+1", approved=("@SUM",)),), tmp_path / "g.csv")
    assert "'=1+1,'@SUM" in (tmp_path / "g.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("text", ["one,two\nthree,four\n", "केवल\nहिन्दी\n", "English,Hindi\n"])
def test_what_is_no_glossary_is_one_line(tmp_path: Path, text: str) -> None:
    """The file is named, and the remedy."""
    with pytest.raises(ReviewerError, match=r"g\.csv"):
        _read(tmp_path, text)
