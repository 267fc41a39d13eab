"""Equal neighbours as a stage ×N, where a stage has the very same names for its instances."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from explorer.blocks.description import Container
from explorer.blocks.registry import BUILT_IN
from explorer.blocks.repeat import FIRST
from explorer.graph.model import (
    DEFINED,
    GROUP,
    BlockDefinition,
    Edge,
    Graph,
    Node,
    fresh_name,
    wired,
)
from explorer.graph.values import Params, Value

LEAST = 2
"""Neighbours that are worth a stage."""


class Folded(NamedTuple):
    graph: Graph
    definitions: tuple[BlockDefinition, ...]
    """Blocks that stand several times, and that are none of ours."""
    blocks: int
    """How many blocks stand in a stage."""


def fold(graph: Graph) -> Folded:
    """The graph with its repeats as stages, also within groups."""
    folding = _Folding()
    whole = folding.graph(graph)
    used = {node.type for node in _nodes(whole)} | {
        str(node.params.get("block")) for node in _nodes(whole)
    }
    for definition in folding.definitions.values():
        used |= {str(node.params.get("block")) for node in _nodes(definition.graph)}
    kept = tuple(d for d in folding.definitions.values() if DEFINED + d.name in used)
    return Folded(whole, kept, folding.count)


def _nodes(graph: Graph) -> list[Node]:
    found = list(graph.nodes)
    for node in graph.nodes:
        if node.body is not None:
            found += _nodes(node.body)
    return found


class _Folding:
    def __init__(self) -> None:
        self.definitions: dict[Graph, BlockDefinition] = {}
        self.count = 0

    def graph(self, graph: Graph) -> Graph:
        return graph.with_nodes(tuple(self.node(node) for node in graph.nodes))

    def node(self, node: Node) -> Node:
        if node.body is None:
            return node
        node = replace(node, body=self.graph(node.body))
        if node.params.get("container") == Container.SEQUENTIAL.value:
            return self._row(node)
        return node

    def _row(self, node: Node) -> Node:
        """A numbered group with its runs of equal blocks as stages; a stage, where it is all one."""
        body = node.body
        assert body is not None
        parts = [n for n in body.nodes if n.type not in ("input", "output")]
        runs = _runs(parts)
        if all(len(run) < LEAST for run in runs):
            return node
        stages = [self._stage(node.name, run) if len(run) >= LEAST else run[0] for run in runs]
        self.count += sum(len(run) for run in runs if len(run) >= LEAST)
        if len(stages) == 1:
            params = stages[0].params.with_value("container", Container.SEQUENTIAL.value)
            return Node(name=node.name, type="stage", params=params)
        (start,), (end,) = body.of_type("input"), body.of_type("output")
        names = [start.name, *(stage.name for stage in stages), end.name]
        edges = [Edge(a, b) for a, b in pairwise(names)]
        return replace(node, body=wired((start, *stages, end), edges))

    def _stage(self, around: str, run: list[Node]) -> Node:
        first, last = run[0], run[-1]
        params: dict[str, Value] = {"block": self._block(around, last), "count": len(run)}
        params |= last.params if last.type != GROUP else {}
        for name, value in _first(first, last).items():
            params[FIRST + name] = value
        params["container"] = Container.TRANSPARENT.value
        return Node(name=f"{first.name}-{last.name}", type="stage", params=Params(params))

    def _block(self, around: str, node: Node) -> str:
        """The type that a stage repeats: a block of ours, or a definition made of a group."""
        if node.body is None:
            return node.type
        known = self.definitions.get(node.body)
        if known is None:
            taken = {d.name for d in self.definitions.values()}
            wanted = f"{around}_block" if around.rstrip("0123456789") else f"block{around}"
            known = BlockDefinition(fresh_name(wanted, taken), node.body)
            self.definitions[node.body] = known
        return DEFINED + known.name


def _runs(parts: list[Node]) -> list[list[Node]]:
    """The parts in a row, equal neighbours together; the first of a run may differ in parameters."""
    runs: list[list[Node]] = []
    for part in parts:
        if runs and _goes_on(runs[-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _goes_on(run: list[Node], part: Node) -> bool:
    last = run[-1]
    if last.type != part.type or last.body != part.body:
        return False
    if part.body is not None:
        return last.params == part.params
    block = BUILT_IN.get(part.type)
    if block is None or not _repeats(part.type) or "container" in part.params:
        # a stage has a container of its own, and cannot say that of its blocks
        return False
    return last.params == part.params or (len(run) == 1 and bool(_first(last, part)))


def _repeats(type_: str) -> bool:
    """Whether a stage can repeat it: a block that is a module of its own."""
    block = BUILT_IN[type_]
    return block.category == "Blocks" and type_ != "stage" and block.inputs == 1


def _first(first: Node, other: Node) -> Mapping[str, Value]:
    """The parameters in which a first instance differs; empty where a stage cannot say it."""
    if first.params == other.params:
        return {}
    block = BUILT_IN[first.type]
    found: dict[str, Value] = {}
    for parameter in block.parameters:
        name = parameter.name
        own = parameter.checked(first.params.get(name, parameter.default))
        common = parameter.checked(other.params.get(name, parameter.default))
        if own == common:
            continue
        if own is None or name == "container":
            return {}
        found[name] = first.params.get(name, parameter.default)
    return found
