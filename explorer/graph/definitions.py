"""Users' own blocks: made of a selection, unpacked, made unique.

Each is a function from a document to an edit, one undoable step. Nothing here knows what a type
means: how many ports a node has is asked of whoever does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from explorer.graph.annotate import Annotate
from explorer.graph.annotations import fresh, moved_bends
from explorer.graph.edits import Batch, Define, Edit, EditError, ReplaceNode, ReplaceNodes
from explorer.graph.model import (
    DEFINED,
    Bend,
    BlockDefinition,
    Document,
    Edge,
    Graph,
    Node,
    ParameterDefinition,
    Scope,
    fresh_name,
    wired,
)
from explorer.graph.substitution import names_of, substituted, with_expressions
from explorer.graph.values import EMPTY, Params, Value

PORTS = ("input", "output")
"""Types of the nodes that are a graph's own ports: they stay outside of a block."""


class Arity(NamedTuple):
    """How many ports nodes have."""

    inputs: Callable[[Node], tuple[int, int | None]]
    """How many inputs a node needs at least, and may have at most."""
    outputs: Callable[[Node], int]


class Made(NamedTuple):
    """An edit, and the names of the nodes that it places."""

    edit: Edit
    names: tuple[str, ...]


End = tuple[str, int]
"""A node and one of its output ports."""


def region(graph: Graph, names: Collection[str]) -> tuple[str, ...]:
    """The nodes of a selection that can become a block, in the graph's order; EditError says why
    they cannot."""
    chosen = tuple(n.name for n in graph.nodes if n.name in names and n.type not in PORTS)
    if not chosen:
        raise EditError("select the blocks that it should be made of")
    inside = set(chosen)
    behind = _reached(graph, inside, forward=True)
    before = _reached(graph, inside, forward=False)
    if between := sorted((behind & before) - inside):
        raise EditError(f"“{between[0]}” lies between the selected blocks: select it as well")
    return chosen


def _reached(graph: Graph, start: set[str], forward: bool) -> set[str]:
    """Nodes outside that a wire out of (or, backward, into) the region leads to, however far."""
    found: set[str] = set()
    todo = list(start)
    while todo:
        name = todo.pop()
        edges = graph.outgoing[name] if forward else graph.incoming[name]
        for edge in edges:
            other = edge.target if forward else edge.source
            if other not in found and other not in start:
                found.add(other)
                todo.append(other)
    return found


def make_block(
    document: Document,
    scope: Scope,
    names: Collection[str],
    name: str,
    arity: Arity,
    environment: Mapping[str, Value] = EMPTY,
) -> Made:
    """Put one instance of a new block in the place of some nodes.

    Wires that come in become its inputs, one for each value; wires that leave become its outputs,
    and so do ports that nothing is wired to. What the nodes' expressions use become its
    parameters, their values in ``environment`` the defaults, and the instance passes them on.
    """
    if name in document.definition_by_name:
        raise EditError(f"there is already a block of your own called “{name}”")
    graph = document.graph_at(scope)
    chosen = region(graph, names)
    ports = _Ports(graph, chosen, arity)
    used = names_of(Graph(tuple(graph[n] for n in chosen)))
    definition = BlockDefinition(
        name,
        ports.graph(),
        tuple(ParameterDefinition(n, environment.get(n, 1)) for n in used),
    )
    instance = Node(
        name=fresh_name(name, [n for n in graph.names if n not in chosen]),
        type=DEFINED + name,
        params=Params({n: f"={n}" for n in used}),
        at=ports.corner,
    )
    edges = [
        Edge(end[0], instance.name, port, end[1])
        for port, end in enumerate(ports.sources)
        if end is not None
    ]
    edges += [
        edge._replace(source=instance.name, source_port=ports.results.index(_end(edge)))
        for edge in graph.edges
        if edge.source in ports.inside and edge.target in graph and edge.target not in ports.inside
    ]
    put = ReplaceNodes(scope=scope, gone=chosen, nodes=(instance,), edges=tuple(edges))
    edit = Batch(edits=(Define(definition=definition), put), what=f"Make the block {name}")
    return Made(edit, (instance.name,))


def _end(edge: Edge) -> End:
    return edge.source, edge.source_port


class _Ports:
    """Where wires cross the border of a region."""

    def __init__(self, graph: Graph, chosen: tuple[str, ...], arity: Arity) -> None:
        self._graph, self._chosen = graph, chosen
        self.inside = set(chosen)
        self.sources: list[End | None] = []
        """What comes in at each input; None where nothing is wired yet."""
        self.results: list[End] = []
        """What goes out at each output."""
        self._into: list[list[tuple[str, int]]] = []
        for name in chosen:
            self._enter(name, arity)
        for name in chosen:
            self._leave(name, arity)
        places = [graph[n].at for n in chosen]
        set_ = [at for at in places if at is not None]
        self.corner = (min(x for x, _ in set_), min(y for _, y in set_)) if set_ else None

    def _enter(self, name: str, arity: Arity) -> None:
        incoming = self._graph.incoming[name]
        for edge in incoming:
            if edge.source in self.inside:
                continue
            end = _end(edge)
            if end not in self.sources:
                self.sources.append(end)
                self._into.append([])
            self._into[self.sources.index(end)].append((name, edge.port))
        taken = {edge.port for edge in incoming}
        for port in range(arity.inputs(self._graph[name])[0]):
            if port not in taken:
                self.sources.append(None)
                self._into.append([(name, port)])

    def _leave(self, name: str, arity: Arity) -> None:
        outgoing = self._graph.outgoing[name]
        used = {edge.source_port for edge in outgoing}
        out = {edge.source_port for edge in outgoing if edge.target not in self.inside}
        out |= {port for port in range(arity.outputs(self._graph[name])) if port not in used}
        self.results += [(name, port) for port in sorted(out)]

    def graph(self) -> Graph:
        """The region as a graph of its own."""
        taken = set(self._chosen)
        inputs, outputs, edges = [], [], []
        for into in self._into:
            node = Node(name=fresh_name("x", taken), type="input")
            taken.add(node.name)
            inputs.append(node)
            edges += [Edge(node.name, target, port) for target, port in into]
        edges += [
            e for e in self._graph.edges if e.source in self.inside and e.target in self.inside
        ]
        for source, port in self.results:
            node = Node(name=fresh_name("out", taken), type="output")
            taken.add(node.name)
            outputs.append(node)
            edges.append(Edge(source, node.name, 0, port))
        nodes = [_moved(self._graph[n], self.corner, -1) for n in self._chosen]
        return self._annotated(wired((*inputs, *nodes, *outputs), edges))

    def _annotated(self, graph: Graph) -> Graph:
        """The frames that lie within go along; one about all of it stays where it is. So do the
        bends of wires within, where it is known where they lie in the new graph."""
        frames = tuple(f for f in self._graph.frames if set(f.blocks) < self.inside)
        bends: tuple[Bend, ...] = ()
        if self.corner is not None:
            x, y = self.corner
            moved = moved_bends(self._graph, self.inside, -x, -y)
            bends = tuple(Bend(edge, points) for edge, points in moved.items())
        return graph.annotated((), frames, bends)


def _moved(node: Node, by: tuple[float, float] | None, sign: int) -> Node:
    if node.at is None:
        return node
    if by is None:
        return replace(node, at=None)
    return replace(node, at=(node.at[0] + sign * by[0], node.at[1] + sign * by[1]))


def unpack(document: Document, scope: Scope, name: str) -> Made:
    """Put what an own block or a group is made of in its place; the values that the instance has
    take the place of the block's parameters."""
    graph = document.graph_at(scope)
    node = graph[name]
    inner = node.body
    if inner is None:
        definition = _definition(document, node)
        bindings = {p.name: node.params.get(p.name, p.default) for p in definition.parameters}
        inner = with_expressions(definition.graph, lambda value: substituted(value, bindings))
    taken = {n for n in graph.names if n != name}
    called: dict[str, str] = {}
    for part in inner.nodes:
        if part.type not in PORTS:
            called[part.name] = fresh_name(part.name, taken)
            taken.add(called[part.name])
    outer = {edge.port: _end(edge) for edge in graph.incoming[name]}
    inputs = {p.name: i for i, p in enumerate(inner.of_type("input"))}
    outputs = {p.name: i for i, p in enumerate(inner.of_type("output"))}

    def source(edge: Edge) -> End | None:
        """Where a wire inside comes from, seen from outside."""
        if edge.source in inputs:
            return outer.get(inputs[edge.source])
        return called[edge.source], edge.source_port

    edges: list[Edge] = []
    results: dict[int, End] = {}
    for edge in inner.edges:
        if edge.source not in inner or edge.target not in inner:
            continue
        if edge.source in outputs or edge.target in inputs:
            # a wire out of an output or into an input means nothing
            continue
        end = source(edge)
        if end is None:
            continue
        if edge.target in outputs:
            results[outputs[edge.target]] = end
        else:
            edges.append(Edge(end[0], called[edge.target], edge.port, end[1]))
    for edge in graph.outgoing[name]:
        if edge.source_port in results:
            end = results[edge.source_port]
            edges.append(edge._replace(source=end[0], source_port=end[1]))
    nodes = tuple(
        replace(_moved(n, node.at, 1), name=called[n.name]) for n in inner.nodes if n.name in called
    )
    what = f"Unpack {name}"
    edit: Edit = ReplaceNodes(scope=scope, gone=(name,), nodes=nodes, edges=tuple(edges), what=what)
    if inner.notes or inner.frames or inner.bends:
        more = _written_within(graph, inner, called, node.at)
        edit = Batch(edits=(edit, replace(more, scope=scope)), what=what)
    return Made(edit, tuple(called.values()))


def _written_within(
    graph: Graph, inner: Graph, called: Mapping[str, str], at: tuple[float, float] | None
) -> Annotate:
    """The notes, frames and bends of a graph whose parts are put into another under other names;
    without a place, bends are left to the layout."""
    x, y = at or (0.0, 0.0)
    given: list[str] = []
    for wanted in (*(n.name for n in inner.notes), *(f.name for f in inner.frames)):
        given.append(fresh(graph, wanted, given))
    notes = tuple(
        replace(n, name=name, at=(n.at[0] + x, n.at[1] + y))
        for n, name in zip(inner.notes, given, strict=False)
    )
    frames = tuple(
        replace(f, name=name, blocks=tuple(called[b] for b in f.blocks if b in called))
        for f, name in zip(inner.frames, given[len(notes) :], strict=True)
    )
    moved = moved_bends(inner, called, x, y) if at is not None else {}
    bends = tuple(
        Bend(e._replace(source=called[e.source], target=called[e.target]), points)
        for e, points in moved.items()
    )
    return Annotate(notes=notes, frames=frames, bends=bends, what="Unpack")


def make_unique(document: Document, scope: Scope, name: str) -> Made:
    """Give an instance a definition of its own, the same as yet as the one that it shares."""
    node = document.graph_at(scope)[name]
    definition = _definition(document, node)
    new = fresh_name(definition.name, document.definition_by_name)
    edits: tuple[Edit, ...] = (
        Define(definition=replace(definition, name=new)),
        ReplaceNode(scope=scope, node_=replace(node, type=DEFINED + new)),
    )
    return Made(Batch(edits=edits, what=f"Make {name} unique"), (name,))


def _definition(document: Document, node: Node) -> BlockDefinition:
    found = document.definition_by_name.get(node.type.removeprefix(DEFINED))
    if not node.type.startswith(DEFINED) or found is None:
        raise EditError(f"“{node.name}” is not a block of your own")
    return found
