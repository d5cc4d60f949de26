"""Tables made fit for a page."""

from reviewer.domain.report import Column, Table, Unit
from reviewer.reports.column import explained, telling


def a_table(width: int, *rows: tuple[object, ...]) -> Table:
    """A table whose columns have notes."""
    columns = tuple(Column(id=f"c{n}", title=f"C{n}", unit=Unit.TEXT, note=f"note {n}") for n in range(width))
    return Table(id="t", title="T", columns=columns, rows=rows, note="All.")  # type: ignore[arg-type]


def test_a_column_that_says_nothing_is_left_out() -> None:
    """The first always stays, and so does a nought."""
    made = telling(a_table(4, ("", "", 0, None), ("", None, "x", None)))
    assert [column.id for column in made.columns] == ["c0", "c2"]
    assert made.rows == (("", 0), ("", "x"))


def test_a_table_without_rows_keeps_its_columns() -> None:
    """Nothing is known of them."""
    assert len(telling(a_table(3)).columns) == 3


def test_a_wide_table_explains_its_columns_below() -> None:
    """A narrow one does so in its head."""
    made = explained(a_table(7, tuple("abcdefg")))
    assert made.note.startswith("All. C0: note 0.")
    assert not any(column.note for column in made.columns)
    assert explained(a_table(6, tuple("abcdef"))).columns[5].note == "note 5"
