"""What the window remembers between runs: layout, theme, text size, recent files. Never text."""

from math import isfinite
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings


class Settings:
    """Remembered values in one INI file of the user's profile folder."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or Path(platformdirs.user_config_dir("reviewer", appauthor=False))
        self._settings = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """A remembered text; the default where it cannot be read."""
        value = self._settings.value(name, default)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float) -> float:
        """A remembered number; the default where it cannot be read."""
        try:
            value = float(self.text(name))
        except ValueError:
            return default
        return value if isfinite(value) else default

    def flag(self, name: str, default: bool) -> bool:
        """A remembered yes or no; the default where it is neither."""
        return {"true": True, "false": False}.get(self.text(name).lower(), default)

    def state(self, name: str) -> QByteArray:
        """A remembered geometry, empty where there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set(self, name: str, value: object) -> None:
        """Remember a value."""
        self._settings.setValue(name, str(value) if isinstance(value, bool | float | int) else value)

    def save(self) -> None:
        """Write to disk now."""
        self._settings.sync()
