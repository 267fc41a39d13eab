"""Where the names of bubbles go, so that none covers another; plain geometry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

GAP = 3.0


class Disc(NamedTuple):
    """A bubble, in pixels, and the size of its name."""

    x: float
    y: float
    radius: float
    width: float
    height: float


class Spot(NamedTuple):
    """The rectangle of a name."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Spot) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def covers(self, x: float, y: float, radius: float) -> bool:
        """Whether it touches a disc."""
        dx = x - min(max(x, self.left), self.right)
        dy = y - min(max(y, self.top), self.bottom)
        return dx * dx + dy * dy < radius * radius


def _around(disc: Disc) -> list[Spot]:
    """Places beside, above and below a disc, the best first."""
    x, y, w, h = disc.x, disc.y, disc.width, disc.height
    r = disc.radius + GAP
    slant = 0.71 * r
    corners = (
        (x + r, y - h / 2),
        (x - w / 2, y - r - h),
        (x - w / 2, y + r),
        (x - r - w, y - h / 2),
        (x + slant, y - slant - h),
        (x + slant, y + slant),
        (x - slant - w, y - slant - h),
        (x - slant - w, y + slant),
    )
    return [Spot(left, top, left + w, top + h) for left, top in corners]


def place_names(discs: Sequence[Disc], room: Spot) -> list[Spot | None]:
    """A place for each name, or None where there is none; the first have the first choice.

    No name covers another one or the heart of a bubble, and all lie within the room.
    """
    taken: list[Spot] = []
    found: list[Spot | None] = []
    for disc in discs:
        free = (
            spot
            for spot in _around(disc)
            if spot.left >= room.left
            and spot.right <= room.right
            and spot.top >= room.top
            and spot.bottom <= room.bottom
            and not any(spot.meets(other) for other in taken)
            and not any(
                spot.covers(d.x, d.y, max(3.0, 0.8 * d.radius)) for d in discs if d is not disc
            )
        )
        spot = next(free, None)
        found.append(spot)
        if spot is not None:
            taken.append(spot)
    return found
