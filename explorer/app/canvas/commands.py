"""Edits for what the canvas is asked to do: pure functions from a document to an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from explorer.analysis.analyze import Analysis
from explorer.analysis.home import built_in_around, home
from explorer.blocks.description import BlockError, BlockType
from explorer.blocks.registry import Catalogue
from explorer.graph.edits import AddNodes, Batch, Disconnect, Edit, RemoveNodes, ReplaceNode
from explorer.graph.expressions import ExpressionError, resolve
from explorer.graph.model import (
    DEFINED,
    GROUP,
    Edge,
    Graph,
    Node,
    Scope,
    fresh_name,
)
from explorer.graph.values import Params


def scope_of(path: str) -> Scope:
    """The graph that a block lies in."""
    return tuple(path.split(".")[:-1])


def name_of(path: str) -> str:
    return path.rpartition(".")[2]


def path_of(scope: Scope, name: str) -> str:
    return ".".join((*scope, name))


def new_node(block: BlockType, taken: Iterable[str], at: tuple[float, float] | None = None) -> Node:
    """A node of a type, with a name of its own."""
    wanted = block.default_name or block.name.removeprefix(DEFINED)
    params, body = Params(), None
    if block.name == GROUP:
        from explorer.blocks.registry import empty_group

        body = empty_group()
    return Node(name=fresh_name(wanted, taken), type=block.name, params=params, body=body, at=at)


def passes_through(block: BlockType) -> bool:
    """Whether a block can stand in a wire: something goes in and something comes out."""
    return block.inputs >= 1 and block.outputs >= 1 and (block.inputs == 1 or block.variadic)


def insert(scope: Scope, node: Node, edge: Edge) -> Edit:
    """Put a new node into a wire."""
    return AddNodes(
        scope=scope,
        nodes=(node,),
        edges=(
            Edge(edge.source, node.name, 0, edge.source_port),
            Edge(node.name, edge.target, edge.port, 0),
        ),
    )


def append(
    scope: Scope, graph: Graph, node: Node, block: BlockType, after: str, branch: bool = False
) -> Edit:
    """Put a new node behind another, within its wires where it has any and no new ``branch`` is
    wanted."""
    edges: list[Edge] = []
    if block.inputs >= 1:
        edges.append(Edge(after, node.name, 0, 0))
        if passes_through(block) and not branch:
            edges += [
                Edge(node.name, e.target, e.port, 0)
                for e in graph.outgoing[after]
                if e.source_port == 0
            ]
    return AddNodes(scope=scope, nodes=(node,), edges=tuple(edges))


def free_port(graph: Graph, node: Node, catalogue: Catalogue) -> int | None:
    """The first input port without a wire; of a merge, always one more."""
    taken = {e.port for e in graph.incoming[node.name]}
    _, most = catalogue.arity(node)
    port = 0
    while port in taken:
        port += 1
    return port if most is None or port < most else None


def delete(
    paths: Sequence[str], wires: Sequence[tuple[Scope, Edge]], there: Callable[[Scope], Scope]
) -> Edit | None:
    """Take away blocks, wherever they lie, and wires; blocks within blocks that go too are left
    out, and what is seen in two uses of one block goes once."""
    going = set(paths)
    by_scope: dict[Scope, list[str]] = {}
    for path in paths:
        parts = path.split(".")
        if any(".".join(parts[:i]) in going for i in range(1, len(parts))):
            continue
        names = by_scope.setdefault(there(scope_of(path)), [])
        if name_of(path) not in names:
            names.append(name_of(path))
    edits: list[Edit] = [
        RemoveNodes(scope=scope, names=tuple(names)) for scope, names in by_scope.items()
    ]
    for scope, edge in wires:
        at = there(scope)
        gone = by_scope.get(at, ())
        if edge.source not in gone and edge.target not in gone:
            edits.insert(0, Disconnect(scope=at, edges=(edge,)))
    if not edits:
        return None
    return edits[0] if len(edits) == 1 else Batch(edits=tuple(edits), what=f"Delete {len(edits)}")


def unpack(analysis: Analysis, path: str) -> Edit | str:
    """Turn a built-in block into a group that can be edited; a text says why not."""
    scope, name = home(analysis, scope_of(path)), name_of(path)
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
