"""The automatic layout of one graph: left to right, instant, the same every time."""

from __future__ import annotations

from functools import lru_cache

from explorer.layout.forkjoin import Decomposer
from explorer.layout.model import Box, Placement, Point, Way, Wire
from explorer.layout.rows import Rows, in_rows
from explorer.layout.tree import Sheet


@lru_cache(maxsize=512)
def arrange(boxes: tuple[Box, ...], wires: tuple[Wire, ...], rows: float = 0.0) -> Placement:
    """Where boxes and wires go. Both ends of every wire must be among the boxes, or None. ``rows``
    is the length at which a row is broken; 0 for one row, however long.

    Equal blocks opened in many places are laid out once.
    """
    decomposer = Decomposer(boxes, wires)
    part = decomposer.part()
    if part is None:
        return Placement(ways=((),) * len(wires))
    if rows:
        part = in_rows(part, rows)
    sheet = Sheet()
    entries, exits = part.place(0.0, 0.0, sheet)
    for wire, y in entries.items():
        if wires[wire].source is None:
            sheet.points.setdefault(wire, []).append(Point(0.0, y))
    for wire, y in exits.items():
        if wires[wire].target is None:
            sheet.points.setdefault(wire, []).append(Point(part.width, y))
    return Placement(
        {boxes[i].name: at for i, at in sheet.places.items()},
        tuple(sheet.returns.get(w) or _way(sheet.points.get(w, ())) for w in range(len(wires))),
        part.width,
        part.up,
        part.down,
        part.rows[0].down if isinstance(part, Rows) else part.down,
    )


def _way(points: list[Point] | tuple[Point, ...]) -> Way:
    """Points in order, without those within a level stretch."""
    way: list[Point] = []
    for point in sorted(points):
        if way and abs(way[-1].x - point.x) < 0.5 and abs(way[-1].y - point.y) < 0.5:
            continue
        if len(way) > 1 and way[-1].y == way[-2].y == point.y:
            way[-1] = point
        else:
            way.append(point)
    return tuple(way)
