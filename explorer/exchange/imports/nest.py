"""A flat list of layers as nested groups, by their paths.

The groups are the modules that the paths speak of, so that a network built of the document has the
same state dict. Where a module's parts run among others', as those of a ModuleList may, it cannot be
one block: its parts then stand in the graph around, under both names, and so do their weights.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import networkx as nx

from explorer.blocks.description import Container
from explorer.exchange.imports.flat import Flat, FlatNode
from explorer.graph.model import GROUP, Edge, Graph, Node, fresh_name, wired
from explorer.graph.values import Params

Wire = tuple[str, int]
"""A node of the graph that is made, and which of its outputs."""


class Nested(NamedTuple):
    """The graph, and where each node's weights hang in its network."""

    graph: Graph
    keys: Mapping[str, str]
    """Dotted paths of modules by the paths that nodes had."""


def nest(flat: Flat) -> Nested:
    """The graph of a flat network. What no output needs is left out."""
    flat = alive(flat)
    return _Nesting(flat).root()


def alive(flat: Flat) -> Flat:
    """The network without nodes that no output needs."""
    needed = {end.source for end in flat.outputs}
    kept: list[FlatNode] = []
    for node in reversed(flat.nodes):
        if node.path in needed:
            needed.update(node.sources)
            kept.append(node)
    return Flat(flat.inputs, tuple(reversed(kept)), flat.outputs)


class _Placed(NamedTuple):
    """A node and what is left of its path in the graph that is made."""

    parts: tuple[str, ...]
    node: FlatNode

    @property
    def path(self) -> str:
        return self.node.path


class _Body:
    """A graph that is being made."""

    def __init__(self, taken: set[str]) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.taken = taken

    def fresh(self, wanted: str) -> str:
        name = fresh_name(wanted, self.taken)
        self.taken.add(name)
        return name

    def place(self, node: Node, sources: list[Wire]) -> Wire:
        self.nodes.append(node)
        for port, (source, own) in enumerate(sources):
            self.edges.append(Edge(source, node.name, port, own))
        return (node.name, 0)

    def graph(self) -> Graph:
        return wired(self.nodes, self.edges)


class _Nesting:
    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self.keys: dict[str, str] = {}
        self.readers: dict[str, set[str]] = {}
        for node in flat.nodes:
            for source in node.sources:
                self.readers.setdefault(source, set()).add(node.path)
        for end in flat.outputs:
            self.readers.setdefault(end.source, set()).add("")

    def root(self) -> Nested:
        members = _settled([_Placed(_parts(n.path), n) for n in self.flat.nodes])
        body = _Body(set(members))
        made: dict[str, Wire] = {}
        for given in self.flat.inputs:
            name = body.fresh(_clean(given.name))
            node = Node(name=name, type="input", params=Params({"shape": given.shape}))
            made[given.name] = body.place(node, [])
        self._fill(body, members, made, "")
        for i, end in enumerate(self.flat.outputs):
            usual = "out" if i == 0 else f"out{i + 1}"
            name = body.fresh(_clean(end.name) if end.name else usual)
            params = Params({"auxiliary": True} if end.auxiliary else {})
            body.place(Node(name=name, type="output", params=params), [made[end.source]])
        return Nested(body.graph(), self.keys)

    def _fill(
        self, body: _Body, members: dict[str, list[_Placed]], made: dict[str, Wire], key: str
    ) -> None:
        """Place layers and groups, given in an order in which they run; ``made`` has the wires of
        what there is by the paths of nodes, and gets those of what is placed."""
        for name, own in members.items():
            if own[0].parts == (name,):
                node = own[0].node
                self.keys[node.path] = key + name
                sources = [made[source] for source in node.sources]
                placed = Node(name=name, type=node.type, params=node.params)
                made[node.path] = body.place(placed, sources)
            else:
                self._group(body, name, own, made, key)

    def _group(
        self, body: _Body, name: str, own: list[_Placed], made: dict[str, Wire], key: str
    ) -> None:
        inside = {p.path for p in own}
        given = list(dict.fromkeys(s for p in own for s in p.node.sources if s not in inside))
        ends = [p.path for p in own if not self.readers[p.path] <= inside]
        members = _settled([_Placed(p.parts[1:], p.node) for p in own])
        inner = _Body(set(members))
        ports: dict[str, Wire] = {}
        for source in given:
            ports[source] = inner.place(Node(name=inner.fresh("x"), type="input"), [])
        self._fill(inner, members, ports, f"{key}{name}.")
        for path in ends:
            inner.place(Node(name=inner.fresh("out"), type="output"), [ports[path]])
        graph = inner.graph()
        container = Container.SEQUENTIAL if _is_row(graph) else Container.MODULE
        node = Node(
            name=name, type=GROUP, params=Params({"container": container.value}), body=graph
        )
        body.place(node, [made[source] for source in given])
        for port, path in enumerate(ends):
            made[path] = (name, port)


def _settled(placed: list[_Placed]) -> dict[str, list[_Placed]]:
    """What stands in one graph by its names there, each a layer or a group that can run as one,
    in an order in which they run."""
    while True:
        members: dict[str, list[_Placed]] = {}
        for p in placed:
            members.setdefault(p.parts[0], []).append(p)
        lifted = _in_the_way(members)
        if lifted is None:
            return _in_order(members)
        names = set(members)
        again = []
        for p in placed:
            if p.parts[0] == lifted and len(p.parts) > 1:
                joined = f"{lifted}_{p.parts[1]}"
                # parts that were one module before stay one
                own = joined if joined not in names else fresh_name(joined, names)
                p = _Placed((own, *p.parts[2:]), p.node)
            again.append(p)
        placed = again


def _in_the_way(members: Mapping[str, list[_Placed]]) -> str | None:
    """A module that cannot be one block: it is a layer and holds others too, or something runs
    between its parts. None where all can."""
    for name, own in members.items():
        if len(own) > 1 and any(p.parts == (name,) for p in own):
            return name
    graph = _between(members)
    worst, most = None, 0
    for circle in nx.strongly_connected_components(graph):
        if len(circle) == 1:
            continue
        for name in circle:
            crossing = graph.in_degree(name) + graph.out_degree(name)
            if members[name][0].parts != (name,) and crossing > most:
                worst, most = name, crossing
    return worst


def _between(members: Mapping[str, list[_Placed]]) -> nx.DiGraph:
    """Which of the members read which."""
    home = {p.path: name for name, own in members.items() for p in own}
    graph = nx.DiGraph()
    graph.add_nodes_from(members)
    for name, own in members.items():
        for p in own:
            for source in p.node.sources:
                if source in home and home[source] != name:
                    graph.add_edge(home[source], name)
    return graph


def _in_order(members: dict[str, list[_Placed]]) -> dict[str, list[_Placed]]:
    """In the order of the flat list where that runs, which is the author's own."""
    rank = {name: i for i, name in enumerate(members)}
    order = nx.lexicographical_topological_sort(_between(members), key=rank.__getitem__)
    return {name: members[name] for name in order}


def _is_row(graph: Graph) -> bool:
    """Whether a graph is what an nn.Sequential can be: parts called 0, 1, 2, … one after another."""
    parts = [node for node in graph.nodes if node.type not in ("input", "output")]
    if [node.name for node in parts] != [str(i) for i in range(len(parts))]:
        return False
    before = next(iter(graph.of_type("input"))).name
    if len(graph.of_type("input")) != 1 or len(graph.of_type("output")) != 1:
        return False
    for name in (*(node.name for node in parts), graph.of_type("output")[0].name):
        edges = graph.incoming[name]
        if len(edges) != 1 or edges[0].source != before or edges[0].source_port:
            return False
        if len(graph.outgoing[before]) != 1:
            return False
        before = name
    return True


def _parts(path: str) -> tuple[str, ...]:
    return tuple(_clean(part) for part in path.split("."))


def _clean(name: str) -> str:
    """A name that a node may have."""
    return re.sub(r"[^A-Za-z0-9_\-]", "_", name)[:64] or "_"
