"""Bilingual tables of every kind as documents."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Role
from reviewer.formats.header import Field
from reviewer.formats.table import TableMapping, inspect_table, read_table

ROWS = (("He came.", "वह आया।"), ("She left.", "वह गई।"))


def written(folder: Path, text: str, name: str = "a.csv") -> Path:
    """The text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def workbook(folder: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    """An Excel file with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(list(row))
    path = folder / "a.xlsx"
    book.save(path)
    return path


def pairs(path: Path, mapping: TableMapping | None = None) -> list[tuple[str | None, str]]:
    """Source and received text of the first document."""
    return [(row.source, row.received) for row in read_table(path, mapping)[0].segments]


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("b.csv", ";"), ("c.tsv", "\t"), ("d.csv", "|"), ("e.txt", "\t")]
)
def test_the_delimiter_is_found(tmp_path: Path, name: str, delimiter: str) -> None:
    """Comma, semicolon, tab and bar are told apart by the rows."""
    text = "\n".join(delimiter.join(row) for row in (("source", "target"), *ROWS))
    path = written(tmp_path, text, name)
    assert pairs(path) == list(ROWS)
    assert inspect_table(path).delimiter == delimiter


def test_all_fields_are_read(tmp_path: Path) -> None:
    """Every field lands where it belongs; an empty cell is no text."""
    path = written(
        tmp_path,
        "Source,MT,Post-edit,Back translation,Reference,Role,Title\n"
        "He came.,वह आया।,वे आए।,He did come.,वह आ गया।,headline,आगमन\n"
        "She left.,वह गई।,,,,,\n",
    )
    (document,) = read_table(path)
    first, second = document.segments
    assert (first.final, first.back_translation, first.reference) == ("वे आए।", "He did come.", "वह आ गया।")
    assert (first.role, second.role, document.title) == (Role.HEADLINE, Role.BODY, "आगमन")
    assert (second.final, second.back_translation, second.reference) == (None, None, None)


def test_hindi_headers_are_understood(tmp_path: Path) -> None:
    """Column names in Hindi work as those in English, with and without nukta."""
    path = written(tmp_path, "अंग्रेज़ी,अनुवाद,दस्तावेज\nHe came.,वह आया।,क\n")
    assert inspect_table(path).guessed == {Field.SOURCE: 0, Field.TARGET: 1, Field.DOCUMENT: 2}


def test_rows_are_grouped_by_document_and_system(tmp_path: Path) -> None:
    """Each pair of document and engine is a document; rows keep their order and count as paragraphs."""
    path = written(tmp_path, "doc,system,target\nA,x,एक\nA,y,दो\nA,x,तीन\nB,x,चार\n")
    found = read_table(path)
    assert [(d.title, d.system, [s.received for s in d.segments]) for d in found] == [
        ("A", "x", ["एक", "तीन"]),
        ("A", "y", ["दो"]),
        ("B", "x", ["चार"]),
    ]
    assert [s.paragraph for s in found[0].segments] == [0, 1]


def test_a_paragraph_column_keeps_sentences_together(tmp_path: Path) -> None:
    """Rows with the same paragraph in a row are one paragraph."""
    path = written(tmp_path, "para,target\n1,एक।\n1,दो।\n2,तीन।\n")
    assert [s.paragraph for s in read_table(path)[0].segments] == [0, 0, 1]


def test_a_table_without_header_is_told_by_its_texts(tmp_path: Path) -> None:
    """Without names the Hindi column is the translation and the Latin one the source."""
    rows = [("He came to the city in the morning today.", "वह आज सुबह के समय शहर में आया था।")] * 2
    path = written(tmp_path, "\n".join("\t".join(row) for row in rows), "a.tsv")
    preview = inspect_table(path)
    assert not preview.has_header
    assert preview.header == ("Column 1", "Column 2")
    assert pairs(path) == rows


def test_a_mapping_overrules_the_guess(tmp_path: Path) -> None:
    """The editor's choice of columns counts."""
    path = written(tmp_path, "source,target,other\nHe came.,वह आया।,वे आए।\n")
    mapping = TableMapping(columns={Field.SOURCE: 0, Field.TARGET: 2})
    assert pairs(path, mapping) == [("He came.", "वे आए।")]


def test_a_mapping_beyond_the_table_is_refused(tmp_path: Path) -> None:
    """A mapping remembered from another table does not fit silently."""
    path = written(tmp_path, "source,target\nHe came.,वह आया।\n")
    with pytest.raises(ReviewerError, match="no column is named as the translation"):
        read_table(path, TableMapping(columns={Field.TARGET: 7}))


def test_a_table_without_translation_is_refused(tmp_path: Path) -> None:
    """English alone is nothing to review."""
    with pytest.raises(ReviewerError, match=r"a\.csv: no column is named as the translation"):
        read_table(written(tmp_path, "source,comment\nHe came.,ok\n"))


def test_the_final_text_alone_counts_as_translation(tmp_path: Path) -> None:
    """A table with only a post-edit is read with it as the translation."""
    assert pairs(written(tmp_path, "source,final\nHe came.,वह आया।\n")) == [("He came.", "वह आया।")]


def test_an_excel_sheet_is_read(tmp_path: Path) -> None:
    """Numbers and dates come as they are shown; blank rows are passed over."""
    path = workbook(
        tmp_path, [("source", "target"), (2000.0, "वह आया।"), (None, None), (date(2024, 6, 5), "वह गई।")]
    )
    assert pairs(path) == [("2000", "वह आया।"), ("2024-06-05", "वह गई।")]


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    """The first sheet is the default; another is read by its name."""
    path = workbook(tmp_path, [("target",), ("एक",)], [("target",), ("दो",)])
    assert inspect_table(path).sheets == ("S1", "S2")
    mapping = inspect_table(path, sheet="S2").mapping()
    assert [s.received for s in read_table(path, mapping)[0].segments] == ["दो"]


def test_an_unknown_sheet_is_named(tmp_path: Path) -> None:
    """The error lists the sheets there are."""
    with pytest.raises(ReviewerError, match=r"has no worksheet 'X'\. It has S1\."):
        inspect_table(workbook(tmp_path, [("target",), ("एक",)]), sheet="X")


def test_formulas_are_never_run(tmp_path: Path) -> None:
    """A formula without a stored value is an empty cell."""
    path = workbook(tmp_path, [("source", "target"), ("=1+1", "वह आया।")])
    assert pairs(path) == [(None, "वह आया।")]


def test_json_lines_are_read_by_their_keys(tmp_path: Path) -> None:
    """Keys name the fields as column names do; nested values of other keys are passed over."""
    lines = [{"src": s, "tgt": t, "doc_id": "A", "spans": [1]} for s, t in ROWS]
    path = written(tmp_path, "\n".join(json.dumps(line) for line in lines), "a.jsonl")
    assert pairs(path) == list(ROWS)


def test_a_word_table_is_read(tmp_path: Path) -> None:
    """A Word file with one column each for English and Hindi is a table too."""
    document = Document()
    table = document.add_table(0, 2)
    for row in (("English", "Hindi"), *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "a.docx"))
    assert pairs(tmp_path / "a.docx") == list(ROWS)


def test_a_table_of_ten_thousand_rows_is_read(tmp_path: Path) -> None:
    """Length is no obstacle."""
    text = "source\ttarget\n" + "\n".join(f"He came {n}.\tवह {n} बजे आया।" for n in range(10_000))
    assert len(pairs(written(tmp_path, text, "a.tsv"))) == 10_000


def test_a_web_page_is_no_table(tmp_path: Path) -> None:
    """What is not a table says so."""
    with pytest.raises(ReviewerError, match=r"a\.html: is no table"):
        inspect_table(written(tmp_path, "<html><p>x</p></html>", "a.html"))


def test_a_table_with_a_header_only_is_refused(tmp_path: Path) -> None:
    """A header without rows has nothing to review."""
    with pytest.raises(ReviewerError, match="no rows with text"):
        read_table(written(tmp_path, "source,target\n"))
