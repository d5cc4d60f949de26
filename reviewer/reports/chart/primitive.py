"""What a chart is drawn with. Lengths are in pixels, y grows downwards."""

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """A colour by its meaning; whoever draws knows its value in light and dark."""

    TEXT = "text"
    MUTED = "muted"
    HAIRLINE = "hairline"
    PAPER = "paper"
    PANEL = "panel"
    ACCENT = "accent"
    FINDING = "finding"
    DONE = "done"
    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Anchor(StrEnum):
    """Which point of a text its x names."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    opacity: float = 1.0
    """Of the fill."""
    stroke: Ink | None = None
    radius: float = 0.0
    title: str = ""
    """Said when the pointer rests on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A circle."""

    x: float
    y: float
    radius: float
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 1.0
    """Of the stroke."""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Straight lines from point to point; filled where it has a fill."""

    points: tuple[tuple[float, float], ...]
    fill: Ink | None = None
    opacity: float = 1.0
    """Of the fill."""
    stroke: Ink | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    is_closed: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float = 12.0
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START
    is_bold: bool = False
    title: str = ""
    """The whole text where only its beginning is shown."""


Primitive = Line | Rect | Circle | Path | Text
