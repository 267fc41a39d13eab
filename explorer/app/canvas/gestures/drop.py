"""A block dragged in from the palette: onto the ground, or into a wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.commands import insert, new_node, passes_through, path_of
from explorer.app.canvas.face import box_of, face_of
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.hit import Hit, hit_at
from explorer.app.canvas.room import place_in_wire
from explorer.app.theme import role_color, theme
from explorer.blocks.description import BlockType
from explorer.graph.edits import AddNodes, Batch, Edit
from explorer.graph.model import Node, Scope
from explorer.layout.model import Box

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView

MIME = "application/x-explorer-block"
"""What a drag from the palette carries: the name of a type, in UTF-8."""


class DropBlock(Gesture):
    """Follows a drag from outside; the view tells it where."""

    def __init__(self, view: CanvasView, block: BlockType) -> None:
        super().__init__(view)
        self.block = block
        self._at: QPointF | None = None
        self._hit: Hit | None = None
        self._node = new_node(block, ())
        self._box = self._size()

    def _size(self) -> Box:
        catalogue = self.view.session.catalogue
        return box_of(face_of(self._node, None, (), (), catalogue))

    @property
    def refused(self) -> bool:
        return self._hit is not None and not self.view.session.editable(self._scope)

    @property
    def _scope(self) -> Scope:
        return self._hit.scope if self._hit is not None else self.view.session.scope

    @property
    def into_wire(self) -> bool:
        """Whether letting go puts the block into the wire under it."""
        return (
            self._hit is not None
            and self._hit.wire is not None
            and passes_through(self.block)
            and not self.refused
        )

    def move(self, at: QPointF, pixel: QPoint, modifiers: object = None) -> None:
        view = self.view
        if self._hit is not None and self._hit.wire is not None:
            self._hit.wire.hover(False)
        self._at = at
        self._hit = hit_at(view.network, at, view.scale_factor, ports=False)
        if self.into_wire and self._hit.wire is not None:
            self._hit.wire.hover(True)
        if self.refused:
            view.bubble.say(view.built_in_message(self._scope), pixel)
        elif self.into_wire and self._hit.wire is not None:
            edge = self._hit.wire.wire.key.edge
            says = QCoreApplication.translate("Canvas", "Between {0} and {1}.")
            below = pixel + QPoint(0, int(self._box.down * view.scale_factor) - 6)
            view.bubble.say(says.format(edge.source, edge.target), below)
        else:
            view.bubble.hide()
        view.viewport().update()

    def finish(self, at: QPointF, pixel: QPoint, modifiers: object = None) -> None:
        self.move(at, pixel)
        self._end()
        if self.refused:
            self.view.refuse_inside(self._scope)
            return
        edit, node = self._edit(at)
        if self.view.submit(edit):
            self.view.session.select(path_of(self._scope, node.name))

    def _edit(self, at: QPointF) -> tuple[Edit, Node]:
        scope, session = self._scope, self.view.session
        graph = session.graph(scope)
        plan = self.view.network.plan_of(scope)
        if self.into_wire and self._hit is not None and self._hit.wire is not None and plan:
            edge = self._hit.wire.wire.key.edge
            place, room = place_in_wire(plan, edge, self._box)
            node = new_node(
                self.block, graph.names, (place.x, place.y) if place is not None else None
            )
            edit = insert(scope, node, edge)
            if room is not None:
                edit = Batch(edits=(replace(room, scope=scope), edit), what=edit.label)
            return edit, node
        node = new_node(self.block, graph.names, self._place(at, scope))
        return AddNodes(scope=scope, nodes=(node,)), node

    def _place(self, at: QPointF, scope: Scope) -> tuple[float, float]:
        x, y = self.view.document_place(scope, at)
        return (round(x - self._box.width / 2, 1), round(y, 1))

    def cancel(self) -> None:
        self._end()

    def _end(self) -> None:
        if self._hit is not None and self._hit.wire is not None:
            self._hit.wire.hover(False)
        self.view.bubble.hide()
        self.view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """The block's ghost."""
        if self._at is None:
            return
        t, box = theme(), self._box
        rect = QRectF(
            self._at.x() - box.width / 2, self._at.y() - box.up, box.width, box.up + box.down
        )
        painter.setOpacity(0.85)
        name = t.error if self.refused else t.selection
        painter.setPen(paint.pen(name, 1.6, dashed=not self.into_wire))
        painter.setBrush(paint.with_alpha(t.card, 220))
        if self.block.symbol:
            painter.drawEllipse(rect)
            where = rect.center()
            wide = metrics.width(self.block.symbol, "symbol")
            high = metrics.height("symbol")
            paint.text(
                painter,
                where.x() - wide / 2,
                where.y() - high / 2,
                self.block.symbol,
                "symbol",
                paint.color(t.ink),
            )
        else:
            painter.drawRoundedRect(rect, metrics.RADIUS, metrics.RADIUS)
            painter.save()
            painter.translate(rect.topLeft())
            painter.setPen(paint.pen(t.card, 0.0))
            painter.setBrush(role_color(self.block.role))
            painter.drawPath(paint.bar(rect.height()))
            painter.restore()
            title = metrics.elided(self.block.title, "title", rect.width() - 32)
            paint.text(
                painter,
                rect.left() + metrics.PAD_LEFT,
                rect.top() + 7,
                title,
                "title",
                paint.color(t.ink),
            )
        painter.setOpacity(1.0)
