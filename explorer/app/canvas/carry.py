"""What is moved together on the canvas: blocks, with the wires at them, and notes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from explorer.app.canvas.annotated import AnnotationKey, kept_place
from explorer.app.canvas.plan import Plan
from explorer.graph.annotate import Annotate
from explorer.graph.annotations import moved_bends
from explorer.graph.edits import Batch, Edit, MoveNodes
from explorer.graph.model import Bend, Frame, Note
from explorer.layout.model import Point, Rect

if TYPE_CHECKING:
    from explorer.app.canvas.scene import NetworkScene


class Carry:
    """Some blocks and notes of one graph. ``show`` draws them moved, ``edit`` is what moves them."""

    def __init__(
        self,
        scene: NetworkScene,
        plan: Plan,
        names: Collection[str],
        chosen: Iterable[AnnotationKey],
    ) -> None:
        self._scene, self._plan = scene, plan
        self.names = set(names)
        keys = {key for key in chosen if key.scope == plan.scope}
        frames = [a for a in plan.annotations if isinstance(a.what, Frame) and a.key in keys]
        for frame in frames:
            assert isinstance(frame.what, Frame)
            self.names |= set(frame.what.blocks)
        self.notes = [
            a
            for a in plan.annotations
            if isinstance(a.what, Note)
            and (a.key in keys or any(_holds(r, a.rect) for f in frames for r in f.pieces))
        ]
        self.frames = [
            a
            for a in plan.annotations
            if isinstance(a.what, Frame) and set(a.what.blocks) <= self.names
        ]
        """Frames all of whose blocks are moved move with them."""

    def show(self, dx: float, dy: float, blocks: bool = True) -> None:
        """Draw it moved; ``blocks`` with the blocks and their wires."""
        for annotation in (*self.notes, *self.frames):
            item = self._scene.annotations.get(annotation.key)
            if item is not None:
                item.shift(dx, dy)
        if not blocks:
            return
        for name in self.names & self._plan.blocks.keys():
            shown = self._plan.blocks[name]
            self._scene.blocks[shown.path].setPos(shown.at.x + dx, shown.at.y + dy)
        for wire in self._plan.wires:
            edge = wire.key.edge
            first, last = edge.source in self.names, edge.target in self.names
            if first or last:
                self._scene.wires[wire.key].drag(dx, dy, first, last)

    def edit(self, dx: float, dy: float, gesture: int = 0) -> Edit | None:
        """The edit that moves everything by a step on the canvas."""
        plan = self._plan
        step = plan.kept_step(Point(dx, dy))
        names = sorted(self.names & plan.blocks.keys())
        places = tuple(
            (n, (round(plan.standing[n].x + step.x, 1), round(plan.standing[n].y + step.y, 1)))
            for n in names
        )
        move = MoveNodes(scope=plan.scope, places=places, gesture=gesture) if places else None
        more = self.more(dx, dy, gesture)
        if move is None or more is None:
            return more or move
        return Batch(edits=(move, more), what=move.label)

    def more(self, dx: float, dy: float, gesture: int = 0) -> Annotate | None:
        """The part of the edit that is about notes and bends."""
        plan = self._plan
        step = plan.kept_step(Point(dx, dy))
        notes = []
        for annotation in self.notes:
            note = annotation.what
            assert isinstance(note, Note)
            rect = annotation.rect
            at = kept_place(plan, Point(rect.left + dx, rect.top + dy))
            notes.append(replace(note, at=at))
        moved = moved_bends(plan.graph, self.names, step.x, step.y)
        if not notes and not moved:
            return None
        bends = tuple(Bend(edge, points) for edge, points in moved.items())
        return Annotate(
            scope=plan.scope, notes=tuple(notes), bends=bends, what="Move", gesture=gesture
        )


def _holds(outer: Rect, inner: Rect) -> bool:
    x, y = (inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2
    return outer.left <= x <= outer.right and outer.top <= y <= outer.bottom
