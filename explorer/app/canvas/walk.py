"""Going from block to block along the wires, with the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from explorer.app.canvas.plan import Plan, Shown
from explorer.layout.model import Point, turned

Direction = Literal["left", "right", "up", "down"]


TURNED: dict[Direction, Direction] = {
    "down": "right",
    "up": "left",
    "right": "down",
    "left": "up",
}


def neighbour(plan: Plan, name: str, direction: Direction) -> Shown | None:
    """The block that an arrow leads to from another: along a wire to the left and right, to the
    nearest one above or below; where the network runs down, the other way round."""
    here = plan.blocks[name]
    if plan.down:
        direction = TURNED[direction]
    at = {n: _on_axis(s, plan.down) for n, s in plan.blocks.items()}
    if direction in ("left", "right"):
        if direction == "left":
            names = [e.source for e in plan.graph.incoming[name]]
        else:
            names = [e.target for e in plan.graph.outgoing[name]]
        found = [plan.blocks[n] for n in names if n in plan.blocks]
        return min(found, key=lambda s: abs(at[s.node.name].y - at[name].y), default=None)
    sign = -1 if direction == "up" else 1
    best = None
    least = float("inf")
    for shown in plan.blocks.values():
        other = at[shown.node.name]
        dy = (other.y - at[name].y) * sign
        if shown is here or dy < 8:
            continue
        # sideways counts double: up and down should stay in the column
        far = dy + 2 * abs(other.x - at[name].x)
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


def _on_axis(shown: Shown, down: bool) -> Point:
    """The middle of a block's axis, as if the network ran to the right."""
    at = turned(shown.at, down)
    return Point(at.x + shown.box.width / 2, at.y)
