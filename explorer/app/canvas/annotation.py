"""Notes and frames as items of the scene."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.annotated import TITLE, ShownAnnotation
from explorer.app.theme import theme, tint, ui_font
from explorer.graph.model import Frame, Note

INSET = 10.0
"""Between a note's border and its text."""
GRIP = 14.0
"""Side of the corner by which a note is made larger."""
LEAST = (80.0, 40.0)
"""The least size of a note."""
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def _tr(text: str) -> str:
    return QCoreApplication.translate("Canvas", text)


@lru_cache(maxsize=2000)
def note_height(text: str, width: float) -> float:
    """The height that a note of a width needs for its text."""
    room = QRectF(0.0, 0.0, max(20.0, width - 2 * INSET), 100_000.0)
    high = QFontMetricsF(ui_font(13)).boundingRect(room, int(WRAP), text).height()
    return max(LEAST[1], high + 2 * INSET)


class AnnotationItem(QGraphicsItem):
    """A note or frame; its position is its upper left corner."""

    MARGIN = 5.0

    def __init__(self, shown: ShownAnnotation) -> None:
        super().__init__()
        self.shown = shown
        self.selected = False
        self.hovered = False
        self.take(shown)

    def take(self, shown: ShownAnnotation) -> None:
        """Show another state of the same note or frame."""
        self.prepareGeometryChange()
        self.shown = shown
        # notes lie on everything; frames below, one that holds others lowest
        self.setZValue(2.0 if isinstance(shown.what, Note) else -3.0 - shown.depth)
        self.place(shown.rect.left, shown.rect.top, *self._size(shown))

    @staticmethod
    def _size(shown: ShownAnnotation) -> tuple[float, float]:
        return shown.rect.right - shown.rect.left, shown.rect.bottom - shown.rect.top

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Draw it elsewhere, as while it is dragged."""
        self.prepareGeometryChange()
        self.setPos(x, y)
        self._body = QRectF(0.0, 0.0, width, height)
        self.update()

    def shift(self, dx: float, dy: float) -> None:
        """Draw it moved from its place."""
        self.setPos(self.shown.rect.left + dx, self.shown.rect.top + dy)

    def mark(self, selected: bool) -> None:
        if selected != self.selected:
            self.selected = selected
            self.update()

    def hover(self, hovered: bool) -> None:
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()

    @property
    def body(self) -> QRectF:
        return self._body

    @property
    def sentence(self) -> str:
        """What screen readers say of it."""
        what = self.shown.what
        if isinstance(what, Note):
            return _tr("Note: {0}").format(" ".join(what.text.split()))
        title = what.title or _tr("without a title")
        return _tr("Frame {0} about {1}").format(title, ", ".join(what.blocks))

    def boundingRect(self) -> QRectF:
        m = self.MARGIN
        return self._body.adjusted(-m, -m, m, m)

    def _ring(self, painter: QPainter, body: QRectF, radius: float) -> None:
        if self.selected:
            painter.setBrush(paint.NO_BRUSH)
            painter.setPen(paint.pen(theme().selection, 2.0))
            painter.drawRoundedRect(body.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)


class NoteItem(AnnotationItem):
    """A text on a sheet of calm colour."""

    @property
    def grip(self) -> QRectF:
        """The corner by which it is made larger."""
        return QRectF(self._body.right() - GRIP, self._body.bottom() - GRIP, GRIP, GRIP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        note = self.shown.what
        assert isinstance(note, Note)
        colors = tint(note.color)
        body = self._body
        painter.setPen(paint.pen(colors.strong if self.hovered else colors.edge, 1.0))
        painter.setBrush(paint.color(colors.fill))
        painter.drawRoundedRect(body, metrics.RADIUS, metrics.RADIUS)
        self._ring(painter, body, metrics.RADIUS)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < metrics.TITLES:
            return
        painter.setPen(paint.color(theme().ink))
        painter.setFont(ui_font(13))
        painter.drawText(body.adjusted(INSET, INSET, -INSET, -INSET), int(WRAP), note.text)
        if self.hovered or self.selected:
            painter.setPen(paint.pen(colors.strong, 1.4))
            for far in (5.0, 9.0):
                painter.drawLine(
                    body.bottomRight() + QRectF(-far - 3, -3, 0, 0).topLeft(),
                    body.bottomRight() + QRectF(-3, -far - 3, 0, 0).topLeft(),
                )


class BackdropItem(AnnotationItem):
    """The coloured ground of a frame, with its title."""

    @property
    def title_rect(self) -> QRectF:
        """Where it can be taken hold of."""
        first = self._pieces[0]
        return QRectF(first.left(), first.top(), first.width(), TITLE)

    @property
    def _pieces(self) -> list[QRectF]:
        whole = self.shown.rect
        return [
            QRectF(r.left - whole.left, r.top - whole.top, r.right - r.left, r.bottom - r.top)
            for r in self.shown.pieces
        ]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        frame = self.shown.what
        assert isinstance(frame, Frame)
        colors = tint(frame.color)
        head, r = self.title_rect, metrics.FRAME_RADIUS
        for piece in self._pieces:
            painter.setPen(paint.pen(colors.strong if self.hovered else colors.edge, 1.2))
            painter.setBrush(paint.color(colors.ground))
            painter.drawRoundedRect(piece, r, r)
            self._ring(painter, piece, r)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < metrics.TITLES:
            return
        room = head.width() - 2 * 14.0
        style: metrics.Style = "frame" if detail >= metrics.DETAIL else "far"
        title = metrics.cut(frame.title, style, room)
        y = head.top() + max(0.0, (TITLE - metrics.height(style)) / 2 + 1.0)
        paint.text(painter, head.left() + 14.0, y, title, style, paint.color(colors.ink))


def annotation_item(shown: ShownAnnotation) -> AnnotationItem:
    """A new item for a note or frame."""
    return NoteItem(shown) if isinstance(shown.what, Note) else BackdropItem(shown)
