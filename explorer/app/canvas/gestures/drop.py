"""A block dragged in from the palette: onto the ground, into a wire, or onto another block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.commands import new_node, path_of
from explorer.app.canvas.face import box_of, face_of
from explorer.app.canvas.gestures.base import Gesture
from explorer.app.canvas.hit import Hit, hit_at
from explorer.app.canvas.landing import Landing, of_new
from explorer.app.language import say
from explorer.app.theme import role_color, theme
from explorer.blocks.description import BlockType
from explorer.graph.edits import AddNodes, Edit
from explorer.graph.model import Scope
from explorer.layout.model import Box, Point, Rect, turned, turned_rect

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView

MIME = "application/x-explorer-block"
"""What a drag from the palette carries: the name of a type, in UTF-8."""


NO_KEYS = Qt.KeyboardModifier.NoModifier


class DropBlock(Gesture):
    """Follows a drag from outside; the view tells it where."""

    def __init__(self, view: CanvasView, block: BlockType) -> None:
        super().__init__(view)
        self.block = block
        self._at: QPointF | None = None
        self._hit: Hit | None = None
        self._landing: Landing | None = None
        self._known: dict[object, Landing | None] = {}
        self._node = new_node(block, ())
        self._box = self._size()

    def _size(self) -> Box:
        catalogue = self.view.session.catalogue
        return box_of(face_of(self._node, None, (), (), catalogue), self._down)

    @property
    def _down(self) -> bool:
        return self.view.session.document.flow == "down"

    @property
    def refused(self) -> bool:
        return self._hit is not None and not self.view.session.editable(self._scope)

    @property
    def _scope(self) -> Scope:
        return self._hit.scope if self._hit is not None else self.view.session.scope

    def move(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        view = self.view
        self._at = at
        self._hit = hit_at(view.network, at, view.scale_factor, ports=False)
        self._land(None if modifiers & Qt.KeyboardModifier.AltModifier else self._landing_at())
        below = pixel + QPoint(0, int(metrics.CARD_HALF * view.scale_factor) - 6)
        if self.refused:
            view.bubble.say(view.built_in_message(self._scope), pixel)
        elif self._landing is not None:
            view.bubble.say(self._landing.says, below)
        else:
            view.bubble.hide()
        view.viewport().update()

    def _landing_at(self) -> Landing | None:
        """What letting go does here; worked out once for each wire and block."""
        hit = self._hit
        if hit is None or self.refused or hit.what == "ground":
            return None
        target = hit.wire if hit.what == "wire" else hit.item
        if target not in self._known:
            self._known[target] = of_new(self.view, hit, self.block, self._box)
        return self._known[target]

    def _land(self, landing: Landing | None) -> None:
        if landing is not self._landing:
            if self._landing is not None:
                self._landing.light(False)
            if landing is not None:
                landing.light(True)
            self._landing = landing

    def finish(self, at: QPointF, pixel: QPoint, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.move(at, pixel, modifiers)
        landing = self._landing
        self._end()
        if self.refused:
            self.view.refuse_inside(self._scope)
            return
        if landing is not None:
            edit: Edit = landing.edit
            name = landing.name
        else:
            names = self.view.session.graph(self._scope).names
            node = new_node(self.block, names, self._place(at, self._scope))
            edit, name = AddNodes(scope=self._scope, nodes=(node,)), node.name
        if self.view.submit(edit):
            self.view.quick.used(self.block.name)
            self.view.session.select(path_of(self._scope, name))

    def _place(self, at: QPointF, scope: Scope) -> tuple[float, float]:
        half = turned(Point(self._box.width / 2, 0.0), self._down)
        x, y = self.view.document_place(scope, at - QPointF(*half))
        return (round(x, 1), round(y, 1))

    def cancel(self) -> None:
        self._end()

    def _end(self) -> None:
        self._land(None)
        self.view.bubble.hide()
        self.view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """The block's ghost."""
        if self._at is None:
            return
        if self._landing is not None:
            self._landing.paint(painter)
        t, box = theme(), self._box
        r = turned_rect(Rect(-box.width / 2, -box.up, box.width / 2, box.down), self._down)
        rect = QRectF(r.left, r.top, r.right - r.left, r.bottom - r.top).translated(self._at)
        over = self._landing is not None and self._landing.replaced is not None
        painter.setOpacity(0.96 if over else 0.85)
        name = t.error if self.refused else t.selection
        if self._landing is not None and not self._landing.good:
            name = t.warning
        painter.setPen(paint.pen(name, 1.6, dashed=self._landing is None))
        painter.setBrush(paint.with_alpha(t.card, 255 if over else 220))
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
            title = metrics.elided(say(self.block.title), "title", rect.width() - 32)
            paint.text(
                painter,
                rect.left() + metrics.PAD_LEFT,
                rect.top() + 7,
                title,
                "title",
                paint.color(t.ink),
            )
        painter.setOpacity(1.0)
