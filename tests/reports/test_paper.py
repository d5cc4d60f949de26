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
