"""Room for what is placed among blocks that stand where a person put them."""

from __future__ import annotations

from explorer.app.canvas.plan import Plan
from explorer.graph.edits import MoveNodes
from explorer.graph.model import Edge, Graph
from explorer.layout.model import Box, Point, rect_of

GAP = 40.0
STEP = 24.0


def free_place(plan: Plan, box: Box, wanted: Point) -> Point:
    """The nearest place downwards from one at which a box covers no other. Places are the
    document's."""
    box = plan.kept_box(box)
    rects = [
        rect_of(plan.kept_box(closed), at)
        for closed, at in zip(plan.closed, map(plan.standing.__getitem__, plan.blocks), strict=True)
    ]
    at = wanted
    while any(rect_of(box, at).overlaps(r, 4.0) for r in rects):
        at = Point(at.x, at.y + STEP)
    return at


def place_in_wire(plan: Plan, edge: Edge, box: Box) -> tuple[Point | None, MoveNodes | None]:
    """Where a block goes that is put into a wire, and what has to give way to it.

    None for a place means that the layout finds one: nothing about the wire was placed by hand.
    """
    ends = (edge.source, edge.target)
    graph, standing = plan.graph, plan.standing
    if all(graph[end].at is None for end in ends):
        return None, None
    box = plan.kept_box(box)
    closed = {b.name: plan.kept_box(b) for b in plan.closed}
    if edge.source not in standing:
        return None, None
    source = standing[edge.source]
    place = Point(source.x + closed[edge.source].width + GAP, source.y)
    if edge.target not in standing:
        return place, None
    lacking = place.x + box.width + GAP - standing[edge.target].x
    ahead = standing[edge.target].x >= source.x
    if lacking <= 0 or not ahead:
        return place, None
    behind = [
        n for n in _from_here_on(graph, edge.target) if n in standing and graph[n].at is not None
    ]
    moved = tuple((n, (standing[n].x + lacking, standing[n].y)) for n in sorted(behind))
    return place, MoveNodes(places=moved) if moved else None


def _from_here_on(graph: Graph, name: str) -> set[str]:
    seen, todo = {name}, [name]
    while todo:
        for edge in graph.outgoing.get(todo.pop(), ()):
            if edge.target not in seen:
                seen.add(edge.target)
                todo.append(edge.target)
    return seen
