"""Writing graphs in Python: what blocks expand with and zoo networks are made with."""

from __future__ import annotations

from typing import Any

from explorer.blocks.description import Container, Shape
from explorer.graph.model import GROUP, About, Document, Edge, Graph, Node
from explorer.graph.values import Params, Value, freeze


class Builder:
    """Collects nodes and wires; every method returns the name of the node it placed, which is
    what the next one takes as its source."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._edges: list[Edge] = []

    def add(self, name: str, type_: str, *sources: str, **params: Any) -> str:
        """Place a layer or block. A parameter such as ``first.stride`` of a stage is written
        ``first_stride`` here."""
        values = {_dotted(k): freeze(v) for k, v in params.items()}
        return self._place(Node(name=name, type=type_, params=Params(values)), sources)

    def group(
        self, name: str, body: Graph, *sources: str, container: Container = Container.MODULE
    ) -> str:
        """Place a group: a graph as one node."""
        params = Params({"container": container.value})
        return self._place(Node(name=name, type=GROUP, params=params, body=body), sources)

    def input(self, name: str = "x", shape: Shape | None = None) -> str:
        params: dict[str, Value] = {} if shape is None else {"shape": shape}
        return self._place(Node(name=name, type="input", params=Params(params)), ())

    def output(self, source: str, name: str = "out", auxiliary: bool = False) -> str:
        params = Params({"auxiliary": True}) if auxiliary else Params()
        return self._place(Node(name=name, type="output", params=params), (source,))

    def _place(self, node: Node, sources: tuple[str, ...]) -> str:
        self._nodes.append(node)
        self._edges.extend(Edge(s, node.name, port) for port, s in enumerate(sources))
        return node.name

    def graph(self) -> Graph:
        return Graph(tuple(self._nodes), tuple(self._edges))

    def document(self, name: str, about: About) -> Document:
        return Document(name=name, about=about, graph=self.graph())


def _dotted(name: str) -> str:
    return "first." + name.removeprefix("first_") if name.startswith("first_") else name


def chain(*steps: tuple[str, str, dict[str, Any]]) -> Graph:
    """A graph of blocks one after the other, between an input and an output."""
    b = Builder()
    x = b.input()
    for name, type_, params in steps:
        x = b.add(name, type_, x, **params)
    b.output(x)
    return b.graph()
