"""Tables of a report."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.score.table import TableBlock, TableModel
from tests.ui.score.reports import ROWS, a_table
from tests.ui.workplace import press


def _block(qtbot: QtBot) -> TableBlock:
    made = TableBlock()
    qtbot.addWidget(made)
    made.show_block(a_table())
    made.resize(700, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.view.setFocus()
    return made


def _column(block: TableBlock, column: int) -> list[str]:
    shown = block.view.sorted
    return [shown.index(row, column).data() for row in range(shown.rowCount())]


def test_the_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    """Rows come, change and go as Qt demands."""
    model = TableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for rows in (ROWS, ROWS[:1], (), ROWS):
        model.show(a_table(rows))
    assert (model.rowCount(), model.columnCount()) == (3, 4)
    assert tester.model() is model
    assert qtbot is not None
    tester.deleteLater()


def test_cells_are_written_as_in_the_files(qtbot: QtBot) -> None:
    """Thousands are apart, estimates have their interval, nothing is a dash."""
    block = _block(qtbot)
    view = block.view
    texts = [view.source.index(row, column).data() for row, column in ((0, 1), (0, 2), (1, 2))]
    assert texts == ["1,200", "62.12 (60.50 to 63.75)", "–"]


def test_a_click_on_the_title_sorts_and_what_has_no_value_stays_last(qtbot: QtBot) -> None:
    """Whichever way a column is sorted, empty cells do not push the figures away."""
    block = _block(qtbot)
    header = block.view.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(2) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    upwards = _column(block, 0)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert {tuple(upwards), tuple(_column(block, 0))} == {
        ("Beta", "Gamma", "alpha"),
        ("Gamma", "Beta", "alpha"),
    }


def test_a_key_sorts_by_the_current_column(qtbot: QtBot) -> None:
    """S puts the largest first, S again the smallest."""
    block = _block(qtbot)
    block.view.setCurrentIndex(block.view.sorted.index(0, 1))
    press(block.view, "S")
    assert _column(block, 1) == ["1,200", "300", "90"]
    press(block.view, "S")
    assert _column(block, 1) == ["90", "300", "1,200"]


def test_a_selection_is_copied_with_its_titles(qtbot: QtBot) -> None:
    """A spreadsheet takes the rows as they are shown, with every digit."""
    block = _block(qtbot)
    view = block.view
    press(view, "Ctrl+A", "Ctrl+C")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Engine\tSegments\tchrF++\tDay"
    assert lines[1] == "Beta\t1200\t62.125\t2026-11-02"
    assert len(lines) == 4


def test_newer_figures_leave_the_cursor_where_it_is(qtbot: QtBot) -> None:
    """An edit elsewhere changes the numbers and nothing else."""
    block = _block(qtbot)
    block.view.setCurrentIndex(block.view.sorted.index(1, 1))
    block.show_block(a_table(((*ROWS[0][:1], 7, *ROWS[0][2:]), *ROWS[1:])))
    assert (block.view.currentIndex().row(), block.view.currentIndex().column()) == (1, 1)
    assert "7" in _column(block, 1)
