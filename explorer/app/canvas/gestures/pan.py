"""Moving the view: middle button, or the left one while the space bar is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from explorer.app.canvas.gestures.base import Gesture

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView


class Pan(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: CanvasView, pixel: QPoint) -> None:
        super().__init__(view)
        self._last = pixel

    def move(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        step = pixel - self._last
        self._last = pixel
        self.view.pan_by(-step.x(), -step.y())
