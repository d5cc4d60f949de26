"""The bar that searches the open document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reviewer.ui.dialog.frame import KeyFrame
from reviewer.ui.word import tr


class FindBar(KeyFrame):
    """A query, how many places it has, and the way from one to the next.

    `Enter` goes on, `Shift+Enter` back, `Esc` closes. The window searches and calls `show_place`.
    """

    query_changed = Signal(str, bool)
    """The words, and whether they must be written exactly so."""
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._query = QLineEdit()
        self._query.setObjectName("find.query")
        self._query.setPlaceholderText(tr("Find in this document"))
        self._query.setAccessibleName(tr("Find in this document"))
        self._query.setProperty("script", "hindi")
        self._query.setMinimumWidth(280)
        self._query.setMaximumWidth(420)
        self._exact = QCheckBox(tr("E&xact"))
        self._exact.setToolTip(
            tr("Tell nukta, chandrabindu and capital letters apart. Otherwise क़लम also finds कलम.")
        )
        self._place = QLabel()
        self._place.setProperty("kind", "muted")
        self._place.setMinimumWidth(88)
        self._previous = _flat(tr("&Previous"), tr("Shift+Enter"))
        self._next = _flat(tr("&Next"), tr("Enter"))
        self._close = _flat(tr("&Close"), tr("Esc"))
        self._lay_out()
        self._query.textChanged.connect(self._on_query_changed)
        self._exact.toggled.connect(self._on_query_changed)
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._close.clicked.connect(self.dismiss)
        self.show_place(None, 0)

    @property
    def query(self) -> str:
        """The words being looked for."""
        return self._query.text()

    @property
    def is_exact(self) -> bool:
        """Whether the words must be written exactly so."""
        return self._exact.isChecked()

    def begin(self, text: str = "") -> None:
        """Show the bar, put words into it if any are given, and take the focus."""
        self.show()
        if text:
            self._query.setText(text)
        self._query.selectAll()
        self._query.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Hide the bar and tell the window."""
        self.hide()
        self.closed.emit()

    def show_place(self, index: int | None, total: int) -> None:
        """Show `3 of 17`; `index` is 0-based, absent while no place is chosen."""
        if not self.query:
            words = ""
        elif not total:
            words = tr("Not found")
        elif index is None:
            words = tr("{total:,} places", total=total) if total > 1 else tr("1 place")
        else:
            words = tr("{number:,} of {total:,}", number=index + 1, total=total)
        self._place.setText(words)
        for button in (self._previous, self._next):
            button.setEnabled(total > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back or close, wherever in the bar the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_wanted if is_back else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._query, 1)
        row.addWidget(self._exact)
        row.addSpacing(8)
        row.addWidget(self._place)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._close)

    def _on_query_changed(self) -> None:
        self.query_changed.emit(self.query, self.is_exact)


def _flat(text: str, keys: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "flat")
    button.setAutoDefault(False)
    button.setToolTip(keys)
    return button
