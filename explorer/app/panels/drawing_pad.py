"""A sheet on which one draws a digit with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.app import theme

SIDE = 128
"""Pixels of the drawing, whatever size it is shown in."""

BRUSH = 9.0
"""Radius of the pen in these pixels: as thick as the digits' own strokes."""

EVERY = 80
"""Milliseconds between two answers while a stroke goes on."""


class DrawingPad(QWidget):
    """Draws with a soft round brush; Delete and Backspace clear it.

    The arrow keys move a pen too, and Space lowers and lifts it, so that no mouse is needed.
    """

    drawn = Signal()
    """The drawing has changed; at most every 80 ms, and once more after the last stroke."""
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(
            self.tr(
                "Draw a digit with the mouse, or with the arrow keys after Space has lowered the "
                "pen. Delete clears it."
            )
        )
        self.setToolTip(self.accessibleDescription())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(96, 96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        self._image.fill(0)
        self._empty = True
        self._last: QPointF | None = None
        self._pen = QPointF(SIDE / 2, SIDE / 4)
        self._lowered = False
        self._waiting = QTimer(self, interval=EVERY, singleShot=True)
        self._waiting.timeout.connect(self.drawn)
        theme.notifier().changed.connect(self.update)

    # -- the drawing ------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        return self._empty

    @property
    def pixels(self) -> bytes:
        """The drawing, row by row, 0 paper … 255 ink; ``SIDE`` × ``SIDE``."""
        return bytes(self._image.constBits())

    def clear(self) -> None:
        self._image.fill(0)
        self._empty, self._last, self._lowered = True, None, False
        self._waiting.stop()
        self.update()
        self.emptied.emit()

    def stroke(self, start: QPointF, end: QPointF) -> None:
        """Draw from one point to another, in the drawing's own pixels."""
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
        painter.setPen(Qt.PenStyle.NoPen)
        way = end - start
        length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
        dabs = max(1, round(length / 2))
        for index in range(dabs + 1):
            center = start + way * (index / dabs)
            soft = QRadialGradient(center, BRUSH)
            soft.setColorAt(0.0, QColor(255, 255, 255))
            soft.setColorAt(0.6, QColor(255, 255, 255))
            soft.setColorAt(1.0, QColor(255, 255, 255, 0))
            painter.setBrush(soft)
            painter.drawEllipse(center, BRUSH, BRUSH)
        painter.end()
        self._empty = False
        self.update()
        if not self._waiting.isActive():
            self._waiting.start()

    # -- places -----------------------------------------------------------------------------------

    def _sheet(self) -> QRect:
        """The square that is drawn on."""
        side = min(self.width(), self.height())
        return QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    def _place(self, point: QPointF) -> QPointF:
        sheet = self._sheet()
        return (point - QPointF(sheet.topLeft())) * (SIDE / sheet.width())

    # -- Qt -----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(260, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF(self._sheet()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colors.selection if self.hasFocus() else colors.edge), 1))
        painter.setBrush(QColor(colors.field))
        painter.drawRoundedRect(sheet, 7, 7)
        ink = QImage(self._image.size(), QImage.Format.Format_ARGB32)
        ink.fill(QColor(colors.ink))
        ink.setAlphaChannel(self._image)
        painter.drawImage(sheet.adjusted(1, 1, -1, -1), ink)
        if self._empty:
            painter.setPen(QColor(colors.secondary))
            painter.setFont(theme.ui_font(13))
            painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, self.tr("Draw a digit here"))
        if self.hasFocus():
            scale = sheet.width() / SIDE
            center = sheet.topLeft() + self._pen * scale
            painter.setPen(QPen(QColor(colors.selection), 2 if self._lowered else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(center, BRUSH * scale, BRUSH * scale)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = self._pen = self._place(event.position())
            self.stroke(self._last, self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            point = self._place(event.position())
            self.stroke(self._last, point)
            self._last = self._pen = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: QPointF(-4, 0),
            Qt.Key.Key_Right: QPointF(4, 0),
            Qt.Key.Key_Up: QPointF(0, -4),
            Qt.Key.Key_Down: QPointF(0, 4),
        }
        move = moves.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.key() == Qt.Key.Key_Space:
            self._lowered = not self._lowered
            if self._lowered:
                self.stroke(self._pen, self._pen)
            self.update()
        elif move is not None:
            there = self._pen + move
            there = QPointF(min(SIDE, max(0.0, there.x())), min(SIDE, max(0.0, there.y())))
            if self._lowered:
                self.stroke(self._pen, there)
            self._pen = there
            self.update()
        else:
            super().keyPressEvent(event)
