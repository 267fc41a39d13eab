"""What the layout is given and what it gives: boxes, wires, places and ways.

All lengths are in the canvas's units, and everything runs from left to right. What is drawn from
top to bottom is laid out in the same way, of boxes turned, and turned at the end. A box hangs on its *axis*, the horizontal line on which its
main wire comes in and goes out: boxes in a row share one axis, whatever their heights.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Point(NamedTuple):
    x: float
    y: float


class Box(NamedTuple):
    """A block to be placed."""

    name: str
    width: float
    up: float
    """How far it reaches above its axis."""
    down: float
    """How far it reaches below its axis."""
    inputs: tuple[float, ...] = (0.0,)
    """Heights of its input ports, relative to the axis; further ports share the last one's."""
    outputs: tuple[float, ...] = (0.0,)

    def input_at(self, port: int) -> float:
        return self.inputs[min(port, len(self.inputs) - 1)] if self.inputs else 0.0

    def output_at(self, port: int) -> float:
        return self.outputs[min(port, len(self.outputs) - 1)] if self.outputs else 0.0


class Wire(NamedTuple):
    """A wire to be led. None as an end is the border of the graph: an opened block's own port."""

    source: str | None
    target: str | None
    port: int = 0
    source_port: int = 0


class Rect(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect, margin: float = 0.0) -> bool:
        return (
            self.left < other.right + margin
            and other.left < self.right + margin
            and self.top < other.bottom + margin
            and other.top < self.bottom + margin
        )


Way = tuple[Point, ...]
"""Where a wire passes between its two ports, from left to right. It runs level between two points of
one height and swings from one height to another where nothing stands in the way."""


@dataclass(frozen=True)
class Placement:
    """Where everything goes. The axis of the whole lies at y = 0, its left border at x = 0."""

    places: dict[str, Point] = field(default_factory=dict)
    """The left end of each box's axis."""
    ways: tuple[Way, ...] = ()
    """One per wire, in their order."""
    width: float = 0.0
    up: float = 0.0
    down: float = 0.0
    first_row: float = 0.0
    """How far down the first of several rows reaches."""


def rect_of(box: Box, at: Point, down: bool = False) -> Rect:
    """What a box takes up whose axis begins at a point; ``down`` where the axis runs downwards."""
    if down:
        return Rect(at.x - box.up, at.y, at.x + box.down, at.y + box.width)
    return Rect(at.x, at.y - box.up, at.x + box.width, at.y + box.down)


def turned(at: Point, down: bool) -> Point:
    """A point of a layout on the canvas, and back: top to bottom, both sides change places."""
    return Point(at.y, at.x) if down else at


def turned_rect(rect: Rect, down: bool) -> Rect:
    return Rect(rect.top, rect.left, rect.bottom, rect.right) if down else rect
