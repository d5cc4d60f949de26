"""A chart of a report, painted from the drawing that the files hold; the mouse is told exact values."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from reviewer.domain.report import Chart
from reviewer.reports.chart.layout import layout, preferred_height
from reviewer.reports.chart.primitive import Anchor, Circle, Ink, Line, Path, Primitive, Rect, Text
from reviewer.ui.dialog.sheet import label
from reviewer.ui.font import Fonts
from reviewer.ui.score.tile import tabular
from reviewer.ui.theme import Theme

_WIDEST = 860
"""Wider, the eye no longer finds the way from a name to its value."""
_REACH = 6.0
"""How near to a small sign the mouse must come, in pixels."""


class ChartView(QWidget):
    """The picture itself, laid out anew for each width."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._font = theme, tabular(fonts.interface)
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}
        self._chart: Chart | None = None
        self._drawn: tuple[Primitive, ...] = ()
        self._width = -1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(_WIDEST)
        theme.changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart in place of the one before."""
        self._chart, self._width = chart, -1
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.summary)
        self.updateGeometry()
        self.update()

    def drawn(self) -> tuple[Primitive, ...]:
        """Return what is painted at the width there is."""
        if self._chart is not None and self._width != self.width():
            self._width = self.width()
            height = preferred_height(self._chart, self._width)
            self._drawn = layout(self._chart, self._width, height, self._measure)
        return self._drawn

    def tip_at(self, x: float, y: float) -> str:
        """Say what is at a point; empty where nothing is."""
        return next((each.title for each in self._told() if _is_at(each, x, y)), "")

    def hasHeightForWidth(self) -> bool:
        """Qt's override."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's override."""
        return round(preferred_height(self._chart, min(width, _WIDEST))) if self._chart else 0

    def sizeHint(self) -> QSize:
        """Qt's override."""
        width = self.width() or 640
        return QSize(width, self.heightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Qt's override: tell the value under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's override
        """Qt's override."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for each in self.drawn():
                self._paint(painter, each)

    def _told(self) -> Iterator[Rect | Circle | Path | Text]:
        """What says something, the last painted first."""
        return (each for each in reversed(self.drawn()) if not isinstance(each, Line) and each.title)

    def _measure(self, text: str, size: float, is_bold: bool) -> float:
        key = (size, is_bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self._font_of(size, is_bold=is_bold))
        return self._metrics[key].horizontalAdvance(text)

    def _font_of(self, size: float, *, is_bold: bool) -> QFont:
        made = QFont(self._font)
        made.setPixelSize(round(size))
        made.setBold(is_bold)
        return made

    def _colour(self, ink: Ink, opacity: float = 1.0) -> QColor:
        made = QColor(getattr(self._theme.colours, ink.value))
        made.setAlphaF(opacity)
        return made

    def _take(self, painter: QPainter, shape: Rect | Circle | Path) -> None:
        """Make pen and brush ready for a shape."""
        opacity = 1.0 if isinstance(shape, Circle) else shape.opacity
        width = 1.0 if isinstance(shape, Rect) else shape.width
        dash = shape.dash if isinstance(shape, Path) else ()
        painter.setPen(self._pen(shape.stroke, width, dash) if shape.stroke else Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(shape.fill, opacity) if shape.fill else Qt.BrushStyle.NoBrush)

    def _pen(self, ink: Ink, width: float, dash: tuple[float, ...]) -> QPen:
        pen = QPen(self._colour(ink), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash:
            # Qt counts dashes in widths of the pen.
            pen.setDashPattern([length / width for length in dash])
        return pen

    def _paint(self, painter: QPainter, shape: Primitive) -> None:
        match shape:
            case Line():
                painter.setPen(self._pen(shape.ink, shape.width, shape.dash))
                # Half a pixel in: hairlines are sharp there.
                half = 0.5 if round(shape.width) == 1 else 0.0
                start, end = QPointF(int(shape.x1), int(shape.y1)), QPointF(int(shape.x2), int(shape.y2))
                painter.drawLine(start + QPointF(half, half), end + QPointF(half, half))
            case Rect():
                self._take(painter, shape)
                box = QRectF(shape.x, shape.y, shape.width, shape.height)
                painter.drawRoundedRect(box, shape.radius, shape.radius)
            case Circle():
                self._take(painter, shape)
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            case Path():
                self._take(painter, shape)
                points = QPolygonF([QPointF(x, y) for x, y in shape.points])
                is_outline = shape.is_closed or shape.fill is not None
                (painter.drawPolygon if is_outline else painter.drawPolyline)(points)
            case Text():
                self._write(painter, shape)

    def _write(self, painter: QPainter, text: Text) -> None:
        painter.setFont(self._font_of(text.size, is_bold=text.is_bold))
        painter.setPen(self._colour(text.ink))
        share = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
        taken = self._measure(text.text, text.size, text.is_bold)
        painter.drawText(QPointF(text.x - share * taken, text.y), text.text)


class ChartBlock(QWidget):
    """A chart under its title, and the sentence that says what is to be seen."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.summary = label("", "subtitle"), label("", "caption")
        self.view = ChartView(theme, fonts, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.summary, self.view):
            column.addWidget(part)

    def show_block(self, block: Chart) -> None:
        """Show a chart in place of the one before."""
        self.title.setText(block.title)
        self.summary.setText(block.summary)
        self.summary.setVisible(bool(block.summary))
        self.view.show_chart(block)


def _is_at(shape: Rect | Circle | Path | Text, x: float, y: float) -> bool:
    match shape:
        case Rect():
            return shape.x <= x < shape.x + shape.width and shape.y <= y < shape.y + shape.height
        case Circle():
            return abs(x - shape.x) <= shape.radius + _REACH and abs(y - shape.y) <= shape.radius + _REACH
        case Path():
            polygon = QPolygonF([QPointF(*point) for point in shape.points])
            return polygon.boundingRect().adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(x, y)
        case Text():
            left = x if shape.anchor is Anchor.END else x - 160
            return left <= shape.x <= left + 160 and abs(y - shape.y + shape.size / 3) <= shape.size
