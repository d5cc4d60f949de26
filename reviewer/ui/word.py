"""Words on the screen: everything the user reads goes through `tr`."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, **values: object) -> str:
    """Translate a text and fill in its `{named}` values."""
    translated = QCoreApplication.translate("reviewer", text)
    return translated.format(**values) if values else translated


def count(number: int, one: str, many: str) -> str:
    """Return `1 flag`, `3 flags`: the form that fits the number, with the number before it."""
    return f"{number:,} {tr(one if number == 1 else many)}"
