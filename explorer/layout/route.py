"""Ways for wires between blocks that a person placed: around what stands between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from explorer.layout.model import Point, Rect, Way

CLEAR = 12.0
"""Between a wire and the block that it passes."""
SAMPLES = 12
CELL = 400.0


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

    A wire that runs back, right to left, passes below what it comes by.
    """
    if end.x > start.x:
        rects = obstacles.between(start.x + 1.0, end.x - 1.0)
        if not any(_hits(start, end, rect) for rect in rects):
            return ()
        reach = min(24.0, (end.x - start.x) / 4)
        left, right = start.x + reach, end.x - reach
    else:
        rects = obstacles.between(end.x - 30.0, start.x + 30.0)
        left, right = start.x + 24.0, end.x - 24.0
    low, high = sorted((left, right))
    standing = [r for r in rects if r.left < high and r.right > low]
    middle = (start.y + end.y) / 2
    above, below = _free(middle, standing, -1), _free(middle, standing, 1)
    backward = end.x <= start.x
    y = below if backward or below - middle <= middle - above else above
    return (Point(left, y), Point(right, y))


def _hits(start: Point, end: Point, rect: Rect) -> bool:
    """Whether the curve that is drawn between two points touches a rectangle."""
    for i in range(1, SAMPLES):
        t = i / SAMPLES
        x = start.x + (end.x - start.x) * (1.5 * t - 1.5 * t * t + t**3)
        y = start.y + (end.y - start.y) * (3 * t * t - 2 * t**3)
        if rect.left - 2 < x < rect.right + 2 and rect.top - 2 < y < rect.bottom + 2:
            return True
    if abs(end.y - start.y) < 1.0:
        return rect.top - 2 < start.y < rect.bottom + 2
    return False


def _free(y: float, rects: Sequence[Rect], direction: int) -> float:
    """The nearest height, upwards (−1) or downwards (1), at which a level line is free."""
    ordered = sorted(rects, key=lambda r: r.top if direction > 0 else -r.bottom)
    for rect in ordered:
        if rect.top - CLEAR < y < rect.bottom + CLEAR:
            y = rect.bottom + CLEAR if direction > 0 else rect.top - CLEAR
    return y
