"""Places that a person chose, and room for what grows among them.

A place in the document is where a block stands *closed*. When it is opened it needs more room, and
the blocks around it make way on the canvas; in the document they stay where they were put.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from explorer.layout.model import Box, Point, Rect, rect_of

MARGIN = 14.0
"""Kept free about a box that grew or that was placed automatically."""


def make_room(
    closed: Sequence[Box], opened: Sequence[Box], places: Mapping[str, Point]
) -> dict[str, Point]:
    """Places for the opened boxes: what stood beside a box that grew stands beside it still.

    ``closed`` and ``opened`` are the same boxes, in the same order, before and after.
    """
    grown = [
        (before, after, places[before.name])
        for before, after in zip(closed, opened, strict=True)
        if (after.width, after.up, after.down) != (before.width, before.up, before.down)
    ]
    if not grown:
        return dict(places)
    found: dict[str, Point] = {}
    for box in closed:
        at = places[box.name]
        x, y = at
        for before, after, stand in grown:
            if before.name == box.name:
                continue
            if at.x >= stand.x + before.width:
                x += after.width - before.width
            elif at.x + box.width > stand.x:
                # it stands above or below, and stays on its side
                y += (before.up - after.up) if at.y < stand.y else (after.down - before.down)
        found[box.name] = Point(x, y)
    return found


def separate(
    boxes: Sequence[Box], places: Mapping[str, Point], left_alone: Collection[str]
) -> dict[str, Point]:
    """Places at which no two boxes overlap, except two of those that are left alone: whoever put
    one block on another by hand finds them so. Boxes give way to the right or downwards,
    whichever is shorter, from left to right."""
    found = dict(places)
    near: list[tuple[Rect, bool]] = []
    ranked = sorted(boxes, key=lambda b: (places[b.name].x, places[b.name].y))
    if not _touching([rect_of(b, places[b.name]) for b in ranked]):
        return found
    for box in ranked:
        at, fixed = found[box.name], box.name in left_alone
        rect = rect_of(box, at)
        # boxes come by their left sides and move to the right only: what lies behind stays behind
        near = [(r, alone) for r, alone in near if r.right + MARGIN > rect.left]
        # every step passes one obstacle for good, so this ends
        while True:
            hit = next(
                (
                    r
                    for r, alone in near
                    if not (fixed and alone) and rect.overlaps(r, MARGIN - 1e-6)
                ),
                None,
            )
            if hit is None:
                break
            right, down = hit.right + MARGIN - rect.left, hit.bottom + MARGIN - rect.top
            at = Point(at.x + right, at.y) if right <= down else Point(at.x, at.y + down)
            rect = rect_of(box, at)
        found[box.name] = at
        near.append((rect, fixed))
    return found


def _touching(rects: Sequence[Rect]) -> bool:
    """Whether any two of some rectangles, sorted by their left sides, come too close."""
    active: list[Rect] = []
    for rect in rects:
        active = [r for r in active if r.right + MARGIN > rect.left]
        if any(rect.overlaps(r, MARGIN - 1e-6) for r in active):
            return True
        active.append(rect)
    return False
