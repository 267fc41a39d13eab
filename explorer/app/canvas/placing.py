"""Places for the blocks and wires of one graph: the automatic layout, and what stands by hand."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.analysis.results import Evaluation, State
from explorer.app.canvas import metrics
from explorer.app.canvas.face import symbol_ports
from explorer.app.canvas.plan import (
    NO_ROOM,
    Plan,
    Shown,
    ShownWire,
    WireKey,
    drawn,
    first_left,
    row_width,
)
from explorer.blocks.description import Shape
from explorer.graph.model import Edge, Graph, Scope
from explorer.layout.arrange import arrange
from explorer.layout.manual import make_room, separate
from explorer.layout.model import (
    Box,
    Placement,
    Point,
    Rect,
    Wire,
    rect_of,
    turned,
    turned_rect,
)
from explorer.layout.route import Obstacles, detour


class Placer:
    """Gives the blocks and wires of one graph their places."""

    def __init__(
        self,
        graph: Graph,
        drafts: dict[str, Shown],
        states: Mapping[str, State],
        framed: bool,
        scope: Scope,
        editable: bool,
        down: bool = False,
    ) -> None:
        self.graph, self.drafts, self.states = graph, drafts, states
        self.framed, self.scope, self.editable = framed, scope, editable
        self.down = down
        self.rows = row_width(framed, scope, down, len(drafts))
        self.inlets = {n.name: i for i, n in enumerate(graph.of_type("input"))}
        self.outlets = {n.name: i for i, n in enumerate(graph.of_type("output"))}
        # of a graph in a frame its inputs and outputs are no blocks, but ports: nothing can come
        # into the one or out of the other
        self.edges = [
            e
            for e in graph.edges
            if (e.source in drafts or e.source in self.inlets)
            and (e.target in drafts or e.target in self.outlets)
        ]
        self.labels = [self._label(e) for e in self.edges]
        self.wires = tuple(self._wire(e) for e in self.edges)

    def _label(self, edge: Edge) -> str:
        """The resolution, on the first wire out of a block that changes it."""
        source = self.drafts.get(edge.source)
        if source is None or source.inside is not None:
            # inside an opened block the resolution stands where it changes
            return ""
        out = _shape(self.states.get(edge.source), edge.source_port)
        if out is None or len(out) != 3 or self.graph.outgoing[edge.source][0] != edge:
            return ""
        state = self.states[edge.source]
        if state.inputs and state.inputs[0][1:] == out[1:]:
            return ""
        return f"{out[1]}²" if out[1] == out[2] else f"{out[1]}×{out[2]}"

    def _wire(self, edge: Edge) -> Wire:
        # wires from different ports of an opened block are different values
        return Wire(
            edge.source if edge.source in self.drafts else None,
            edge.target if edge.target in self.drafts else None,
            edge.port if edge.target in self.drafts else self.outlets[edge.target],
            edge.source_port if edge.source in self.drafts else self.inlets[edge.source],
        )

    def plan(
        self,
        evaluation: Evaluation | None,
        opened: frozenset[str],
        old: Mapping[str, Shown],
        before: Plan | None,
    ) -> Plan:
        boxes = tuple(d.box for d in self.drafts.values())
        placement = arrange(boxes, self.wires, rows=self.rows)
        places, moved, origin = self._places(boxes, placement)
        shift = Point(-origin, 0.0)
        bounds = _bounds(boxes, places) if moved else None
        if self.framed:
            left = bounds.left if bounds is not None else 0.0
            before_first = metrics.FRAME_HEAD if self.down else metrics.FRAME_LEFT
            shift = Point(before_first - left, 0.0)
        arrivals = self._arrivals(placement, places, moved)
        blocks = {}
        for name, draft in self.drafts.items():
            at = turned(Point(places[name].x + shift.x, places[name].y), self.down)
            box = draft.box
            if draft.face.kind == "symbol" and draft.inside is None:
                ports = symbol_ports(arrivals.get(name, {}), max(1, draft.face.inputs))
                box = box._replace(inputs=ports)
            blocks[name] = _keep(draft, at, box, old.get(name))
        frame = self._frame(placement, bounds, blocks)
        inputs, outputs = self._ports(placement)
        wires = self._shown_wires(blocks, placement, moved, shift, frame, inputs, outputs, before)
        return Plan(
            self.scope,
            self.graph,
            evaluation,
            opened,
            self.framed,
            blocks,
            wires,
            turned_rect(frame, self.down),
            inputs,
            outputs,
            turned(Point(shift.x + origin, 0.0), self.down),
            tuple(d.closed or d.box for d in self.drafts.values()),
            self.wires,
            placement,
            moved,
            self.down,
        )

    def _places(
        self, boxes: tuple[Box, ...], placement: Placement
    ) -> tuple[dict[str, Point], frozenset[str], float]:
        """Where boxes stand, which of them not where the automatic layout has them, and the zero
        of places in the document: where its first block stands, ports aside, so that a graph
        looks the same opened in place and entered."""
        manual = {n: d.node.at for n, d in self.drafts.items() if d.node.at is not None}
        if not manual:
            return placement.places, frozenset(), first_left(self.graph, placement)
        closed = tuple(d.closed or d.box for d in self.drafts.values())
        base = arrange(closed, self.wires, rows=self.rows) if closed != boxes else placement
        origin = first_left(self.graph, base)
        standing = dict(base.places)
        for name, place in manual.items():
            at = drawn(Point(*place), self.down)
            standing[name] = Point(at.x + origin, at.y)
        roomy = make_room(closed, boxes, standing)
        alone = {n for n in manual if self.drafts[n].inside is None}
        found = separate(boxes, roomy, alone)
        moved = frozenset(
            n
            for n, at in found.items()
            if abs(at.x - placement.places[n].x) > 0.5 or abs(at.y - placement.places[n].y) > 0.5
        )
        return found, moved, origin

    def _arrivals(
        self, placement: Placement, places: Mapping[str, Point], moved: frozenset[str]
    ) -> dict[str, dict[int, float]]:
        """For each symbol, from what height about its axis each of its wires comes."""
        found: dict[str, dict[int, float]] = {}
        for edge, way in zip(self.edges, placement.ways, strict=True):
            target = self.drafts.get(edge.target)
            if target is None or target.face.kind != "symbol":
                continue
            source = self.drafts.get(edge.source)
            if way and edge.source not in moved and edge.target not in moved:
                y = way[-1].y
            elif source is not None:
                y = places[edge.source].y + source.box.output_at(edge.source_port)
            else:
                y = 0.0
            found.setdefault(edge.target, {})[edge.port] = y - places[edge.target].y
        return found

    def _frame(
        self, placement: Placement, bounds: Rect | None, blocks: Mapping[str, Shown]
    ) -> Rect:
        """What the graph takes up, along and across its axis; with a frame about it where it is
        drawn in one."""
        if not self.framed:
            return turned_rect(_union([b.rect for b in blocks.values()]), self.down)
        if bounds is None:
            bounds = Rect(0.0, -placement.up, placement.width, placement.down)
        if self.down:
            beside = metrics.FRAME_BOTTOM
            return Rect(
                0.0,
                min(bounds.top, -beside) - beside,
                bounds.right - bounds.left + metrics.FRAME_HEAD + metrics.FRAME_LEFT,
                max(bounds.bottom, beside) + beside,
            )
        least = metrics.CARD_HALF
        return Rect(
            0.0,
            min(bounds.top, -least) - metrics.FRAME_TITLE - metrics.FRAME_TOP / 2,
            bounds.right - bounds.left + metrics.FRAME_LEFT + metrics.FRAME_RIGHT,
            max(bounds.bottom, least) + metrics.FRAME_BOTTOM,
        )

    def _ports(self, placement: Placement) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Heights of the frame's ports: where their wires cross its border."""
        if not self.framed:
            return (), ()
        into, out = self.inlets, self.outlets
        entries: dict[int, list[float]] = {}
        exits: dict[int, list[float]] = {}
        for edge, way in zip(self.edges, placement.ways, strict=True):
            if edge.source in into and way:
                entries.setdefault(into[edge.source], []).append(way[0].y)
            if edge.target in out and way:
                exits.setdefault(out[edge.target], []).append(way[-1].y)
        return _heights(len(into), entries), _heights(len(out), exits)

    def _shown_wires(
        self,
        blocks: Mapping[str, Shown],
        placement: Placement,
        moved: frozenset[str],
        shift: Point,
        frame: Rect,
        inputs: tuple[float, ...],
        outputs: tuple[float, ...],
        before: Plan | None,
    ) -> tuple[ShownWire, ...]:
        into, out = self.inlets, self.outlets
        old = {w.key.edge: w for w in before.wires} if before is not None else {}
        obstacles: Obstacles | None = None
        if moved:
            obstacles = Obstacles([turned_rect(b.rect, self.down) for b in blocks.values()])
        same: Mapping[str, Shown] = {}
        if (
            before is not None
            and before.placement is placement
            and before.moved == moved == frozenset()
            and before.inputs == inputs
            and before.outputs == outputs
        ):
            same = before.blocks
        found = []
        for i, edge in enumerate(self.edges):
            source, target = blocks.get(edge.source), blocks.get(edge.target)
            was = old.get(edge)
            if (
                was is not None
                and source is not None
                and target is not None
                and same.get(edge.source) is source
                and same.get(edge.target) is target
            ):
                found.append(was)
                continue
            down = self.down
            start = (
                turned(source.output(edge.source_port), down)
                if source is not None
                else Point(0.0, inputs[into[edge.source]])
            )
            end = (
                turned(target.input(edge.port), down)
                if target is not None
                else Point(frame.right, outputs[out[edge.target]])
            )
            if obstacles is not None and (
                edge.source in moved or edge.target in moved or not placement.ways[i]
            ):
                way = detour(start, end, obstacles)
            else:
                way = tuple(Point(p.x + shift.x, p.y) for p in placement.ways[i])
                if down and source is None:
                    # level past the frame's title before it swings
                    way = (
                        Point(metrics.FRAME_TITLE, start.y),
                        *(p for p in way if p.x > start.x + metrics.FRAME_TITLE),
                    )
            state = self.states.get(edge.source)
            shape = _shape(state, edge.source_port)
            wire = ShownWire(
                WireKey(self.scope, edge),
                turned(start, down),
                tuple(turned(p, down) for p in way),
                turned(end, down),
                self.labels[i],
                shape,
                shape is None,
                self.editable,
                down,
            )
            found.append(was if was is not None and was == wire else wire)
        return tuple(found)


def _keep(draft: Shown, at: Point, box: Box, was: Shown | None) -> Shown:
    """The block at its place; the one before where nothing is different."""
    if (
        was is not None
        and was.at == at
        and was.node is draft.node
        and was.state is draft.state
        and was.face is draft.face
        and was.box == box
        and was.inside is draft.inside
        and was.editable == draft.editable
        and was.down == draft.down
    ):
        return was
    return Shown(
        draft.path,
        draft.scope,
        draft.node,
        draft.state,
        draft.face,
        box,
        at,
        draft.editable,
        draft.inside,
        draft.closed,
        draft.problems,
        draft.down,
    )


def _shape(state: State | None, port: int) -> Shape | None:
    if state is None or state.result is None or port >= len(state.result.outputs):
        return None
    return state.result.outputs[port]


def _heights(count: int, found: Mapping[int, list[float]]) -> tuple[float, ...]:
    """A port alone lies on the axis; several lie where their wires are."""
    if count == 1:
        return (0.0,)
    heights = []
    for i in range(count):
        at = found.get(i)
        heights.append(sum(at) / len(at) if at else (i - (count - 1) / 2) * metrics.PORT_STEP)
    return tuple(heights)


def _bounds(boxes: tuple[Box, ...], places: Mapping[str, Point]) -> Rect:
    return _union([rect_of(b, places[b.name]) for b in boxes])


def _union(rects: list[Rect]) -> Rect:
    if not rects:
        return NO_ROOM
    return Rect(
        min(r.left for r in rects),
        min(r.top for r in rects),
        max(r.right for r in rects),
        max(r.bottom for r in rects),
    )
