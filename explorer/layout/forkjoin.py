"""Taking a graph apart into series and branches.

A block that every path passes (a cut vertex) parts its graph into what is before and what is
behind it. Between two of them stand the branches: the connected pieces that remain when both are
taken away, each taken apart in the same way, and the wires that lead past all of them. What cannot
be taken apart goes into columns. Nearly every published network is series and branches all through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from explorer.layout.layered import Layered, Link
from explorer.layout.model import Box, Wire
from explorer.layout.tree import FORK_GAP, GAP, Lane, Leaf, Parallel, Part, Series

MAX_NESTING = 60
"""Deeper branches go into columns, so that no graph exhausts the stack."""


class Decomposer:
    """Takes one graph apart. Boxes and wires are meant by their index."""

    def __init__(self, boxes: Sequence[Box], wires: Sequence[Wire]) -> None:
        self.boxes, self.wires = boxes, wires
        index = {box.name: i for i, box in enumerate(boxes)}
        self.source = [None if w.source is None else index[w.source] for w in wires]
        self.target = [None if w.target is None else index[w.target] for w in wires]
        self.into: list[list[int]] = [[] for _ in boxes]
        self.out_of: list[list[int]] = [[] for _ in boxes]
        self.order = self._order()
        rank = {i: r for r, i in enumerate(self.order)}
        self.rank = rank
        self.through: list[int] = []
        """Wires from border to border."""
        for w in range(len(wires)):
            s, t = self.source[w], self.target[w]
            if s is not None and t is not None and rank[s] >= rank[t]:
                continue  # it closes a cycle: led afterwards, like a wire of a hand-made drawing
            if s is not None:
                self.out_of[s].append(w)
            if t is not None:
                self.into[t].append(w)
            if s is None and t is None:
                self.through.append(w)

    def part(self) -> Part | None:
        """The whole as one part; None for an empty graph."""
        if not self.boxes:
            return Lane(self.through) if self.through else None
        return self._series(self.order, self.through, 0)

    def _order(self) -> list[int]:
        """Every wire forward, document order where free; cycles are cut at their first block."""
        waiting = [0] * len(self.boxes)
        after: list[list[int]] = [[] for _ in self.boxes]
        forward = True
        for s, t in zip(self.source, self.target, strict=True):
            if s is not None and t is not None:
                waiting[t] += 1
                after[s].append(t)
                forward = forward and s < t
        if forward:
            return list(range(len(self.boxes)))
        order: list[int] = []
        done = [False] * len(self.boxes)
        ready = [i for i, n in enumerate(waiting) if n == 0][::-1]
        rest = iter(range(len(self.boxes)))
        while len(order) < len(self.boxes):
            i = ready.pop() if ready else next(r for r in rest if not done[r])
            if done[i]:
                continue
            done[i] = True
            order.append(i)
            for t in reversed(after[i]):
                waiting[t] -= 1
                if waiting[t] == 0 and not done[t]:
                    ready.append(t)
        return order

    # -- series -----------------------------------------------------------------------------------

    def _series(self, nodes: Sequence[int], past: Sequence[int], depth: int) -> Part:
        """Boxes in order, as a row of cut vertices and what lies between. ``past`` are wires that
        lead from the left border to the right one, past everything."""
        if depth > MAX_NESTING:
            return self._layered(nodes, past)
        position = {i: p for p, i in enumerate(nodes)}
        covers = [0] * (len(nodes) + 1)
        spans: dict[tuple[int, int], list[int]] = defaultdict(list)

        def cover(first: int, last: int) -> None:
            if first <= last:
                covers[first] += 1
                covers[last + 1] -= 1

        for p, i in enumerate(nodes):
            if not self.into[i]:
                cover(0, p - 1)
            if not self.out_of[i]:
                cover(p + 1, len(nodes) - 1)
            for w in self.into[i]:
                s = position.get(self._end(self.source[w]), -1)
                cover(s + 1, p - 1)
                spans[s, p].append(w)
            for w in self.out_of[i]:
                if self._end(self.target[w]) not in position:
                    cover(p + 1, len(nodes) - 1)
                    spans[p, len(nodes)].append(w)
        if past:
            cover(0, len(nodes) - 1)
            spans[-1, len(nodes)].extend(past)
        cuts, depth_here = [], 0
        for p in range(len(nodes)):
            depth_here += covers[p]
            if depth_here == 0:
                cuts.append(p)
        parts: list[Part] = []
        gaps: list[float] = []
        left = -1
        for right in (*cuts, len(nodes)):
            if right - left > 1:
                between = nodes[left + 1 : right]
                lanes = spans.get((left, right), [])
                if len(between) == len(nodes) and not lanes and self._is_one(between):
                    return self._layered(nodes, past)
                part = self._parallel(between, lanes, left, right, len(nodes), depth)
                self._append(parts, gaps, part)
            if right < len(nodes):
                self._append(parts, gaps, self._leaf(nodes[right]))
            left = right
        return parts[0] if len(parts) == 1 else Series(parts, gaps)

    @staticmethod
    def _end(index: int | None) -> int:
        return -1 if index is None else index

    def _leaf(self, i: int) -> Leaf:
        wires = self.wires
        return Leaf(
            i,
            self.boxes[i],
            [(w, wires[w].port) for w in self.into[i]],
            [(w, wires[w].source_port) for w in self.out_of[i]],
        )

    def _append(self, parts: list[Part], gaps: list[float], part: Part) -> None:
        if parts:
            gap = GAP
            for p in (parts[-1], part):
                if not isinstance(p, Leaf):
                    # wires that climb far need some way to do so
                    gap = max(gap, FORK_GAP + min(36.0, round(0.08 * max(p.up, p.down))))
            gaps.append(gap)
        parts.append(part)

    # -- branches -----------------------------------------------------------------------------------

    def _pieces(self, nodes: Sequence[int]) -> list[list[int]]:
        """The connected pieces of some boxes, each in order."""
        leader = {i: i for i in nodes}

        def find(i: int) -> int:
            while leader[i] != i:
                leader[i] = leader[leader[i]]
                i = leader[i]
            return i

        for i in nodes:
            for w in self.into[i]:
                s = self._end(self.source[w])
                if s in leader:
                    leader[find(s)] = find(i)
        pieces: dict[int, list[int]] = defaultdict(list)
        for i in nodes:
            pieces[find(i)].append(i)
        return list(pieces.values())

    def _is_one(self, nodes: Sequence[int]) -> bool:
        return len(self._pieces(nodes)) == 1

    def _parallel(
        self,
        between: Sequence[int],
        past: list[int],
        left: int,
        right: int,
        count: int,
        depth: int,
    ) -> Part:
        lanes = self._lanes(past)
        pieces = self._pieces(between)
        if len(pieces) == 1 and not lanes:
            return self._layered(between, ())
        # side by side between one fork and one join, or ending each for itself
        forked = left >= 0 or all(self._crosses(p, self.into, self.source) for p in pieces)
        joined = right < count or all(self._crosses(p, self.out_of, self.target) for p in pieces)
        if joined:
            ports = {piece[0]: self._port_of(piece) for piece in pieces}
            pieces.sort(key=lambda piece: ports[piece[0]])
        branches: list[Part] = [self._series(piece, (), depth + 1) for piece in pieces]
        largest = max(range(len(branches)), key=lambda b: (branches[b].size, -b))
        main: int | None = largest
        sizes = {b.size for b in branches}
        if not (joined and forked):
            # a side branch that ends for itself, such as an auxiliary head: the trunk stays level
            branches = [branches[largest], *branches[:largest], *branches[largest + 1 :]]
            main = 0
        elif len(branches) > 2 or (len(branches) == 2 and len(sizes) == 1):
            main = None
        elif len(branches) == 2:
            branches = [branches[largest], branches[1 - largest]]
            main = 0
        if main is None and len(branches) % 2 == 0 and len(lanes) == 1:
            branches[len(branches) // 2 : len(branches) // 2] = lanes
        else:
            if main is None and lanes:
                # lanes below must not shift the centre
                branches = [Parallel(branches, None)]
                main = 0
            branches = [*branches, *lanes]
        aligned = 0.5 if joined and forked else 1.0 if joined else 0.0
        return branches[0] if len(branches) == 1 else Parallel(branches, main, aligned)

    def _lanes(self, past: Sequence[int]) -> list[Part]:
        """One lane for each value that passes."""
        by_source: dict[tuple[int | None, int], list[int]] = defaultdict(list)
        for w in past:
            by_source[self.source[w], self.wires[w].source_port].append(w)
        return [Lane(ws) for ws in by_source.values()]

    def _crosses(
        self, piece: Sequence[int], wires_of: list[list[int]], end: list[int | None]
    ) -> bool:
        """Whether wires lead from (or to) outside a piece, on the side that is asked for."""
        inside = set(piece)
        return any(end[w] not in inside for i in piece for w in wires_of[i])

    def _port_of(self, piece: Sequence[int]) -> int:
        """The first port that a piece ends in, behind it: the order of branches at their join."""
        inside = set(piece)
        ports = [
            self.wires[w].port
            for i in piece
            for w in self.out_of[i]
            if self.target[w] not in inside
        ]
        return min(ports, default=len(self.wires))

    # -- columns ------------------------------------------------------------------------------------

    def _layered(self, nodes: Sequence[int], past: Sequence[int]) -> Part:
        inside = set(nodes)
        wires = dict.fromkeys(w for i in nodes for w in (*self.into[i], *self.out_of[i]))
        links = []
        for w in (*wires, *past):
            s, t = self.source[w], self.target[w]
            links.append(
                Link(
                    w,
                    s if s in inside else None,
                    t if t in inside else None,
                    self.wires[w].port,
                    self.wires[w].source_port,
                    (s, self.wires[w].source_port),
                )
            )
        return Layered(nodes, self.boxes, links)
