"""Columns, for what is neither series nor parallel: overlapping skips, cells found by search.

The textbook way (Sugiyama, Tagawa, Toda 1981): columns by longest path, a lane in every column that
a wire passes, few crossings by sorting after the neighbours' mean, heights by least squares under
the order. The wires of one source share a lane, so a densely connected block has as many lanes as
sources, not as wires.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from explorer.layout.model import Box, Point
from explorer.layout.tree import FORK_GAP, LANE, ROW_GAP, Heights, Sheet

SWEEPS = 6


class Link(NamedTuple):
    """A wire as the columns see it: ends by index, None outside."""

    wire: int
    source: int | None
    target: int | None
    port: int
    source_port: int
    bus: object
    """Equal for wires that carry the same value."""


@dataclass
class _Item:
    """A box or a lane, in a column."""

    up: float
    down: float
    box: int | None = None
    order: float = 0.0
    y: float = 0.0
    left: list[tuple[_Item, float, float, float]] = field(default_factory=list)
    """Neighbours in the column before: item, its port's height, own port's height, weight."""
    right: list[tuple[_Item, float, float, float]] = field(default_factory=list)


class Layered:
    """Boxes in columns, as one part."""

    def __init__(self, order: Sequence[int], boxes: Sequence[Box], links: Sequence[Link]) -> None:
        self.boxes, self.links, self.size = boxes, links, len(order)
        self.column_of = _columns(order, links)
        self.spine = _spine(order, links, self.column_of)
        count = 1 + max(self.column_of.values())
        self.columns: list[list[_Item]] = [[] for _ in range(count)]
        self.items: dict[int, _Item] = {}
        for i in order:
            item = _Item(boxes[i].up, boxes[i].down, i)
            self.items[i] = item
            self.columns[self.column_of[i]].append(item)
        self.lanes: dict[tuple[object, int], _Item] = {}
        for link in links:
            self._lay(link)
        self._sort()
        self._settle()
        self._measure()

    # -- building -------------------------------------------------------------------------------

    def _span(self, link: Link) -> tuple[int, int]:
        """The columns between which the link needs lanes."""
        first = -1 if link.source is None else self.column_of[link.source]
        last = len(self.columns) if link.target is None else self.column_of[link.target]
        return first, last

    def _lay(self, link: Link) -> None:
        first, last = self._span(link)
        before, height = None, 0.0
        if link.source is not None:
            before = self.items[link.source]
            height = self.boxes[link.source].output_at(link.source_port)
        for column in range(first + 1, last):
            lane = self.lanes.get((link.bus, column))
            if lane is None:
                lane = self.lanes[link.bus, column] = _Item(LANE * 0.75, LANE * 0.75)
                self.columns[column].append(lane)
                if before is not None:
                    _join(before, lane, height, 0.0, 1.0 if before.box is not None else 8.0)
            before, height = lane, 0.0
        if link.target is not None and before is not None:
            target = self.items[link.target]
            if before.box is not None:
                # the axes of a row of boxes stay level, whatever ports they use; lanes give way
                weight = 4096.0 if {link.source, link.target} <= self.spine else 64.0
                _join(before, target, 0.0, 0.0, weight)
            else:
                _join(before, target, height, self.boxes[link.target].input_at(link.port), 1.0)

    def _sort(self) -> None:
        for column in self.columns:
            # boxes first: lanes then run below a lone row of boxes
            column.sort(key=lambda item: item.box is None)
            for i, item in enumerate(column):
                item.order = i
        best, fewest = [list(c) for c in self.columns], self._crossings()
        for sweep in range(SWEEPS):
            if not fewest:
                break
            forward = sweep % 2 == 0
            for column in self.columns[1:] if forward else self.columns[-2::-1]:
                keys = {id(item): _mean_order(item, forward) for item in column}
                column.sort(key=lambda item: keys[id(item)])
                for i, item in enumerate(column):
                    item.order = i
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(c) for c in self.columns], crossings
        self.columns = best
        for column in self.columns:
            for i, item in enumerate(column):
                item.order = i

    def _crossings(self) -> int:
        """How often wires cross, counted as inversions between neighbouring columns."""
        total = 0
        for column in self.columns[1:]:
            ends = sorted((n.order, item.order) for item in column for n, *_ in item.left)
            seen: list[float] = []
            for _, end in ends:
                total += len(seen) - bisect_right(seen, end)
                insort(seen, end)
        return total

    def _settle(self) -> None:
        """Heights that keep wires level, by least squares under the order of each column."""
        for column in self.columns:
            y = 0.0
            for i, item in enumerate(column):
                y += 0.0 if i == 0 else _distance(column[i - 1], item)
                item.y = y
        for sweep in range(2 * SWEEPS):
            forward = sweep % 2 == 0
            for column in self.columns if forward else self.columns[::-1]:
                _level(column, forward)
        for column in self.columns:
            for item in column:
                item.y = float(round(item.y))

    def _measure(self) -> None:
        self.widths = [
            max(
                (self.boxes[item.box].width for item in column if item.box is not None), default=0.0
            )
            for column in self.columns
        ]
        self.width = sum(self.widths) + FORK_GAP * (len(self.widths) - 1)
        first = max(
            (item for item in self.columns[0] if item.box is not None),
            key=lambda item: item.up + item.down,
        )
        self.axis = first.y
        everything = [item for column in self.columns for item in column]
        self.up = self.axis - min(item.y - item.up for item in everything)
        self.down = max(item.y + item.down for item in everything) - self.axis

    # -- placing --------------------------------------------------------------------------------

    def place(self, left: float, axis: float, sheet: Sheet) -> tuple[Heights, Heights]:
        shift = axis - self.axis
        lefts, x = [], left
        for width in self.widths:
            lefts.append(x)
            x += width + FORK_GAP
        for index, item in self.items.items():
            column = self.column_of[index]
            inset = (self.widths[column] - self.boxes[index].width) / 2
            sheet.places[index] = Point(lefts[column] + inset, item.y + shift)
        entries: Heights = {}
        exits: Heights = {}
        for link in self.links:
            first, last = self._span(link)
            heights: list[float] = []
            if link.source is not None:
                box, at = self.boxes[link.source], sheet.places[link.source]
                y = at.y + box.output_at(link.source_port)
                sheet.level(link.wire, at.x + box.width, lefts[first] + self.widths[first], y)
                heights.append(y)
            for column in range(first + 1, last):
                y = self.lanes[link.bus, column].y + shift
                sheet.level(link.wire, lefts[column], lefts[column] + self.widths[column], y)
                heights.append(y)
            if link.target is not None:
                at = sheet.places[link.target]
                y = at.y + self.boxes[link.target].input_at(link.port)
                sheet.level(link.wire, lefts[last], at.x, y)
                heights.append(y)
            if link.source is None:
                entries[link.wire] = heights[0]
            if link.target is None:
                exits[link.wire] = heights[-1]
        return entries, exits


def _columns(order: Sequence[int], links: Sequence[Link]) -> dict[int, int]:
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, list[int]] = defaultdict(list)
    for link in links:
        if link.source is not None and link.target is not None:
            before[link.target].append(link.source)
            after[link.source].append(link.target)
    column: dict[int, int] = {}
    for i in order:
        column[i] = 1 + max((column[j] for j in before[i]), default=-1)
    for i in reversed(order):
        # what nothing holds on the left stands beside what it feeds
        if not before[i] and after[i]:
            column[i] = max(column[i], min(column[j] for j in after[i]) - 1)
    least = min(column.values())
    return {i: c - least for i, c in column.items()}


def _spine(order: Sequence[int], links: Sequence[Link], column_of: dict[int, int]) -> set[int]:
    """A path through all columns, the earliest in the document's order: it is drawn level, so that
    what is put in beside it moves nothing upon it."""
    rank = {i: r for r, i in enumerate(order)}
    before: dict[int, int] = {}
    for link in links:
        s, t = link.source, link.target
        if s is None or t is None or column_of[s] != column_of[t] - 1:
            continue
        if t not in before or rank[s] < rank[before[t]]:
            before[t] = s
    found = {max(order, key=lambda i: (column_of[i], -rank[i]))}
    at = next(iter(found))
    while at in before:
        at = before[at]
        found.add(at)
    return found


def _join(a: _Item, b: _Item, out: float, into: float, weight: float) -> None:
    a.right.append((b, into, out, weight))
    b.left.append((a, out, into, weight))


def _mean_order(item: _Item, forward: bool) -> float:
    neighbours = item.left if forward else item.right
    if not neighbours:
        return item.order
    # a port's height, small against the order, decides between wires from one block
    return sum(n.order + 1e-3 * port for n, port, _, _ in neighbours) / len(neighbours)


def _distance(above: _Item, below: _Item) -> float:
    gap = ROW_GAP if above.box is not None and below.box is not None else ROW_GAP / 3
    return above.down + gap + below.up


def _level(column: list[_Item], forward: bool) -> None:
    """Move the items of a column towards their neighbours, as far as the order lets them: the
    pool-adjacent-violators algorithm on heights less the room that the items above need."""
    offset, wanted = 0.0, []
    for i, item in enumerate(column):
        offset += 0.0 if i == 0 else _distance(column[i - 1], item)
        near = item.left if forward else item.right
        links = near or (item.right if forward else item.left)
        weight = sum(w for *_, w in links)
        target = (
            sum(w * (n.y + port - own) for n, port, own, w in links) / weight if links else item.y
        )
        wanted.append((target - offset, weight or 0.1, offset))
    blocks: list[list[float]] = []
    for target, weight, _ in wanted:
        blocks.append([target, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            t, w, n = blocks.pop()
            last = blocks[-1]
            last[0] = (last[0] * last[1] + t * w) / (last[1] + w)
            last[1] += w
            last[2] += n
    values = [value for value, _, n in blocks for _ in range(int(n))]
    for item, value, (_, _, own) in zip(column, values, wanted, strict=True):
        item.y = value + own
