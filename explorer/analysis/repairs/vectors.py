"""Vectors where images are wanted, and images where vectors are."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.analysis.repairs.place import Candidate, Place, Step
from explorer.graph.edits import Connect
from explorer.graph.model import Edge


def candidates(place: Place) -> Iterator[Candidate]:
    """Flatten before it; or take the image from before the flatten."""
    node, inputs, wires = place.node, place.inputs, place.wires
    if node is None or not place.is_error or len(inputs) != len(wires):
        return
    for edge, shape in zip(wires, inputs, strict=True):
        if len(shape) == 3 and node.type in ("linear", "radial_basis"):
            flatten = Step("flatten", "flatten")
            pool = Step("pool", "global_pool2d")
            yield Candidate(f"Flatten before {node.name}", place.put_in({edge: [flatten]}))
            yield Candidate(
                f"Global pooling and flatten before {node.name}",
                place.put_in({edge: [pool, flatten]}),
            )
            if shape[1:] != (1, 1):
                for side in (7, 2):
                    if side < min(shape[1:]):
                        small = Step("pool", "adaptive_pool2d", {"output_size": side})
                        text = f"Adaptive pooling to {side}×{side} and flatten before {node.name}"
                        yield Candidate(text, place.put_in({edge: [small, flatten]}))
        elif len(shape) == 1:
            yield from _earlier(place, edge)


def _earlier(place: Place, edge: Edge) -> Iterator[Candidate]:
    """The nearest image on the way to a vector, instead of the vector."""
    name = edge.source
    for _ in range(12):
        wires = place.graph.incoming.get(name, ())
        if len(wires) != 1:
            return
        found = place.shape(wires[0])
        name = wires[0].source
        if found is not None and len(found) == 3:
            wire = Edge(name, edge.target, edge.port, wires[0].source_port)
            connect = Connect(scope=place.there, edge=wire)
            yield Candidate(f"Take the image from {name}", (connect,))
            return
