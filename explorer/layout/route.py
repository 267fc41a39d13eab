"""Ways for wires between blocks that a person placed: around what stands between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from explorer.layout.model import Point, Rect, Way

CLEAR = 12.0
"""Between a wire and the block that it passes."""
REACH = 24.0
"""How far a wire goes level out of a port before it turns."""
SAMPLES = 16
CELL = 400.0


def swing(a: Point, b: Point) -> float:
    """How far level each end of the curve between two points reaches: its control points lie there.
    The steeper it is, the rounder its ends."""
    steep = abs(b.y - a.y) / (b.x - a.x)
    return (b.x - a.x) * min(0.9, max(0.5, 0.35 + 0.15 * steep))


class Obstacles:
    """Rectangles, found quickly by where they stand from left to right."""

    def __init__(self, rects: Sequence[Rect]) -> None:
        self._cells: dict[int, list[Rect]] = defaultdict(list)
        for rect in rects:
            for cell in range(int(rect.left // CELL), int(rect.right // CELL) + 1):
                self._cells[cell].append(rect)

    def between(self, left: float, right: float) -> list[Rect]:
        found: dict[Rect, None] = {}
        for cell in range(int(left // CELL), int(right // CELL) + 1):
            for rect in self._cells.get(cell, ()):
                if rect.left < right and rect.right > left:
                    found[rect] = None
        return list(found)


def detour(start: Point, end: Point, obstacles: Obstacles) -> Way:
    """Points that lead a wire from port to port around the blocks; () where the direct way is free.

    A wire that runs back, right to left, has two points too, the right one first: it leaves its
    port, turns, passes on a level line, and turns again.
    """
    if end.x > start.x:
        rects = obstacles.between(start.x + 1.0, end.x - 1.0)
        if not any(_hits(start, end, rect) for rect in rects):
            return ()
        reach = min(REACH, (end.x - start.x) / 4)
        first, last = start.x + reach, end.x - reach
    else:
        rects = obstacles.between(end.x - REACH - CLEAR, start.x + REACH + CLEAR)
        first, last = start.x + REACH, end.x - REACH
    low, high = sorted((first, last))
    standing = [r for r in rects if r.left - 2 < high and r.right + 2 > low]
    heights = {
        _free(y, standing, direction)
        for y in (start.y, end.y, (start.y + end.y) / 2)
        for direction in (-1, 1)
    }
    if end.x > start.x:
        level = [y for y in (start.y, end.y) if not _crossed(y, standing)]
        heights.update(level)

    def cost(y: float) -> tuple[float, float, float]:
        # running through a block on the way to the level line is worse than any way round
        hits = sum(
            r.left - 2 < x < r.right + 2 and r.top - 2 < max(y, z) and r.bottom + 2 > min(y, z)
            for r in rects
            for x, z in ((first, start.y), (last, end.y))
        )
        return hits, abs(y - start.y) + abs(y - end.y), -y

    y = min(sorted(heights), key=cost)
    return (Point(first, y), Point(last, y))


def _crossed(y: float, rects: Sequence[Rect]) -> bool:
    return any(r.top - CLEAR < y < r.bottom + CLEAR for r in rects)


def _hits(start: Point, end: Point, rect: Rect) -> bool:
    """Whether the curve that is drawn between two points touches a rectangle."""
    reach = swing(start, end)
    for i in range(1, SAMPLES):
        t = i / SAMPLES
        u = 1 - t
        b0, b1, b2, b3 = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        x = b0 * start.x + b1 * (start.x + reach) + b2 * (end.x - reach) + b3 * end.x
        y = (b0 + b1) * start.y + (b2 + b3) * end.y
        if rect.left - 2 < x < rect.right + 2 and rect.top - 2 < y < rect.bottom + 2:
            return True
    # a long level wire could pass a narrow block between two samples
    return abs(end.y - start.y) < 1.0 and rect.top - 2 < start.y < rect.bottom + 2


def _free(y: float, rects: Sequence[Rect], direction: int) -> float:
    """The nearest height, upwards (−1) or downwards (1), at which a level line is free."""
    ordered = sorted(rects, key=lambda r: r.top if direction > 0 else -r.bottom)
    for rect in ordered:
        if rect.top - CLEAR < y < rect.bottom + CLEAR:
            y = rect.bottom + CLEAR if direction > 0 else rect.top - CLEAR
    return y
