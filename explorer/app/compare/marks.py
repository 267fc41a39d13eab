"""Marks of differences on blocks, and the legend that says what they mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.analysis.compare import Kind
from explorer.analysis.compare_report import SIGNS
from explorer.app.canvas import metrics
from explorer.app.canvas.paint import pen
from explorer.app.compare.words import kind_color, kind_word
from explorer.app.theme import notifier, theme, ui_font

SIDE = 17.0
"""Of a sign, in pixels."""
MOVED_DASHES, REMOVED_DASHES = [1.0, 2.5], [4.0, 3.0]
SHOWN: tuple[Kind, ...] = ("added", "removed", "changed", "moved")


def paint_sign(painter: QPainter, center: QPointF, kind: Kind, side: float = SIDE) -> None:
    """The kind's sign on a ground of its colour."""
    painter.setPen(QPen(QColor(theme().canvas), 1.5))
    painter.setBrush(QColor(kind_color(kind)))
    half = side / 2
    rect = QRectF(center.x() - half, center.y() - half, side, side)
    painter.drawRoundedRect(rect, 4.5, 4.5)
    painter.setFont(ui_font(round(side * 0.76), 600))
    painter.setPen(QColor(theme().panel))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, SIGNS[kind])


def paint_mark(
    painter: QPainter, body: QRectF, kind: Kind, scale: float, badge: str = "", within: bool = False
) -> None:
    """An outline round a block, in pixels of the view, and the sign at its lower left corner.

    ``badge`` is what stands on its upper right corner, and is left free; ``within`` is for a frame
    that holds differences and is none itself: a thin line is enough.
    """
    painter.save()
    if badge:
        whole, free = QPainterPath(), QPainterPath()
        whole.addRect(body.adjusted(-9, -9, 9, 9))
        wide = metrics.width(badge, "badge") + 14
        corner = QRectF(body.right() - (wide - 4) * scale, body.top() - 10 * scale, 0, 0)
        corner.setSize(QSizeF(wide * scale, 18 * scale))
        free.addRoundedRect(corner, 9 * scale, 9 * scale)
        painter.setClipPath(whole - free)
    color = QColor(kind_color(kind))
    pen = QPen(color, 1.2 if within else 2.4)
    if kind == "removed":
        pen.setDashPattern(REMOVED_DASHES)
    elif kind == "moved":
        pen.setDashPattern(MOVED_DASHES)
    painter.setPen(pen)
    tint = QColor(color)
    tint.setAlpha(0 if within else 26)
    painter.setBrush(tint)
    radius = (metrics.FRAME_RADIUS if within else metrics.RADIUS) * scale
    painter.drawRoundedRect(body.adjusted(-1, -1, 1, 1), radius, radius)
    painter.restore()
    if not within:
        # on the corner, small where the block is, so that its texts stay in sight
        side = min(SIDE, max(11.0, body.height() * 0.28))
        paint_sign(painter, body.bottomLeft() + QPointF(-0.1, 0.1) * side, kind, side)


def paint_ring(painter: QPainter, body: QRectF, dashed: bool) -> None:
    """The ring of what is chosen, around its mark; dashed where it lies hidden inside."""
    painter.setPen(pen(theme().selection, 2.0, dashed))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(body.adjusted(-5, -5, 5, 5), metrics.RADIUS, metrics.RADIUS)


class Legend(QWidget):
    """What the marks mean, in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Legend"))
        self.setAccessibleDescription(", ".join(f"{SIGNS[k]} {kind_word(k)}" for k in SHOWN))
        notifier().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics_ = QFontMetricsF(ui_font(12))
        wide = sum(SIDE + 6 + metrics_.horizontalAdvance(kind_word(k)) + 14 for k in SHOWN)
        return QSize(round(wide), 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = 0.0, self.height() / 2
        metrics_ = QFontMetricsF(ui_font(12))
        for kind in SHOWN:
            paint_sign(painter, QPointF(x + SIDE / 2, y), kind, SIDE - 1)
            x += SIDE + 6
            painter.setFont(ui_font(12))
            painter.setPen(QColor(theme().secondary))
            baseline = y + (metrics_.ascent() - metrics_.descent()) / 2
            painter.drawText(QPointF(x, baseline), kind_word(kind))
            x += metrics_.horizontalAdvance(kind_word(kind)) + 14
