"""Which column of a bilingual table holds what."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reviewer.formats.header import Field
from reviewer.formats.reader import TableMapping, TablePreview
from reviewer.ui.dialog.sheet import Sheet, label
from reviewer.ui.word import count, tr

COLUMNS = 40
"""Columns offered; a wider table is a list of numbers, not of texts."""
_ROWS = 6
_NARROW, _WIDE = 152, 280
"""Widths of columns that hold names and of those that hold sentences, in pixels."""
_LONG = 24
_TITLES = {
    Field.SOURCE: "Source",
    Field.TARGET: "Received Hindi",
    Field.FINAL: "Final Hindi",
    Field.BACK_TRANSLATION: "Back-translation",
    Field.REFERENCE: "Reference",
    Field.DOCUMENT: "Document",
    Field.TITLE: "Title",
    Field.SYSTEM: "System",
    Field.ROLE: "Role",
    Field.PARAGRAPH: "Paragraph",
}
_DELIMITERS = {",": "commas", "\t": "tabs", ";": "semicolons", "|": "vertical bars"}


class MappingDialog(Sheet):
    """Sample rows with a choice over each column; each field can be given to one column.

    `guessed` is the mapping remembered for this header, or absent for the preview's own guess.
    `read_sheet` looks at another sheet of the file; without it there is no choice of sheets.
    """

    def __init__(
        self,
        preview: TablePreview,
        guessed: TableMapping | None = None,
        *,
        file_name: str = "",
        read_sheet: Callable[[str], TablePreview] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("What do the columns of “{file}” hold?", file=file_name)
            if file_name
            else tr("What do the columns hold?"),
            tr("At least one column must be the Hindi to review. The choice is remembered for this header."),
            accept=tr("&Add the table"),
            parent=parent,
        )
        self._preview = preview
        self._read_sheet = read_sheet
        self._choices: list[QComboBox] = []
        self._header = QCheckBox(tr("The &first row names the columns"))
        self._sheets = QComboBox()
        self._sheets.setAccessibleName(tr("Sheet"))
        self._facts: QLabel = label("", "muted")
        self._table = _SampleTable()
        self._lay_out()
        self._show(preview, guessed or preview.mapping())
        self._header.toggled.connect(self._on_header_toggled)
        self._sheets.currentTextChanged.connect(self._on_sheet_chosen)
        self.setMinimumSize(640, 400)
        self.resize(min(64 + self._table.wanted_width, 1100), 560)
        self._choices[0].setFocus()

    def mapping(self) -> TableMapping:
        """The columns as chosen, with what was found out about the file."""
        return replace(self._preview.mapping(), columns=self._columns(), has_header=self._header.isChecked())

    def key(self) -> str:
        """The header's signature, under which the choice is remembered."""
        return signature(self._preview)

    @property
    def facts(self) -> str:
        """How many rows there are and how columns are told apart."""
        return self._facts.text()

    def _lay_out(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(12)
        if self._read_sheet and len(self._preview.sheets) > 1:
            self._sheets.addItems(self._preview.sheets)
            self._sheets.setCurrentText(self._preview.sheet or "")
            name = QLabel(tr("&Sheet"))
            name.setBuddy(self._sheets)
            facts.addWidget(name)
            facts.addWidget(self._sheets)
        facts.addWidget(self._header)
        facts.addStretch(1)
        self._facts.setWordWrap(False)
        facts.addWidget(self._facts)
        self.body.addLayout(facts)
        self.body.addWidget(self._table, 1)

    def _show(self, preview: TablePreview, mapping: TableMapping) -> None:
        self._preview = preview
        self._header.setChecked(mapping.has_header)
        fields = {column: field for field, column in mapping.columns.items()}
        width = min(len(preview.header), COLUMNS)
        self._table.setColumnCount(width)
        self._table.setRowCount(1)
        self._choices = [self._choice(column, fields.get(column)) for column in range(width)]
        for column, choice in enumerate(self._choices):
            self._table.setCellWidget(0, column, choice)
        self._fill()

    def _fill(self) -> None:
        names, rows = named_rows(self._preview, has_header=self._header.isChecked())
        self._table.fill(names, rows)
        for name, choice in zip(names, self._choices, strict=False):
            choice.setAccessibleName(tr("What “{column}” holds", column=name))
        self._facts.setText(self._describe())
        self._on_choice_changed()

    def _describe(self) -> str:
        total = self._preview.row_count + self._preview.has_header - self._header.isChecked()
        facts = [count(total, "row", "rows")]
        if self._preview.delimiter:
            name = _DELIMITERS.get(self._preview.delimiter, f"“{self._preview.delimiter}”")
            facts.append(tr("columns separated by {delimiter}", delimiter=tr(name)))
        if len(self._preview.header) > COLUMNS:
            facts.append(tr("only the first {columns} columns are offered", columns=COLUMNS))
        return " · ".join(facts)

    def _choice(self, column: int, field: Field | None) -> QComboBox:
        choice = QComboBox()
        choice.addItem(tr("Ignore"), None)
        for each, title in _TITLES.items():
            choice.addItem(tr(title), each)
        choice.setCurrentIndex(choice.findData(field) if field else 0)
        choice.currentIndexChanged.connect(lambda _index, at=column: self._on_field_chosen(at))
        return choice

    def _columns(self) -> dict[Field, int]:
        chosen = {column: choice.currentData() for column, choice in enumerate(self._choices)}
        return {Field(field): column for column, field in chosen.items() if field}

    def _on_field_chosen(self, column: int) -> None:
        field = self._choices[column].currentData()
        for other, choice in enumerate(self._choices):
            if field and other != column and choice.currentData() == field:
                choice.setCurrentIndex(0)
        self._on_choice_changed()

    def _on_choice_changed(self) -> None:
        for column, choice in enumerate(self._choices):
            self._table.mute(column, is_muted=choice.currentData() is None)
        has_hindi = Field.TARGET in self._columns()
        self.show_trouble("" if has_hindi else tr("Choose the column that is the received Hindi."))

    def _on_header_toggled(self) -> None:
        self._fill()

    def _on_sheet_chosen(self, sheet: str) -> None:
        if self._read_sheet:
            preview = self._read_sheet(sheet)
            self._show(preview, preview.mapping())


class _SampleTable(QTableWidget):
    """Some rows to recognise columns by; the first row is for the choices."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "sample")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setShowGrid(False)
        self._font = QFont(["Noto Sans Devanagari", "Inter"])
        self._font.setPixelSize(14)
        self._height = 2 * QFontMetrics(self._font).lineSpacing() + 16

    def fill(self, names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show the columns' names and the first rows."""
        self.setHorizontalHeaderLabels([" ".join(name.split()) or " " for name in names])
        self.setRowCount(1 + min(len(rows), _ROWS))
        self.setRowHeight(0, 44)
        for row, cells in enumerate(rows[:_ROWS], start=1):
            self.setRowHeight(row, self._height)
            for column, cell in enumerate(cells[: self.columnCount()]):
                item = QTableWidgetItem(cell)
                item.setFont(self._font)
                item.setToolTip(cell)
                self.setItem(row, column, item)
        for column in range(self.columnCount()):
            is_long = any(len(cells[column]) > _LONG for cells in rows[:_ROWS] if column < len(cells))
            self.setColumnWidth(column, _WIDE if is_long else _NARROW)

    @property
    def wanted_width(self) -> int:
        """What all columns need, in pixels."""
        return sum(self.columnWidth(column) for column in range(self.columnCount()))

    def mute(self, column: int, *, is_muted: bool) -> None:
        """Grey a column that is ignored."""
        colours = self.palette()
        brush = colours.placeholderText() if is_muted else colours.text()
        for row in range(1, self.rowCount()):
            item = self.item(row, column)
            if item:
                item.setForeground(brush)


def signature(preview: TablePreview) -> str:
    """Return what a table's header is recognised by next time."""
    return "\t".join(" ".join(name.split()) for name in preview.header)


def named_rows(
    preview: TablePreview, *, has_header: bool
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the columns' names and the sample, with the first row counted as either."""
    if has_header == preview.has_header:
        return preview.header, preview.sample
    if has_header:
        return (preview.sample[0], preview.sample[1:]) if preview.sample else (preview.header, ())
    numbers = tuple(tr("Column {number}", number=n) for n in range(1, len(preview.header) + 1))
    return numbers, (preview.header, *preview.sample)
