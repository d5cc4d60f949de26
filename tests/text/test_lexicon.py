import pytest

from reviewer.resources import resource
from reviewer.text.lexicon import alternatives, rows, word_list

NAMES = sorted(path.stem for path in resource("lexicons").glob("*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_well_formed(name: str) -> None:
    """Each row has a first cell and no more cells than the header has columns."""
    header, *lines = resource("lexicons", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(line.count("\t") <= header.count("\t") and line.split("\t")[0] for line in lines)
    assert len(rows(name)) == len(lines)


def test_rows_are_read_by_column() -> None:
    """A cell is found by the name of its column, also when the row ends before it."""
    row = next(row for row in rows("abbreviations") if row["abbrev_with_dot"] == "डॉ.")
    assert row["note"] == "before a name"
    assert all(set(row) == {"abbrev_with_dot", "note"} for row in rows("abbreviations"))


def test_alternatives_are_split_and_trimmed() -> None:
    """Variants stand in one cell, separated by bars."""
    assert alternatives("पांच | पाँच|") == ("पांच", "पाँच")


def test_word_lists_are_chosen_by_language() -> None:
    """Without a language the lists of all are joined."""
    assert "कहा" in word_list("said", "hi")
    assert "said" not in word_list("said", "hi")
    assert word_list("said") == word_list("said", "hi") | word_list("said", "en")
