"""The document: an immutable tree of nodes, edges, graphs and block definitions.

A node's name is its identity within its graph and, unless the graph numbers its children, the
attribute name of its torch module. Nothing here knows what a type means: that is ``blocks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, get_args

import msgspec

from explorer.graph.values import EMPTY, Params, Value, lazy

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_\-]{0,63}")
"""What a node may be called: letters, digits, ``_`` and ``-``; never a dot, which parts a path."""

GROUP = "group"
"""The type of a node that carries its own graph as ``body``."""

DEFINED = "my:"
"""Prefix of the type of a node that is an instance of a block defined in the document."""

Scope = tuple[str, ...]
"""Which graph an edit means: names of nested group nodes from the root, ``()`` being the root.
A first element such as ``my:two_path`` means the graph of that definition."""


class Edge(NamedTuple):
    """A wire from an output port of one node to an input port of another, ports counted from 0."""

    source: str
    target: str
    port: int = 0
    source_port: int = 0


class Node(msgspec.Struct, frozen=True, kw_only=True, eq=True):
    """One placed layer, block or group."""

    name: str
    type: str
    params: Params = EMPTY
    body: Graph | None = None
    at: tuple[float, float] | None = None
    note: str = ""
    bypassed: bool = False
    """Whether it is left out for now: its input is passed on as if it were not there."""

    def with_params(self, params: Mapping[str, Value]) -> Node:
        return msgspec.structs.replace(self, params=Params(params))


Color = Literal["amber", "blue", "green", "orange", "pink", "violet", "grey"]
"""What a note or a frame may be coloured with; the theme says how that looks."""

COLORS: tuple[Color, ...] = get_args(Color)


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A text on the canvas. Like frames and bends it is for people: figures, the built network and
    the exported code know nothing of it."""

    name: str
    """Its identity among the notes and frames of its graph; never shown."""
    text: str
    at: tuple[float, float]
    """Its upper left corner, in the terms of ``Node.at``."""
    size: tuple[float, float]
    color: Color = "amber"


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A coloured ground with a title behind some blocks, as large as they need."""

    name: str
    title: str
    blocks: tuple[str, ...]
    """Names of the blocks on it: of this graph, in its order, at least one."""
    color: Color = "blue"


class Bend(NamedTuple):
    """The points that a wire was led through by hand, from its source on."""

    edge: Edge
    points: tuple[tuple[float, float], ...]


class Graph(msgspec.Struct, frozen=True, dict=True, eq=True):
    """Nodes in stable order and the wires between them; beside them what people wrote and drew."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    notes: tuple[Note, ...] = ()
    frames: tuple[Frame, ...] = ()
    bends: tuple[Bend, ...] = ()

    @lazy
    def by_name(self) -> dict[str, Node]:
        return {node.name: node for node in self.nodes}

    @lazy
    def incoming(self) -> dict[str, tuple[Edge, ...]]:
        """The edges into each node, by input port."""
        found: dict[str, list[Edge]] = {node.name: [] for node in self.nodes}
        for edge in self.edges:
            if edge.target in found and edge.source in self.by_name:
                found[edge.target].append(edge)
        return {name: tuple(sorted(edges, key=lambda e: e.port)) for name, edges in found.items()}

    @lazy
    def outgoing(self) -> dict[str, tuple[Edge, ...]]:
        """The edges out of each node, in the document's order."""
        found: dict[str, list[Edge]] = {node.name: [] for node in self.nodes}
        for edge in self.edges:
            if edge.source in found and edge.target in self.by_name:
                found[edge.source].append(edge)
        return {name: tuple(edges) for name, edges in found.items()}

    @property
    def names(self) -> Iterable[str]:
        return self.by_name.keys()

    def __contains__(self, name: str) -> bool:
        return name in self.by_name

    def __getitem__(self, name: str) -> Node:
        return self.by_name[name]

    @lazy
    def bend_of(self) -> dict[Edge, tuple[tuple[float, float], ...]]:
        """The points that each wire led by hand passes."""
        return dict(self.bends)

    def with_nodes(self, nodes: tuple[Node, ...]) -> Graph:
        """This graph with other nodes of the same names in the same order."""
        return msgspec.structs.replace(self, nodes=nodes)

    def annotated(
        self, notes: tuple[Note, ...], frames: tuple[Frame, ...], bends: tuple[Bend, ...]
    ) -> Graph:
        """This graph with other notes, frames and bends; what is known of it stays known."""
        graph = Graph(self.nodes, self.edges, notes, frames, bends)
        known = self.__dict__
        graph.__dict__.update({k: v for k, v in known.items() if k != "bend_of"})
        return graph

    def with_node(self, node: Node) -> Graph:
        """This graph with the node of the same name replaced; the wires and what is known of
        them stay shared, so that one edited parameter costs next to nothing."""
        old = self.by_name[node.name]
        graph = self.with_nodes(tuple(node if n is old else n for n in self.nodes))
        known = graph.__dict__
        known["by_name"] = {**self.by_name, node.name: node}
        for cache in ("incoming", "outgoing", "_order", "_rank"):
            if cache in self.__dict__:
                known[cache] = self.__dict__[cache]
        return graph

    def of_type(self, type_: str) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.type == type_)


def wired(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """A graph with its wires in the one order that files have: by target, then port; wires with a
    loose end, or into a port that is taken, last."""
    nodes = tuple(nodes)
    rank = {node.name: i for i, node in enumerate(nodes)}
    taken: set[tuple[str, int]] = set()
    placed, loose = [], []
    for edge in edges:
        end = (edge.target, edge.port)
        if edge.source in rank and edge.target in rank and end not in taken:
            taken.add(end)
            placed.append(edge)
        else:
            loose.append(edge)
    placed.sort(key=lambda e: (rank[e.target], e.port))
    return Graph(nodes, (*placed, *loose))


class ParameterDefinition(msgspec.Struct, frozen=True):
    """A named number of a whole network or of a user's block, for expressions to use."""

    name: str
    default: Value
    help: str = ""


class BlockDefinition(msgspec.Struct, frozen=True):
    """A block that the user made: a graph over named parameters."""

    name: str
    graph: Graph
    parameters: tuple[ParameterDefinition, ...] = ()
    help: str = ""


Flow = Literal["right", "down"]


class About(msgspec.Struct, frozen=True):
    """Where a network comes from."""

    title: str = ""
    idea: str = ""
    source: str = ""
    year: int | None = None
    family: str = ""


class Document(msgspec.Struct, frozen=True, dict=True, kw_only=True):
    """A whole network as one value."""

    name: str = "untitled"
    about: About = About()
    parameters: tuple[ParameterDefinition, ...] = ()
    definitions: tuple[BlockDefinition, ...] = ()
    graph: Graph = Graph()
    opened: tuple[str, ...] = ()
    """Paths of the blocks that are shown opened in place, sorted."""
    flow: Flow = "right"
    """Which way the network is drawn: left to right, or top to bottom."""

    @lazy
    def definition_by_name(self) -> dict[str, BlockDefinition]:
        return {d.name: d for d in self.definitions}

    @lazy
    def environment(self) -> Params:
        """The document's parameters, as expressions see them."""
        return Params({p.name: p.default for p in self.parameters})

    def graph_at(self, scope: Scope) -> Graph:
        """The graph that a scope means; KeyError where there is none."""
        graph, rest = self.graph, scope
        if scope and scope[0].startswith(DEFINED):
            graph = self.definition_by_name[scope[0].removeprefix(DEFINED)].graph
            rest = scope[1:]
        for name in rest:
            body = graph[name].body
            if body is None:
                raise KeyError(name)
            graph = body
        return graph

    def with_graph(self, scope: Scope, graph: Graph) -> Document:
        """This document with the graph of a scope replaced."""
        if scope and scope[0].startswith(DEFINED):
            name = scope[0].removeprefix(DEFINED)
            definition = self.definition_by_name[name]
            inner = _replace_nested(definition.graph, scope[1:], graph)
            definitions = tuple(
                msgspec.structs.replace(d, graph=inner) if d is definition else d
                for d in self.definitions
            )
            return msgspec.structs.replace(self, definitions=definitions)
        return msgspec.structs.replace(self, graph=_replace_nested(self.graph, scope, graph))


def _replace_nested(outer: Graph, scope: Scope, graph: Graph) -> Graph:
    if not scope:
        return graph
    node = outer[scope[0]]
    if node.body is None:
        raise KeyError(scope[0])
    body = _replace_nested(node.body, scope[1:], graph)
    return outer.with_node(msgspec.structs.replace(node, body=body))


def fresh_name(wanted: str, taken: Iterable[str]) -> str:
    """``wanted``, or it with the first free number: conv, conv2, conv3."""
    taken = set(taken)
    if wanted not in taken:
        return wanted
    stem = wanted.rstrip("0123456789") or wanted + "_"
    number = int(wanted[len(stem) :] or 1)
    while f"{stem}{number}" in taken or number < 2:
        number += 1
    return f"{stem}{number}"
