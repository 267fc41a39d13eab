"""Moving blocks. What is dragged is drawn where it goes; the document learns of it at the end, as
one step, so that a drag costs the same in a network of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from explorer.app.canvas import paint
from explorer.app.canvas.carry import Carry
from explorer.app.canvas.commands import scope_of
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.hit import Hit, block_at, wire_at
from explorer.app.canvas.items import BlockItem
from explorer.app.canvas.landing import Landing, of_moved, of_moved_onto
from explorer.app.canvas.rewire import bypassable, stands_alone
from explorer.app.canvas.wire import WireItem
from explorer.app.theme import theme
from explorer.graph.edits import Batch, Edit
from explorer.layout.model import Point, turned

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView

SNAP = 7.0
"""A block this near to the row of a neighbour falls into it."""


class Move(Gesture):
    def __init__(self, view: CanvasView, hit: Hit, at: QPointF, pixel: QPoint) -> None:
        super().__init__(view)
        shown = hit.shown
        assert shown is not None
        self._shown, self._start, self._pixel = shown, at, pixel
        self._going = False
        self._refused = False
        self._delta = Point(0.0, 0.0)
        self._row: float | None = None
        self._names: set[str] = set()
        self._wires: list[WireItem] = []
        self._carry: Carry | None = None
        self._rows: list[float] = []
        self._alone = False
        """Whether it is one block without wires, which a wire could take in."""
        self._landing: Landing | None = None
        self._known: dict[WireItem, Landing] = {}
        self._onto: dict[BlockItem, Landing | None] = {}
        self._number = 0

    @property
    def began(self) -> bool:
        """Whether the mouse has moved far enough to mean it."""
        return self._going or self._refused

    def _begin(self) -> None:
        view, scope = self.view, self._shown.scope
        if not self._shown.editable:
            self._refused = True
            view.refuse_inside(scope)
            return
        self._going = True
        self._names = {
            path.rpartition(".")[2] for path in view.session.selection if scope_of(path) == scope
        }
        plan = view.network.plan_of(scope)
        if plan is None or self._shown.node.name not in plan.blocks:
            self._refused = True
            return
        self._carry = Carry(view.network, plan, self._names, view.annotating.selected)
        self._names = self._carry.names
        name = self._shown.node.name
        self._number = view.session.new_gesture()
        graph, catalogue = view.session.graph(scope), view.session.catalogue
        fits = bool(bypassable(graph, (name,), catalogue)) or (
            catalogue.arity(graph[name])[1] is None
        )
        self._alone = self._names == {name} and stands_alone(graph, name) and fits
        for wire in plan.wires:
            edge = wire.key.edge
            if edge.source in self._names or edge.target in self._names:
                self._wires.append(view.network.wires[wire.key])
            for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
                if one == name and other in plan.blocks and other not in self._names:
                    self._rows.append(turned(plan.blocks[other].at, plan.down).y)

    def move(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        far = (pixel - self._pixel).manhattanLength()
        if not self._going and far >= QApplication.startDragDistance() and not self._refused:
            self._begin()
        if not self._going or self._refused:
            return
        dx, dy = at.x() - self._start.x(), at.y() - self._start.y()
        self._row = None
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            down = self._shown.down
            along, across = turned(Point(dx, dy), down)
            stands = turned(self._shown.at, down).y
            y = stands + across
            row = min(self._rows, key=lambda r: abs(r - y), default=None)
            if row is not None and abs(row - y) <= SNAP:
                self._row = row
                dx, dy = turned(Point(along, row - stands), down)
        self._delta = Point(dx, dy)
        self._show()
        self._land(self._landing_at(at, modifiers))
        if self._landing is not None:
            self.view.bubble.say(self._landing.says, pixel + QPoint(0, 24))
        elif self._alone:
            self.view.bubble.hide()

    def _landing_at(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Landing | None:
        """What letting go does over a wire, for a block that has none of its own."""
        if not self._alone or modifiers & Qt.KeyboardModifier.AltModifier:
            return None
        wire = wire_at(self.view.network, at, self._shown.scope)
        move = self._edit()
        if move is None:
            return None
        if wire is None:
            name = self._shown.node.name
            item = block_at(self.view.network, at, self._shown.scope, name)
            if item is not None and item not in self._onto:
                self._onto[item] = of_moved_onto(self.view, item, name)
            return self._onto[item] if item is not None else None
        known = self._known.get(wire)
        if known is None:
            known = self._known[wire] = of_moved(self.view, wire, self._shown.node.name, move)
        return known

    def _land(self, landing: Landing | None) -> None:
        if self._landing is not None:
            self._landing.light(False)
        if landing is not None:
            landing.light(True)
        self._landing = landing

    def _show(self) -> None:
        if self._carry is not None:
            self._carry.show(*self._delta)
            self.view.viewport().update()

    def finish(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        if not self._going or self._refused:
            return
        view, landing = self.view, self._landing
        self._land(None)
        if self._alone:
            self.view.bubble.hide()
        edit: Edit | None = self._edit()
        if landing is not None and landing.replaced is not None:
            edit = landing.edit
        elif edit is not None and landing is not None and landing.wire is not None:
            edit = of_moved(view, landing.wire, self._shown.node.name, edit).edit
        if edit is None:
            self._delta = Point(0.0, 0.0)
            self._show()
        elif not view.submit(edit):
            self.cancel()

    def _edit(self) -> Edit | None:
        """The step that letting go here would be; None where nothing has moved."""
        if self._carry is None or self._delta == (0.0, 0.0):
            return None
        edit = self._carry.edit(*self._delta, self._number)
        landing = self.view.annotating.landing(
            self._shown.scope, self._names, *self._delta, self._number
        )
        if edit is None or landing is None:
            return edit
        return Batch(edits=(edit, landing), what=edit.label)

    def cancel(self) -> None:
        self._land(None)
        if self._going:
            self._delta, self._row = Point(0.0, 0.0), None
            self._show()
            for item in self._wires:
                item.take(item.wire)

    def paint(self, painter: QPainter) -> None:
        """The row into which the block falls, or the block whose place it would take."""
        if self._landing is not None:
            self._landing.paint(painter)
        if self._row is None:
            return
        item = self.view.network.blocks.get(self._shown.path)
        if item is None:
            return
        down = item.shown.down
        left, right = (
            item.mapToScene(QPointF(*turned(Point(x, 0.0), down)))
            for x in (-160.0, item.shown.box.width + 160.0)
        )
        pen = paint.pen(theme().selection, 1.0, dashed=True)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLine(left, right)
