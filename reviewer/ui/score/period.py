"""From which day to which day."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPushButton, QWidget

from reviewer.ui.dialog.sheet import label
from reviewer.ui.score.panel import Panel
from reviewer.ui.word import tr

_PRESETS = (("Last 7 days", 7), ("Last 30 days", 30), ("Last 365 days", 365))


class PeriodPanel(Panel):
    """Two days to type, and the usual periods."""

    chosen = Signal(object, object)

    def __init__(self, since: date | None, until: date | None, button: QWidget) -> None:
        super().__init__(button)
        self.since, self.until = _field(since), _field(until)
        self.trouble = label("", "problem")
        self.trouble.hide()
        form = QFormLayout(self)
        form.setContentsMargins(12, 12, 12, 12)
        form.addRow(tr("From"), self.since)
        form.addRow(tr("To"), self.until)
        form.addRow(self.trouble)
        for title, days in _PRESETS:
            button = QPushButton(tr(title))
            button.setProperty("kind", "flat")
            button.clicked.connect(lambda _=False, days=days: self._take_last(days))
            form.addRow(button)
        for field in (self.since, self.until):
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self.dismiss)
        self.setFixedWidth(260)

    def _take_last(self, days: int) -> None:
        today = date.today()
        self.chosen.emit(today - timedelta(days=days - 1), today)
        self.dismiss()

    def _on_edited(self) -> None:
        try:
            since, until = _day(self.since.text()), _day(self.until.text())
        except ValueError:
            self._complain(tr("Write a day as 2026-11-23."))
            return
        if since and until and since > until:
            self._complain(tr("The first day is after the last."))
            return
        self._complain("")
        self.chosen.emit(since, until)

    def _complain(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.adjustSize()


class PeriodButton(QPushButton):
    """`Time: all`, `Time: from 2026-11-01`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scores.period")
        self.setProperty("kind", "facet")
        self.setAutoDefault(False)
        self.since: date | None = None
        self.until: date | None = None
        self.panel: PeriodPanel | None = None
        self.clicked.connect(self.open)
        self._tell()

    def choose(self, since: date | None, until: date | None) -> None:
        """Set both days, without telling."""
        self.since, self.until = since, until
        self._tell()

    def open(self) -> None:
        """Show the panel."""
        self.panel = PeriodPanel(self.since, self.until, self)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.closed.connect(self._on_closed)
        self.panel.open(self.panel.since)

    def _on_closed(self) -> None:
        self.panel = None

    def _on_chosen(self, since: date | None, until: date | None) -> None:
        if (since, until) != (self.since, self.until):
            self.choose(since, until)
            self.changed.emit()

    def _tell(self) -> None:
        if self.since and self.until:
            words = f"{self.since} – {self.until}"
        elif self.since:
            words = tr("from {day}", day=self.since)
        else:
            words = tr("to {day}", day=self.until) if self.until else tr("all")
        self.setText(f"{tr('Time')}: {words}")
        self.setProperty("is_set", bool(self.since or self.until))
        self.style().polish(self)


def _field(day: date | None) -> QLineEdit:
    made = QLineEdit(day.isoformat() if day else "")
    made.setPlaceholderText(tr("year-month-day"))
    return made


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None
