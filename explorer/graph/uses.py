"""Where a document uses the blocks that its user defined."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.graph.model import DEFINED, Document, Graph, Node


def graphs(document: Document) -> Iterator[Graph]:
    """Every graph that the document owns, groups within graphs included."""
    todo = [document.graph, *(d.graph for d in document.definitions)]
    while todo:
        graph = todo.pop()
        yield graph
        todo.extend(node.body for node in graph.nodes if node.body is not None)


def count_uses(document: Document, name: str) -> int:
    """How many nodes of the document are, or repeat, a user's block."""
    type_ = DEFINED + name
    return sum(is_use(node, type_) for graph in graphs(document) for node in graph.nodes)


def is_use(node: Node, type_: str) -> bool:
    """Whether a node is of a type, or repeats it."""
    return node.type == type_ or type_ in node.params.values()


def needed(document: Document, graph: Graph) -> set[str]:
    """Names of the users' blocks that a graph needs, directly or through others."""
    found: set[str] = set()
    todo = list(graph.nodes)
    while todo:
        node = todo.pop()
        if node.body is not None:
            todo.extend(node.body.nodes)
        for type_ in (node.type, *(v for v in node.params.values() if isinstance(v, str))):
            name = type_.removeprefix(DEFINED)
            if type_.startswith(DEFINED) and name not in found:
                found.add(name)
                definition = document.definition_by_name.get(name)
                if definition is not None:
                    todo.extend(definition.graph.nodes)
    return found
