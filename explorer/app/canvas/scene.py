"""The scene: one item per visible block and wire, kept in step with the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from explorer.app.canvas import paint
from explorer.app.canvas.annotated import AnnotationKey
from explorer.app.canvas.annotation import AnnotationItem, annotation_item
from explorer.app.canvas.dress import PLAIN, Dress
from explorer.app.canvas.frame import FrameItem
from explorer.app.canvas.items import BlockItem, CardItem, SymbolItem, item_for
from explorer.app.canvas.looks import Look, look_at, slabs
from explorer.app.canvas.plan import Plan, Shown, WireKey
from explorer.app.canvas.wire import WireItem
from explorer.app.theme import theme

GRID = 24
TILE = 240.0
"""Pixels of a tile of the grid's dots."""
ROOM = 6000.0
"""How far beyond the blocks one can pan."""


class NetworkScene(QGraphicsScene):
    """Items by the path of their block, and by the wire that they show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.blocks: dict[str, BlockItem] = {}
        self.wires: dict[WireKey, WireItem] = {}
        self.annotations: dict[AnnotationKey, AnnotationItem] = {}
        self.changed_items = 0
        """How many items the last step made, changed or took away."""
        self._marked: set[str] = set()
        self._dressed: set[str] = set()
        self.look: Look = "middle"
        """How much blocks say at the scale that they are seen at."""

    def see_at(self, scale: float) -> None:
        """Show as much as can be read at a scale."""
        look = look_at(scale, self.look)
        if look != self.look:
            self.look = look
            self._cover()
            self.update()

    def _cover(self) -> None:
        """Stages are slabs from afar, which cover what is inside."""
        plan = self.plan
        covered = set(slabs(plan)) if plan is not None and self.look == "far" else set()
        for path, item in self.blocks.items():
            if isinstance(item, FrameItem):
                item.cover(path in covered)

    # -- in step ----------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Bring the items in step with a plan, touching only what differs from the last."""
        self.changed_items = 0
        old = self.plan
        if old is not None and old.scope != plan.scope:
            self._clear(old)
            old = None
        self._merge(old, plan, None)
        self.plan = plan
        if self.look == "far":
            for item in self.blocks.values():
                if isinstance(item, FrameItem):
                    item.cover(False)
            self._cover()
        b = plan.bounds
        self.setSceneRect(
            QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top).adjusted(
                -ROOM, -ROOM, ROOM, ROOM
            )
        )

    def _clear(self, plan: Plan) -> None:
        for shown in plan.blocks.values():
            self._drop(shown)
        for wire in plan.wires:
            self._drop_wire(wire.key)
        for annotation in plan.annotations:
            self._drop_annotation(annotation.key)

    def _merge(self, old: Plan | None, new: Plan, parent: QGraphicsItem | None) -> None:
        if old is new:
            return
        before = old.blocks if old is not None else {}
        for name, was in before.items():
            shown = new.blocks.get(name)
            if shown is None or _kind(shown) is not _kind(was):
                self._drop(was)
        for name, shown in new.blocks.items():
            was_shown = before.get(name)
            if was_shown is shown:
                continue
            self.changed_items += 1
            item = self.blocks.get(shown.path)
            inside = was_shown.inside if was_shown is not None and item is not None else None
            if item is None:
                item = self.blocks[shown.path] = item_for(shown)
                self._add(item, parent)
            else:
                item.take(shown)
            if shown.inside is not None:
                self._merge(inside, shown.inside, item)
        old_wires = {w.key: w for w in old.wires} if old is not None else {}
        keys = {w.key for w in new.wires}
        for key in old_wires:
            if key not in keys:
                self._drop_wire(key)
        for wire in new.wires:
            known = self.wires.get(wire.key)
            bends = new.bends.get(wire.key.edge, ())
            if known is None:
                made = self.wires[wire.key] = WireItem(wire, bends)
                self._add(made, parent)
                self.changed_items += 1
            elif known.wire is not wire or known.bends != bends:
                known.take(wire, bends)
                self.changed_items += 1
        self._merge_annotations(old, new, parent)

    def _merge_annotations(self, old: Plan | None, new: Plan, parent: QGraphicsItem | None) -> None:
        before = {a.key: a for a in old.annotations} if old is not None else {}
        after = {a.key: a for a in new.annotations}
        for key, was in before.items():
            if key not in after or type(after[key].what) is not type(was.what):
                self._drop_annotation(key)
        for key, shown in after.items():
            item = self.annotations.get(key)
            if item is None:
                made = self.annotations[key] = annotation_item(shown)
                self._add(made, parent)
                self.changed_items += 1
            elif item.shown != shown:
                item.take(shown)
                self.changed_items += 1

    def _drop_annotation(self, key: AnnotationKey) -> None:
        item = self.annotations.pop(key, None)
        if item is not None:
            self.removeItem(item)
            self.changed_items += 1

    def _add(self, item: QGraphicsItem, parent: QGraphicsItem | None) -> None:
        if parent is not None:
            item.setParentItem(parent)
        else:
            self.addItem(item)

    def _drop(self, shown: Shown) -> None:
        item = self.blocks.pop(shown.path, None)
        if shown.inside is not None:
            self._clear(shown.inside)
        if item is not None:
            self.removeItem(item)
            self.changed_items += 1
        self._marked.discard(shown.path)

    def _drop_wire(self, key: WireKey) -> None:
        item = self.wires.pop(key, None)
        if item is not None:
            self.removeItem(item)
            self.changed_items += 1

    # -- looking up --------------------------------------------------------------------------------

    def sayable(self) -> dict[str, BlockItem | AnnotationItem]:
        """What screen readers are told of, by path: the blocks, then notes and frames."""
        notes = {key.path: item for key, item in self.annotations.items()}
        return {**self.blocks, **notes}

    def visible_path(self, path: str) -> str | None:
        """The block of this path, or the innermost one around it that is shown."""
        while path and path not in self.blocks:
            path = path.rpartition(".")[0]
        return path or None

    def plan_of(self, scope: tuple[str, ...]) -> Plan | None:
        """The plan of a graph that is visible."""
        plan = self.plan
        if plan is None or scope[: len(plan.scope)] != plan.scope:
            return None
        for name in scope[len(plan.scope) :]:
            shown = plan.blocks.get(name)
            if shown is None or shown.inside is None:
                return None
            plan = shown.inside
        return plan

    def rect_of(self, paths: Iterable[str]) -> QRectF:
        """What blocks take up, in the scene."""
        found = QRectF()
        for path in paths:
            item = self.blocks.get(path)
            if item is not None:
                found = found.united(item.mapRectToScene(item.body))
        return found

    def content_rect(self) -> QRectF:
        """What all blocks, notes and frames take up."""
        if self.plan is None:
            return QRectF()
        b = self.plan.bounds
        found = QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top)
        for annotation in self.plan.annotations:
            r = annotation.rect
            rect = QRectF(r.left, r.top, r.right - r.left, r.bottom - r.top)
            found = found.united(rect) if self.plan.blocks else rect
        return found if self.plan.blocks or self.plan.annotations else QRectF()

    # -- selection ---------------------------------------------------------------------------------

    def mark(self, selection: Iterable[str]) -> None:
        """Put rings round what is selected, dashed where it is hidden inside a closed block."""
        marks: dict[str, bool] = {}
        for path in selection:
            seen = self.visible_path(path)
            if seen is not None:
                marks[seen] = marks.get(seen, False) or seen == path
        for path in self._marked - marks.keys():
            if path in self.blocks:
                self.blocks[path].mark(False, False)
        for path, exactly in marks.items():
            self.blocks[path].mark(exactly, not exactly)
        self._marked = set(marks)

    def dress(self, dresses: Mapping[str, Dress]) -> None:
        """Colour and mark blocks by their paths; all others are plain."""
        for path in self._dressed - dresses.keys():
            if path in self.blocks:
                self.blocks[path].wear(PLAIN)
        for path, dress in dresses.items():
            if path in self.blocks:
                self.blocks[path].wear(dress)
        self._dressed = set(dresses)

    # -- ground ------------------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:
        t = theme()
        assert isinstance(rect, QRectF)
        painter.fillRect(rect, paint.color(t.canvas))
        scale = painter.worldTransform().m11()
        step = GRID
        while step * scale < 14:
            step *= 2
        if step > 8 * GRID:
            return
        # dots by the thousand are slow to draw one by one: a tile of them is laid side by side
        transform = painter.worldTransform()
        tile = _dots(round(step * scale, 3), t.line, painter.device().devicePixelRatioF())
        origin = transform.map(QPointF(0.0, 0.0))
        painter.save()
        painter.resetTransform()
        painter.setBrushOrigin(origin.toPoint())
        painter.fillRect(transform.mapRect(rect), tile)
        painter.restore()


@lru_cache(maxsize=16)
def _dots(pitch: float, name: str, ratio: float) -> QBrush:
    """A pattern of dots so many pixels apart."""
    count = max(1, round(TILE / pitch))
    side = round(count * pitch)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(paint.pen(name, 2.0))
    at = [(i + 0.5) * side / count for i in range(count)]
    painter.drawPoints([QPointF(x, y) for x in at for y in at])
    painter.end()
    return QBrush(pixmap)


def _kind(shown: Shown) -> type[BlockItem]:
    if shown.inside is not None:
        return FrameItem
    return SymbolItem if shown.face.kind == "symbol" else CardItem
