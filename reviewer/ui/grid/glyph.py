"""The state of a segment as a shape: shapes first, colour second."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.domain.segment import State
from reviewer.ui.theme import Colours


def paint_state(
    painter: QPainter, centre: QPointF, state: State, colours: Colours, size: float = 12.0
) -> None:
    """Paint a ring: empty, half, filled, or filled with a tick."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    colour = QColor(colours.done if state.is_done else colours.muted)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if state.is_done else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if state is State.IN_WORK:
        painter.setBrush(colour)
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif state is State.CLEAN:
        painter.setPen(QPen(QColor(colours.paper), 1.6))
        painter.drawPolyline(_tick(centre, size))
    painter.restore()


def paint_seal(painter: QPainter, centre: QPointF, colours: Colours, size: float = 14.0) -> None:
    """Paint the seal of a signed-off document."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.done))
    painter.translate(centre)
    box = QRectF(-size * 0.42, -size * 0.42, size * 0.84, size * 0.84)
    painter.drawRect(box)
    painter.rotate(45)
    painter.drawRect(box)
    painter.rotate(-45)
    painter.setPen(QPen(QColor(colours.paper), 1.6))
    painter.drawPolyline(_tick(QPointF(0, 0), size))
    painter.restore()


def _tick(centre: QPointF, size: float) -> QPolygonF:
    steps = ((-0.24, 0.02), (-0.06, 0.2), (0.26, -0.18))
    return QPolygonF([QPointF(centre.x() + x * size, centre.y() + y * size) for x, y in steps])
