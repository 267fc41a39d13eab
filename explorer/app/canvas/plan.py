"""What a picture of a graph consists of: blocks and wires with their places, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from explorer.analysis.results import Evaluation, Problem, State
from explorer.app.canvas import metrics
from explorer.app.canvas.annotated import ShownAnnotation, annotations_of, bends_of
from explorer.app.canvas.face import Face
from explorer.blocks.description import Shape
from explorer.graph.model import Edge, Graph, Node, Scope
from explorer.layout.arrange import arrange
from explorer.layout.model import (
    Box,
    Placement,
    Point,
    Rect,
    Way,
    Wire,
    rect_of,
    turned,
    turned_rect,
)
from explorer.layout.rows import COLUMN_HEIGHT, ROW_WIDTH


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
    down: bool = False
    """Whether its axis runs downwards: its ports then lie on its upper and lower edge."""

    def input(self, port: int) -> Point:
        """Where an input port is."""
        y = self.box.input_at(port)
        return self._on(self._inset(y) if self.face.kind == "symbol" else 0.0, y)

    def output(self, port: int) -> Point:
        y = self.box.output_at(port)
        inset = self._inset(y) if self.face.kind == "symbol" else 0.0
        return self._on(self.box.width - inset, y)

    def _on(self, along: float, across: float) -> Point:
        x, y = self.at
        return Point(x + across, y + along) if self.down else Point(x + along, y + across)

    def _inset(self, y: float) -> float:
        if self.inside is not None:
            return 0.0
        r = metrics.SYMBOL_RADIUS
        return float(r - max(0.0, r * r - y * y) ** 0.5)

    @property
    def rect(self) -> Rect:
        return rect_of(self.box, self.at, self.down)


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
    down: bool = False


MANY = 150
"""Blocks in one graph from which on rows grow longer, so that the whole keeps its proportions."""
SHORTER, WIDER = 0.5, 2.0
"""Cards are wide and low, so a network drawn downwards is shorter, and its branches lie wider
apart. What stands by hand is drawn so too: the document keeps one place for both ways."""


@dataclass(frozen=True, eq=False)
class Plan:
    """A graph as it is drawn. The beginning of its axis is the origin."""

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
    """Where the document's zero lies here."""
    closed: tuple[Box, ...] = ()
    links: tuple[Wire, ...] = ()
    placement: Placement = field(default_factory=Placement)
    """What the automatic layout says, whatever was moved by hand since."""
    moved: frozenset[str] = frozenset()
    down: bool = False
    """Whether it is drawn from top to bottom."""

    @cached_property
    def annotations(self) -> tuple[ShownAnnotation, ...]:
        """Notes and frames, in the order in which they are drawn."""
        graph = self.graph
        return annotations_of(self) if graph.notes or graph.frames else ()

    @cached_property
    def bends(self) -> dict[Edge, tuple[Point, ...]]:
        """The points of the wires that were led by hand."""
        return bends_of(self) if self.graph.bends else {}

    @cached_property
    def standing(self) -> dict[str, Point]:
        """The place of each block in the document's terms, all blocks closed: its own, or the one
        that the automatic layout gives it."""
        rows = row_width(self.framed, self.scope, self.down, len(self.blocks))
        placement = arrange(self.closed, self.links, rows)
        base, origin = placement.places, first_left(self.graph, placement)
        found = {}
        for name, shown in self.blocks.items():
            at = shown.node.at
            found[name] = (
                Point(*at)
                if at is not None
                else kept(Point(base[name].x - origin, base[name].y), self.down)
            )
        return found

    def kept_place(self, at: Point) -> Point:
        """A place on the canvas, about this graph's origin, in the document's terms."""
        return self.kept_step(Point(at.x - self.shift.x, at.y - self.shift.y))

    def kept_step(self, step: Point) -> Point:
        """A move on the canvas in the document's terms."""
        return kept(turned(step, self.down), self.down)

    def drawn_place(self, at: Point) -> Point:
        """A place of the document on the canvas: the other way round."""
        step = turned(drawn(at, self.down), self.down)
        return Point(step.x + self.shift.x, step.y + self.shift.y)

    def kept_breadth(self, names: Iterable[str]) -> float:
        """How much room some blocks take across the axis, in the document's terms."""
        rects = [turned_rect(self.blocks[n].rect, self.down) for n in names if n in self.blocks]
        high = max((r.bottom for r in rects), default=0) - min((r.top for r in rects), default=0)
        return high / WIDER if self.down else high

    def kept_box(self, box: Box) -> Box:
        """The room that a box takes in the document's terms."""
        if not self.down:
            return box
        return box._replace(width=box.width / SHORTER, up=box.up / WIDER, down=box.down / WIDER)


def drawn(at: Point, down: bool) -> Point:
    """A place of the document as the layout has it, along and across the axis."""
    return Point(at.x * SHORTER, at.y * WIDER) if down else at


def kept(at: Point, down: bool) -> Point:
    """A place of the layout in the document's terms."""
    return Point(at.x / SHORTER, at.y / WIDER) if down else at


def row_width(framed: bool, scope: Scope, down: bool, count: int) -> float:
    """How long a row of a graph may be, 0 for as long as it is: rows are for the network itself,
    which has the whole canvas."""
    if framed or scope:
        return 0.0
    # a row of some hundreds is read line by line; thousands are looked at whole
    folds = max(0, (max(1, count // MANY) - 1).bit_length() + 1) // 2 if count > MANY else 0
    return (COLUMN_HEIGHT if down else ROW_WIDTH) * 2.0**folds


def first_left(graph: Graph, placement: Placement) -> float:
    """Where the first block stands, the ports of the graph aside: the leftmost of the first row to
    which an input leads. What stands by itself, as when it was just pasted, does not count, or the
    whole network would move against what stands by hand; it does where there is nothing else."""
    found = sorted(
        (at.x, name)
        for name, at in placement.places.items()
        if at.y <= placement.first_row and graph[name].type not in ("input", "output")
    )
    fed = (x for x, name in found if _is_fed(graph, name))
    return next(fed, found[0][0] if found else 0.0)


def _is_fed(graph: Graph, name: str) -> bool:
    """Whether an input of the graph leads to a block."""
    todo, seen = [name], {name}
    while todo:
        for edge in graph.incoming[todo.pop()]:
            if graph[edge.source].type == "input":
                return True
            if edge.source not in seen:
                seen.add(edge.source)
                todo.append(edge.source)
    return False
