"""A network as a small figure: its blocks in the colours of their roles, and the wires between."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from explorer.analysis.analyze import Analysis
from explorer.analysis.results import Evaluation
from explorer.app.canvas import metrics, paint
from explorer.app.canvas.picture import Painter
from explorer.app.canvas.plan import Plan, Shown
from explorer.app.canvas.wire import curve
from explorer.app.theme import role_color, theme
from explorer.graph.model import Document

MOST_BLOCKS = 26
"""More would be dust at this size."""
TRUNK = 0.6
"""A block that holds so much of all layers is what the figure shows, without what is around it."""
LARGEST = 0.34
"""A network of three blocks is not blown up beyond this scale."""
ROOM = 3.0
"""Around the figure, in pixels."""


def thumbnail(analysis: Analysis, size: QSize, ratio: float = 1.0) -> QPixmap:
    """The figure of a network, as large as fits in a size in device-independent pixels."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    plan = figure_plan(analysis)
    bounds = _room_of(plan)
    if bounds.isEmpty():
        return pixmap
    scale = min(
        (size.width() - 2 * ROOM) / bounds.width(),
        (size.height() - 2 * ROOM) / bounds.height(),
        LARGEST,
    )
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size.width() / 2, size.height() / 2)
    painter.scale(scale, scale)
    painter.translate(-bounds.center())
    _draw(painter, plan, scale)
    painter.end()
    return pixmap


def figure_plan(analysis: Analysis) -> Plan:
    """What the figure shows: the trunk of the network, opened as far as there is room."""
    trunk = _trunk(analysis.root)
    document = analysis.document
    shown = Document(
        name=document.name,
        definitions=document.definitions,
        graph=trunk.graph,
        opened=opening(trunk),
    )
    return Painter().draw(Analysis(shown, trunk), ())


def opening(root: Evaluation) -> tuple[str, ...]:
    """Which blocks to open so that there is something to see and not too much: level by level, in
    the order in which they run, while there is room."""
    opened: list[str] = []
    shown = len(root.states)
    level: list[tuple[str, Evaluation]] = [("", root)]
    while level:
        found = [
            (f"{path}.{name}" if path else name, inner)
            for path, around in level
            for name, state in around.states.items()
            if state.result is not None and (inner := state.result.inside) is not None
        ]
        level = []
        for path, inner in found:
            # its own two ports are no blocks, and it is itself no longer one
            shown += len(inner.states) - 3
            if shown > MOST_BLOCKS:
                return tuple(sorted(opened))
            opened.append(path)
            level.append((path, inner))
    return tuple(sorted(opened))


def _trunk(root: Evaluation) -> Evaluation:
    """The inside of the one block that holds nearly everything, where there is one."""
    found = root
    while True:
        insides = [s.result.inside for s in found.states.values() if s.result is not None]
        inner = max((i for i in insides if i is not None), key=lambda i: i.layers, default=None)
        if inner is None or inner.layers < TRUNK * root.layers:
            return found
        found = inner


def _room_of(plan: Plan) -> QRectF:
    """What the blocks take up, and the wires that run around them."""
    b = plan.bounds
    path = QPainterPath()
    path.addRect(QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top))
    for wire in plan.wires:
        path.addPath(curve(wire.start, wire.way, wire.end, wire.down))
    return path.controlPointRect()


def _draw(painter: QPainter, plan: Plan, scale: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(paint.pen(theme().wire, 1.0 / scale))
    for wire in plan.wires:
        painter.drawPath(curve(wire.start, wire.way, wire.end, wire.down))
    for shown in plan.blocks.values():
        _draw_block(painter, shown, scale)


def _draw_block(painter: QPainter, shown: Shown, scale: float) -> None:
    r = shown.rect
    rect = QRectF(r.left, r.top, r.right - r.left, r.bottom - r.top)
    t = theme()
    if shown.inside is not None:
        painter.setPen(paint.pen(t.edge, 0.8 / scale))
        painter.setBrush(paint.color(t.frame))
        painter.drawRoundedRect(rect, metrics.FRAME_RADIUS, metrics.FRAME_RADIUS)
        painter.save()
        painter.translate(shown.at.x, shown.at.y)
        _draw(painter, shown.inside, scale)
        painter.restore()
        return
    color = role_color(shown.face.role)
    painter.setPen(Qt.PenStyle.NoPen)
    if shown.face.opens:
        # a stack, as on the canvas: there is something inside
        painter.setBrush(paint.with_alpha(color.name(), 90))
        step = 2.5 / scale
        painter.drawRoundedRect(rect.translated(step, -step), step, step)
    painter.setBrush(color)
    corner = rect.height() / 2 if shown.face.kind == "symbol" else 2.5 / scale
    painter.drawRoundedRect(rect, corner, corner)
