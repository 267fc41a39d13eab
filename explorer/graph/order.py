"""Topological order, cycles and reachability; networkx does the algorithms.

networkx is imported where it is needed: it costs a tenth of a second, which a window that opens
should not wait for, and a graph whose nodes already stand in order (nearly every one) needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.graph.model import Graph

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(graph: Graph) -> nx.MultiDiGraph[str]:
    """The graph as networkx sees it; edges carry ``port`` and ``source_port``."""
    import networkx as nx

    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    result.add_nodes_from(node.name for node in graph.nodes)
    for edge in graph.edges:
        if edge.source in graph and edge.target in graph:
            result.add_edge(edge.source, edge.target, port=edge.port, source_port=edge.source_port)
    return result


def topological_order(graph: Graph) -> tuple[str, ...]:
    """Names so that every wire points forward, document order where free.

    Nodes on a cycle, and what hangs on them, are left out: they have no order.
    """
    cached = graph.__dict__.get("_order")
    if cached is None:
        cached = graph.__dict__["_order"] = _order(graph)
    result: tuple[str, ...] = cached
    return result


def _order(graph: Graph) -> tuple[str, ...]:
    position = {node.name: i for i, node in enumerate(graph.nodes)}
    forward = all(
        position.get(e.source, -1) < position.get(e.target, len(position)) for e in graph.edges
    )
    if forward:
        return tuple(position)
    import networkx as nx

    g = to_networkx(graph)
    bad = cyclic_names(graph)
    for name in tuple(bad):
        bad |= nx.descendants(g, name)
    g.remove_nodes_from(bad)
    return tuple(nx.lexicographical_topological_sort(g, key=position.__getitem__))


def cyclic_names(graph: Graph) -> set[str]:
    """Names of nodes that lie on a cycle."""
    import networkx as nx

    g = to_networkx(graph)
    found: set[str] = set()
    for component in nx.strongly_connected_components(g):
        if len(component) > 1 or any(g.has_edge(n, n) for n in component):
            found |= component
    return found


def would_cycle(graph: Graph, source: str, target: str) -> bool:
    """Whether a wire from source to target would close a cycle."""
    seen, todo = set(), [target]
    while todo:
        name = todo.pop()
        if name == source:
            return True
        if name not in seen:
            seen.add(name)
            todo.extend(edge.target for edge in graph.outgoing.get(name, ()))
    return False
