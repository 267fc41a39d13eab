"""Writing graphs in Python: what blocks expand with and zoo networks are made with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from explorer.blocks.description import Container, Shape
from explorer.graph.model import (
    GROUP,
    About,
    Document,
    Edge,
    Graph,
    Node,
    ParameterDefinition,
)
from explorer.graph.values import Params, freeze


class Builder:
    """Collects nodes and wires; every method returns the name of the node it placed, which is
    what the next one takes as its source."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._incoming: dict[str, tuple[Edge, ...]] = {}
        self._forward = True

    def add(self, name: str, type_: str, *sources: str, **params: Any) -> str:
        """Place a layer or block."""
        if not params:
            return self._place(_plain_node(name, type_), sources)
        for key, value in params.items():
            if type(value) not in _IMMUTABLE:
                params[key] = freeze(value, key)
        return self._place(Node(name=name, type=type_, params=Params(params)), sources)

    def group(
        self, name: str, body: Graph, *sources: str, container: Container = Container.MODULE
    ) -> str:
        """Place a group: a graph as one node."""
        node = Node(name=name, type=GROUP, params=_container_params(container), body=body)
        return self._place(node, sources)

    def input(self, name: str = "x", shape: Shape | str | None = None) -> str:
        if shape is None:
            return self._place(_plain_node(name, "input"), ())
        return self.add(name, "input", shape=shape)

    def output(self, source: str, name: str = "out", auxiliary: bool = False) -> str:
        if not auxiliary:
            return self._place(_plain_node(name, "output"), (source,))
        return self.add(name, "output", source, auxiliary=True)

    def _place(self, node: Node, sources: tuple[str, ...]) -> str:
        name = node.name
        if name in self._nodes:
            raise ValueError(f"a second block called {name}")
        self._nodes[name] = node
        if len(sources) == 1:
            self._incoming[name] = (_new(Edge, (sources[0], name, 0, 0)),)
        else:
            self._incoming[name] = tuple(
                [Edge(source, name, port) for port, source in enumerate(sources)]
            )
        for source in sources:
            if source not in self._nodes:
                raise ValueError(f"{name} comes from {source}, which is not placed yet")
        return name

    def graph(self) -> Graph:
        """The graph; what the builder knows of it already is not looked for again."""
        edges = [edge for incoming in self._incoming.values() for edge in incoming]
        graph = Graph(tuple(self._nodes.values()), tuple(edges))
        known = graph.__dict__
        known["by_name"], known["incoming"] = self._nodes, self._incoming
        known["_order"] = tuple(self._nodes)
        return graph

    def document(
        self, name: str, about: About, parameters: Mapping[str, tuple[Any, str]] | None = None
    ) -> Document:
        """The graph as a document. ``parameters`` are those of the whole network, by name: the
        value and a sentence of help; expressions such as ``=width * 64`` use them."""
        declared = tuple(
            ParameterDefinition(key, freeze(value, key), help)
            for key, (value, help) in (parameters or {}).items()
        )
        return Document(name=name, about=about, graph=self.graph(), parameters=declared)


@lru_cache(maxsize=1024)
def _plain_node(name: str, type_: str) -> Node:
    """A node at its defaults; most nodes of a block are such, and equal values can be one."""
    return Node(name=name, type=type_)


@lru_cache(maxsize=8)
def _container_params(container: Container) -> Params:
    return Params({"container": container.value})


_IMMUTABLE = (int, str, bool, float, tuple)


_new = tuple.__new__
"""Makes a named tuple without the Python function around it."""


def chain(*steps: tuple[str, str, dict[str, Any]]) -> Graph:
    """A graph of blocks one after the other, between an input and an output."""
    b = Builder()
    x = b.input()
    for name, type_, params in steps:
        x = b.add(name, type_, x, **params)
    b.output(x)
    return b.graph()
