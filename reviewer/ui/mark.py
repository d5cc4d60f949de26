"""Marks under the text: each kind has a form of its own, so colour is never the only sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTextLayout, QTextLine

from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.ui.theme import Colours

LANES = 3
FIRST_LANE = 0.46
"""Distance of the first line from the baseline, in em: 0.2 em below the lowest matra."""
LANE_PITCH = 0.17


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to underline. Ranges count UTF-16 units, as Qt's text does."""

    flag_id: int
    ranges: tuple[Range, ...]
    severity: Severity
    is_current: bool = False
    is_resolved: bool = False
    finding: str = ""
    """The key of the finding it shows, which is nobody's statement yet; empty for a flag."""

    @property
    def hull(self) -> Range:
        """From the first to the last unit covered."""
        return Range(self.ranges[0].start, self.ranges[-1].end)


def assign_lanes(marks: Sequence[Mark]) -> list[int]:
    """Give each mark a lane so that no two in one lane overlap; longer marks lie lower.

    Lanes of `LANES` and above do not fit and are only counted.
    """
    order = sorted(range(len(marks)), key=lambda n: (len(marks[n].hull), marks[n].hull.start))
    lanes = [0] * len(marks)
    taken: list[list[Range]] = []
    for n in order:
        hull = marks[n].hull
        room = Range(hull.start, max(hull.end, hull.start + 1))
        lane = next((k for k, used in enumerate(taken) if not any(map(room.overlaps, used))), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(room)
        lanes[n] = lane
    return lanes


@dataclass(frozen=True, slots=True)
class MarkPainter:
    """Paints marks on one laid-out text whose top left is `origin` and whose font has `pixels`."""

    painter: QPainter
    layout: QTextLayout
    origin: QPointF
    colours: Colours
    pixels: int

    def paint_tints(self, marks: Sequence[Mark]) -> None:
        """Paint what lies behind the text: critical marks, and the current one."""
        for mark in marks:
            is_critical = mark.severity is Severity.CRITICAL and not mark.is_resolved and not mark.finding
            if not (is_critical or mark.is_current):
                continue
            colour = self._colour(mark)
            colour.setAlphaF(0.22 if mark.is_current else 0.12)
            for piece in mark.ranges:
                for line in self._strokes(piece, 0):
                    top = line.y1() - (FIRST_LANE + 0.92) * self.pixels
                    self.painter.fillRect(QRectF(line.x1(), top, line.dx(), 1.32 * self.pixels), colour)

    def paint_lines(self, marks: Sequence[Mark]) -> None:
        """Paint the lines below the text, overlapping ones beneath each other."""
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hidden: dict[int, int] = {}
        for mark, lane in zip(marks, assign_lanes(marks), strict=True):
            if lane >= LANES:
                hidden[mark.hull.end] = hidden.get(mark.hull.end, 0) + 1
            else:
                self._paint_mark(mark, lane)
        for position, number in hidden.items():
            self._paint_count(position, number)
        self.painter.restore()

    def _paint_mark(self, mark: Mark, lane: int) -> None:
        colour = self._colour(mark)
        if mark.is_resolved:
            colour.setAlphaF(0.45)
        for piece in mark.ranges:
            if piece.is_empty:
                self._paint_notch(piece.start, mark, colour)
            for line in self._strokes(piece, lane):
                if mark.finding:
                    self._paint_dots(line, colour)
                else:
                    self._paint_line(line, mark.severity, colour)
        bridge = QPen(colour, 1.0)
        bridge.setDashPattern([1, 5])
        self.painter.setPen(bridge)
        for left, right in zip(mark.ranges, mark.ranges[1:], strict=False):
            for line in self._strokes(Range(left.end, right.start), lane):
                self.painter.drawLine(line)

    def _strokes(self, piece: Range, lane: int) -> Iterator[QLineF]:
        """Where the underline of a range runs, one stroke a text line."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            last = line.textStart() + line.textLength()
            start, end = max(piece.start, line.textStart()), min(piece.end, last)
            if start >= end:
                continue
            left, right = _x(line, start), _x(line, end)
            if end == last:
                right = min(right, line.x() + line.naturalTextWidth())
            y = self.origin.y() + line.y() + line.ascent() + (FIRST_LANE + lane * LANE_PITCH) * self.pixels
            yield QLineF(self.origin.x() + left, y, self.origin.x() + right, y)

    def _colour(self, mark: Mark) -> QColor:
        return QColor(self.colours.finding if mark.finding else self.colours.severity(mark.severity))

    def _paint_dots(self, line: QLineF, colour: QColor) -> None:
        """Paint what a check suspects: quieter than anything a person says."""
        pen = QPen(colour, max(1.6, self.pixels / 11))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.2])
        self.painter.setPen(pen)
        self.painter.drawLine(line)

    def _paint_line(self, line: QLineF, severity: Severity, colour: QColor) -> None:
        painter, pixels = self.painter, self.pixels
        if severity is Severity.NEUTRAL:
            pen = QPen(colour, max(1.0, pixels / 14))
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(line)
        elif severity is Severity.MINOR:
            painter.setPen(QPen(colour, max(1.0, pixels / 14)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_wave(line, pixels * 0.07, pixels * 0.36))
        elif severity is Severity.MAJOR:
            painter.setPen(QPen(colour, max(2.0, pixels / 9)))
            painter.drawLine(line)
        else:
            painter.setPen(QPen(colour, max(1.4, pixels / 13)))
            gap = max(1.6, pixels * 0.08)
            painter.drawLine(line.translated(0, -gap))
            painter.drawLine(line.translated(0, gap))

    def _paint_notch(self, position: int, mark: Mark, colour: QColor) -> None:
        """Paint a caret below the line where something is missing."""
        line = self.layout.lineForTextPosition(position)
        if not line.isValid():
            return
        x = self.origin.x() + _x(line, position)
        y = self.origin.y() + line.y() + line.ascent() + 0.1 * self.pixels
        half, height = 0.26 * self.pixels, 0.4 * self.pixels
        shape = QPolygonF([QPointF(x, y), QPointF(x + half, y + height), QPointF(x - half, y + height)])
        self.painter.setPen(QPen(colour, max(1.2, self.pixels / 12)))
        self.painter.setBrush(colour if mark.is_current else QColor(self.colours.paper))
        self.painter.drawPolygon(shape)

    def _paint_count(self, position: int, number: int) -> None:
        line = self.layout.lineForTextPosition(max(0, position - 1))
        if not line.isValid():
            return
        font = self.painter.font()
        font.setPixelSize(max(9, round(self.pixels * 0.55)))
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.colours.muted))
        y = self.origin.y() + line.y() + line.ascent() + (FIRST_LANE + LANES * LANE_PITCH) * self.pixels
        self.painter.drawText(QPointF(self.origin.x() + _x(line, position), y), f"+{number}")


def _x(line: QTextLine, position: int) -> float:
    """Return the x of a position in a line; the binding gives it with the position it moved to."""
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def _wave(line: QLineF, height: float, length: float) -> QPainterPath:
    path = QPainterPath(line.p1())
    x, sign = line.x1(), 1
    while x < line.x2():
        step = min(length / 2, line.x2() - x)
        path.quadTo(QPointF(x + step / 2, line.y1() + sign * height * 2), QPointF(x + step, line.y1()))
        x += step
        sign = -sign
    return path
