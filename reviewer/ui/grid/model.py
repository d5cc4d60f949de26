"""The rows of one document, fetched a page at a time."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.domain.finding import Finding
from reviewer.domain.span import Side
from reviewer.review.session import Session
from reviewer.ui.grid.row import Row
from reviewer.ui.word import tr

PAGE = 64
PAGES_KEPT = 32

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the grid."""

    STATE = 0
    SOURCE = 1
    BACK_TRANSLATION = 2
    HINDI = 3

    @property
    def side(self) -> Side | None:
        """The text that the column shows."""
        return _SIDES.get(self)


_SIDES = {
    Column.SOURCE: Side.SOURCE,
    Column.BACK_TRANSLATION: Side.BACK_TRANSLATION,
    Column.HINDI: Side.FINAL,
}
TEXT_COLUMNS = tuple(_SIDES)


class SegmentModel(QAbstractTableModel):
    """The segments of a document; holds at most `PAGE * PAGES_KEPT` of them."""

    marks_changed = Signal()
    """Other findings are to be marked; the texts are as before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._document_id: int | None = None
        self._count = 0
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self.findings_of: Callable[[int], tuple[Finding, ...]] = lambda _: ()
        """What checks suspect of a segment, by its id."""

    @property
    def document_id(self) -> int | None:
        """The document shown."""
        return self._document_id

    def show(self, session: Session | None, document_id: int | None) -> None:
        """Show another document, or none."""
        self.beginResetModel()
        self._session, self._document_id = session, document_id
        self._pages.clear()
        self._count = session.segment_count(document_id) if session and document_id is not None else 0
        self.endResetModel()

    def row(self, position: int) -> Row:
        """The row at a position; IndexError outside the document."""
        if self._session is None or self._document_id is None or not 0 <= position < self._count:
            raise IndexError(position)
        number = position // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self._session, self._document_id, number)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[position % PAGE]

    def refresh(self, position: int) -> None:
        """Read one row again and tell the views."""
        if self._session is None or self._document_id is None or not 0 <= position < self._count:
            return
        number = position // PAGE
        if number in self._pages:
            segment = self._session.segments(self._document_id, position, position + 1)[0]
            page = list(self._pages[number])
            flags = self._session.flags(segment.id)
            page[position % PAGE] = Row(segment, flags, self.findings_of(segment.id))
            self._pages[number] = tuple(page)
        self.dataChanged.emit(self.index(position, 0), self.index(position, Column.HINDI))

    def refresh_findings(self) -> None:
        """Ask again what checks suspect of the rows that are held."""
        is_changed = False
        for number, page in self._pages.items():
            found = [self.findings_of(row.segment.id) for row in page]
            if any(row.findings != now for row, now in zip(page, found, strict=True)):
                is_changed = True
                self._pages[number] = tuple(
                    replace(row, findings=now) for row, now in zip(page, found, strict=True)
                )
        if is_changed:
            self.marks_changed.emit()

    def reload(self) -> None:
        """Read everything again: rows were merged, split or moved."""
        self.show(self._session, self._document_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's override: the number of segments."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Qt's override: state, source, back-translation, Hindi."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Qt's override: the text of a cell, or what a screen reader says of it."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._display(index)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._description(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's override: the columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return ("", tr("Source"), tr("Back-translation"), tr("Hindi (final)"))[section]

    def _display(self, index: Index) -> str:
        row = self.row(index.row())
        side = Column(index.column()).side
        return row.segment.text(side) if side else str(index.row() + 1)

    def _description(self, index: Index) -> str:
        row = self.row(index.row())
        return tr("Segment {number}, {state}", number=index.row() + 1, state=row.segment.state.value)

    def _fetch(self, session: Session, document_id: int, number: int) -> tuple[Row, ...]:
        start = number * PAGE
        flags = session.flags_between(document_id, start, start + PAGE)
        segments = session.segments(document_id, start, start + PAGE)
        return tuple(
            Row(segment, flags.get(segment.id, ()), self.findings_of(segment.id)) for segment in segments
        )
