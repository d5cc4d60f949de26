"""Columns of a table and what they hold."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QTableWidget
from pytestqt.qtbot import QtBot

from reviewer.formats.header import Field
from reviewer.formats.reader import TableMapping, TablePreview, inspect_table, read_table
from reviewer.ui.dialog.mapping import COLUMNS, MappingDialog, named_rows, signature

PREVIEW = TablePreview(
    header=("id", "English", "AI"),
    sample=(("1", "Prices fell.", "कीमतें गिरीं।"), ("2", "It rained.", "बारिश हुई।")),
    guessed={Field.SOURCE: 1, Field.TARGET: 2},
    has_header=True,
    row_count=2,
    delimiter=";",
)


def _dialog(
    qtbot: QtBot, preview: TablePreview = PREVIEW, guessed: TableMapping | None = None
) -> MappingDialog:
    dialog = MappingDialog(preview, guessed, file_name="table.csv")
    qtbot.addWidget(dialog)
    return dialog


def _choices(dialog: MappingDialog) -> list[QComboBox]:
    table = dialog.findChild(QTableWidget)
    assert table is not None
    return table.findChildren(QComboBox)


def _choose(dialog: MappingDialog, column: int, title: str) -> None:
    choice = _choices(dialog)[column]
    choice.setCurrentIndex(choice.findText(title))


def _shown(dialog: MappingDialog, row: int, column: int) -> str:
    table = dialog.findChild(QTableWidget)
    assert table is not None
    item = table.item(row, column)
    return item.text() if item else ""


def test_the_guess_is_chosen_and_needs_only_enter(qtbot: QtBot) -> None:
    """A table whose columns are recognised is taken as it is."""
    dialog = _dialog(qtbot)
    with qtbot.waitExposed(dialog):
        dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(_choices(dialog)[0], Qt.Key.Key_Return)
    assert dialog.mapping() == PREVIEW.mapping()


def test_a_remembered_mapping_is_chosen(qtbot: QtBot) -> None:
    """What the editor said last time wins over the guess."""
    remembered = replace(PREVIEW.mapping(), columns={Field.TARGET: 1, Field.REFERENCE: 2})
    assert dict(_dialog(qtbot, guessed=remembered).mapping().columns) == remembered.columns


def test_without_hindi_the_button_waits(qtbot: QtBot) -> None:
    """No column is the Hindi: the dialog says so and cannot be confirmed."""
    dialog = _dialog(qtbot, replace(PREVIEW, guessed={}))
    assert not dialog.primary.isEnabled()
    assert dialog.trouble == "Choose the column that is the received Hindi."
    _choose(dialog, 2, "Received Hindi")
    assert dialog.primary.isEnabled()


def test_a_field_has_one_column(qtbot: QtBot) -> None:
    """Giving a field to another column takes it from the first."""
    dialog = _dialog(qtbot)
    _choose(dialog, 0, "Received Hindi")
    assert dict(dialog.mapping().columns) == {Field.SOURCE: 1, Field.TARGET: 0}
    assert _choices(dialog)[2].currentText() == "Ignore"


def test_a_first_row_that_is_no_header_is_a_row(qtbot: QtBot) -> None:
    """Unticking the header puts the first row among the samples."""
    dialog = _dialog(qtbot)
    box = dialog.findChild(QCheckBox)
    assert box is not None
    box.click()
    assert _shown(dialog, 1, 1) == "English"
    assert not dialog.mapping().has_header


def test_a_first_row_can_become_the_header() -> None:
    """Ticking it takes the first sample away."""
    bare = replace(PREVIEW, header=("Column 1", "Column 2", "Column 3"), has_header=False)
    names, rows = named_rows(bare, has_header=True)
    assert names == PREVIEW.sample[0]
    assert rows == PREVIEW.sample[1:]


def test_the_delimiter_is_named(qtbot: QtBot) -> None:
    """How the file was cut into columns is said in words."""
    assert "2 rows · columns separated by semicolons" in _dialog(qtbot).facts


def test_another_sheet_is_looked_at(qtbot: QtBot) -> None:
    """Choosing a sheet shows its columns with their own guess."""
    second = replace(PREVIEW, header=("Hindi",), sample=(("एक।",),), guessed={Field.TARGET: 0}, sheet="Two")
    first = replace(PREVIEW, sheets=("One", "Two"), sheet="One")
    dialog = MappingDialog(first, read_sheet=lambda _name: second)
    qtbot.addWidget(dialog)
    sheets = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Sheet")
    sheets.setCurrentText("Two")
    assert _shown(dialog, 1, 0) == "एक।"
    assert dialog.mapping().sheet == "Two"
    assert dict(dialog.mapping().columns) == {Field.TARGET: 0}


def test_a_very_wide_table_offers_its_first_columns(qtbot: QtBot) -> None:
    """A thousand columns do not freeze the window."""
    header = tuple(f"c{n}" for n in range(1000))
    wide = replace(PREVIEW, header=header, sample=(header,), guessed={Field.TARGET: 999})
    dialog = _dialog(qtbot, wide)
    assert len(_choices(dialog)) == COLUMNS
    assert not dialog.primary.isEnabled()


def test_tables_with_one_header_share_a_key(qtbot: QtBot) -> None:
    """What is remembered is found again for other rows under the same names."""
    other = replace(PREVIEW, sample=(), row_count=0)
    assert _dialog(qtbot).key() == signature(other)
    assert signature(replace(PREVIEW, header=("id", "AI", "English"))) != signature(PREVIEW)


def test_a_real_file_goes_through(qtbot: QtBot, tmp_path: Path) -> None:
    """What the dialog says is what the reader needs."""
    path = tmp_path / "table.tsv"
    path.write_text("a\tb\nIt rained.\tबारिश हुई।\n", encoding="utf-8")
    dialog = _dialog(qtbot, inspect_table(path))
    _choose(dialog, 0, "Source")
    _choose(dialog, 1, "Received Hindi")
    (draft,) = read_table(path, dialog.mapping())
    assert [(row.source, row.received) for row in draft.segments][-1] == ("It rained.", "बारिश हुई।")
