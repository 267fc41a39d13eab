"""Blocks as text: copied ones are a small network file, so they paste across windows, and into
an editor. Their places travel with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from explorer.graph.edits import AddNodes, Batch, Edit
from explorer.graph.files import FileError, decode, encode
from explorer.graph.library import merged
from explorer.graph.model import Document, Edge, Graph, Scope, fresh_name
from explorer.graph.redefine import retyped, with_nodes
from explorer.graph.uses import needed
from explorer.layout.model import Point

NAME = "clipboard"


def to_text(
    document: Document, graph: Graph, names: Sequence[str], places: Mapping[str, Point]
) -> str:
    """Some nodes of a graph with the wires among them, and the user's blocks they need."""
    wanted = set(names)
    nodes = tuple(
        replace(n, at=tuple(map(float, places[n.name]))) if n.name in places else n
        for n in graph.nodes
        if n.name in wanted
    )
    edges = tuple(e for e in graph.edges if e.source in wanted and e.target in wanted)
    graph = Graph(nodes, edges)
    wanted = needed(document, graph)
    definitions = tuple(d for d in document.definitions if d.name in wanted)
    return encode(Document(name=NAME, graph=graph, definitions=definitions))


def read(text: str) -> Document | None:
    """What was copied, or any network as text; None where it is something else."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        return decode(text)
    except FileError:
        return None


def paste(
    document: Document, scope: Scope, copied: Document, center: Point | None
) -> tuple[Edit, tuple[str, ...]] | None:
    """The edit that puts copied nodes into a graph, their middle at ``center`` (None: where they
    were, a little aside), and their new names. Users' blocks come along; one that means something
    else here comes under another name."""
    graph = document.graph_at(scope)
    if not copied.graph.nodes:
        return None
    blocks = merged(document, copied)
    nodes = with_nodes(copied.graph, lambda node: retyped(node, blocks.names)).nodes
    placed = [n.at for n in nodes if n.at is not None]
    dx = dy = 36.0
    if center is not None and placed:
        xs, ys = [p[0] for p in placed], [p[1] for p in placed]
        dx = center.x - (min(xs) + max(xs)) / 2
        dy = center.y - (min(ys) + max(ys)) / 2
    taken = set(graph.names)
    names: dict[str, str] = {}
    for node in nodes:
        names[node.name] = fresh_name(node.name, taken)
        taken.add(names[node.name])
    fresh = tuple(
        replace(
            n,
            name=names[n.name],
            at=(round(n.at[0] + dx, 1), round(n.at[1] + dy, 1)) if n.at is not None else None,
        )
        for n in nodes
    )
    edges = tuple(
        Edge(names[e.source], names[e.target], e.port, e.source_port)
        for e in copied.graph.edges
        if e.source in names and e.target in names
    )
    add = AddNodes(scope=scope, nodes=fresh, edges=edges)
    pasted = tuple(names[n.name] for n in nodes)
    if not blocks.edits:
        return add, pasted
    return Batch(edits=(*blocks.edits, add), what="Paste"), pasted
