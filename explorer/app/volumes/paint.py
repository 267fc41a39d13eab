"""How a figure of volumes is painted: on the screen and into pictures alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from explorer.app.canvas import metrics, paint
from explorer.app.canvas.metrics import Style
from explorer.app.canvas.wire import curve
from explorer.app.theme import role_color, theme
from explorer.blocks.description import Role
from explorer.layout.cuboids import Bracket, Cuboid, VolumePlan
from explorer.layout.model import Point, Rect

LEGEND = 56.0
"""Height of the legend, the room above it included."""
ROW = 20.0
NO_TINTS: Mapping[str, str] = MappingProxyType({})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Volumes", text)


def role_names() -> dict[Role, str]:
    """What the legend calls the roles."""
    return {
        Role.PORT: _tr("input"),
        Role.CONVOLUTION: _tr("convolution"),
        Role.POOLING: _tr("pooling"),
        Role.NORM: _tr("norm"),
        Role.ACTIVATION: _tr("activation, dropout"),
        Role.MERGE: _tr("merge"),
        Role.LINEAR: _tr("linear"),
        Role.COMPOSITE: _tr("block"),
        Role.SHAPE: _tr("reshape"),
    }


def blend(color: QColor, ground: str, share: float) -> QColor:
    """So much of a colour upon an opaque ground."""
    base = QColor(ground)
    rest = 1 - share
    return QColor(
        round(color.red() * share + base.red() * rest),
        round(color.green() * share + base.green() * rest),
        round(color.blue() * share + base.blue() * rest),
    )


def polygon(points: Collection[Point]) -> QPolygonF:
    return QPolygonF([QPointF(*p) for p in points])


def paint_volumes(
    painter: QPainter,
    plan: VolumePlan,
    troubled: Collection[str] = (),
    seen: QRectF | None = None,
    only: Collection[str] | None = None,
    texts: bool = True,
    tints: Mapping[str, str] = NO_TINTS,
) -> None:
    """Paint all of a figure, or what of it can be seen. ``troubled`` are the paths of blocks that
    fail; ``tints`` the colours of those that are coloured by a figure, and not by their role; ``only`` the paths of those that are painted, with nothing between them; ``texts`` is False
    where they would be too small to read."""
    t = theme()
    if only is None:
        painter.setBrush(paint.NO_BRUSH)
        for line in plan.lines:
            painter.setPen(paint.pen(t.wire, 1.4))
            painter.drawPath(curve(line.start, line.way, line.end))
            _head(painter, line.end)
        for start, end in plan.arrows:
            painter.setPen(paint.pen(t.wire, 1.4))
            painter.drawLine(QPointF(*start), QPointF(*end))
            _head(painter, end)
        for fan in plan.fans:
            painter.setPen(Qt.PenStyle.NoPen)
            color = paint.color(t.line) if tints else role_color(Role.LINEAR)
            painter.setBrush(blend(color, t.canvas, 0.4 if tints else 0.16))
            painter.drawPolygon(polygon(fan.corners))
    for c in plan.cuboids:
        if only is not None and c.volume.path not in only:
            continue
        r = c.rect
        if seen is None or seen.intersects(_rect(r)):
            # beside colours that mean a figure no other colour may mean something else
            tint = tints.get(c.volume.path, t.line if tints else "")
            paint_cuboid(painter, c, c.volume.path in troubled, tint)
    if only is not None:
        _labels(painter, plan, only)
        for bracket in _brackets_of(plan, only):
            _bracket(painter, bracket)
        return
    if not texts:
        return
    for pyramid in plan.pyramids:
        _pyramid(painter, pyramid.window, pyramid.apex)
    for bracket in plan.brackets:
        _bracket(painter, bracket)
    _labels(painter, plan, None)


def paint_cuboid(painter: QPainter, c: Cuboid, troubled: bool = False, tint: str = "") -> None:
    """Three faces: the front lightest in the middle, the top lighter, the side darker; with a
    ``tint``, the front is of that colour."""
    t = theme()
    color = QColor(tint) if tint else role_color(c.volume.role)
    if c.form == "unknown":
        painter.setBrush(paint.color(t.card))
        painter.setPen(paint.pen(t.error if troubled else t.edge, 1.4, dashed=True))
        for face in c.faces:
            painter.drawPolygon(polygon(face))
        middle = QPointF((c.x + c.right) / 2, (c.top + c.bottom) / 2)
        if troubled:
            paint.mark(painter, middle, "error")
        else:
            wide, high = metrics.width("?", "symbol"), metrics.height("symbol")
            paint.text(
                painter,
                middle.x() - wide / 2,
                middle.y() - high / 2,
                "?",
                "symbol",
                paint.color(t.secondary),
            )
        return
    shares = (0.62, 0.34, 0.82) if not t.dark else (0.62, 0.82, 0.42)
    if tint:
        shares = (1.0, 0.72, 0.86)
    edge = blend(color, "#000000" if not t.dark else "#FFFFFF", 0.72)
    painter.setPen(QPen(edge, 0.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin))  # fmt: skip
    colors = (color, color, color if tint else role_color(c.face))
    for face, own, share in zip(c.faces, colors, shares, strict=True):
        painter.setBrush(blend(own, t.card, share))
        painter.drawPolygon(polygon(face))
    if c.volume.opens and c.depth >= 12.0:
        # two rules near its left border: there is something inside
        painter.setPen(QPen(edge, 0.7))
        for step in (3.0, 6.0):
            painter.drawLine(QPointF(c.x + step, c.top + 3), QPointF(c.x + step, c.bottom - 3))
    if c.volume.badge:
        _badge(painter, c)
    if troubled:
        paint.mark(painter, QPointF(c.x, c.top), "error")


def _badge(painter: QPainter, c: Cuboid) -> None:
    wide = metrics.width(c.volume.badge, "badge") + 12
    rect = QRectF(c.right - wide / 2, c.top - 9, wide, 18)
    painter.setPen(QPen(paint.color(theme().canvas), 1.0))
    painter.setBrush(role_color(c.volume.role))
    painter.drawRoundedRect(rect, 9, 9)
    y = rect.center().y() - metrics.height("badge") / 2
    paint.text(painter, rect.left() + 6, y, c.volume.badge, "badge", QColor("white"))


def _head(painter: QPainter, end: Point) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.color(theme().wire))
    x, y = end
    painter.drawPolygon(
        QPolygonF([QPointF(x, y), QPointF(x - 6, y - 3.2), QPointF(x - 6, y + 3.2)])
    )
    painter.setBrush(paint.NO_BRUSH)


def _pyramid(painter: QPainter, window: Collection[Point], apex: Point) -> None:
    t = theme()
    fill = QColor("#FFFFFF")
    fill.setAlpha(120 if not t.dark else 70)
    painter.setBrush(fill)
    painter.setPen(paint.pen(t.ink, 0.9))
    painter.drawPolygon(polygon(window))
    painter.setPen(paint.pen(t.secondary, 0.8))
    for corner in window:
        painter.drawLine(QPointF(*corner), QPointF(*apex))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.color(t.ink))
    painter.drawEllipse(QPointF(*apex), 1.8, 1.8)


def _bracket(painter: QPainter, bracket: Bracket) -> None:
    t = theme()
    tick = 4.0 if bracket.above else -4.0
    painter.setPen(paint.pen(t.secondary, 1.0))
    painter.setBrush(paint.NO_BRUSH)
    left, right, y = bracket.left, bracket.right, bracket.y
    painter.drawPolyline(
        [QPointF(left, y + tick), QPointF(left, y), QPointF(right, y), QPointF(right, y + tick)]
    )
    style: Style = "title" if bracket.above else "shape"
    high = metrics.height(style)
    ink = paint.color(t.ink if bracket.above else t.secondary)
    top = y - high - 2 if bracket.above else y + 3
    text = bracket.text
    paint.text(painter, (left + right - metrics.width(text, style)) / 2, top, text, style, ink)


def _brackets_of(plan: VolumePlan, only: Collection[str]) -> list[Bracket]:
    """The resolutions of some volumes, each no wider than those of them that share it."""
    found = []
    for bracket in plan.brackets:
        inside = [
            c
            for c in plan.cuboids
            if c.volume.path in only
            and bracket.left <= c.x
            and c.right <= bracket.right
            and 0 < bracket.y - c.bottom < 40
        ]
        if inside and not bracket.above:
            ends = min(c.x for c in inside), max(c.right for c in inside)
            found.append(bracket._replace(left=ends[0], right=ends[1]))
    return found


def _labels(painter: QPainter, plan: VolumePlan, only: Collection[str] | None) -> None:
    t = theme()
    styles: dict[str, tuple[Style, str]] = {
        "channels": ("shape", t.ink),
        "name": ("title", t.ink),
        "note": ("shape", t.secondary),
    }
    for label in plan.labels:
        if only is not None and label.path not in only:
            continue
        style, ink = styles[label.kind]
        x = label.x - metrics.width(label.text, style) / 2
        paint.text(painter, x, label.y, label.text, style, paint.color(ink))


def ring(painter: QPainter, c: Cuboid, dashed: bool = False) -> None:
    """The outline of a selected volume."""
    painter.setBrush(paint.NO_BRUSH)
    painter.setPen(paint.pen(theme().selection, 2.6, dashed=dashed))
    painter.drawPolygon(polygon(c.outline))


def legend_rect(plan: VolumePlan) -> QRectF:
    """The room of the legend, below the figure."""
    b = plan.bounds
    words = role_names()
    roles = sum(metrics.width(words[r], "summary") + 34 for r in _roles(plan))
    wide = max(roles, metrics.width(scale_text(), "summary"))
    return QRectF(b.left, b.bottom, wide, LEGEND)


def scale_text() -> str:
    """What the scale of every figure is, in words."""
    return _tr(
        "Height and width go with the square root of the resolution, depth with that of the "
        "channels; thin slices keep the shape."
    )


def paint_legend(painter: QPainter, plan: VolumePlan, roles: bool = True) -> None:
    """Which colour is which role, and what the scale is."""
    t = theme()
    room = legend_rect(plan)
    words = role_names()
    x, y = room.left(), room.top() + 16
    for role in _roles(plan) if roles else ():
        color = role_color(role)
        painter.setPen(QPen(blend(color, "#000000" if not t.dark else "#FFFFFF", 0.72), 0.8))
        painter.setBrush(blend(color, t.card, 0.62))
        painter.drawRect(QRectF(x, y + 3, 10, 10))
        paint.text(painter, x + 16, y, words[role], "summary", paint.color(t.ink))
        x += metrics.width(words[role], "summary") + 34
    paint.text(painter, room.left(), y + ROW, scale_text(), "summary", paint.color(t.secondary))


def _roles(plan: VolumePlan) -> list[Role]:
    """The roles in the order of the legend."""
    found = {c.volume.role for c in plan.cuboids}
    return [role for role in role_names() if role in found]


def _rect(r: Rect) -> QRectF:
    return QRectF(r.left, r.top, r.right - r.left, r.bottom - r.top)
