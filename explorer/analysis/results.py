"""What the analysis finds out about a node and about a graph."""

from __future__ import annotations

from collections.abc import Iterable
from operator import add, sub
from typing import Literal, NamedTuple

import msgspec

from explorer.analysis.field import Field
from explorer.blocks.description import Container, Mend, Shape
from explorer.graph.model import Graph
from explorer.graph.values import EMPTY, Params

Severity = Literal["error", "warning", "hint"]

Fields = tuple[Field | None, ...]
"""One field per input of the graph around; None where the value does not depend on it."""


class Problem(NamedTuple):
    """Something wrong with, or worth knowing about, the block at a dotted path."""

    severity: Severity
    path: str
    what: str
    why: str = ""
    mend: str = ""
    mends: tuple[Mend, ...] = ()

    def under(self, name: str) -> Problem:
        return self._replace(path=f"{name}.{self.path}" if self.path else name)


class Totals(NamedTuple):
    """Sums over a block or network, of one sample."""

    parameters: int = 0
    trainable: int = 0
    macs: int = 0
    """Multiply-adds of convolutions and linear layers."""
    extra: int = 0
    """Operations outside that count: bias, norm, pooling, activation, addition."""
    activations: int = 0
    """Values that are made and, while training, kept."""

    @property
    def flops(self) -> int:
        return 2 * self.macs

    def plus(self, other: Totals) -> Totals:
        return Totals(*map(add, self, other))

    def minus(self, other: Totals) -> Totals:
        return Totals(*map(sub, self, other))


ZERO = Totals()


class Result(msgspec.Struct, frozen=True, eq=False):
    """One node with given inputs, wherever it stands. Equal nodes share one."""

    outputs: tuple[Shape, ...] = ()
    totals: Totals = ZERO
    fields: tuple[Fields, ...] = ()
    """Per output, relative to each input of the node."""
    settings: Params = EMPTY
    problems: tuple[Problem, ...] = ()
    """Paths are relative to the node; empty for the node itself."""
    ok: bool = True
    container: Container = Container.MODULE
    inside: Evaluation | None = None
    """What the block is made of; None for a layer."""
    layers: int = 1
    """How many layers it comes to."""


class State(msgspec.Struct, frozen=True, eq=False):
    """A node at its place in a graph."""

    result: Result | None
    """None where the node waits for an input that has no shape."""
    inputs: tuple[Shape, ...]
    fields: tuple[Fields, ...]
    """Per output, relative to each input of the graph."""


class Evaluation(msgspec.Struct, eq=False):
    """A graph with given inputs, all its nodes evaluated."""

    graph: Graph
    inputs: tuple[Shape, ...] | None
    environment: Params
    states: dict[str, State]
    totals: Totals = ZERO
    training_only: frozenset[str] = frozenset()
    """Nodes that feed auxiliary outputs alone: their parameters count, their cost does not."""
    structure: tuple[Problem, ...] = ()
    """What is wrong with the graph as a graph."""
    troubled: dict[str, tuple[Problem, ...]] = msgspec.field(default_factory=dict)
    outputs: tuple[Shape, ...] = ()
    fields: tuple[Fields, ...] = ()
    complete: bool = True
    """Whether every node has a shape."""
    layers: int = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, errors first, paths relative to the graph."""
        if not self.structure and not self.troubled:
            return ()
        found = list(self.structure)
        for node in self.graph.nodes:
            found.extend(p.under(node.name) for p in self.troubled.get(node.name, ()))
        return tuple(sorted(found, key=lambda p: _ORDER[p.severity]))


_ORDER = {"error": 0, "warning": 1, "hint": 2}


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(p for p in problems if p.severity == "error")
