"""What lies under the mouse: a port, a block, a wire, or the ground of a graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from explorer.app.canvas.annotation import AnnotationItem, BackdropItem, NoteItem
from explorer.app.canvas.frame import FrameItem
from explorer.app.canvas.items import BlockItem
from explorer.app.canvas.plan import Shown
from explorer.app.canvas.scene import NetworkScene
from explorer.app.canvas.wire import WireItem
from explorer.graph.model import Scope

What = Literal[
    "ground", "block", "title", "input", "output", "wire", "bend", "note", "grip", "backdrop"
]


class Hit(NamedTuple):
    what: What
    scope: Scope
    """The graph that was hit; for ``ground`` within an opened block, the graph of its inside."""
    item: BlockItem | None = None
    wire: WireItem | None = None
    port: int = 0
    """Which port, or which bend of the wire."""
    annotation: AnnotationItem | None = None

    @property
    def shown(self) -> Shown | None:
        return self.item.shown if self.item is not None else None


class End(NamedTuple):
    """An end that a wire may have: a port of a node in the document's sense."""

    scope: Scope
    node: str
    port: int
    is_output: bool


def hit_at(scene: NetworkScene, at: QPointF, scale: float, ports: bool = True) -> Hit:
    """What is at a point of the scene. Ports can be hit from a little way off."""
    near = min(16.0, max(8.0, 7.0 / scale))
    items = scene.items(QRectF(at.x() - near, at.y() - near, 2 * near, 2 * near))
    if ports:
        found = _port(items, at, near)
        if found is not None:
            return found
    for item in items:
        if isinstance(item, WireItem):
            bend = item.bend_at(item.mapFromScene(at), near)
            if bend is not None:
                return Hit("bend", item.wire.key.scope, wire=item, port=bend)
            if item.shape().contains(item.mapFromScene(at)):
                return Hit("wire", item.wire.key.scope, wire=item)
        elif isinstance(item, FrameItem):
            local = item.mapFromScene(at)
            if item.title_rect.contains(local) or (item.is_slab and item.body.contains(local)):
                return Hit("title", item.shown.scope, item)
            if item.body.contains(local):
                return Hit("ground", (*item.shown.scope, item.shown.node.name), item)
        elif isinstance(item, AnnotationItem):
            what = _part_of(item, item.mapFromScene(at))
            if what is not None:
                return Hit(what, item.shown.key.scope, annotation=item)
        elif isinstance(item, BlockItem) and item.body.contains(item.mapFromScene(at)):
            return Hit("block", item.shown.scope, item)
    return Hit("ground", scene.plan.scope if scene.plan is not None else ())


def wire_at(scene: NetworkScene, at: QPointF, scope: Scope) -> WireItem | None:
    """The wire of a graph at a point, whatever block is held over it."""
    for item in scene.items(QRectF(at.x() - 8, at.y() - 8, 16, 16)):
        if isinstance(item, WireItem) and item.wire.key.scope == scope:
            local = item.mapFromScene(at)
            if item.isVisible() and item.shape().contains(local):
                return item
    return None


def _part_of(item: AnnotationItem, at: QPointF) -> Literal["note", "grip", "backdrop"] | None:
    """What of a note or frame lies at a point; of a frame, its title alone."""
    if isinstance(item, NoteItem) and item.body.contains(at):
        return "grip" if item.grip.contains(at) else "note"
    if isinstance(item, BackdropItem) and item.title_rect.contains(at):
        return "backdrop"
    return None


def block_at(scene: NetworkScene, at: QPointF, scope: Scope, but: str) -> BlockItem | None:
    """The closed block of a graph at a point, whatever block ``but`` is held over it."""
    for item in scene.items(at):
        if isinstance(item, BlockItem) and not isinstance(item, FrameItem):
            shown = item.shown
            if shown.scope == scope and shown.node.name != but:
                return item if item.body.contains(item.mapFromScene(at)) else None
    return None


def _port(items: Sequence[QGraphicsItem], at: QPointF, near: float) -> Hit | None:
    best: Hit | None = None
    least = near * near
    for item in items:
        if not isinstance(item, BlockItem):
            continue
        shown = item.shown
        local = item.mapFromScene(at)
        x, y = local.x() + shown.at.x, local.y() + shown.at.y
        for what, count in (("input", shown.face.inputs), ("output", shown.face.outputs)):
            for i in range(count):
                point = shown.input(i) if what == "input" else shown.output(i)
                far = (point.x - x) ** 2 + (point.y - y) ** 2
                if far < least:
                    least = far
                    best = Hit(what, shown.scope, item, port=i)  # type: ignore[arg-type]
    return best


def ends_of(hit: Hit) -> tuple[End, ...]:
    """What the port that was hit may mean: of an opened block's port, also the inner side."""
    shown = hit.shown
    if shown is None or hit.what not in ("input", "output"):
        return ()
    is_output = hit.what == "output"
    ends = [End(shown.scope, shown.node.name, hit.port, is_output)]
    if shown.inside is not None:
        nodes = shown.inside.graph.of_type("output" if is_output else "input")
        if hit.port < len(nodes):
            scope = (*shown.scope, shown.node.name)
            ends.append(End(scope, nodes[hit.port].name, 0, not is_output))
    return tuple(ends)


def marked_at(scene: NetworkScene, at: QPointF) -> str:
    """The path of the block whose mark of trouble is at a point of the scene; empty where none is."""
    near = 9.0
    for item in scene.items(QRectF(at.x() - near, at.y() - near, 2 * near, 2 * near)):
        if isinstance(item, BlockItem) and item.shown.face.trouble is not None:
            away = item.mapFromScene(at) - item.trouble_at
            if away.x() ** 2 + away.y() ** 2 <= near * near:
                return item.shown.path
    return ""
