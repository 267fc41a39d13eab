"""Which part of a network is there: outputs that are switched off take with them what feeds them
alone, so that one parameter of the document decides on, say, all auxiliary heads."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.graph.annotations import carried
from explorer.graph.expressions import ExpressionError, resolve
from explorer.graph.model import Graph, Node
from explorer.graph.values import Value

ENABLED = "enabled"


def enabled_part(graph: Graph, environment: Mapping[str, Value]) -> Graph:
    """The graph without the outputs that are switched off and without what only they need; the
    graph itself where all are on. An expression that cannot be computed switches nothing off."""
    gone = {n.name for n in graph.nodes if n.type == "output" and not _enabled(n, environment)}
    if not gone:
        return graph
    todo = [edge.source for name in gone for edge in graph.incoming[name]]
    while todo:
        name = todo.pop()
        if name not in gone and all(edge.target in gone for edge in graph.outgoing[name]):
            gone.add(name)
            todo.extend(edge.source for edge in graph.incoming[name])
    left = Graph(
        tuple(node for node in graph.nodes if node.name not in gone),
        tuple(e for e in graph.edges if e.source not in gone and e.target not in gone),
    )
    return carried(graph, left)


def _enabled(node: Node, environment: Mapping[str, Value]) -> bool:
    if ENABLED not in node.params:
        return True
    try:
        return resolve(node.params, environment)[ENABLED] not in (False, 0)
    except ExpressionError:
        return True
