"""Whether two documents are the same network."""

from __future__ import annotations

from explorer.graph.model import Document, Graph


def same_network(one: Document, other: Document) -> bool:
    """Whether two documents differ at most in what is not computed: places, notes, titles."""
    return (
        one.definitions == other.definitions
        and one.parameters == other.parameters
        and _bare(one.graph) == _bare(other.graph)
    )


def _bare(graph: Graph) -> object:
    nodes = [(n.name, n.type, n.params, n.bypassed, n.body and _bare(n.body)) for n in graph.nodes]
    return nodes, graph.edges
