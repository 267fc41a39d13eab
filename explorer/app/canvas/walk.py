"""Going from block to block along the wires, with the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from explorer.app.canvas.plan import Plan, Shown

Direction = Literal["left", "right", "up", "down"]


def neighbour(plan: Plan, name: str, direction: Direction) -> Shown | None:
    """The block that an arrow leads to from another: along a wire to the left and right, to the
    nearest one above or below."""
    here = plan.blocks[name]
    if direction in ("left", "right"):
        if direction == "left":
            names = [e.source for e in plan.graph.incoming[name]]
        else:
            names = [e.target for e in plan.graph.outgoing[name]]
        found = [plan.blocks[n] for n in names if n in plan.blocks]
        return min(found, key=lambda s: abs(s.at.y - here.at.y), default=None)
    sign = -1 if direction == "up" else 1
    center = here.at.x + here.box.width / 2
    best = None
    least = float("inf")
    for shown in plan.blocks.values():
        dy = (shown.at.y - here.at.y) * sign
        if shown is here or dy < 8:
            continue
        # sideways counts double: up and down should stay in the column
        far = dy + 2 * abs(shown.at.x + shown.box.width / 2 - center)
        if far < least:
            best, least = shown, far
    return best


def nearest_towards(here: Shown, others: Iterable[Shown], direction: Direction) -> Shown | None:
    """The nearest of some blocks on one side of a block, by their middles."""
    x, y = _middle(here)
    best, least = None, float("inf")
    for shown in others:
        dx, dy = _middle(shown)[0] - x, _middle(shown)[1] - y
        along = {"left": -dx, "right": dx, "up": -dy, "down": dy}[direction]
        across = abs(dy) if direction in ("left", "right") else abs(dx)
        # what lies more to another side is for another arrow
        far = along + 2 * across
        if shown is not here and along > 4 and far < least:
            best, least = shown, far
    return best


def _middle(shown: Shown) -> tuple[float, float]:
    rect = shown.rect
    return (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
