"""A network as a flat list of torch calls: what is built, run and exported. No torch needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from explorer.analysis.analyze import Analysis
from explorer.analysis.results import Evaluation, Problem, Result
from explorer.blocks.description import Container, Layer, Operation, Shape

OPAQUE = "opaque"
"""The call of a layer that nobody here can run."""


class BuildError(ValueError):
    """A network that cannot be built: which block, what is wrong, how to mend it."""

    def __init__(self, problem: Problem) -> None:
        where = f"{problem.path}: " if problem.path else ""
        super().__init__(where + problem.what)
        self.problem = problem


class Step(NamedTuple):
    """One torch call. Values are numbered; a step reads some and writes one."""

    path: str
    """The node's dotted path in the document."""
    key: str
    """The module's dotted name in the state dict."""
    operation: Operation
    reads: tuple[int, ...]
    writes: int
    input_shapes: tuple[Shape, ...]
    output_shape: Shape
    training_only: bool


@dataclass
class Plan:
    """All steps in order, and what goes in and out."""

    steps: list[Step] = field(default_factory=list)
    inputs: list[int] = field(default_factory=list)
    input_shapes: list[Shape] = field(default_factory=list)
    outputs: list[int] = field(default_factory=list)
    auxiliary: list[int] = field(default_factory=list)
    """Values that go out while training only, after the others."""
    values: int = 0
    shown_at: dict[int, list[str]] = field(default_factory=dict)
    """For each value, the paths of the nodes and blocks whose output it is."""

    def new_value(self) -> int:
        self.values += 1
        return self.values - 1


def _unknown(path: str, label: str) -> Problem:
    return Problem(
        "error",
        path,
        f"{label} came in from elsewhere and has no layer here",
        "Its shape and figures are known, what it computes is not, so it can be measured and drawn "
        "but not run.",
        "Put blocks in its place that compute it.",
    )


def plan_of(analysis: Analysis) -> Plan:
    """The plan of a network; BuildError, with the first problem, where it has none."""
    faults = [p for p in analysis.problems if p.severity == "error"]
    if faults:
        raise BuildError(faults[0])
    for kind in ("input", "output"):
        if not analysis.document.graph.of_type(kind):
            mend = f"Drag an {kind.capitalize()} from the palette."
            raise BuildError(Problem("error", "", f"the network has no {kind}", "", mend))
    if not analysis.root.complete:
        raise BuildError(Problem("error", "", "some blocks have no shape yet"))
    plan = Plan()
    _Lowering(plan, analysis).graph(analysis.root, (), "", "", None, False)
    return plan


class _Lowering:
    def __init__(self, plan: Plan, analysis: Analysis) -> None:
        self.plan = plan
        self.acting = analysis.catalogue.acting
        self.keys: dict[str, str] = {}

    def graph(
        self,
        evaluation: Evaluation,
        inputs: tuple[int, ...],
        path: str,
        key: str,
        counter: Iterator[int] | None,
        aside: bool,
    ) -> tuple[int, ...]:
        """Lower a graph whose inputs are the given values; the values of its outputs."""
        plan = self.plan
        values: dict[str, tuple[int, ...]] = {}
        ports = iter(inputs)
        outputs: dict[str, int] = {}
        states = evaluation.states
        # a state dict names modules in the document's order, a plan runs them in the graph's
        for name, state in states.items():
            node = evaluation.graph[name]
            own_path = f"{path}.{name}" if path else name
            own_aside = aside or name in evaluation.training_only
            reads = tuple(values[e.source][e.source_port] for e in evaluation.graph.incoming[name])
            result = state.result
            assert result is not None
            if node.type == "input":
                value = next(ports) if path else plan.new_value()
                if not path:
                    plan.inputs.append(value)
                    plan.input_shapes.append(result.outputs[0])
                    plan.shown_at.setdefault(value, []).append(own_path)
                values[name] = (value,)
            elif node.type == "output":
                if not path:
                    plan.shown_at.setdefault(reads[0], []).append(own_path)
                outputs[name] = reads[0]
            elif result.inside is not None:
                own_key, inner = self._container(result, node.name, key, counter, own_path)
                values[name] = self.graph(result.inside, reads, own_path, own_key, inner, own_aside)
                for value in values[name]:
                    plan.shown_at.setdefault(value, []).append(own_path)
            else:
                layer = self.acting(node)
                assert isinstance(layer, Layer)
                operation = layer.operation(result.settings, state.inputs)
                if operation.target == OPAQUE:
                    raise BuildError(_unknown(own_path, str(result.settings["label"])))
                own_key = self._key(key, node.name, counter, own_path)
                value = plan.new_value()
                plan.steps.append(
                    Step(
                        own_path,
                        own_key,
                        operation,
                        reads,
                        value,
                        state.inputs,
                        result.outputs[0],
                        own_aside,
                    )
                )
                plan.shown_at.setdefault(value, []).append(own_path)
                values[name] = (value,)
        # ports are counted in the document's order, also where a graph runs in another
        ends = [node.name for node in evaluation.graph.of_type("output")]
        if not path:
            for name in ends:
                result = states[name].result
                assert result is not None
                aux = bool(result.settings["auxiliary"])
                (plan.auxiliary if aux else plan.outputs).append(outputs[name])
        return tuple(outputs[name] for name in ends)

    def _container(
        self, result: Result, name: str, key: str, counter: Iterator[int] | None, path: str
    ) -> tuple[str, Iterator[int] | None]:
        if result.container is Container.TRANSPARENT:
            return key, counter
        own_key = self._key(key, name, counter, path)
        numbered = result.container is Container.SEQUENTIAL
        return own_key, iter(range(10**9)) if numbered else None

    def _key(self, key: str, name: str, counter: Iterator[int] | None, path: str) -> str:
        own = str(next(counter)) if counter is not None else name
        full = f"{key}.{own}" if key else own
        if own == "training":
            raise BuildError(
                Problem(
                    "error",
                    path,
                    "a block cannot be called “training”",
                    "PyTorch's modules have a switch of that name.",
                    "Rename it.",
                )
            )
        if full in self.keys:
            raise BuildError(
                Problem(
                    "error",
                    path,
                    f"its weights would be called “{full}”, as those of {self.keys[full]}",
                    "Blocks without a module of their own share the names of the one around.",
                    "Rename one of the two, or give the block a module of its own.",
                )
            )
        self.keys[full] = path
        return full
