"""Blocks as text: copied ones are a small network file, so they paste across windows, and into
an editor. Their places travel with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from explorer.graph.edits import AddNodes, Batch, Define, Edit
from explorer.graph.files import FileError, decode, encode
from explorer.graph.model import DEFINED, Document, Edge, Graph, Node, Scope, fresh_name
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
    needed = _needed(document, nodes)
    definitions = tuple(d for d in document.definitions if d.name in needed)
    return encode(Document(name=NAME, graph=Graph(nodes, edges), definitions=definitions))


def _needed(document: Document, nodes: Sequence[Node]) -> set[str]:
    found: set[str] = set()
    todo = list(nodes)
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
    were, a little aside), and their new names."""
    graph = document.graph_at(scope)
    nodes = copied.graph.nodes
    if not nodes:
        return None
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
    missing = [d for d in copied.definitions if d.name not in document.definition_by_name]
    pasted = tuple(names[n.name] for n in nodes)
    if not missing:
        return add, pasted
    return Batch(edits=(*(Define(definition=d) for d in missing), add), what="Paste"), pasted
