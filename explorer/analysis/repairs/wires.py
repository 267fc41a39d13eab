"""Wires that are missing, too many, loose or in a circle; and blocks that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, permutations

from explorer.analysis.repairs.place import Candidate, Place
from explorer.blocks.registry import BUILT_IN
from explorer.graph.edits import AddNodes, Connect, Disconnect, Edit, RemoveNodes
from explorer.graph.model import Edge, Node, fresh_name
from explorer.graph.order import cyclic_names, topological_order, would_cycle

SOURCES = 5
"""How many blocks are tried as the source of a missing wire."""


def candidates(place: Place) -> Iterator[Candidate]:
    """Repairs of what is wrong with the graph as a graph."""
    yield from _loose(place)
    if not place.problem.path:
        yield from _ports(place)
    if place.node is None:
        return
    yield from _missing(place, place.node)
    yield from _doubled(place, place.node)
    yield from _cycle(place)
    yield from _unused(place, place.node)


def ways_out(place: Place) -> Iterator[Candidate]:
    """What always helps, and takes something away: leave the block out, or delete it."""
    node = place.node
    if node is None or not place.is_error or _is_structural(place, node):
        return
    wires, onward = place.wires, place.graph.outgoing[node.name]
    if wires and onward and node.type not in ("input", "output"):
        source = wires[0]
        edits: list[Edit] = [RemoveNodes(scope=place.there, names=(node.name,))]
        edits += [
            Connect(
                scope=place.there, edge=Edge(source.source, e.target, e.port, source.source_port)
            )
            for e in onward
            if e.target != node.name
        ]
        yield Candidate(f"Leave out {node.name}", tuple(edits), removes=True)
    gone = RemoveNodes(scope=place.there, names=(node.name,))
    yield Candidate(f"Delete {node.name}", (gone,), removes=True)


def _is_structural(place: Place, node: Node) -> bool:
    """Whether it is a wire or a name that is wrong, and not the block."""
    ports = [e.port for e in place.wires]
    if place.state is not None and place.state.result is not None:
        return place.state.result.ok
    return len(ports) != len(set(ports)) or node.name not in topological_order(place.graph)


def _sources(place: Place, node: Node) -> list[tuple[str, int]]:
    """Outputs that a wire to a node may come from: first those that nothing uses, each time the
    nearest before it."""
    graph, catalogue = place.graph, place.analysis.catalogue
    order = topological_order(graph)
    rank = {name: i for i, name in enumerate(order)}
    here = {n.name: i for i, n in enumerate(graph.nodes)}
    found = []
    for name in order:
        other = graph[name]
        if name == node.name or would_cycle(graph, name, node.name):
            continue
        used = {e.source_port for e in graph.outgoing[name]}
        for port in range(catalogue.output_count(other)):
            behind = here[name] > here[node.name]
            found.append((port in used, behind, -rank[name], name, port))
    return [(name, port) for _, _, _, name, port in sorted(found)]


def _missing(place: Place, node: Node) -> Iterator[Candidate]:
    least, _ = place.analysis.catalogue.arity(node)
    taken = {e.port for e in place.wires}
    free = [port for port in range(max(least, len(taken))) if port not in taken]
    missing = free[: max(0, least - len(taken))]
    if not missing:
        return
    sources = _sources(place, node)[:SOURCES]
    missing = missing[: len(sources)]
    for chosen in islice(permutations(sources, len(missing)), 2 * SOURCES):
        edges = [Edge(s, node.name, p, sp) for (s, sp), p in zip(chosen, missing, strict=True)]
        text = f"Connect {' and '.join(s for s, _ in chosen)} to {node.name}"
        connect = tuple(Connect(scope=place.there, edge=e) for e in edges)
        yield Candidate(text, connect)
        if len(edges) == 1 and not place.graph.outgoing[node.name]:
            source, port = chosen[0]
            for onward in place.graph.outgoing[source]:
                if onward.source_port == port and onward.target != node.name:
                    into = Connect(
                        scope=place.there, edge=Edge(node.name, onward.target, onward.port)
                    )
                    between = f"Put {node.name} between {source} and {onward.target}"
                    yield Candidate(between, (*connect, into))


def _doubled(place: Place, node: Node) -> Iterator[Candidate]:
    _, most = place.analysis.catalogue.arity(node)
    by_port: dict[int, list[Edge]] = {}
    for edge in place.wires:
        by_port.setdefault(edge.port, []).append(edge)
    for port, edges in by_port.items():
        if len(edges) < 2 and (most is None or port < most):
            continue
        bare = Disconnect(scope=place.there, edges=tuple(dict.fromkeys(edges)))
        if most is None:
            last = max(by_port)
            moved = [e._replace(port=last + i) for i, e in enumerate(edges[1:], 1)]
            again = tuple(Connect(scope=place.there, edge=e) for e in (edges[0], *moved))
            yield Candidate("Give each wire an input of its own", (bare, *again))
        elif port < most:
            for type_ in ("add", "concat"):
                joined = fresh_name(type_, place.graph.names)
                block = BUILT_IN[type_]
                wires = tuple(Edge(e.source, joined, i, e.source_port) for i, e in enumerate(edges))
                onward = Edge(joined, node.name, port)
                new = AddNodes(
                    scope=place.there,
                    nodes=(Node(name=joined, type=type_),),
                    edges=(*wires, onward),
                )
                yield Candidate(f"Join them by {block.title} before it", (bare, new))
        if most is None or port < most:
            for edge in dict.fromkeys(edges):
                keep = Connect(scope=place.there, edge=edge)
                text = f"Keep the wire from {edge.source}, delete the others"
                yield Candidate(text, (bare, keep), removes=True)
        else:
            yield Candidate("Delete the wire", (bare,), removes=True)
            for free in range(most):
                if free not in by_port:
                    to = tuple(
                        Connect(scope=place.there, edge=e._replace(port=free)) for e in edges[:1]
                    )
                    yield Candidate(f"Move the wire to input {free + 1}", (bare, *to))


def _loose(place: Place) -> Iterator[Candidate]:
    """Wires of which one end is gone."""
    graph = place.graph
    loose = tuple(e for e in graph.edges if e.source not in graph or e.target not in graph)
    if loose:
        which = tuple(e for e in loose if place.name in (e.source, e.target)) or loose
        for found in dict.fromkeys((which, loose)):
            text = "Delete the wire" if len(found) == 1 else f"Delete {len(found)} loose wires"
            yield Candidate(text, (Disconnect(scope=place.there, edges=found),), removes=True)


def _cycle(place: Place) -> Iterator[Candidate]:
    graph = place.graph
    if place.name in topological_order(graph):
        return
    circle = cyclic_names(graph)
    here = {n.name: i for i, n in enumerate(graph.nodes)}
    edges = [e for e in graph.edges if e.source in circle and e.target in circle]
    # the wire that runs back is the one that closes it
    edges.sort(key=lambda e: here[e.target] - here[e.source])
    for edge in edges[:6]:
        cut = Disconnect(scope=place.there, edges=(edge,))
        yield Candidate(
            f"Delete the wire from {edge.source} to {edge.target}", (cut,), removes=True
        )


def _unused(place: Place, node: Node) -> Iterator[Candidate]:
    graph = place.graph
    count = place.analysis.catalogue.output_count(node)
    used = {e.source_port for e in graph.outgoing[node.name]}
    free = [port for port in range(count) if port not in used]
    if not free or used or place.is_error:
        return
    waiting = [
        (other.name, port)
        for other in graph.nodes
        if other.name != node.name and not would_cycle(graph, node.name, other.name)
        for port in range(place.analysis.catalogue.arity(other)[0])
        if port not in {e.port for e in graph.incoming[other.name]}
    ]
    for target, port in waiting[:SOURCES]:
        connect = Connect(scope=place.there, edge=Edge(node.name, target, port, free[0]))
        yield Candidate(f"Connect {node.name} to {target}", (connect,))
    yield _output(place, node.name, free[0])
    gone = RemoveNodes(scope=place.there, names=(node.name,))
    yield Candidate(f"Delete {node.name}", (gone,), removes=True)


def _output(place: Place, source: str, port: int = 0) -> Candidate:
    name = fresh_name("output", place.graph.names)
    add = AddNodes(
        scope=place.there,
        nodes=(Node(name=name, type="output"),),
        edges=(Edge(source, name, 0, port),),
    )
    return Candidate(f"Add an Output behind {source}", (add,))


def _ports(place: Place) -> Iterator[Candidate]:
    """The network has no input, or no output."""
    graph, catalogue = place.graph, place.analysis.catalogue
    if not graph.of_type("input"):
        name = fresh_name("image", graph.names)
        bare = [n for n in graph.nodes if catalogue.arity(n)[0] and not graph.incoming[n.name]]
        for target in [n.name for n in bare[:SOURCES]] or [""]:
            edges = (Edge(name, target),) if target else ()
            new = AddNodes(scope=place.there, nodes=(Node(name=name, type="input"),), edges=edges)
            text = f"Add an Input before {target}" if target else "Add an Input"
            yield Candidate(text, (new,))
    if not graph.of_type("output"):
        ends = [
            n.name for n in graph.nodes if not graph.outgoing[n.name] and catalogue.output_count(n)
        ]
        for source in reversed(ends[-SOURCES:]):
            yield _output(place, source)
