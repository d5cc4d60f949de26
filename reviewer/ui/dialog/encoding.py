"""Which encoding a file has: candidates, each with the text it gives."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QWidget

from reviewer.ui.dialog.sheet import Sheet, label, scrolled
from reviewer.ui.word import tr

_NAMES = {
    "cp1252": "Western (Windows-1252)",
    "iso8859-1": "Western (ISO 8859-1)",
    "iso8859-15": "Western (ISO 8859-15)",
    "mac-roman": "Western (Mac)",
    "utf-8": "Unicode (UTF-8)",
    "utf-16": "Unicode (UTF-16)",
    "utf-16-le": "Unicode (UTF-16, little-endian)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
    "utf-32-le": "Unicode (UTF-32, little-endian)",
    "utf-32-be": "Unicode (UTF-32, big-endian)",
}


class Candidate(Protocol):
    """An encoding that fits, and what the text would begin with."""

    @property
    def encoding(self) -> str:
        """Python's name of the encoding."""

    @property
    def preview(self) -> str:
        """The first words."""


class EncodingDialog(Sheet):
    """Choose the encoding whose preview reads right; the likeliest is chosen already."""

    def __init__(
        self, file_name: str, candidates: Sequence[Candidate], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("How should “{file}” be read?", file=file_name),
            tr("The file does not say how its letters are written. Choose the reading that looks right."),
            accept=tr("&Read the file"),
            parent=parent,
        )
        self._candidates = tuple(candidates)
        self._list = QListWidget()
        self._list.setProperty("kind", "choice")
        self._list.setAccessibleName(tr("Encoding"))
        self._list.setFixedWidth(248)
        self._list.addItems([encoding_title(each.encoding) for each in self._candidates])
        self._preview: QLabel = label("", "page", is_hindi=True)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._preview.setAccessibleName(tr("Preview"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addWidget(scrolled(self._preview), 1)
        self.body.addLayout(row, 1)
        self.resize(760, 420)
        self._list.currentRowChanged.connect(self._on_choice_changed)
        self._list.itemDoubleClicked.connect(self.accept)
        if self._candidates:
            self._list.setCurrentRow(0)
        else:
            self.show_trouble(tr("No known encoding fits. Save the file as UTF-8 and open it again."))
        self._list.setFocus()

    def encoding(self) -> str:
        """Python's name of the encoding chosen, empty where none fits."""
        row = self._list.currentRow()
        return self._candidates[row].encoding if row >= 0 else ""

    def _on_choice_changed(self, row: int) -> None:
        self._preview.setText(self._candidates[row].preview if row >= 0 else "")


def encoding_title(encoding: str) -> str:
    """Return what people call an encoding."""
    return tr(_NAMES[encoding]) if encoding in _NAMES else encoding.upper()
