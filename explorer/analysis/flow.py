"""A network as the flat list of its layers with the values that they read and make.

Values are numbered from 0. This is what figures over time, such as memory, are worked out on.
"""

from __future__ import annotations

from typing import NamedTuple

from explorer.analysis.analyze import Analysis
from explorer.analysis.results import Evaluation, Totals
from explorer.blocks.description import Layer, Operation, Shape


class Step(NamedTuple):
    """One layer at its place. It reads some values and makes one."""

    path: str
    operation: Operation
    reads: tuple[int, ...]
    writes: int
    inputs: tuple[Shape, ...]
    output: Shape
    totals: Totals
    training_only: bool


class Flow(NamedTuple):
    """All layers in the order in which they run."""

    steps: tuple[Step, ...]
    shapes: tuple[Shape, ...]
    """The shape of every value, of one sample."""
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    auxiliary: tuple[int, ...]
    """Values that go out while training only."""


def flow_of(analysis: Analysis) -> Flow | None:
    """The flow of a network; None where some block has no shape."""
    if not analysis.ok:
        return None
    return _Flattening(analysis).flow()


class _Flattening:
    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.steps: list[Step] = []
        self.shapes: list[Shape] = []
        self.inputs: list[int] = []

    def flow(self) -> Flow:
        root = self.analysis.root
        ends = self._graph(root, (), "", False)
        outputs: list[int] = []
        auxiliary: list[int] = []
        for node, value in zip(root.graph.of_type("output"), ends, strict=True):
            result = root.states[node.name].result
            aside = result is not None and bool(result.settings["auxiliary"])
            (auxiliary if aside else outputs).append(value)
        return Flow(
            tuple(self.steps),
            tuple(self.shapes),
            tuple(self.inputs),
            tuple(outputs),
            tuple(auxiliary),
        )

    def _new(self, shape: Shape) -> int:
        self.shapes.append(shape)
        return len(self.shapes) - 1

    def _graph(
        self, evaluation: Evaluation, inputs: tuple[int, ...], path: str, aside: bool
    ) -> list[int]:
        """The values of a graph's outputs, its inputs being given."""
        graph = evaluation.graph
        made: dict[str, list[int]] = {}
        ends: dict[str, int] = {}
        ports = {node.name: i for i, node in enumerate(graph.of_type("input"))}
        for name, state in evaluation.states.items():
            node, result = graph[name], state.result
            assert result is not None
            reads = tuple(made[e.source][e.source_port] for e in graph.incoming[name])
            inner = f"{path}.{name}" if path else name
            own_aside = aside or name in evaluation.training_only
            if node.type == "input":
                if path:
                    made[name] = [inputs[ports[name]]]
                else:
                    made[name] = [self._new(result.outputs[0])]
                    self.inputs += made[name]
            elif node.type == "output":
                ends[name] = reads[0]
            elif result.inside is not None:
                made[name] = self._graph(result.inside, reads, inner, own_aside)
            else:
                layer = self.analysis.catalogue.acting(node)
                assert isinstance(layer, Layer)
                value = self._new(result.outputs[0])
                made[name] = [value]
                self.steps.append(
                    Step(
                        inner,
                        layer.operation(result.settings, state.inputs),
                        reads,
                        value,
                        state.inputs,
                        result.outputs[0],
                        result.totals,
                        own_aside,
                    )
                )
        return [ends[node.name] for node in graph.of_type("output")]
