"""Lining up and spreading the selected blocks, each one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from explorer.app.canvas.commands import name_of, scope_of
from explorer.graph.edits import MoveNodes
from explorer.graph.model import Scope
from explorer.layout.align import Line, Spread, aligned, spread
from explorer.layout.model import Point, Rect, rect_of

if TYPE_CHECKING:
    from explorer.app.canvas.view import CanvasView


TURNED: dict[Line, Line] = {
    "left": "top",
    "center": "middle",
    "right": "bottom",
    "top": "left",
    "middle": "center",
    "bottom": "right",
}
"""What a side on the canvas is in the document's terms, where the network runs from top to bottom."""


class Arranging:
    """What the entries of “Align and distribute” do."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    def _rects(self) -> tuple[Scope, dict[str, Rect]]:
        """The selected blocks in the graph of the current one, as they stand closed."""
        session = self._view.session
        scope = scope_of(session.selection[-1]) if session.selection else session.scope
        plan = self._view.network.plan_of(scope)
        if plan is None or not session.editable(scope):
            return scope, {}
        names = {name_of(p) for p in session.selection if scope_of(p) == scope}
        boxes = {box.name: box for box in plan.closed if box.name in names}
        return scope, {
            name: rect_of(plan.kept_box(box), plan.standing[name]) for name, box in boxes.items()
        }

    def can(self, least: int) -> bool:
        """Whether so many blocks of one graph are selected, and it can be edited."""
        # the table of actions asks often: count before looking closer
        return len(self._view.session.selection) >= least and len(self._rects()[1]) >= least

    def align(self, line: Line) -> None:
        """Put sides or centres of the selected blocks on one line."""
        self._do(2, lambda rects, down: aligned(rects, TURNED[line] if down else line))

    def spread(self, how: Spread) -> None:
        """Make the gaps between the selected blocks equal."""
        other: Spread = "vertically" if how == "horizontally" else "horizontally"
        self._do(3, lambda rects, down: spread(rects, other if down else how))

    def _do(
        self, least: int, ways: Callable[[Mapping[str, Rect], bool], Mapping[str, Point]]
    ) -> None:
        scope, rects = self._rects()
        plan = self._view.network.plan_of(scope)
        if len(rects) < least or plan is None:
            return
        places = []
        for name, by in ways(rects, plan.down).items():
            at = plan.standing[name]
            places.append((name, (round(at.x + by.x, 1), round(at.y + by.y, 1))))
        self._view.glide_to(MoveNodes(scope=scope, places=tuple(places)))
