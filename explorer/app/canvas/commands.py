"""Edits for what the canvas is asked to do: pure functions from a document to an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from explorer.blocks.description import BlockType
from explorer.blocks.registry import Catalogue
from explorer.graph.edits import AddNodes, Batch, Disconnect, Edit, RemoveNodes
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
