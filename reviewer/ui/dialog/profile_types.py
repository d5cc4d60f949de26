"""The error types of a profile as a table to edit."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.domain.flag import Severity
from reviewer.domain.profile import ErrorType
from reviewer.ui.dialog.profile_field import BadNumberError, number_of, text_of
from reviewer.ui.word import tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TITLE, _ID, _WEIGHT = range(3)
_SEVERITIES = (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
HEADERS = ("Type", "Name in files", "Weight", "minor", "major", "critical")
_NEW = "other/new-type"


class TypeModel(QAbstractTableModel):
    """Types with their weights; an empty weight of a severity is the type's own."""

    edited = Signal()
    refused = Signal(str)
    """Why a value was not taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.types: tuple[ErrorType, ...] = ()

    def show(self, types: tuple[ErrorType, ...]) -> None:
        """Edit these."""
        self.beginResetModel()
        self.types = types
        self.endResetModel()

    def add(self) -> int:
        """Add a type at the end and return its row."""
        row, ids = len(self.types), {kind.id for kind in self.types}
        name = next(f"{_NEW}{n or ''}" for n in range(len(ids) + 1) if f"{_NEW}{n or ''}" not in ids)
        self.beginInsertRows(_ROOT, row, row)
        self.types += (ErrorType(id=name, title=tr("New type")),)
        self.endInsertRows()
        self.edited.emit()
        return row

    def remove(self, row: int) -> None:
        """Remove a type; the last one stays, because a flag needs one."""
        if len(self.types) < 2:
            self.refused.emit(tr("A profile needs at least one type."))
            return
        self.beginRemoveRows(_ROOT, row, row)
        self.types = self.types[:row] + self.types[row + 1 :]
        self.endRemoveRows()
        self.edited.emit()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Qt's override."""
        return 0 if parent.isValid() else len(self.types)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Qt's override."""
        return 0 if parent.isValid() else len(HEADERS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Qt's override."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsEditable if index.isValid() else own

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's override."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return tr(HEADERS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401
        """Qt's override."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._text(self.types[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return (self.types[index.row()].hint or None) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: _Index, value: Any, role: int = 0) -> bool:  # noqa: ANN401
        """Qt's override: take a value, or say why not."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row = index.row()
        try:
            made = self._changed(self.types[row], index.column(), str(value).strip())
        except BadNumberError as error:
            self.refused.emit(str(error))
            return False
        if any(kind.id == made.id for n, kind in enumerate(self.types) if n != row):
            self.refused.emit(tr("“{id}” is listed already.", id=made.id))
            return False
        if made != self.types[row]:
            self.types = (*self.types[:row], made, *self.types[row + 1 :])
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def _text(self, kind: ErrorType, column: int) -> str:
        if column == _TITLE:
            return kind.title
        if column == _ID:
            return kind.id
        if column == _WEIGHT:
            return text_of(kind.weight)
        return text_of(kind.severity_weights.get(_SEVERITIES[column - _WEIGHT - 1]))

    def _changed(self, kind: ErrorType, column: int, text: str) -> ErrorType:
        if column in {_TITLE, _ID}:
            if not text:
                raise BadNumberError(tr("A type needs a name."))
            return replace(kind, title=text) if column == _TITLE else replace(kind, id=text)
        name = tr("The weight of “{title}”", title=kind.title)
        if column == _WEIGHT:
            return replace(kind, weight=number_of(text, name) or 0.0)
        severity = _SEVERITIES[column - _WEIGHT - 1]
        weights = {key: weight for key, weight in kind.severity_weights.items() if key is not severity}
        if text:
            weights[severity] = number_of(text, name) or 0.0
        return replace(kind, severity_weights=weights)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column < _WEIGHT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
