"""Making a built-in block editable, or a part of one, however deep it lies."""

from __future__ import annotations

from msgspec.structs import replace

from explorer.analysis.analyze import Analysis, analyze
from explorer.analysis.home import built_in_around, home
from explorer.blocks.description import BlockError
from explorer.graph.edits import Batch, Edit, ReplaceNode
from explorer.graph.expressions import ExpressionError, resolve
from explorer.graph.model import GROUP, Graph, Node
from explorer.graph.values import Params


def unpack_around(analysis: Analysis, path: str) -> Edit | str:
    """One step that turns every built-in block around a path into a group; a text says why not."""
    edits: list[Edit] = []
    while owner := built_in_around(analysis, path):
        edit = unpack(analysis, owner)
        if isinstance(edit, str):
            return edit
        edits.append(edit)
        analysis = analyze(edit.apply(analysis.document), analysis)
    return Batch(edits=tuple(edits), what=f"Make {path} editable")


def unpack(analysis: Analysis, path: str) -> Edit | str:
    """Turn a built-in block into a group that can be edited; a text says why not."""
    *around, name = path.split(".")
    scope = home(analysis, tuple(around))
    try:
        node = analysis.document.graph_at(scope)[name]
    except KeyError:
        owner = built_in_around(analysis, path)
        return f"“{name}” lies inside “{owner}”, which is built in. Make “{owner}” editable first."
    if node.bypassed:
        return f"“{name}” is bypassed. Stop bypassing it first."
    if node.body is not None:
        return f"“{name}” is a group: it can be edited as it is."
    state = analysis.state(path)
    result = state.result if state is not None else None
    if result is None or result.inside is None:
        try:
            title = analysis.catalogue.find(node.type).title
        except BlockError:
            title = node.type
        if result is None:
            return f"“{name}” has no input yet, so what is inside is not known."
        return f"“{name}” is a layer ({title}): there is nothing inside."
    body = resolved(result.inside.graph, result.inside.environment)
    group = replace(
        node,
        type=GROUP,
        params=Params({"container": result.container.value}),
        body=body,
    )
    return ReplaceNode(scope=scope, node_=group, why="Make editable")


def resolved(graph: Graph, environment: Params) -> Graph:
    """A graph with the numbers put in for the parameters of the block that it comes from."""

    def one(node: Node) -> Node:
        if node.params.expressions:
            try:
                node = replace(node, params=resolve(node.params, environment))
            except ExpressionError:
                return node
        if node.body is not None:
            node = replace(node, body=resolved(node.body, environment))
        return node

    return graph.with_nodes(tuple(one(n) for n in graph.nodes))
