"""What all blocks on the canvas have in common, and the closed ones: cards and symbols."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.dress import PLAIN, Dress, paint_found
from explorer.app.canvas.looks import Look, paint_figures, paint_slab
from explorer.app.canvas.plan import Shown
from explorer.app.theme import role_color, theme


class BlockItem(QGraphicsItem):
    """A block. Its position is the left end of its axis; ports are painted, not items."""

    MARGIN = 16.0
    """Painted outside the box: ports, ring, badge, sheets of a stack."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.shown = shown
        self.selected = False
        self.within = False
        """Whether something selected lies hidden inside."""
        self.hovered = False
        self.dress = PLAIN
        self.take(shown)

    def take(self, shown: Shown) -> None:
        """Show another state of the same block."""
        if shown.box != self.shown.box or shown.down != self.shown.down:
            self.prepareGeometryChange()
        self.shown = shown
        self.setPos(shown.at.x, shown.at.y)
        self.update()

    def mark(self, selected: bool, within: bool) -> None:
        if (selected, within) != (self.selected, self.within):
            self.selected, self.within = selected, within
            self.update()

    def wear(self, dress: Dress) -> None:
        """Show a figure's colour, or that it was found; PLAIN for neither."""
        if dress != self.dress:
            self.dress = dress
            self.update()

    def hover(self, hovered: bool) -> None:
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()

    @property
    def look(self) -> Look:
        """How much it says at the scale that it is seen at."""
        look: Look = getattr(self.scene(), "look", "middle")
        return look

    @property
    def body(self) -> QRectF:
        """The block itself, in its own coordinates."""
        box = self.shown.box
        if self.shown.down:
            return QRectF(-box.up, 0.0, box.up + box.down, box.width)
        return QRectF(0.0, -box.up, box.width, box.up + box.down)

    def boundingRect(self) -> QRectF:
        m = self.MARGIN
        return self.body.adjusted(-m, -m, m, m)

    @property
    def trouble_at(self) -> QPointF:
        """The middle of the mark of trouble."""
        # on the corner, so that a card keeps its size when a problem comes or goes
        return self.body.topLeft() + QPointF(3.0, 2.0)

    def _ports(self, painter: QPainter) -> None:
        t = theme()
        ring, fill = paint.color(t.wire), paint.color(t.card)
        shown = self.shown
        for i in range(shown.face.inputs):
            at = shown.input(i)
            paint.port(painter, at.x - shown.at.x, at.y - shown.at.y, ring, fill)
        for i in range(shown.face.outputs):
            at = shown.output(i)
            paint.port(painter, at.x - shown.at.x, at.y - shown.at.y, ring, fill)

    def _ring(self, painter: QPainter, radius: float) -> None:
        """The ring of a selected block, dashed where the selection is hidden inside."""
        if not (self.selected or self.within):
            return
        painter.setBrush(paint.NO_BRUSH)
        painter.setPen(paint.pen(theme().selection, 2.0, dashed=not self.selected))
        painter.drawRoundedRect(self.body.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)

    def _found(self, painter: QPainter, radius: float, detail: float) -> None:
        if self.dress.found is not None:
            paint_found(painter, self.body, radius, self.dress.found, detail)

    def _ground(self) -> QColor:
        """What the block is filled with."""
        t = theme()
        return paint.color(self.dress.color or (t.hover if self.hovered and t.dark else t.card))

    def _edge(self) -> QPen:
        t = theme()
        face = self.shown.face
        if face.trouble == "error":
            return paint.pen(t.error, 1.6)
        wide = 1.4 if self.hovered or face.bypassed else 1.0
        name = t.secondary if self.hovered or face.bypassed else t.edge
        return paint.pen(name, wide, dashed=face.bypassed)


class CardItem(BlockItem):
    """A closed block as a card."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        t, face, body = theme(), self.shown.face, self.body
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        role = role_color(face.role)
        if (face.waiting and face.trouble != "error") or face.bypassed:
            role.setAlpha(110)
        r = metrics.RADIUS
        far = self.look == "far"
        if face.opens:
            self._stack(painter, body)
        if not t.dark and not far:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.with_alpha("#1B2430", 14))
            painter.drawRoundedRect(body.translated(0, 2), r, r)
        painter.setPen(self._edge())
        painter.setBrush(self._ground())
        painter.drawRoundedRect(body, r, r)
        painter.save()
        painter.translate(body.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(role)
        painter.drawPath(paint.bar(body.height()))
        painter.restore()
        self._ring(painter, r)
        self._found(painter, r, detail)
        if far:
            self._from_afar(painter, body, detail)
            return
        self._texts(painter, body)
        self._ports(painter)
        if face.badge:
            self._badge(painter, body)
        if face.trouble:
            paint.mark(painter, self.trouble_at, face.trouble)

    def _from_afar(self, painter: QPainter, body: QRectF, detail: float) -> None:
        """Too small for its texts: the role's tint, and the title as long as it can be read."""
        face = self.shown.face
        tint = role_color(face.role)
        tint.setAlpha(20 if face.waiting else 48)
        if not self.dress.color:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(body, metrics.RADIUS, metrics.RADIUS)
        if detail >= metrics.TITLES:
            own = theme().secondary if face.waiting else theme().ink
            ink = paint.color(self.dress.ink or own)
            inner = body.adjusted(metrics.BAR, 0, 0, 0)
            paint_slab(painter, self.shown, inner, detail, ink, self.dress.short)
        if face.trouble == "error":
            painter.save()
            painter.translate(body.topLeft() + QPointF(6, 6))
            painter.scale(2.5, 2.5)
            paint.mark(painter, QPointF(), "error")
            painter.restore()

    @property
    def name_rect(self) -> QRectF:
        """Where the name stands, at the right of the first row."""
        body = self.body
        wide = metrics.width(self.shown.face.name, "name") + 8
        wide = min(wide, 0.6 * body.width())
        return QRectF(body.right() - metrics.PAD_RIGHT - wide + 4, body.top() + 3, wide, 22)

    def _stack(self, painter: QPainter, body: QRectF) -> None:
        t = theme()
        painter.setPen(paint.pen(t.edge))
        painter.setBrush(paint.color(t.card))
        for sheet in (2, 1):
            d = sheet * metrics.STACK
            painter.drawRoundedRect(body.adjusted(d, -d, d, -d), metrics.RADIUS, metrics.RADIUS)

    def _texts(self, painter: QPainter, body: QRectF) -> None:
        t, face = theme(), self.shown.face
        dress = self.dress
        quiet = (face.waiting and face.trouble != "error") or face.bypassed
        ink = paint.color(dress.ink or (t.secondary if quiet else t.ink))
        second = paint.color(dress.ink or t.secondary)
        left, right = body.left() + metrics.PAD_LEFT, body.right() - metrics.PAD_RIGHT
        top = body.top() + 7.0
        room = right - left
        name = face.name
        title_wide = metrics.width(face.title, "title")
        if title_wide + 14 + metrics.width(name, "name") > room:
            # the name tells blocks of one type apart: it keeps at least four tenths
            name = metrics.elided(name, "name", max(room - title_wide - 14, 0.4 * room))
        title = metrics.elided(face.title, "title", room - 14 - metrics.width(name, "name"))
        paint.text(painter, left, top, title, "title", ink)
        paint.text_right(painter, right, top + 1.0, name, "name", second)
        if self.look == "near" and not face.small and face.shape and not dress.value:
            paint_figures(painter, self.shown, left, right, top + 19.0)
            return
        if dress.value:
            what = metrics.cut(dress.value, "value", right - left)
            paint.text(painter, left, top + 18.5, what, "value", ink)
        elif face.summary:
            what = metrics.cut(face.summary, "summary", right - left)
            paint.text(painter, left, top + 18.5, what, "summary", second)
        foot = body.bottom() - 22.5
        shape = face.shape or "?"
        if face.params:
            room = right - left - 10 - metrics.width(face.params, "count")
            shape = metrics.elided(shape, "shape", room)
            paint.text_right(painter, right, foot, face.params, "count", second)
        paint.text(painter, left, foot, shape, "shape", ink)

    def _badge(self, painter: QPainter, body: QRectF) -> None:
        what = self.shown.face.badge
        wide = metrics.width(what, "badge") + 14
        # a word stands over the name, a count beside it
        up = 14 if self.shown.face.bypassed else 10
        rect = QRectF(body.right() - wide + 4, body.top() - up, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        t, bypassed = theme(), self.shown.face.bypassed
        painter.setBrush(paint.color(t.secondary) if bypassed else role_color(self.shown.face.role))
        painter.drawRoundedRect(rect, 9, 9)
        high = metrics.height("badge")
        paint.text(
            painter,
            rect.left() + 7,
            rect.center().y() - high / 2,
            what,
            "badge",
            paint.color(t.card) if bypassed else QColor("white"),
        )


class SymbolItem(BlockItem):
    """A merge as a circle with its sign."""

    MARGIN = 34.0
    """A figure is written beneath it, wider than the circle."""

    @property
    def trouble_at(self) -> QPointF:
        return self.body.topRight() + QPointF(-3, 3)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        t, face, body = theme(), self.shown.face, self.body
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        role = role_color(face.role)
        if face.waiting and face.trouble != "error":
            role.setAlpha(110)
        own = paint.color(t.hover if self.hovered else t.card)
        painter.setBrush(paint.color(self.dress.color) if self.dress.color else own)
        painter.setPen(QPen(paint.color(t.error) if face.trouble == "error" else role, 2.5))
        painter.drawEllipse(body.adjusted(1, 1, -1, -1))
        self._ring(painter, metrics.SYMBOL_RADIUS)
        self._found(painter, metrics.SYMBOL_RADIUS, detail)
        if self.look == "far":
            return
        wide, high = metrics.width(face.symbol, "symbol"), metrics.height("symbol")
        ink = paint.color(self.dress.ink or (t.secondary if face.waiting else t.ink))
        paint.text(
            painter,
            body.center().x() - wide / 2,
            body.center().y() - high / 2,
            face.symbol,
            "symbol",
            ink,
        )
        self._ports(painter)
        if self.dress.value:
            what = self.dress.short
            x = body.center().x() - metrics.width(what, "label") / 2
            paint.text(painter, x, body.bottom() + 3, what, "label", paint.color(t.ink))
        if face.trouble:
            paint.mark(painter, self.trouble_at, face.trouble)


def item_for(shown: Shown) -> BlockItem:
    """A new item for a block, of the kind that it needs."""
    from explorer.app.canvas.frame import FrameItem

    if shown.inside is not None:
        return FrameItem(shown)
    return SymbolItem(shown) if shown.face.kind == "symbol" else CardItem(shown)
