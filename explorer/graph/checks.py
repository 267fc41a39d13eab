"""What can be wrong with a graph as a graph: cycles, loose ends, doubled names, empty inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Literal, NamedTuple

from explorer.graph.model import Graph, Node
from explorer.graph.order import cyclic_names, topological_order

Fault = Literal["cycle", "dangling", "missing input", "doubled input", "duplicate name"]


class Finding(NamedTuple):
    """One fault, at a node."""

    fault: Fault
    name: str
    what: str


def check(graph: Graph, inputs: Callable[[Node], tuple[int, int | None]]) -> list[Finding]:
    """All faults of a graph. ``inputs`` gives how many inputs a node needs at least and may have
    at most (None: any number)."""
    found: list[Finding] = []
    for name, count in Counter(node.name for node in graph.nodes).items():
        if count > 1:
            found.append(Finding("duplicate name", name, f"{count} blocks are called “{name}”"))
    for edge in graph.edges:
        for end in (edge.source, edge.target):
            if end not in graph:
                text = f"a wire from {edge.source} to {edge.target}: there is no “{end}”"
                found.append(Finding("dangling", end, text))
    if len(topological_order(graph)) < len(graph.by_name):
        for name in sorted(cyclic_names(graph)):
            found.append(Finding("cycle", name, f"“{name}” lies on a cycle: it feeds itself"))
    for node in graph.nodes:
        ports = Counter(edge.port for edge in graph.incoming[node.name])
        least, most = inputs(node)
        for port, count in ports.items():
            if count > 1:
                found.append(
                    Finding("doubled input", node.name, f"input {port + 1} has {count} wires")
                )
            elif most is not None and port >= most:
                found.append(
                    Finding("dangling", node.name, f"a wire ends in input {port + 1} of {most}")
                )
        if len(ports) < least:
            text = f"{len(ports)} of {least} inputs connected" if ports else "nothing comes in"
            found.append(Finding("missing input", node.name, text))
    return found
