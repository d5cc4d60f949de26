"""The typefaces: Hindi is drawn the same everywhere, from a font the application brings."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from sys import platform

import fontpkg_inter
import fontpkg_noto_sans_devanagari
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

HINDI_FAMILY = "Noto Sans Devanagari"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of the desk, sized in pixels."""

    interface: QFont
    english: QFont
    hindi: QFont
    english_open: QFont
    hindi_open: QFont


@cache
def _load(package_file: str) -> None:
    """Register the files of a font package, once: Qt would take each as another font every time."""
    for path in sorted(Path(package_file).parent.joinpath("files").glob("*.ttf")):
        if "Italic" not in path.name:
            QFontDatabase.addApplicationFont(str(path))


def _sized(families: list[str], pixels: int) -> QFont:
    font = QFont(families)
    font.setPixelSize(pixels)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def load_fonts(scale: float = 1.0) -> Fonts:
    """Register the fonts that the application brings, and size them.

    On Windows and macOS the interface keeps the system's face; elsewhere there may be none, and
    Inter stands in. `scale` is the reader's zoom.
    """
    _load(fontpkg_noto_sans_devanagari.__file__)
    _load(fontpkg_inter.__file__)
    latin = [QGuiApplication.font().family()] if platform in {"win32", "darwin"} else ["Inter"]
    hindi = [HINDI_FAMILY, *latin]
    return Fonts(
        interface=_sized([*latin, HINDI_FAMILY], 13),
        english=_sized([*latin, HINDI_FAMILY], round(14 * scale)),
        hindi=_sized(hindi, round(17 * scale)),
        english_open=_sized([*latin, HINDI_FAMILY], round(15 * scale)),
        hindi_open=_sized(hindi, round(21 * scale)),
    )
