"""What does not fit the paper is cut so that nothing is lost."""

from dataclasses import replace
from typing import Any

from reviewer.domain.report import Column, Table, Unit
from reviewer.reports.paper import sheet
from tests.reports.example import REPORT


def test_a_wide_table_is_cut_into_narrow_ones() -> None:
    """Each part has the first column; every other column is in one part."""
    columns = tuple(Column(id=f"c{n}", title=f"C{n}", unit=Unit.COUNT, note=f"note {n}") for n in range(21))
    table = Table(id="wide", title="Wide", columns=columns, rows=(tuple(range(21)),))
    section = replace(REPORT.sections[0], blocks=(table,))
    made: Any = sheet(replace(REPORT, sections=(section,)))
    parts = made["sections"][0]["parts"]
    heads = [[head["text"] for head in part["heads"]] for part in parts]
    assert [head[0] for head in heads] == ["C0", "C0", "C0"]
    assert [name for head in heads for name in head[1:]] == [f"C{n}" for n in range(1, 21)]
    assert [part["title"] for part in parts] == ["Wide", "Wide, continued", "Wide, continued"]
    assert "C20: note 20." in parts[-1]["note"]


def test_a_table_of_many_pages_is_cut_and_says_so() -> None:
    """The rows are counted, not dropped in silence."""
    column = Column(id="c", title="C", unit=Unit.COUNT)
    table = Table(id="long", title="Long", columns=(column,), rows=tuple((n,) for n in range(1_061)))
    section = replace(REPORT.sections[0], blocks=(table,))
    made: Any = sheet(replace(REPORT, sections=(section,)))
    (part,) = made["sections"][0]["parts"]
    assert len(part["rows"]) == 60
    assert part["note"].startswith("1,001 more rows")
