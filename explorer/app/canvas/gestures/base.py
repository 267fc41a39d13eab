"""What every gesture of the mouse can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView


class Gesture:
    """From the press of a button to its release. It shows what it would do, and submits one edit
    at its end; ``cancel`` leaves everything as it was."""

    cursor: Qt.CursorShape | None = None

    def __init__(self, view: CanvasView) -> None:
        self.view = view

    def move(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse is at a point of the scene, and of the viewport."""

    def finish(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The button was released."""

    def cancel(self) -> None:
        """Esc was pressed, or the mouse was taken away."""

    def paint(self, painter: QPainter) -> None:
        """Draw over the scene, in its coordinates."""
