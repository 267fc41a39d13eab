"""A block opened in place: a tinted frame with its title, about the blocks that it is made of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.items import BlockItem
from explorer.app.canvas.looks import paint_slab
from explorer.app.theme import role_color, theme
from explorer.graph.model import DEFINED


class FrameItem(BlockItem):
    """The frame; items of the blocks inside are its children."""

    is_slab = False
    """Whether it covers what is inside, seen from afar."""

    def cover(self, covered: bool) -> None:
        """Hide what is inside, or show it again."""
        if covered != self.is_slab:
            self.is_slab = covered
            for child in self.childItems():
                child.setVisible(not covered)
            self.update()

    @property
    def title_rect(self) -> QRectF:
        """Where the block can be taken hold of."""
        body = self.body
        return QRectF(body.left(), body.top(), body.width(), metrics.FRAME_TITLE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        t, face, body = theme(), self.shown.face, self.body
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        role = role_color(face.role)
        edge = role_color(face.role)
        edge.setAlpha(230 if self.hovered else 130)
        painter.setBrush(paint.color(t.frame))
        painter.setPen(paint.pen(t.error, 1.6) if face.trouble == "error" else edge)
        painter.drawRoundedRect(body, metrics.FRAME_RADIUS, metrics.FRAME_RADIUS)
        # one shade more for each depth, so that a frame in a frame stands out
        if len(self.shown.scope) % 2:
            role.setAlpha(14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(role)
            painter.drawRoundedRect(body, metrics.FRAME_RADIUS, metrics.FRAME_RADIUS)
        self._ring(painter, metrics.FRAME_RADIUS)
        self._found(painter, metrics.FRAME_RADIUS, detail)
        if self.look == "far":
            if self.is_slab:
                role.setAlpha(60)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(role)
                painter.drawRoundedRect(body, metrics.FRAME_RADIUS, metrics.FRAME_RADIUS)
                paint_slab(painter, self.shown, body, detail, paint.color(t.ink))
            return
        self._title(painter, body)
        self._ports(painter)

    @property
    def trouble_at(self) -> QPointF:
        return self.body.topRight() + QPointF(-20.0, 17.0)

    def _title(self, painter: QPainter, body: QRectF) -> None:
        t, face = theme(), self.shown.face
        left, y = body.left() + 16, body.top() + 9
        right = body.right() - 14
        # wires come in from above: the title ends before the axis, the facts begin behind it
        axis = -16.0 if self.shown.down else right
        if face.trouble:
            paint.mark(painter, self.trouble_at, face.trouble)
            right -= 22
        room = min(axis, right) - left
        title = metrics.elided(f"{face.name} — {face.title}", "frame", room)
        paint.text(painter, left, y, title, "frame", paint.color(t.ink))
        used = metrics.width(title, "frame")
        told = (self.dress.value, face.badge, face.summary, face.shape, face.params)
        facts = [x for x in told if x]
        if self.shown.node.type.startswith(DEFINED):
            facts.append(QCoreApplication.translate("Canvas", "definition"))
        elif not self.shown.editable or self.shown.node.body is None:
            facts.append(QCoreApplication.translate("Canvas", "built in"))
        start = 16.0 if self.shown.down else left + used + 20
        free = right - start
        what = ""
        for fact in facts:
            longer = f"{what}   {fact}" if what else fact
            if metrics.width(longer, "summary") > free:
                break
            what = longer
        if what:
            paint.text(painter, start, y + 1, what, "summary", paint.color(t.secondary))
