"""Word documents that are bilingual tables come as rows, articles that hold a table as articles."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from reviewer.formats.docx_table import rows
from reviewer.formats.sniff import sniff
from reviewer.formats.table import read_table

_ROWS = [
    ("The chief minister opened the new bridge on Monday.", "मुख्यमंत्री ने सोमवार को नए पुल का उद्घाटन किया।"),
    (
        "Traffic will be allowed from next week onwards.",
        "अगले सप्ताह से यातायात की अनुमति होगी, अधिकारियों ने कहा।",
    ),
]
_HEAD = ("English", "Hindi")


def _saved(folder: Path, *tables: Sequence[Sequence[str]], prose: str = "") -> Path:
    document = docx.Document()
    if prose:
        document.add_paragraph(prose)
    for cells in tables:
        table = document.add_table(rows=0, cols=len(cells[0]))
        for texts in cells:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
        document.add_paragraph()
    path = folder / "a.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("head", [[], [_HEAD]])
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_table_of_two_languages_is_read_as_rows(
    tmp_path: Path, head: list[tuple[str, str]], is_turned: bool
) -> None:
    """With a head or without, whichever column is first."""
    cells = [row[::-1] if is_turned else row for row in (*head, *_ROWS)]
    path = _saved(tmp_path, cells)
    assert sniff(path).id == "docx-table"
    (made,) = read_table(path)
    assert [(each.source, each.received) for each in made.segments] == _ROWS


def test_tables_of_one_width_are_one(tmp_path: Path) -> None:
    """A head that stands over each counts once."""
    path = _saved(tmp_path, [_HEAD, _ROWS[0]], [_HEAD, _ROWS[1]], [("a", "b", "c")])
    assert rows(path) == (_HEAD, *_ROWS)


def test_an_article_with_a_table_is_an_article(tmp_path: Path) -> None:
    """As is a table in one language."""
    assert sniff(_saved(tmp_path, [_HEAD, *_ROWS], prose="शहर में भारी बारिश हुई। " * 30)).id == "docx"
    assert sniff(_saved(tmp_path, [("एक", "दो"), ("तीन", "चार")])).id == "docx"
