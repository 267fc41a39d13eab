"""Zooming and panning a view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGraphicsView

LEAST, MOST = 0.04, 4.0
STEP = 1.2
HEAD = 68.0
"""Pixels at the top of the view where breadcrumb and tools lie over it."""
FIT_MOST = 1.0
"""Fitting never magnifies: a small network keeps its size."""


class Navigator(QGraphicsView):
    """A view that zooms at the cursor and pans without scroll bars."""

    zoom_changed = Signal(float)

    @property
    def scale_factor(self) -> float:
        return self.transform().m11()

    def zoom_to(self, scale: float, at: QPoint | None = None) -> None:
        """Show at a scale, 1 being natural size; what is at ``at`` stays there."""
        scale = min(MOST, max(LEAST, scale))
        if abs(scale - self.scale_factor) < 1e-9:
            return
        pixel = at if at is not None else self.viewport().rect().center()
        fixed = self.mapToScene(pixel)
        self.resetTransform()
        self.scale(scale, scale)
        now = self.mapFromScene(fixed)
        self.pan_by(now.x() - pixel.x(), now.y() - pixel.y())
        self.zoom_changed.emit(self.scale_factor)

    def zoom_in(self) -> None:
        self.zoom_to(self.scale_factor * STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.scale_factor / STEP)

    def pan_by(self, dx: int, dy: int) -> None:
        """Move the view by pixels."""
        for bar, step in ((self.horizontalScrollBar(), dx), (self.verticalScrollBar(), dy)):
            bar.setValue(bar.value() + step)

    def fit_rect(self, rect: QRectF, margin: float = 48.0) -> None:
        """Show a part of the scene whole."""
        if rect.isEmpty():
            return
        room = self.viewport().rect()
        scale = min(
            (room.width() - 2 * margin) / rect.width(),
            (room.height() - HEAD - margin / 2) / rect.height(),
            FIT_MOST,
        )
        self.zoom_to(max(scale, LEAST))
        middle = rect.center()
        # only as far down as the head asks for: what is small stands in the middle
        above = (room.height() - rect.height() * self.scale_factor) / 2
        self.centerOn(middle.x(), middle.y() - max(0.0, HEAD - above) / self.scale_factor)

    def reveal(self, rect: QRectF, margin: int = 40) -> None:
        """Move the view just so far that a part of the scene is in sight."""
        if not rect.isEmpty():
            self.ensureVisible(rect, margin, margin)

    @property
    def seen(self) -> QRectF:
        """The part of the scene in sight."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms at the cursor; fingers on a trackpad pan, and zoom with Ctrl held."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pixel = event.position().toPoint()
        if not ctrl and not pixels.isNull():
            self.pan_by(-pixels.x(), -pixels.y())
        elif shift and not ctrl:
            self.pan_by(-(angle.x() or angle.y()), 0)
        elif angle.x() and not angle.y() and not ctrl:
            self.pan_by(-angle.x(), 0)
        else:
            self.zoom_to(self.scale_factor * STEP ** (angle.y() / 120), pixel)
        event.accept()
