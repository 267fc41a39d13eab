"""Moving notes and frames, making notes larger, and leading wires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from explorer.app.canvas.annotated import kept_bend
from explorer.app.canvas.annotation import LEAST, NoteItem, note_height
from explorer.app.canvas.carry import Carry
from explorer.app.canvas.commands import name_of, scope_of
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.wire import WireItem
from explorer.graph.annotate import Annotate
from explorer.graph.model import Bend, Note, Scope
from explorer.layout.model import Point

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView


class _Drag(Gesture):
    """A drag of something in one graph, once the mouse has moved far enough to mean it."""

    def __init__(self, view: CanvasView, scope: Scope, at: QPointF, pixel: QPoint) -> None:
        super().__init__(view)
        self.scope, self._start, self._pixel = scope, at, pixel
        self._going = self._refused = False

    def move(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        far = (pixel - self._pixel).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._going and not self._refused:
            if self.view.session.editable(self.scope):
                self._going = True
            else:
                self._refused = True
                self.view.refuse_inside(self.scope)
        if self._going:
            self.show(at.x() - self._start.x(), at.y() - self._start.y())
            self.view.viewport().update()

    def finish(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if self._going:
            self.submit(at.x() - self._start.x(), at.y() - self._start.y())

    def cancel(self) -> None:
        if self._going:
            self.show(0.0, 0.0)

    def show(self, dx: float, dy: float) -> None:
        """Draw what is dragged moved by so much."""
        raise NotImplementedError

    def submit(self, dx: float, dy: float) -> None:
        """Hand in the edit."""
        raise NotImplementedError


class MoveAnnotations(_Drag):
    """The selected notes and frames, with the blocks on the frames and the selected ones."""

    def __init__(self, view: CanvasView, scope: Scope, at: QPointF, pixel: QPoint) -> None:
        super().__init__(view, scope, at, pixel)
        plan = view.network.plan_of(scope)
        assert plan is not None, "what was hit is drawn"
        names = {name_of(p) for p in view.session.selection if scope_of(p) == scope}
        self._carry = Carry(view.network, plan, names, view.annotating.selected)

    def show(self, dx: float, dy: float) -> None:
        self._carry.show(dx, dy)

    def submit(self, dx: float, dy: float) -> None:
        edit = self._carry.edit(dx, dy)
        if edit is None or not self.view.submit(edit):
            self.cancel()


class ResizeNote(_Drag):
    """A note by its lower right corner; never smaller than its text."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, view: CanvasView, item: NoteItem, at: QPointF, pixel: QPoint) -> None:
        super().__init__(view, item.shown.key.scope, at, pixel)
        self._item = item

    def _size(self, dx: float, dy: float) -> tuple[float, float]:
        note = self._item.shown.what
        assert isinstance(note, Note)
        width = max(LEAST[0], note.size[0] + dx)
        return round(width), round(max(note_height(note.text, width), note.size[1] + dy))

    def show(self, dx: float, dy: float) -> None:
        rect = self._item.shown.rect
        self._item.place(rect.left, rect.top, *self._size(dx, dy))

    def submit(self, dx: float, dy: float) -> None:
        note = self._item.shown.what
        assert isinstance(note, Note)
        new = replace(note, size=self._size(dx, dy))
        self.view.submit(Annotate(scope=self.scope, notes=(new,), what="Resize the note"))


class MoveBend(_Drag):
    """One of the points that a wire is led through."""

    def __init__(
        self, view: CanvasView, item: WireItem, index: int, at: QPointF, pixel: QPoint
    ) -> None:
        super().__init__(view, item.wire.key.scope, at, pixel)
        self._item, self._index = item, index

    def show(self, dx: float, dy: float) -> None:
        bends = list(self._item.bends)
        x, y = bends[self._index]
        bends[self._index] = Point(x + dx, y + dy)
        wire = self._item.wire
        self._item.lead(wire.start, wire.way, wire.end, tuple(bends))

    def submit(self, dx: float, dy: float) -> None:
        edit = moved_bend(self.view, self._item, self._index, dx, dy)
        if edit is None or not self.view.submit(edit):
            self.cancel()


def moved_bend(
    view: CanvasView, item: WireItem, index: int, dx: float, dy: float, gesture: int = 0
) -> Annotate | None:
    """The edit that moves one bend by a step on the canvas."""
    key = item.wire.key
    plan = view.network.plan_of(key.scope)
    if plan is None:
        return None
    points = list(plan.graph.bend_of[key.edge])
    x, y = plan.bends[key.edge][index]
    points[index] = kept_bend(plan, key.edge, Point(x + dx, y + dy))
    bend = Bend(key.edge, tuple(points))
    return Annotate(scope=key.scope, bends=(bend,), what="Lead the wire", gesture=gesture)
