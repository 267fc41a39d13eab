"""Strokes that several items share: colours of the theme, texts, ports, marks of trouble."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from explorer.analysis.results import Severity
from explorer.app.canvas import metrics
from explorer.app.canvas.metrics import Style
from explorer.app.theme import theme

AMBER = "#C77700"
"""Of marks on white, where the colour of warning texts would look brown."""


@lru_cache(maxsize=256)
def color(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=256)
def pen(name: str, width: float = 1.0, dashed: bool = False) -> QPen:
    made = QPen(QColor(name), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        made.setDashPattern([3.0, 4.0])
    return made


def with_alpha(name: str, alpha: int) -> QColor:
    found = QColor(name)
    found.setAlpha(alpha)
    return found


def text(painter: QPainter, x: float, y: float, what: str, style: Style, ink: QColor) -> None:
    """A text, ``x`` and ``y`` being its top left corner."""
    painter.setPen(ink)
    painter.setFont(metrics.font(style))
    painter.drawStaticText(QPointF(x, y), metrics.prepared(what, style))


def text_right(
    painter: QPainter, right: float, y: float, what: str, style: Style, ink: QColor
) -> None:
    text(painter, right - metrics.width(what, style), y, what, style, ink)


def port(painter: QPainter, x: float, y: float, ring: QColor, fill: QColor) -> None:
    """A small hollow port."""
    painter.setPen(QPen(ring, 1.5))
    painter.setBrush(fill)
    r = metrics.PORT_RADIUS
    painter.drawEllipse(QPointF(x, y), r, r)


def severity_color(severity: Severity) -> QColor:
    t = theme()
    if severity == "error":
        return color(t.error)
    return color(t.warning if t.dark else AMBER)


def mark(painter: QPainter, center: QPointF, severity: Severity) -> None:
    """A sign that differs by shape too: a disc with ! for an error, a triangle for a warning,
    a small drop for a hint."""
    ground = color(theme().card)
    painter.setPen(QPen(ground, 1.5))
    painter.setBrush(severity_color(severity))
    if severity == "error":
        painter.drawEllipse(center, 8.0, 8.0)
    elif severity == "warning":
        painter.drawPolygon(_triangle(center, 9.0))
    else:
        painter.drawPolygon(_triangle(center, 7.0))
    tall = 3.2 if severity != "hint" else 2.2
    painter.setPen(QPen(ground, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x, y = center.x(), center.y() + (1.0 if severity != "error" else 0.0)
    painter.drawLine(QPointF(x, y - tall), QPointF(x, y + 0.4))
    painter.drawPoint(QPointF(x, y + tall))


def _triangle(center: QPointF, r: float) -> QPolygonF:
    x, y = center.x(), center.y()
    return QPolygonF([QPointF(x, y - r), QPointF(x + r, y + r * 0.8), QPointF(x - r, y + r * 0.8)])


@lru_cache(maxsize=512)
def bar(height: float) -> QPainterPath:
    """The role's bar: the left strip of a rounded card, from (0, 0) down."""
    whole, strip = QPainterPath(), QPainterPath()
    r = metrics.RADIUS
    whole.addRoundedRect(QRectF(0, 0, 4 * r, height), r, r)
    strip.addRect(QRectF(0, 0, metrics.BAR, height))
    return whole.intersected(strip)


NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
