"""Selecting blocks with a rectangle; a click on the ground selects what the ground belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from explorer.app.canvas import paint
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.hit import Hit
from explorer.app.theme import theme

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView


class BoxSelect(Gesture):
    """Takes the blocks of one graph: the one on whose ground it began."""

    def __init__(self, view: CanvasView, hit: Hit, at: QPointF, pixel: QPoint, adds: bool) -> None:
        super().__init__(view)
        self._hit, self._start, self._pixel = hit, at, pixel
        self._before = view.session.selection if adds else ()
        self._notes = view.annotating.selected if adds else ()
        self._adds = adds
        self._rect: QRectF | None = None

    def move(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        far = (pixel - self._pixel).manhattanLength()
        if self._rect is None and far < QApplication.startDragDistance():
            return
        self._rect = QRectF(self._start, at).normalized()
        scene = self.view.network
        plan = scene.plan_of(self._hit.scope)
        found = list(self._before)
        for shown in plan.blocks.values() if plan is not None else ():
            item = scene.blocks[shown.path]
            inside = item.mapRectToScene(item.body).intersects(self._rect)
            if inside and shown.path not in found:
                found.append(shown.path)
        self.view.session.select(*found)
        notes = self.view.annotating.within(self._hit.scope, self._rect)
        self.view.annotating.select((*self._notes, *notes))
        self.view.viewport().update()

    def finish(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._rect is None and not self._adds:
            shown = self._hit.shown
            self.view.session.select(*([shown.path] if shown is not None else []))
        self.view.viewport().update()

    def cancel(self) -> None:
        self.view.session.select(*self._before)
        self.view.annotating.select(self._notes)
        self.view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        if self._rect is None:
            return
        pen = paint.pen(theme().selection, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(paint.with_alpha(theme().selection, 28))
        painter.drawRect(self._rect)
