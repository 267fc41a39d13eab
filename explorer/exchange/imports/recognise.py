"""Groups that are one of our blocks: the same layers, wires, parameters and names of weights.

What a block is made of is compared with what a group holds, as the torch calls of both: nothing is
taken for a block because of what it is called. ``guesses.py`` says which parameters are worth a try.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from msgspec.structs import replace

from explorer.analysis.analyze import analyze
from explorer.analysis.results import Evaluation
from explorer.blocks.description import BlockError, Shape
from explorer.blocks.registry import PLAIN
from explorer.build.plan import BuildError, Plan, Step, plan_of
from explorer.exchange.imports.brief import brief
from explorer.exchange.imports.guesses import guesses
from explorer.graph.model import Document, Edge, Graph, Node
from explorer.graph.values import Params

_LEARNING = frozenset(
    (
        "nn.Conv2d", "nn.ConvTranspose2d", "nn.Linear", "nn.BatchNorm1d", "nn.BatchNorm2d",
        "nn.GroupNorm", "nn.LayerNorm", "nn.InstanceNorm2d", "nn.PReLU",
    )
)  # fmt: skip
_COMMUTING = frozenset(("add", "mul"))
"""Calls of two values whose order makes no difference to the bit."""


class Recognised(NamedTuple):
    graph: Graph
    found: tuple[tuple[str, int], ...]
    """How many of each type."""


def recognise(graph: Graph) -> Recognised:
    """The graph with our blocks in the place of groups that are the same, the outermost first."""
    search = _Search()
    analysis = analyze(Document(graph=graph))
    made = search.graph(graph, analysis.root)
    return Recognised(made, tuple(sorted(search.found.items())))


class _Search:
    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self._known: dict[tuple[Graph, str, Shape], Node | None] = {}

    def graph(self, graph: Graph, evaluation: Evaluation) -> Graph:
        return graph.with_nodes(tuple(self.node(node, evaluation) for node in graph.nodes))

    def node(self, node: Node, evaluation: Evaluation) -> Node:
        state = evaluation.states.get(node.name)
        if node.body is None or state is None or state.result is None:
            return node
        if len(state.inputs) == 1 and len(state.result.outputs) == 1:
            container = str(node.params.get("container", ""))
            key = (node.body, container, state.inputs[0])
            if key not in self._known:
                self._known[key] = _block_for(node, state.inputs[0])
            block = self._known[key]
            if block is not None:
                self.found[block.type] += 1
                return replace(node, type=block.type, params=block.params, body=None)
        inside = state.result.inside
        if inside is None:
            return node
        return replace(node, body=self.graph(node.body, inside))


def _block_for(node: Node, shape: Shape) -> Node | None:
    plan = _plan(node, shape)
    if plan is None:
        return None
    wanted = _signature(plan)
    for type_, params in guesses(plan.steps, shape):
        try:
            settings = PLAIN.settings(type_, Params(params))
        except BlockError:
            continue
        block = Node(name=node.name, type=type_, params=brief(type_, settings))
        tried = _plan(block, shape)
        if tried is not None and _signature(tried) == wanted:
            return block
    return None


def _plan(node: Node, shape: Shape) -> Plan | None:
    """The torch calls of a node by itself; None where it cannot be built."""
    start = Node(name="input", type="input", params=Params({"shape": shape}))
    block = replace(node, name="block")
    end = Node(name="output", type="output")
    edges = (Edge("input", "block"), Edge("block", "output"))
    try:
        return plan_of(analyze(Document(graph=Graph((start, block, end), edges))))
    except BuildError:
        return None


def _signature(plan: Plan) -> object:
    """What a plan computes, with which weights: equal for equal networks, however they nest."""
    values: dict[int, object] = {slot: ("input", slot) for slot in plan.inputs}
    rows: dict[int, tuple[object, ...]] = {}
    for step in plan.steps:
        read = tuple(values[slot] for slot in step.reads)
        if _does_nothing(step):
            values[step.writes] = read[0]
            rows[step.writes] = rows.get(step.reads[0], (read[0],))
            continue
        operation = step.operation
        if operation.target == "torch.cat":
            # a stack of stacks is one stack
            row = tuple(v for slot in step.reads for v in rows.get(slot, (values[slot],)))
            rows[step.writes] = row
            read = row
        elif operation.target in _COMMUTING:
            read = tuple(sorted(read, key=hash))
        learns = operation.target in _LEARNING or bool(operation.definition)
        key = step.key if learns else ""
        values[step.writes] = hash((operation.target, operation.args, operation.kwargs, key, read))
    return tuple(values[slot] for slot in plan.outputs)


def _does_nothing(step: Step) -> bool:
    target = step.operation.target
    return target == "nn.Identity" or (
        target.startswith("nn.Dropout") and step.operation.args == (0.0,)
    )
