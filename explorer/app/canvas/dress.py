"""What a block wears over its face for a while: the colour of a figure, the mark of a search."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from explorer.app.canvas import metrics, paint
from explorer.app.theme import theme

TAG = 18.0
"""Height of the tag with the magnifying glass."""


class Dress(NamedTuple):
    """Plain where nothing is asked."""

    color: str = ""
    """The ground that stands for the figure, ``#rrggbb``; empty for the block's own."""
    ink: str = ""
    """What can be read upon it."""
    value: str = ""
    """The figure itself, in words."""
    short: str = ""
    """The same without what it counts, for reading from afar."""
    found: int | None = None
    """How many of what was searched for lie hidden in it; 0 where it is one itself."""


PLAIN = Dress()


def paint_found(painter: QPainter, body: QRectF, radius: float, found: int, detail: float) -> None:
    """A ring and a tag with a magnifying glass; beside it how many there are inside."""
    t = theme()
    wide = min(10.0, max(2.0, 2.0 / max(detail, 0.05)))
    painter.setBrush(paint.NO_BRUSH)
    painter.setPen(QPen(paint.severity_color("warning"), wide))
    off = 5.0 + wide / 2
    painter.drawRoundedRect(body.adjusted(-off, -off, off, off), radius + off, radius + off)
    if detail < metrics.DETAIL:
        return
    text = str(found) if found else ""
    room = metrics.width(text, "badge") + 4 if text else 0.0
    tag = QRectF(body.left() + 12, body.bottom() - TAG / 2 + 3, TAG + room + 2, TAG)
    painter.setPen(QPen(paint.severity_color("warning"), 1.5))
    painter.setBrush(paint.color(t.card))
    painter.drawRoundedRect(tag, TAG / 2, TAG / 2)
    painter.setPen(paint.pen(t.ink, 1.6))
    eye = QPointF(tag.left() + 9.0, tag.top() + 8.0)
    painter.drawEllipse(eye, 3.6, 3.6)
    painter.drawLine(eye + QPointF(2.7, 2.7), eye + QPointF(5.2, 5.2))
    if text:
        y = tag.center().y() - metrics.height("badge") / 2
        paint.text(painter, tag.left() + TAG, y, text, "badge", paint.color(t.ink))
