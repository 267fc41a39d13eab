"""Names that stand twice, that PyTorch keeps for itself, or that lead to the same weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from explorer.analysis.repairs.place import Candidate, Place
from explorer.graph.edits import Rename, SetContents
from explorer.graph.model import fresh_name


def candidates(place: Place) -> Iterator[Candidate]:
    """Another name for one of the two."""
    graph, name = place.graph, place.name
    if Counter(n.name for n in graph.nodes)[name] > 1:
        yield from _doubled(place)
    elif name == "training" and name in graph:
        for wanted in ("train_block", graph[name].type.replace(":", "_")):
            new = fresh_name(wanted, graph.names)
            rename = Rename(scope=place.there, old=name, new=new)
            yield Candidate(f"Rename it to {new}", (rename,))


def _doubled(place: Place) -> Iterator[Candidate]:
    """Wires know blocks by their name, so they stay with the one that is left as it is."""
    document, graph = place.analysis.document, place.graph
    places = [i for i, node in enumerate(graph.nodes) if node.name == place.name]
    new = fresh_name(place.name, graph.names)
    for keep in (places[0], places[-1]):
        taken, nodes = set(graph.names), []
        for i, node in enumerate(graph.nodes):
            if i in places and i != keep:
                called = fresh_name(place.name, taken)
                taken.add(called)
                nodes.append(replace(node, name=called))
            else:
                nodes.append(node)
        other = document.with_graph(place.there, replace(graph, nodes=tuple(nodes)))
        which = "second" if keep == places[0] else "first"
        what = f"Rename the {which} {place.name} to {new}"
        yield Candidate(
            what, (SetContents(graph=other.graph, definitions=other.definitions, what=what),)
        )
        kept = tuple(n for i, n in enumerate(graph.nodes) if i not in places or i == keep)
        fewer = document.with_graph(place.there, replace(graph, nodes=kept))
        what = f"Delete the {which} {place.name}"
        edit = SetContents(graph=fewer.graph, definitions=fewer.definitions, what=what)
        yield Candidate(what, (edit,), removes=True)
