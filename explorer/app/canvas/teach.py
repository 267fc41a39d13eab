"""What an empty canvas says: the first three gestures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from explorer.app.canvas import paint
from explorer.app.theme import icon, theme, ui_font

ROW = 34


def paint_lesson(painter: QPainter, room: QRectF) -> None:
    """Drawn in pixels of the viewport, in its middle."""
    t = theme()
    translate = QCoreApplication.translate
    title = translate("Canvas", "Draw a network")
    lines = (
        ("plus", translate("Canvas", "Double-click here, or press Tab, to add a block")),
        (
            "git-fork",
            translate("Canvas", "Drag a wire from a port to a block, or let it go to add one"),
        ),
        ("mouse-pointer", translate("Canvas", "Drop a block onto a wire to put it in between")),
    )
    painter.setFont(ui_font(14))
    wide = max(painter.fontMetrics().horizontalAdvance(text) for _, text in lines) + 34
    high = 46 + ROW * len(lines)
    left, top = room.center().x() - wide / 2, room.center().y() - high / 2
    painter.setFont(ui_font(18, 600))
    painter.setPen(paint.color(t.ink))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(left, top, wide + 40, 30), flags, title)
    painter.setFont(ui_font(14))
    painter.setPen(paint.color(t.secondary))
    for i, (name, text) in enumerate(lines):
        y = top + 46 + i * ROW
        pixmap = icon(name, t.selection).pixmap(QSize(20, 20))
        painter.drawPixmap(QPointF(left, y + 4), pixmap)
        painter.drawText(QRectF(left + 34, y, wide, 28), flags, text)
