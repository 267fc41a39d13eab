"""What a picture of a graph consists of: blocks and wires with their places, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from explorer.analysis.results import Evaluation, Problem, State
from explorer.app import format as fmt
from explorer.app.canvas import metrics
from explorer.app.canvas.face import Face
from explorer.blocks.description import Shape
from explorer.graph.model import Edge, Graph, Node, Scope
from explorer.layout.arrange import arrange
from explorer.layout.model import Box, Placement, Point, Rect, Way, Wire, rect_of


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One block on the canvas. Lengths are relative to the graph that it lies in."""

    path: str
    scope: Scope
    node: Node
    state: State | None
    face: Face
    box: Box
    at: Point
    editable: bool
    """Whether the graph that it lies in is the document's own."""
    inside: Plan | None = None
    """What is drawn in it while it is open."""
    closed: Box | None = None
    """Its box when it is closed, where it is open."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with it or within it, paths relative to the graph."""

    def input(self, port: int) -> Point:
        """Where an input port is."""
        y = self.box.input_at(port)
        return Point(self.at.x + self._inset(y), self.at.y + y)

    def output(self, port: int) -> Point:
        y = self.box.output_at(port)
        return Point(self.at.x + self.box.width - self._inset(y), self.at.y + y)

    def _inset(self, y: float) -> float:
        if self.face.kind != "symbol" or self.inside is not None:
            return 0.0
        r = metrics.SYMBOL_RADIUS
        return float(r - max(0.0, r * r - y * y) ** 0.5)

    @property
    def rect(self) -> Rect:
        return rect_of(self.box, self.at)


NO_ROOM = Rect(0.0, 0.0, 0.0, 0.0)
ORIGIN = Point(0.0, 0.0)


class WireKey(NamedTuple):
    scope: Scope
    edge: Edge


class ShownWire(NamedTuple):
    """One wire on the canvas."""

    key: WireKey
    start: Point
    way: Way
    end: Point
    label: str
    shape: Shape | None
    waiting: bool
    editable: bool


@dataclass(frozen=True, eq=False)
class Plan:
    """A graph as it is drawn. The left end of its axis is the origin."""

    scope: Scope
    graph: Graph
    evaluation: Evaluation | None
    opened: frozenset[str]
    framed: bool
    blocks: dict[str, Shown] = field(default_factory=dict)
    wires: tuple[ShownWire, ...] = ()
    bounds: Rect = NO_ROOM
    inputs: tuple[float, ...] = ()
    """Heights of the ports in the frame's left side."""
    outputs: tuple[float, ...] = ()
    shift: Point = ORIGIN
    """What to add to a place in the document to have it here."""
    closed: tuple[Box, ...] = ()
    links: tuple[Wire, ...] = ()
    placement: Placement = field(default_factory=Placement)
    """What the automatic layout says, whatever was moved by hand since."""
    moved: frozenset[str] = frozenset()

    @cached_property
    def standing(self) -> dict[str, Point]:
        """The place of each block in the document's terms, all blocks closed: its own, or the one
        that the automatic layout gives it."""
        rows = in_rows(self.framed, self.scope)
        base = arrange(self.closed, self.links, rows=rows).places
        origin = first_left(self.graph, base)
        found = {}
        for name, shown in self.blocks.items():
            at = shown.node.at
            found[name] = (
                Point(*at) if at is not None else Point(base[name].x - origin, base[name].y)
            )
        return found


def in_rows(framed: bool, scope: Scope) -> bool:
    """Whether a graph may take several rows: the network itself, which has the whole canvas."""
    return not framed and not scope


def first_left(graph: Graph, places: Mapping[str, Point]) -> float:
    """Where the first block stands, the ports of the graph aside."""
    return min(
        (at.x for name, at in places.items() if graph[name].type not in ("input", "output")),
        default=0.0,
    )


def wire_text(wire: ShownWire) -> str:
    """What a wire carries, for its tooltip."""
    edge = wire.key.edge
    ends = f"{edge.source} → {edge.target}"
    return f"{fmt.shape(wire.shape)}   {ends}" if wire.shape is not None else ends
