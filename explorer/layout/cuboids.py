"""What a figure of activation volumes consists of: cuboids in their sizes, and what is between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Literal, NamedTuple

from explorer.blocks.description import Role, Shape
from explorer.layout.model import Point, Rect, Way

Form = Literal["volume", "vector", "unknown"]

TALLEST = 180.0
"""The greatest side of a figure."""
COLUMN = 140.0
"""The longest vector of a figure."""
SLICE = 4.5
"""How thick a layer is drawn that keeps the shape."""
VECTOR = 10.0
"""How wide a vector is drawn."""
ASIDE, UPWARD = 0.40, 0.30
"""How far the depth of the projection leads to the right and up, of the length that goes away."""


class Volume(NamedTuple):
    """What one layer or closed block hands on."""

    path: str
    name: str
    role: Role
    shape: Shape | None
    """None where it is not known yet."""
    drawn: Shape | None
    """The shape that it is drawn with: for what keeps or merely reshapes its input, the input's."""
    slice: bool = False
    window: tuple[int, int] | None = None
    """Height and width of what one value of it sees of the volume before."""
    note: str = ""
    badge: str = ""
    opens: bool = False
    dense: bool = False
    """Whether every value sees all of the vector or volume before."""


class Group(NamedTuple):
    """An opened block and the volumes in it, by their numbers."""

    path: str
    name: str
    badge: str
    members: tuple[int, ...]


class Scale(NamedTuple):
    """Lengths per square root of a side, of a number of channels, of a vector's length."""

    side: float
    channel: float
    vector: float


class Cuboid(NamedTuple):
    """A volume at its place. ``x`` is the left border of its front; ``y`` the height of its middle."""

    volume: Volume
    form: Form
    x: float
    y: float
    depth: float
    """Width of the front: the channels."""
    height: float
    aside: float
    upward: float
    face: Role
    """What the right face shows: a slice leaves the volume in sight that it works on."""

    @property
    def right(self) -> float:
        """The right border of the front."""
        return self.x + self.depth

    @property
    def top(self) -> float:
        """The upper border of the front."""
        return self.y - self.height / 2 + self.upward / 2

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def front(self) -> Rect:
        return Rect(self.x, self.top, self.right, self.bottom)

    @property
    def rect(self) -> Rect:
        """All that it takes up."""
        return Rect(self.x, self.top - self.upward, self.right + self.aside, self.bottom)

    @property
    def faces(self) -> tuple[tuple[Point, ...], tuple[Point, ...], tuple[Point, ...]]:
        """The front, the upper and the right face: those that are seen."""
        left, t, r, b = self.front
        dx, dy = self.aside, -self.upward
        return (
            (Point(left, t), Point(r, t), Point(r, b), Point(left, b)),
            (Point(left, t), Point(left + dx, t + dy), Point(r + dx, t + dy), Point(r, t)),
            (Point(r, t), Point(r + dx, t + dy), Point(r + dx, b + dy), Point(r, b)),
        )

    @property
    def outline(self) -> tuple[Point, ...]:
        left, t, r, b = self.front
        dx, dy = self.aside, -self.upward
        return (
            Point(left, b),
            Point(left, t),
            Point(left + dx, t + dy),
            Point(r + dx, t + dy),
            Point(r + dx, b + dy),
            Point(r, b),
        )

    def window(self, share_high: float, share_wide: float) -> tuple[Point, ...]:
        """A window in the middle of the right face, its sides as shares of the face's."""
        dx, dy = self.aside * share_wide, self.upward * share_wide
        high = self.height * share_high
        cx, cy = self.right + self.aside / 2, self.y
        left, right = cx - dx / 2, cx + dx / 2
        return (
            Point(left, cy - high / 2 + dy / 2),
            Point(right, cy - high / 2 - dy / 2),
            Point(right, cy + high / 2 - dy / 2),
            Point(left, cy + high / 2 + dy / 2),
        )


class Pyramid(NamedTuple):
    """A window on a volume, and the place in the next that it makes one value of."""

    window: tuple[Point, ...]
    apex: Point
    text: str


class Bracket(NamedTuple):
    """Volumes of one resolution, or of one opened block, with what is written at them."""

    left: float
    right: float
    y: float
    text: str
    path: str = ""
    above: bool = False


class Label(NamedTuple):
    """A text centred at ``x``, its upper border at ``y``."""

    x: float
    y: float
    text: str
    kind: Literal["channels", "name", "note"]
    path: str
    """The volume that it belongs to."""


class Line(NamedTuple):
    """What leads from one strip to another."""

    start: Point
    way: Way
    end: Point


class Fan(NamedTuple):
    """Every value before to every value behind: a fully connected layer."""

    corners: tuple[Point, Point, Point, Point]


NO_ROOM = Rect(0.0, 0.0, 0.0, 0.0)
NATURAL = Scale(12.0, 2.0, 2.0)


@dataclass(frozen=True)
class VolumePlan:
    """A whole figure, as plain values."""

    cuboids: tuple[Cuboid, ...] = ()
    """From left to right in each strip: those behind first."""
    lines: tuple[Line, ...] = ()
    arrows: tuple[tuple[Point, Point], ...] = ()
    pyramids: tuple[Pyramid, ...] = ()
    fans: tuple[Fan, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    labels: tuple[Label, ...] = ()
    groups: tuple[Group, ...] = ()
    bounds: Rect = NO_ROOM
    links: tuple[tuple[int, int], ...] = ()
    """Which cuboid feeds which, by their numbers."""
    scale: Scale = NATURAL

    @cached_property
    def by_path(self) -> dict[str, Cuboid]:
        return {c.volume.path: c for c in self.cuboids}


def scale_of(volumes: Sequence[Volume]) -> Scale:
    """The scale at which a figure's greatest side and longest vector have their full length."""
    shapes = [v.drawn for v in volumes if v.drawn]
    side = max((n for s in shapes if len(s) > 1 for n in s[1:]), default=1)
    deep = max((s[0] for s in shapes if len(s) > 1), default=1)
    long = max((s[0] for s in shapes if len(s) == 1), default=1)
    return Scale(
        TALLEST / sqrt(side),
        min(6.0, max(2.0, 64.0 / sqrt(deep))),
        min(10.0, COLUMN / sqrt(long)),
    )


def cuboid(volume: Volume, scale: Scale, x: float = 0.0, y: float = 0.0) -> Cuboid:
    """A volume in its size."""
    shape = volume.drawn
    if shape is None:
        return Cuboid(volume, "unknown", x, y, 44.0, 56.0, 14.0, 10.0, volume.role)
    if len(shape) == 1:
        depth = SLICE if volume.slice else VECTOR
        return Cuboid(
            volume, "vector", x, y, depth, scale.vector * sqrt(shape[0]), 5.0, 3.6, volume.role
        )
    high, wide = shape[1], shape[2] if len(shape) > 2 else 1
    depth = SLICE if volume.slice else scale.channel * sqrt(shape[0])
    away = scale.side * sqrt(wide)
    tall = scale.side * sqrt(high)
    return Cuboid(volume, "volume", x, y, depth, tall, ASIDE * away, UPWARD * away, volume.role)
