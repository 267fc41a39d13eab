"""A wire: quiet, level where it can be, swinging where it must, with the resolution upon it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.bends import LEVEL, led, paint_bends
from explorer.app.canvas.plan import ShownWire
from explorer.app.theme import theme
from explorer.layout.model import Point, Way, turned
from explorer.layout.route import REACH, swing

LABEL = 9.0
"""How far behind the port the resolution stands."""
CORNER = 12.0
"""Radius of the turns of a wire that runs back."""


TURNED = QTransform(0.0, 1.0, 1.0, 0.0, 0.0, 0.0)
"""Both sides change places."""


def curve(start: Point, way: Way, end: Point, down: bool = False) -> QPainterPath:
    """The path of a wire: straight between points of one height, else an S with level ends; where
    it runs down, with upright ones."""
    if down:
        way = tuple(turned(p, down) for p in way)
        return TURNED.map(curve(turned(start, down), way, turned(end, down)))
    if end.x <= start.x and len(way) != 2:
        y = (start.y + end.y) / 2
        way = (Point(start.x + REACH, y), Point(end.x - REACH, y))
    if len(way) == 2 and way[1].x < way[0].x:
        return _round_trip(start, way, end)
    points = [start, *way, end]
    if way and 0 <= way[0].x - start.x < 1.0:
        points.remove(way[0])
    if len(points) > 2 and 0 <= end.x - points[-2].x < 1.0:
        points.pop(-2)
    path = QPainterPath(QPointF(*points[0]))
    for a, b in pairwise(points):
        if abs(a.y - b.y) < 0.5 or b.x <= a.x:
            path.lineTo(b.x, b.y)
        else:
            reach = swing(a, b)
            path.cubicTo(a.x + reach, a.y, b.x - reach, b.y, b.x, b.y)
    return path


def _round_trip(start: Point, way: Way, end: Point) -> QPainterPath:
    """A wire that runs back: out of its port, up or down, back on a level line, and in."""
    (right, y), (left, _) = way
    corners = [
        start,
        Point(right, start.y),
        Point(right, y),
        Point(left, y),
        Point(left, end.y),
        end,
    ]
    path = QPainterPath(QPointF(*start))
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        path.lineTo(*_towards(corner, before))
        path.quadTo(QPointF(*corner), QPointF(*_towards(corner, after)))
    path.lineTo(*end)
    return path


def _towards(corner: Point, other: Point) -> Point:
    """The point of a turn on the way from its corner to another point."""
    dx, dy = other.x - corner.x, other.y - corner.y
    far = abs(dx) + abs(dy)
    share = min(CORNER, far / 2) / far if far else 0.0
    return Point(corner.x + dx * share, corner.y + dy * share)


class WireItem(QGraphicsItem):
    """One wire, drawn below the blocks of its graph."""

    def __init__(self, wire: ShownWire, bends: Way = ()) -> None:
        super().__init__()
        self.setZValue(-1.0)
        self.wire = wire
        self.bends = bends
        """The points that it was led through by hand."""
        self.held: int | None = None
        """Which of its bends is selected."""
        self.selected = False
        self.hovered = False
        self._path = QPainterPath()
        self._bounds = QRectF()
        self._drawn: Way = bends
        self.lead(wire.start, wire.way, wire.end)

    def take(self, wire: ShownWire, bends: Way | None = None) -> None:
        self.wire = wire
        if bends is not None:
            self.bends = bends
        self.lead(wire.start, wire.way, wire.end)

    def drag(self, dx: float, dy: float, first: bool, last: bool) -> None:
        """Draw it as it is while the block at its one end, at its other or at both is moved."""
        wire = self.wire
        start = Point(wire.start.x + dx, wire.start.y + dy) if first else wire.start
        end = Point(wire.end.x + dx, wire.end.y + dy) if last else wire.end
        if first and last:
            way, bends = (
                tuple(Point(p.x + dx, p.y + dy) for p in w) for w in (wire.way, self.bends)
            )
            self.lead(start, way, end, bends)
        else:
            self.lead(start, wire.way if (dx, dy) == (0.0, 0.0) else (), end)

    def lead(self, start: Point, way: Way, end: Point, bends: Way | None = None) -> None:
        """Draw it elsewhere, as while one of its ends is dragged; through its own bends, where no
        others are given."""
        self.prepareGeometryChange()
        bends, down = self.bends if bends is None else bends, self.wire.down
        self._drawn = bends
        level = Point(0.0, 1.0) if down else LEVEL
        self._path = led(start, bends, end, level) if bends else curve(start, way, end, down)
        self._bounds = self._path.controlPointRect().adjusted(-8, -18, 8, 8)
        self.update()

    def bend_at(self, at: QPointF, near: float) -> int | None:
        """Which of its bends lies near a point."""
        for i, (x, y) in enumerate(self.bends):
            if (x - at.x()) ** 2 + (y - at.y()) ** 2 <= near * near:
                return i
        return None

    def hover(self, hovered: bool) -> None:
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()

    @property
    def path(self) -> QPainterPath:
        return self._path

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(12.0)
        return stroker.createStroke(self._path)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        t = theme()
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        name = t.selection if self.selected or self.hovered else t.wire
        wide = max(2.4 if self.selected or self.hovered else 1.6, 1.0 / detail)
        painter.setBrush(paint.NO_BRUSH)
        painter.setPen(paint.pen(name, wide, dashed=self.wire.waiting))
        painter.drawPath(self._path)
        if self._drawn and detail >= metrics.DETAIL:
            paint_bends(painter, self._drawn, name, self.held)
        if self.wire.label and detail >= metrics.DETAIL:
            self._label(painter)

    def _label(self, painter: QPainter) -> None:
        """Just behind the port: above the wire, or below one that climbs."""
        start = self._path.elementAt(0)
        ink = paint.color(theme().secondary)
        if self.wire.down:
            leans = self._path.pointAtPercent(0.5).x() > start.x + 4.0
            x = start.x - metrics.width(self.wire.label, "label") - 6.0 if leans else start.x + 7.0
            paint.text(painter, x, start.y + 8.0, self.wire.label, "label", ink)
            return
        climbs = self._path.pointAtPercent(0.5).y() < start.y - 4.0
        y = start.y + 5.0 if climbs else start.y - metrics.height("label") - 3.0
        paint.text(painter, start.x + LABEL, y, self.wire.label, "label", ink)
