"""Markdown that GitHub's rules read as what it says."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reviewer.reports import markdown
from reviewer.reports.text import one_line
from tests.reports.example import HOSTILE, REPORT

_ENGINES = next(table for table in REPORT.tables() if table.id == "engines")
_READER = MarkdownIt("commonmark").enable("table")


@pytest.mark.parametrize("text", [*HOSTILE, "1. first", "- item", "# head", "a|b", "&lt;", "![x](y)"])
def test_texts_are_read_as_they_stand(text: str) -> None:
    """Escaped text, read as Markdown, is one paragraph of that text."""
    tokens = _READER.parse(markdown.escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == one_line(text)


def test_a_table_has_all_its_cells() -> None:
    """Seven columns, a head and five rows, pipes in texts escaped."""
    tokens = _READER.parse(markdown.table(_ENGINES))
    assert sum(token.type == "th_open" for token in tokens) == 7
    assert sum(token.type == "td_open" for token in tokens) == 35


def test_numbers_stand_at_the_right() -> None:
    """Texts and days at the left."""
    assert markdown.table(_ENGINES).splitlines()[1] == "| --- | ---: | ---: | ---: | ---: | ---: | --- |"


def test_the_whole_report_is_written(tmp_path: Path) -> None:
    """Headings of all sections, figures with notes, parameters at the end."""
    markdown.write(REPORT, tmp_path / "r.md")
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert text.count("\n## ") == len(REPORT.sections)
    assert "- Final text: **Pass** (12 documents)" in text
    assert text.rstrip().splitlines()[-4] == "- seed: 12345"
