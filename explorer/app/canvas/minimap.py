"""The whole network in a corner, with the part in sight; a press or drag goes there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from explorer.app.canvas import paint
from explorer.app.canvas.frame import FrameItem
from explorer.app.canvas.navigation import Navigator
from explorer.app.canvas.scene import NetworkScene
from explorer.app.theme import role_color, theme

WIDTH = 160
LEAST_HEIGHT, MOST_HEIGHT = 48, 110
INSET = 14
LEAST_ROOM = QSize(520, 320)
"""A smaller view has no place for it."""


class Minimap(QWidget):
    """Lies over the view's corner while part of the network is out of sight."""

    def __init__(self, view: Navigator, network: NetworkScene) -> None:
        super().__init__(view.viewport())
        self._view, self._network = view, network
        self._pixmap: QPixmap | None = None
        self._map = QRectF()
        self.resize(WIDTH, LEAST_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview"))
        self.setAccessibleDescription(
            self.tr("The whole network; press to go to a place. F fits it into the view.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.viewport().installEventFilter(self)
        self.hide()

    def refresh(self) -> None:
        """The blocks have changed."""
        self._pixmap = None
        self.follow()

    def follow(self) -> None:
        """The part in sight has changed."""
        content = self._network.content_rect()
        room = self._view.viewport().size()
        big = room.width() >= LEAST_ROOM.width() and room.height() >= LEAST_ROOM.height()
        self._map = content
        hidden = not content.isEmpty() and not self._view.seen.contains(content)
        wanted = bool(big and hidden)
        self.setVisible(wanted)
        # not isVisible(), which is not yet so before the window is
        if wanted:
            # as flat as the network: most are long rows
            tall = 20 + (WIDTH - 16) * content.height() / max(1.0, content.width())
            high = int(min(MOST_HEIGHT, max(LEAST_HEIGHT, tall)))
            if high != self.height():
                self._pixmap = None
                self.resize(WIDTH, high)
            self.move(room.width() - self.width() - INSET, room.height() - self.height() - INSET)
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return False

    def _scale(self) -> float:
        return min(
            (self.width() - 16) / max(1.0, self._map.width()),
            (self.height() - 16) / max(1.0, self._map.height()),
        )

    def _draw(self) -> QPixmap:
        scale = self._scale()
        pixmap = QPixmap(self.size())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        center = self._map.center()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-center.x(), -center.y())
        for item in self._network.blocks.values():
            rect = item.mapRectToScene(item.body)
            if isinstance(item, FrameItem):
                painter.setBrush(paint.with_alpha(theme().wire, 40))
            else:
                painter.setBrush(role_color(item.shown.face.role))
            grow = max(0.0, 3.0 / scale - rect.height()) / 2
            painter.drawRoundedRect(rect.adjusted(0, -grow, 0, grow), 2 / scale, 2 / scale)
        painter.end()
        return pixmap

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(paint.pen(t.line))
        painter.setBrush(paint.with_alpha(t.card, 235))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._pixmap is None:
            self._pixmap = self._draw()
        painter.drawPixmap(0, 0, self._pixmap)
        scale, center = self._scale(), self._map.center()
        seen = self._view.seen
        rect = QRectF(
            (seen.left() - center.x()) * scale + self.width() / 2,
            (seen.top() - center.y()) * scale + self.height() / 2,
            seen.width() * scale,
            seen.height() * scale,
        ).intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        painter.setPen(paint.pen(t.selection, 1.5))
        painter.setBrush(paint.with_alpha(t.selection, 20))
        painter.drawRoundedRect(rect, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())
        event.accept()

    def _go(self, at: QPointF) -> None:
        scale, center = self._scale(), self._map.center()
        self._view.centerOn(
            (at.x() - self.width() / 2) / scale + center.x(),
            (at.y() - self.height() / 2) / scale + center.y(),
        )
