"""Notes, frames and bends: what keeps them in step with the graph.

Whoever edits nodes and wires need not think of them: ``carried`` takes what the graph before had
into the one after, each as far as it still means something there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from explorer.graph.model import Bend, Edge, Frame, Graph, fresh_name


def carried(old: Graph, new: Graph) -> Graph:
    """The new graph with the notes of the old one, the bends of wires that are still there, and
    the frames of blocks that are. What takes the place of framed blocks is framed like them, and so
    is what is put between two of them."""
    if not (old.notes or old.frames or old.bends):
        return new
    edges = set(new.edges)
    bends = tuple(bend for bend in old.bends if bend.edge in edges)
    return new.annotated(old.notes, _followed(old, new), bends)


def _followed(old: Graph, new: Graph) -> tuple[Frame, ...]:
    if not old.frames:
        return ()
    gone = old.by_name.keys() - new.by_name.keys()
    came = new.by_name.keys() - old.by_name.keys()
    if not gone and not came:
        return old.frames
    found = []
    for frame in old.frames:
        blocks = set(frame.blocks)
        if gone and gone <= blocks:
            blocks |= came
        else:
            blocks |= {name for name in came if _between(new, name, blocks)}
        if kept := _in_order(new, blocks):
            found.append(replace(frame, blocks=kept))
    return tuple(found)


def _between(graph: Graph, name: str, blocks: Collection[str]) -> bool:
    """Whether all that leads to a node and all that it leads to is among some blocks."""
    before = [edge.source for edge in graph.incoming[name]]
    behind = [edge.target for edge in graph.outgoing[name]]
    return bool(before and behind) and all(n in blocks for n in (*before, *behind))


def _in_order(graph: Graph, names: Collection[str]) -> tuple[str, ...]:
    return tuple(n.name for n in graph.nodes if n.name in names)


def renamed(old: Graph, new: Graph, names: Mapping[str, str]) -> Graph:
    """The new graph with the notes, frames and bends of the old one, whose nodes ``names`` calls
    something else; nodes that it does not name are gone."""
    frames = []
    for frame in old.frames:
        if kept := _in_order(new, {names[n] for n in frame.blocks if n in names}):
            frames.append(replace(frame, blocks=kept))
    edges = set(new.edges)
    bends = []
    for edge, points in old.bends:
        source, target = names.get(edge.source), names.get(edge.target)
        if source is not None and target is not None:
            called = edge._replace(source=source, target=target)
            if called in edges:
                bends.append(Bend(called, points))
    return new.annotated(old.notes, tuple(frames), tuple(bends))


def part(graph: Graph, names: Collection[str], notes: Collection[str] = ()) -> Graph:
    """Some nodes with the wires among them, some notes, and the frames that lie within."""
    nodes = tuple(n for n in graph.nodes if n.name in names)
    edges = tuple(e for e in graph.edges if e.source in names and e.target in names)
    frames = tuple(f for f in graph.frames if all(n in names for n in f.blocks))
    bends = tuple(b for b in graph.bends if b.edge in set(edges))
    return Graph(nodes, edges, tuple(n for n in graph.notes if n.name in notes), frames, bends)


def taken_names(graph: Graph) -> set[str]:
    """Names of the notes and frames of a graph."""
    return {note.name for note in graph.notes} | {frame.name for frame in graph.frames}


def fresh(graph: Graph, wanted: str, more: Iterable[str] = ()) -> str:
    """A name that a new note or frame can have."""
    return fresh_name(wanted, taken_names(graph) | set(more))


def moved_bends(
    graph: Graph, names: Collection[str], dx: float, dy: float
) -> dict[Edge, tuple[tuple[float, float], ...]]:
    """The bends of wires among some nodes that are moved together, moved with them."""
    return {
        edge: tuple((round(x + dx, 1), round(y + dy, 1)) for x, y in points)
        for edge, points in graph.bends
        if edge.source in names and edge.target in names
    }
