"""Edits that keep wires: putting what is there into a wire, replacing, taking out, doubling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from explorer.app.canvas.commands import new_node
from explorer.blocks.description import BlockError, BlockType
from explorer.blocks.registry import Catalogue
from explorer.graph.edits import (
    AddNodes,
    Batch,
    Connect,
    Disconnect,
    Edit,
    Rename,
    ReplaceNode,
    ReplaceNodes,
)
from explorer.graph.model import Edge, Graph, Node, Scope, fresh_name
from explorer.graph.values import Params


def insert_existing(scope: Scope, name: str, edge: Edge) -> Edit:
    """Put a block that stands alone into a wire."""
    return Batch(
        edits=(
            Disconnect(scope=scope, edges=(edge,)),
            Connect(scope=scope, edge=Edge(edge.source, name, 0, edge.source_port)),
            Connect(scope=scope, edge=Edge(name, edge.target, edge.port, 0)),
        ),
        what=f"Insert {name}",
    )


def stands_alone(graph: Graph, name: str) -> bool:
    return not graph.incoming[name] and not graph.outgoing[name]


class Replacement(NamedTuple):
    """What replacing a block does, for saying it before."""

    edit: Edit
    name: str
    kept: tuple[str, ...]
    """Parameters whose values go over."""
    lost: int
    """Wires for which the new block has no port."""


def replacement(
    scope: Scope, graph: Graph, name: str, block: BlockType, catalogue: Catalogue
) -> Replacement | None:
    """Another type in the place of a block: its wires stay, its name where that says nothing of
    the old type, and the parameters that both have. None for the same type."""
    old = graph[name]
    if old.type == block.name:
        return None
    fresh = new_node(block, graph.names)
    params, kept = _shared(old, block, catalogue)
    new = replace(fresh, name=name, params=params, at=old.at, note=old.note)
    _, most = catalogue.arity(new)
    outputs = catalogue.output_count(new)
    gone = tuple(e for e in graph.incoming[name] if most is not None and e.port >= most)
    gone += tuple(e for e in graph.outgoing[name] if e.source_port >= outputs)
    edits: list[Edit] = [ReplaceNode(scope=scope, node_=new)]
    if gone:
        edits.insert(0, Disconnect(scope=scope, edges=gone))
    called = name
    if _default_named(old, catalogue):
        wanted = new_node(block, (n for n in graph.names if n != name)).name
        if wanted != name:
            called = wanted
            edits.append(Rename(scope=scope, old=name, new=called))
    return Replacement(Batch(edits=tuple(edits), what=f"Replace {name}"), called, kept, len(gone))


def put_in_place(
    scope: Scope, graph: Graph, name: str, other: str, catalogue: Catalogue
) -> tuple[Edit, int]:
    """A block that stands alone in the place of another, whose wires it takes over as far as it
    has ports for them; and how many it has none for."""
    node = replace(graph[name], at=graph[other].at)
    _, most = catalogue.arity(node)
    outputs = catalogue.output_count(node)
    edges = [
        e._replace(target=name) for e in graph.incoming[other] if most is None or e.port < most
    ]
    edges += [e._replace(source=name) for e in graph.outgoing[other] if e.source_port < outputs]
    lost = len(graph.incoming[other]) + len(graph.outgoing[other]) - len(edges)
    edit = ReplaceNodes(
        scope=scope,
        gone=(other, name),
        nodes=(node,),
        edges=tuple(edges),
        what=f"Replace {other} with {name}",
    )
    return edit, lost


def _shared(old: Node, block: BlockType, catalogue: Catalogue) -> tuple[Params, tuple[str, ...]]:
    """The old block's values that the new one takes too."""
    found = Params()
    try:
        known = {p.name for p in catalogue.parameters(replace(old, type=block.name, body=None))}
    except (BlockError, ValueError):
        return found, ()
    for key, value in old.params.items():
        if key not in known:
            continue
        tried = found.with_value(key, value)
        if tried.expressions or catalogue.prepared(block.name, tried).error is None:
            found = tried
    return found, tuple(found)


def _default_named(node: Node, catalogue: Catalogue) -> bool:
    """Whether a block is still called what it was called when it was placed."""
    try:
        default = catalogue.find(node.type).default_name or node.type
    except BlockError:
        return False
    return node.name.rstrip("0123456789") == default.rstrip("0123456789")


def take_out(scope: Scope, graph: Graph, names: Sequence[str]) -> Edit | None:
    """Delete blocks and join what came before each with what came behind, where one wire came
    in. None where there is nothing to delete."""
    gone = set(names)
    if not gone:
        return None
    joined = []
    for edge in graph.edges:
        if edge.source not in gone or edge.target in gone:
            continue
        source, port = edge.source, edge.source_port
        while source in gone:
            before = graph.incoming[source]
            if len(before) != 1 or port != 0:
                break
            source, port = before[0].source, before[0].source_port
        if source not in gone:
            joined.append(Edge(source, edge.target, edge.port, port))
    what = names[0] if len(names) == 1 else str(len(names))
    return ReplaceNodes(
        scope=scope,
        gone=tuple(names),
        nodes=(),
        edges=tuple(joined),
        what=f"Delete {what} and reconnect",
    )


def double(
    scope: Scope,
    graph: Graph,
    names: Sequence[str],
    places: dict[str, tuple[float, float]],
) -> tuple[Edit, tuple[str, ...]] | None:
    """Copies of blocks with the wires among them and those that come in from elsewhere,
    and their names. ``places`` are where each copy goes."""
    taken = set(graph.names)
    called: dict[str, str] = {}
    for name in names:
        called[name] = fresh_name(name, taken)
        taken.add(called[name])
    if not called:
        return None
    nodes = tuple(
        replace(node, name=called[node.name], at=places.get(node.name))
        for node in graph.nodes
        if node.name in called
    )
    edges = tuple(
        Edge(called.get(e.source, e.source), called[e.target], e.port, e.source_port)
        for e in graph.edges
        if e.target in called
    )
    return AddNodes(scope=scope, nodes=nodes, edges=edges), tuple(called.values())


def bypassable(graph: Graph, names: Sequence[str], catalogue: Catalogue) -> list[str]:
    """Those of some blocks that have one input and one output, so that it could be passed on."""
    return [
        n
        for n in names
        if catalogue.arity(graph[n]) == (1, 1) and catalogue.output_count(graph[n]) == 1
    ]
