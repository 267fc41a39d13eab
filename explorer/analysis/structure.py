"""What the analysis asks of a graph as a graph: its faults, its order, what an edit has changed."""

from __future__ import annotations

from typing import cast

from explorer.analysis.results import Problem
from explorer.blocks.registry import Catalogue
from explorer.graph.checks import check
from explorer.graph.model import Graph
from explorer.graph.order import topological_order

NOT_A_CHAIN = Problem(
    "error",
    "",
    "a numbered container needs its blocks in one row",
    "nn.Sequential passes each block's output to the next and knows no branches.",
    "Make it a module with named parts.",
)


def changed(old: Graph, new: Graph) -> list[str] | None:
    """Names of nodes that differ in what counts; None where the structure differs."""
    if old.edges is not new.edges and old.edges != new.edges:
        return None
    before, after = old.by_name, new.by_name
    if len(before) != len(after):
        return None
    found = []
    for name, node in after.items():
        was = before.get(name)
        if was is node:
            continue
        if was is None or was.type != node.type or node.type == "output":
            return None
        if (was.body is None) != (node.body is None):
            return None
        if node.body is not None and was.body is not None:
            ports = ("input", "output")
            if any(len(was.body.of_type(t)) != len(node.body.of_type(t)) for t in ports):
                return None
        if (was.params, was.bypassed) != (node.params, node.bypassed) or was.body is not node.body:
            found.append(name)
    return found


def ranks(graph: Graph) -> dict[str, int]:
    """The place of each node in the topological order."""
    known = graph.__dict__.get("_rank")
    if known is None:
        known = graph.__dict__["_rank"] = {n: i for i, n in enumerate(topological_order(graph))}
    return cast("dict[str, int]", known)


def training_only(graph: Graph) -> frozenset[str]:
    """Names of the nodes that feed auxiliary outputs alone."""
    outputs = graph.of_type("output")
    if not any("auxiliary" in node.params for node in outputs):
        return frozenset()
    needed: set[str] = set()
    todo = [node.name for node in outputs if not node.params.get("auxiliary")]
    while todo:
        name = todo.pop()
        if name not in needed:
            needed.add(name)
            todo.extend(edge.source for edge in graph.incoming[name])
    return frozenset(graph.by_name) - needed


def is_chain(graph: Graph) -> bool:
    """Whether each block passes its output to one other at most, and takes one."""
    return all(len(edges) <= 1 for edges in graph.incoming.values()) and all(
        len(edges) <= 1 for edges in graph.outgoing.values()
    )


_WHY = {
    "cycle": "Values would have to be known before they are computed.",
    "dangling": "One end of the wire is gone.",
    "missing input": "",
    "doubled input": "An input takes one wire.",
    "duplicate name": "Names tell blocks apart, and name their weights.",
}
_MEND = {
    "cycle": "Delete one of the wires on it.",
    "dangling": "Delete the wire, or draw it anew.",
    "missing input": "Draw a wire to it from the block that should come before.",
    "doubled input": "Delete one of the wires.",
    "duplicate name": "Rename one of them.",
}


def structure_problems(graph: Graph, catalogue: Catalogue, root: bool) -> tuple[Problem, ...]:
    """What is wrong with a graph as a graph; ``root`` where it is the network itself."""
    found = [
        Problem("error", f.name, f.what, _WHY[f.fault], _MEND[f.fault])
        for f in check(graph, catalogue.arity)
    ]
    if "training" in graph:
        why = "PyTorch's own train() and eval() need that name in every module."
        found.append(
            Problem("error", "training", "a block cannot be called “training”", why, "Rename it.")
        )
    if root and graph.nodes:
        for type_, what in (("input", "no input"), ("output", "no output")):
            if not graph.of_type(type_):
                mend = f"Drag an {type_.capitalize()} from the palette."
                found.append(Problem("warning", "", f"the network has {what}", "", mend))
        for node in graph.nodes:
            if not graph.outgoing[node.name] and catalogue.output_count(node):
                mend = "Connect it onwards, or delete it."
                found.append(Problem("warning", node.name, "nothing uses its output", "", mend))
    return tuple(found)
