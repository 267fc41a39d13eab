"""Wires led by hand: the path through their points, and where a new point belongs."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from explorer.app.canvas import paint
from explorer.app.theme import theme
from explorer.layout.model import Point, Way

RADIUS = 4.0
REACH = 0.4
"""How far the ends of a curve between two points reach, as a share of their distance."""


LEVEL = Point(1.0, 0.0)


def led(start: Point, bends: Way, end: Point, level: Point = LEVEL) -> QPainterPath:
    """A smooth path through points; it leaves and arrives in the direction of the ports."""
    points = [start, *bends, end]
    ways = [level, *(_way(a, b) for a, b in zip(points, points[2:], strict=False)), level]
    path = QPainterPath(QPointF(*start))
    for (a, b), (u, v) in zip(pairwise(points), pairwise(ways), strict=True):
        far = REACH * ((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5
        path.cubicTo(a.x + u.x * far, a.y + u.y * far, b.x - v.x * far, b.y - v.y * far, b.x, b.y)
    return path


def _way(before: Point, behind: Point) -> Point:
    """The direction of a path at a point: from the one before it to the one behind."""
    dx, dy = behind.x - before.x, behind.y - before.y
    far = (dx * dx + dy * dy) ** 0.5
    return Point(dx / far, dy / far) if far else LEVEL


def place_among(path: QPainterPath, bends: Way, at: Point) -> int:
    """Which number a new bend of a wire has: how many of the others the path passes before it."""
    return sum(_along(path, bend) < _along(path, at) for bend in bends)


def _along(path: QPainterPath, at: Point, steps: int = 200) -> float:
    """How far along a path its nearest point to another is, from 0 to 1."""

    def far(share: float) -> float:
        point = path.pointAtPercent(share)
        return float((point.x() - at.x) ** 2 + (point.y() - at.y) ** 2)

    return min((i / steps for i in range(steps + 1)), key=far)


def paint_bends(painter: QPainter, bends: Way, ink: str, held: int | None) -> None:
    """The points by which a wire can be led elsewhere."""
    for i, bend in enumerate(bends):
        painter.setPen(paint.pen(theme().selection if i == held else ink, 1.6))
        painter.setBrush(paint.color(theme().selection if i == held else theme().canvas))
        painter.drawEllipse(QPointF(*bend), RADIUS, RADIUS)
