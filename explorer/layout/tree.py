"""Boxes in series and in parallel: how much room each part needs, and where its boxes go.

A part is measured once (``width``, ``up``, ``down`` about its axis) and placed once. Placing tells
at what height each wire that crosses the part's left or right border does so, and notes the points
between which wires run level. So a wire swings up or down only in the gaps between parts, where
no box stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from explorer.layout.model import Box, Point

GAP = 50.0
"""Between two boxes in a row: room for a resolution on the wire."""
FORK_GAP = 48.0
"""Where wires fan out or come together."""
ROW_GAP = 28.0
"""Between branches, one above the other."""
LANE = 12.0
"""Half the height of a lane that a wire has to itself."""

Heights = dict[int, float]
"""Where wires, by number, cross a border."""


@dataclass
class Sheet:
    """What placing writes down."""

    places: dict[int, Point] = field(default_factory=dict)
    points: dict[int, list[Point]] = field(default_factory=dict)
    returns: dict[int, tuple[Point, Point]] = field(default_factory=dict)
    """The level line, right end first, of a wire that runs back to the next row."""

    def level(self, wire: int, left: float, right: float, y: float) -> None:
        """The wire runs level from left to right."""
        self.points.setdefault(wire, []).extend((Point(left, y), Point(right, y)))


class Part(Protocol):
    """Something with a place of its own."""

    width: float
    up: float
    down: float
    size: int
    """How many boxes it holds."""

    def place(self, left: float, axis: float, sheet: Sheet) -> tuple[Heights, Heights]:
        """Write places down; gives the heights of wires at the left and at the right border."""
        ...


class Leaf:
    """One box."""

    size = 1

    def __init__(
        self,
        index: int,
        box: Box,
        inputs: Sequence[tuple[int, int]],
        outputs: Sequence[tuple[int, int]],
    ) -> None:
        self.index, self.box = index, box
        self.inputs, self.outputs = inputs, outputs
        self.width, self.up, self.down = box.width, box.up, box.down

    def place(self, left: float, axis: float, sheet: Sheet) -> tuple[Heights, Heights]:
        sheet.places[self.index] = Point(left, axis)
        box = self.box
        return (
            {wire: axis + box.input_at(port) for wire, port in self.inputs},
            {wire: axis + box.output_at(port) for wire, port in self.outputs},
        )


class Lane:
    """Wires of one source that pass everything beside them: a shortcut."""

    size = 0
    width = 0.0
    up = down = LANE

    def __init__(self, wires: Sequence[int]) -> None:
        self.wires = wires

    def place(self, left: float, axis: float, sheet: Sheet) -> tuple[Heights, Heights]:
        heights = dict.fromkeys(self.wires, axis)
        return heights, dict(heights)


class Series:
    """Parts one after the other on one axis."""

    def __init__(self, parts: Sequence[Part], gaps: Sequence[float]) -> None:
        self.parts, self.gaps = parts, gaps
        self.width = sum(p.width for p in parts) + sum(gaps)
        self.up = max(p.up for p in parts)
        self.down = max(p.down for p in parts)
        self.size = sum(p.size for p in parts)

    def place(self, left: float, axis: float, sheet: Sheet) -> tuple[Heights, Heights]:
        first: Heights = {}
        last: Heights = {}
        x = left
        for i, part in enumerate(self.parts):
            entries, last = part.place(x, axis, sheet)
            if i == 0:
                first = entries
            x += part.width + (self.gaps[i] if i < len(self.gaps) else 0.0)
        return first, last


class Parallel:
    """Branches one above the other, between a fork and a join.

    ``main`` is the branch that stays on the axis; None where they are centred about it.
    ``aligned`` is how far right a short branch stands: 0 at the fork, ½ in the middle.
    """

    def __init__(self, branches: Sequence[Part], main: int | None, aligned: float = 0.5) -> None:
        self.branches, self.main, self.aligned = branches, main, aligned
        self.width = max(b.width for b in branches)
        self.size = sum(b.size for b in branches)
        offsets, y = [], 0.0
        for i, branch in enumerate(branches):
            y += branch.up if i == 0 else self._between(branches[i - 1], branch) + branch.up
            offsets.append(y)
            y += branch.down
        if main is not None:
            axis = offsets[main]
        elif len(branches) % 2:
            axis = offsets[len(branches) // 2]
        else:
            half = len(branches) // 2
            axis = (
                offsets[half - 1] + branches[half - 1].down + offsets[half] - branches[half].up
            ) / 2
        self.offsets = [offset - axis for offset in offsets]
        self.up, self.down = axis, y - axis

    @staticmethod
    def _between(above: Part, below: Part) -> float:
        return ROW_GAP if above.size and below.size else ROW_GAP / 4

    def place(self, left: float, axis: float, sheet: Sheet) -> tuple[Heights, Heights]:
        first: Heights = {}
        last: Heights = {}
        right = left + self.width
        for branch, offset in zip(self.branches, self.offsets, strict=True):
            x = left + (self.width - branch.width) * self.aligned
            entries, exits = branch.place(x, axis + offset, sheet)
            for wire, y in entries.items():
                sheet.level(wire, left, x, y)
            for wire, y in exits.items():
                sheet.level(wire, x + branch.width, right, y)
            first |= entries
            last |= exits
        return first, last
