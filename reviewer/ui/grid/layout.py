"""Laid-out texts, kept so that painting a row again costs no shaping."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

KEPT = 600


@dataclass(frozen=True, slots=True)
class Laid:
    """A text broken into lines of one width."""

    layout: QTextLayout
    height: float
    pixels: int


class LayoutCache:
    """The most recently used layouts."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, str, float], Laid] = OrderedDict()

    def get(self, text: str, font: QFont, width: int, spacing: float) -> Laid:
        """Return the text laid out `width` pixels wide with lines `spacing` em apart."""
        key = (text, width, font.key(), spacing)
        laid = self._kept.get(key)
        if laid is None:
            laid = lay_out(text, font, width, spacing)
            self._kept[key] = laid
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return laid

    def clear(self) -> None:
        """Forget everything: fonts have changed."""
        self._kept.clear()


def lay_out(text: str, font: QFont, width: int, spacing: float) -> Laid:
    """Break a text into lines; the room between lines lies below each, where the marks are."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    pitch = font.pixelSize() * spacing
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, y))
        y += max(pitch, line.height())
    layout.endLayout()
    return Laid(layout, y, font.pixelSize())
