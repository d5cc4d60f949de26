"""Numbers to type: each says at once what is wrong with it."""

from math import isfinite

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.ui.word import tr


class BadNumberError(ValueError):
    """What was typed is no number, or not one that can be used; the message is for the editor."""


def number_of(text: str, name: str) -> float | None:
    """Read a number of 0 or more, with a decimal point or comma; None for an empty text."""
    if not text.strip():
        return None
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError as error:
        raise BadNumberError(tr("{name}: “{typed}” is not a number.", name=name, typed=text)) from error
    if not isfinite(value) or value < 0:
        raise BadNumberError(tr("{name} cannot be below 0 or without end.", name=name))
    return value


def text_of(value: float | None) -> str:
    """Write a number as short as it goes; nothing for None."""
    return "" if value is None else f"{value:.10g}"


class NumberField(QLineEdit):
    """A number; marked, and holding its last good value, while what is typed is none."""

    changed = Signal()

    def __init__(
        self, name: str, *, is_whole: bool = False, is_optional: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name, self._is_whole, self._is_optional = name, is_whole, is_optional
        self.value: float | None = None
        self.trouble = ""
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(72)
        if is_optional:
            self.setPlaceholderText(tr("any"))
        self.textEdited.connect(self._on_edited)

    def show_value(self, value: float | None) -> None:
        """Show a number without telling."""
        self.value = value
        self.setText(text_of(value))
        self._mark("")

    @property
    def whole(self) -> int | None:
        """The number as a count."""
        return None if self.value is None else round(self.value)

    def _on_edited(self, text: str) -> None:
        try:
            self.value = self._read(text)
        except BadNumberError as error:
            self._mark(str(error))
        else:
            self._mark("")
        self.changed.emit()

    def _read(self, text: str) -> float | None:
        value = number_of(text, self.name)
        if value is None and not self._is_optional:
            raise BadNumberError(tr("{name}: give a number.", name=self.name))
        if self._is_whole and value is not None and not value.is_integer():
            raise BadNumberError(tr("{name}: give a whole number.", name=self.name))
        return value

    def _mark(self, trouble: str) -> None:
        if bool(trouble) != bool(self.trouble):
            self.setProperty("tone", "bad" if trouble else "")
            self.style().polish(self)
        self.trouble = trouble
        self.setToolTip(trouble)
