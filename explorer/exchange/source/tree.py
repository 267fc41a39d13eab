"""An analysed network as the modules that its source has: calls, rows and bodies.

Transparent blocks are gone: what they hold belongs to the module around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from explorer.analysis.analyze import Analysis
from explorer.analysis.results import Evaluation, Result, State
from explorer.blocks.description import (
    Block,
    BlockType,
    Container,
    Layer,
    Operation,
    Role,
    Shape,
)
from explorer.blocks.parameters import Parameter
from explorer.blocks.registry import Catalogue
from explorer.graph.model import GROUP, Node
from explorer.graph.values import Value


@dataclass(frozen=True)
class Call:
    """One layer."""

    operation: Operation
    role: Role


@dataclass(frozen=True)
class Row:
    """An nn.Sequential."""

    children: tuple[Unit, ...]
    shapes: tuple[Shape, ...]
    """What each child gives."""
    paths: tuple[str, ...]
    """Where each child stands in the document, from the row's own place on."""


@dataclass(frozen=True)
class Ladder:
    """Like modules of which each reads what came in and what all before it gave, stacked."""

    stem: str
    """What they are called, their numbers aside."""
    start: int
    """The first number."""
    rungs: tuple[Unit, ...]
    paths: tuple[str, ...]
    """Where each stands in the document, from the place of the body around on."""
    joins: tuple[str, ...]
    """Where what stacks stands."""


@dataclass(eq=False)
class Body:
    """A module with a forward of its own: an instance of some class."""

    kind: str
    """Bodies of different kinds never share a class."""
    name: str
    """What its class should be called."""
    help: str
    inputs: tuple[Shape, ...]
    input_names: tuple[str, ...]
    settings: Mapping[str, Value]
    """Numbers that its arguments may be named after."""
    parameters: Mapping[str, Parameter]
    """Those of the settings that have a description."""
    parts: list[Part] = field(default_factory=list)
    outputs: tuple[int, ...] = ()
    auxiliary: tuple[int, ...] = ()
    output_names: tuple[str, ...] = ()
    shapes: list[Shape] = field(default_factory=list)
    """Of every value, the inputs first."""

    def new_value(self, shape: Shape) -> int:
        self.shapes.append(shape)
        return len(self.shapes) - 1

    @property
    def output_shapes(self) -> tuple[Shape, ...]:
        return tuple(self.shapes[value] for value in self.outputs)


Unit = Call | Row | Ladder | Body


@dataclass(frozen=True)
class Part:
    """One unit within a body: what it is called, and which values it reads and writes."""

    name: str
    unit: Unit
    reads: tuple[int, ...]
    writes: tuple[int, ...]
    aside: bool
    """Whether it feeds auxiliary outputs alone, so runs while training only."""
    path: str
    """Where it stands in the document, from the body's own place on: through transparent blocks."""


def tree_of(analysis: Analysis, fold: Callable[[Body], Body] | None = None) -> Body:
    """The body of the whole network, which has to be free of errors. ``fold`` may put another in
    the place of a block's."""
    return _Reader(analysis.catalogue, fold or _as_it_is).network(analysis)


def _as_it_is(body: Body) -> Body:
    return body


class _Reader:
    def __init__(self, catalogue: Catalogue, fold: Callable[[Body], Body]) -> None:
        self.fold = fold
        self.acting = catalogue.acting
        self.find: Callable[[str], BlockType] = catalogue.find
        self.known: dict[tuple[int, str], Unit] = {}
        """Equal blocks share their result, and so their unit."""

    def network(self, analysis: Analysis) -> Body:
        document = analysis.document
        body = Body("", document.about.title or document.name, "", (), (), {}, {})
        names = tuple(node.name for node in analysis.root.graph.of_type("input"))
        shapes = tuple(analysis.root.states[name].result for name in names)
        inputs = tuple(result.outputs[0] for result in shapes if result is not None)
        body.inputs, body.input_names = inputs, names
        body.settings = dict(document.environment)
        values = tuple(body.new_value(shape) for shape in inputs)
        outputs = self._fill(body, analysis.root, values, None, False, True, "")
        aside = {
            node.name
            for node in analysis.root.graph.of_type("output")
            if _settings(analysis.root.states[node.name])["auxiliary"]
        }
        ends = [node.name for node in analysis.root.graph.of_type("output")]
        body.outputs = tuple(outputs[name] for name in ends if name not in aside)
        body.auxiliary = tuple(outputs[name] for name in ends if name in aside)
        body.output_names = tuple(ends)
        return body

    def _fill(
        self,
        body: Body,
        evaluation: Evaluation,
        inputs: tuple[int, ...],
        counter: Iterator[int] | None,
        aside: bool,
        root: bool,
        path: str,
    ) -> dict[str, int]:
        """Add the parts of a graph whose inputs are the given values; the values that go out.
        ``path`` leads to the graph from the body's own place, with a dot at its end."""
        graph = evaluation.graph
        ports = dict(zip((n.name for n in graph.of_type("input")), inputs, strict=True))
        values: dict[str, tuple[int, ...]] = {}
        outputs: dict[str, int] = {}
        for name, state in evaluation.states.items():
            node, result = graph[name], state.result
            assert result is not None
            reads = tuple(values[e.source][e.source_port] for e in graph.incoming[name])
            if node.type == "input":
                values[name] = (ports[name],)
                continue
            if node.type == "output":
                outputs[name] = reads[0]
                continue
            own_aside = aside or (root and name in evaluation.training_only)
            if result.inside is not None and result.container is Container.TRANSPARENT:
                within = f"{path}{name}."
                found = self._fill(body, result.inside, reads, counter, own_aside, False, within)
                values[name] = _in_order(result.inside, found)
                continue
            unit = self._unit(node, state, result)
            writes = tuple(body.new_value(shape) for shape in result.outputs)
            own = str(next(counter)) if counter is not None else name
            body.parts.append(Part(own, unit, reads, writes, own_aside, path + name))
            values[name] = writes
        return outputs

    def _unit(self, node: Node, state: State, result: Result) -> Unit:
        block = self.acting(node)
        if isinstance(block, Layer):
            return Call(block.operation(result.settings, state.inputs), block.role)
        key = (id(result), node.name if node.type == GROUP else "")
        unit = self.known.get(key)
        if unit is None:
            unit = self.known[key] = self._block(node, block, state, result)
        return unit

    def _block(self, node: Node, block: BlockType, state: State, result: Result) -> Unit:
        inside = result.inside
        assert inside is not None
        numbered = result.container is Container.SEQUENTIAL
        kind, name, help = node.type, "", block.help
        if isinstance(block, Block):
            name = block.class_name or block.title
        if node.type == GROUP:
            # block1, block2, block3 are three of one kind
            name = node.name.rstrip("0123456789") or node.name
            kind, help = f"{GROUP} {name}", node.note
        body = Body(
            kind,
            name,
            help,
            state.inputs,
            tuple(n.name for n in inside.graph.of_type("input")),
            {**inside.environment, **result.settings},
            {p.name: p for p in block.parameters_for(result.settings, self.find)},
        )
        values = tuple(body.new_value(shape) for shape in state.inputs)
        counter = iter(range(10**9)) if numbered else None
        found = self._fill(body, inside, values, counter, False, False, "")
        body.outputs = _in_order(inside, found)
        body.output_names = tuple(n.name for n in inside.graph.of_type("output"))
        return _row(body) if numbered and _is_row(body) else self.fold(body)


def _settings(state: State) -> Mapping[str, Value]:
    assert state.result is not None
    return state.result.settings


def _in_order(evaluation: Evaluation, found: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(found[node.name] for node in evaluation.graph.of_type("output"))


def _is_row(body: Body) -> bool:
    """Whether each part is a module that takes what the one before gave, and nothing else."""
    value = 0
    for part in body.parts:
        unit = part.unit
        if isinstance(unit, Call) and not unit.operation.is_module:
            return False
        if isinstance(unit, Body) and (len(unit.inputs) != 1 or len(unit.outputs) != 1):
            return False
        if part.reads != (value,) or len(part.writes) != 1:
            return False
        (value,) = part.writes
    return len(body.inputs) == 1 and body.outputs == (value,)


def _row(body: Body) -> Row:
    shapes = tuple(body.shapes[part.writes[0]] for part in body.parts)
    paths = tuple(part.path for part in body.parts)
    return Row(tuple(part.unit for part in body.parts), shapes, paths)
