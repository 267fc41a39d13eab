"""Where a problem lies, what is known there, and the edits that repairs are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from explorer.analysis.analyze import Analysis
from explorer.analysis.home import home
from explorer.analysis.results import Evaluation, Problem, State
from explorer.blocks.description import BlockError, Shape
from explorer.graph.edits import Edit, ReplaceNodes, SetParameter
from explorer.graph.expressions import ExpressionError, resolve
from explorer.graph.model import Edge, Graph, Node, Scope, fresh_name
from explorer.graph.values import EMPTY, Params, Value


class Candidate(NamedTuple):
    """An edit that may mend a problem; whether it does, trying it shows."""

    text: str
    edits: tuple[Edit, ...]
    removes: bool = False
    """Whether it takes away what somebody has drawn."""
    beside: bool = False
    """Whether it mends nothing yet, but opens the way: kept even so, and offered last."""


class Step(NamedTuple):
    """A new block to be put into a wire."""

    name: str
    type: str
    params: Mapping[str, Value] = EMPTY


@dataclass(frozen=True, eq=False)
class Place:
    """The block that a repair is about: the one with the problem, or a block around it."""

    analysis: Analysis
    problem: Problem
    scope: Scope
    """The path that leads to its graph."""
    name: str
    """Empty where the problem is the network's."""

    @property
    def path(self) -> str:
        return ".".join((*self.scope, self.name))

    @cached_property
    def there(self) -> Scope:
        """The scope that an edit here has."""
        return home(self.analysis, self.scope)

    @cached_property
    def graph(self) -> Graph:
        return self.analysis.document.graph_at(self.there)

    @cached_property
    def evaluation(self) -> Evaluation | None:
        return self.analysis.at(self.scope)

    @property
    def node(self) -> Node | None:
        return self.graph.by_name.get(self.name)

    @property
    def state(self) -> State | None:
        return self.evaluation.states.get(self.name) if self.evaluation is not None else None

    @property
    def is_error(self) -> bool:
        return self.problem.severity == "error"

    @property
    def inputs(self) -> tuple[Shape, ...]:
        """The shapes that come in; empty where something is missing."""
        return self.state.inputs if self.state is not None else ()

    @property
    def wires(self) -> tuple[Edge, ...]:
        """The wires that come in, by port."""
        return self.graph.incoming.get(self.name, ())

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """Its parameters with defaults filled in; empty where some are not taken."""
        return self.settings_of(self.name)

    def settings_of(self, name: str) -> Mapping[str, Any]:
        """The parameters of a block of the same graph, as numbers."""
        evaluation, node = self.evaluation, self.graph.by_name.get(name)
        state = evaluation.states.get(name) if evaluation is not None else None
        if state is not None and state.result is not None and state.result.settings:
            return state.result.settings
        if node is None:
            return EMPTY
        try:
            environment = evaluation.environment if evaluation is not None else EMPTY
            return self.analysis.catalogue.settings(node.type, resolve(node.params, environment))
        except (BlockError, ExpressionError):
            return EMPTY

    def shape(self, edge: Edge) -> Shape | None:
        """What a wire carries."""
        state = self.evaluation.states.get(edge.source) if self.evaluation is not None else None
        if state is None or state.result is None:
            return None
        outputs = state.result.outputs
        return outputs[edge.source_port] if edge.source_port < len(outputs) else None

    def before(self, name: str, most: int = 12) -> Iterator[str]:
        """The blocks that lead to one and to nothing else, the nearest first: up to a fork, a
        merge or the image."""
        for _ in range(most):
            node = self.graph.by_name.get(name)
            if node is None or node.type == "input" or len(self.graph.outgoing[name]) > 1:
                return
            yield name
            wires = self.graph.incoming[name]
            if len(wires) != 1:
                return
            name = wires[0].source

    # -- edits ------------------------------------------------------------------------------

    def set(self, name: str, **values: Value) -> tuple[Edit, ...]:
        """Give parameters of a block other values."""
        return tuple(
            SetParameter(scope=self.there, name=name, parameter=key, value=value)
            for key, value in values.items()
        )

    def put_in(self, steps: Mapping[Edge, Iterable[Step]]) -> tuple[Edit, ...]:
        """Put new blocks into wires that all end in one block."""
        (target,) = {edge.target for edge in steps}
        taken = set(self.graph.names)
        nodes: list[Node] = []
        edges = [e for e in self.graph.edges if target in (e.source, e.target) and e not in steps]
        for edge, row in steps.items():
            source, port = edge.source, edge.source_port
            for step in row:
                name = fresh_name(step.name, taken)
                taken.add(name)
                nodes.append(Node(name=name, type=step.type, params=Params(step.params)))
                edges.append(Edge(source, name, 0, port))
                source, port = name, 0
            edges.append(Edge(source, target, edge.port, port))
        what = f"Insert {', '.join(n.name for n in nodes)}"
        new = (*nodes, self.graph[target])
        return (
            ReplaceNodes(
                scope=self.there, gone=(target,), nodes=new, edges=tuple(edges), what=what
            ),
        )


def sides(value: tuple[int, ...]) -> str:
    """``57×57``."""
    return "×".join(map(str, value))
